import { findNodeAtLocation, parseTree, printParseErrorCode, type Node, type ParseError } from 'jsonc-parser';
import * as v from 'valibot';
import { lineStarts, positionAt } from '../text/lines';
import { catalogSchema, type Catalog } from './model';

/** A complaint about a catalogue file, at a place where someone can act. */
export interface CatalogProblem {
	readonly uri: string;
	/** UTF-16 offsets into the file's text. */
	readonly start: number;
	readonly end: number;
	/** 1-based. */
	readonly line: number;
	/** 1-based, in UTF-16 code units. */
	readonly column: number;
	/** JSON pointer of the value, `` for the whole document. */
	readonly pointer: string;
	readonly message: string;
}

/** A catalogue, with the text it came from, so that an entry can be opened where it is written. */
export interface LoadedCatalog {
	readonly catalog: Catalog;
	/** `team` catalogues win over bundled ones that explain the same token. */
	readonly origin: 'bundled' | 'team';
	readonly uri: string;
	/** UTF-16 offset of each entry's `id` value, by entry id. Empty for catalogues that were built in. */
	readonly offsets: ReadonlyMap<string, number>;
}

export interface LoadResult {
	readonly loaded?: LoadedCatalog;
	readonly problems: readonly CatalogProblem[];
}

/** Catalogues larger than this are refused: a runbook of this size is a mistake, and reading it would stall the editor. */
export const maxCatalogLength = 8 * 1024 * 1024;
const maxDepth = 64;

/**
 * Reads one JSONC catalogue. Never throws: a bad file yields no catalogue and at least one problem that names line and pointer.
 */
export function loadCatalog(text: string, uri: string, origin: LoadedCatalog['origin']): LoadResult {
	const starts = lineStarts(text);
	const problem = (start: number, end: number, pointer: string, message: string): CatalogProblem => {
		const { line, character } = positionAt(starts, start);
		return { uri, start, end, line: line + 1, column: character + 1, pointer, message };
	};
	if (text.length > maxCatalogLength) {
		return { problems: [problem(0, 0, '', `The catalogue is larger than ${maxCatalogLength / 1024 / 1024} MB.`)] };
	}
	if (nestsDeeperThan(text, maxDepth)) {
		return { problems: [problem(0, 0, '', `The catalogue nests deeper than ${maxDepth} levels.`)] };
	}
	const errors: ParseError[] = [];
	const root = parseTree(text, errors, { allowTrailingComma: true });
	if (root === undefined || errors.length > 0) {
		const first = errors[0];
		const what = first === undefined ? 'The file is empty' : humanParseError(printParseErrorCode(first.error));
		const at = first?.offset ?? 0;
		return { problems: [problem(at, at + (first?.length ?? 0), '', `${what}; a catalogue is a JSON object.`)] };
	}
	const value: unknown = toValue(root);
	const parsed = v.safeParse(catalogSchema, value);
	if (!parsed.success) {
		return {
			problems: parsed.issues.slice(0, 20).map((issue) => {
				const path = (issue.path ?? []).map((item) => item.key as string | number);
				const node = nearestNode(root, path);
				return problem(node.offset, node.offset + node.length, toPointer(path), issueMessage(issue, path));
			}),
		};
	}
	const duplicate = duplicateId(root, parsed.output);
	if (duplicate !== undefined) {
		const { node, pointer, message } = duplicate;
		return { problems: [problem(node.offset, node.offset + node.length, pointer, message)] };
	}
	const offsets = new Map<string, number>();
	parsed.output.entries.forEach((entry, index) => {
		offsets.set(entry.id, findNodeAtLocation(root, ['entries', index, 'id'])?.offset ?? 0);
	});
	return { loaded: { catalog: parsed.output, origin, uri, offsets }, problems: [] };
}

function humanParseError(code: string): string {
	return `Not valid JSON (${code.replace(/([a-z])([A-Z])/g, '$1 $2').toLowerCase()})`;
}

/** jsonc-parser recurses; a file of a million brackets must not exhaust the stack. */
function nestsDeeperThan(text: string, limit: number): boolean {
	let depth = 0;
	let inString = false;
	for (let index = 0; index < text.length; index++) {
		const char = text[index];
		if (inString) {
			if (char === '\\') index++;
			else if (char === '"' || char === '\n') inString = false;
		} else if (char === '"') inString = true;
		else if (char === '{' || char === '[') {
			if (++depth > limit) return true;
		} else if (char === '}' || char === ']') depth--;
	}
	return false;
}

function toValue(node: Node): unknown {
	switch (node.type) {
		case 'object': {
			const result: Record<string, unknown> = {};
			for (const property of node.children ?? []) {
				const [key, value] = property.children ?? [];
				if (key === undefined || value === undefined) continue;
				Object.defineProperty(result, key.value as string, {
					value: toValue(value),
					enumerable: true,
					configurable: true,
					writable: true,
				});
			}
			return result;
		}
		case 'array':
			return (node.children ?? []).map(toValue);
		case 'string':
		case 'number':
		case 'boolean':
		case 'null':
		case 'property':
			return node.value as unknown;
	}
}

/** The node at `path`, or the deepest existing ancestor when the value is missing. An unknown key is marked at its key. */
function nearestNode(root: Node, path: readonly (string | number)[]): Node {
	for (let length = path.length; length > 0; length--) {
		const node = findNodeAtLocation(root, path.slice(0, length));
		if (node !== undefined) return node;
	}
	return root;
}

function toPointer(path: readonly (string | number)[]): string {
	return path.map((part) => `/${String(part).replaceAll('~', '~0').replaceAll('/', '~1')}`).join('');
}

function issueMessage(issue: v.BaseIssue<unknown>, path: readonly (string | number)[]): string {
	const key = path.at(-1);
	const name = key === undefined ? 'The catalogue' : `\`${String(key)}\``;
	if (issue.type === 'strict_object') {
		return issue.expected === 'never' ? `${name} is not a known field.` : `${name} is missing.`;
	}
	if (issue.type === 'regex' || issue.type === 'non_empty' || issue.type === 'check') {
		return `${name} ${issue.message}.`;
	}
	return `${name} must be ${issue.expected ?? 'valid'}.`;
}

function duplicateId(root: Node, catalog: Catalog): { node: Node; pointer: string; message: string } | undefined {
	const groups = [
		['entries', 'id', catalog.entries.map((item) => item.id)],
		['variables', 'name', (catalog.variables ?? []).map((item) => item.name)],
		['permissions', 'key', (catalog.permissions ?? []).map((item) => item.key)],
		['payloads', 'id', (catalog.payloads ?? []).map((item) => item.id)],
		['services', 'id', (catalog.services ?? []).map((item) => item.id)],
	] as const;
	for (const [group, key, names] of groups) {
		const seen = new Set<string>();
		for (const [index, name] of names.entries()) {
			if (seen.has(name)) {
				const node = findNodeAtLocation(root, [group, index, key]) ?? root;
				return { node, pointer: `/${group}/${index}/${key}`, message: `\`${name}\` is already used above.` };
			}
			seen.add(name);
		}
	}
	return undefined;
}
