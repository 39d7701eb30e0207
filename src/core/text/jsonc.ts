import { findNodeAtLocation, parseTree, printParseErrorCode, type Node, type ParseError } from 'jsonc-parser';
import * as v from 'valibot';
import { lineStarts, positionAt, type Span } from './lines';

/** A complaint about a file that a person wrote, at a place where they can act. */
export interface Problem extends Span {
	readonly uri: string;
	/** 1-based. */
	readonly line: number;
	/** 1-based, in UTF-16 code units. */
	readonly column: number;
	/** JSON pointer of the value, empty for the whole document. */
	readonly pointer: string;
	readonly message: string;
}

export const problemText = (problem: Problem): string =>
	`${problem.uri}:${problem.line}:${problem.column} ${problem.pointer === '' ? '' : `${problem.pointer} `}${problem.message}`;

export type JsoncResult<T> =
	| { readonly value: T; readonly root: Node; readonly problems: readonly [] }
	| { readonly value?: undefined; readonly problems: readonly [Problem, ...Problem[]] };

/** Larger files are refused: a catalogue or a settings file of this size is a mistake, and reading it would stall the editor. */
export const maxJsoncLength = 8 * 1024 * 1024;
const maxDepth = 64;
const maxProblems = 20;

/** Reads JSON with comments and trailing commas by a schema. Never throws; every problem names line and pointer. */
export function parseJsonc<const S extends v.GenericSchema>(
	text: string,
	uri: string,
	schema: S,
): JsoncResult<v.InferOutput<S>> {
	const at = problemAt(text, uri);
	const fail = (message: string, offset = 0, length = 0): { problems: [Problem] } => ({
		problems: [at(offset, offset + length, '', message)],
	});
	if (text.length > maxJsoncLength) return fail(`The file is larger than ${maxJsoncLength / 1024 / 1024} MB.`);
	if (nestsDeeperThan(text, maxDepth)) return fail(`The file nests deeper than ${maxDepth} levels.`);
	const errors: ParseError[] = [];
	const root = parseTree(text.replace(/^\uFEFF/, ' '), errors, { allowTrailingComma: true });
	const [first] = errors;
	if (root === undefined && (first?.offset ?? text.length) >= text.trimEnd().length) {
		return fail('The file is empty; a JSON object is expected.');
	}
	if (first !== undefined) {
		return fail(`Not valid JSON: ${words(printParseErrorCode(first.error))}.`, first.offset, first.length);
	}
	if (root?.type !== 'object') return fail('The file must be a JSON object.', root?.offset, root?.length);
	const repeated = firstRepeatedKey(root, []);
	if (repeated !== undefined) {
		const { node, path } = repeated;
		const message = `${nameOf(path)} stands twice in one object.`;
		return { problems: [at(node.offset, node.offset + node.length, toPointer(path), message)] };
	}
	const parsed = v.safeParse(schema, toValue(root));
	if (parsed.success) return { value: parsed.output, root, problems: [] };
	const found = parsed.issues.slice(0, maxProblems).map((item) => {
		const path = (item.path ?? []).map((step) => step.key as string | number);
		const node = isUnknownField(item) ? keyNode(nearestNode(root, path)) : nearestNode(root, path);
		return at(node.offset, node.offset + node.length, toPointer(path), issueMessage(item, path));
	});
	const [issue, ...issues] = found.sort((a, b) => a.start - b.start);
	return issue === undefined ? fail('The file is not valid.') : { problems: [issue, ...issues] };
}

/** Makes problems of one text. */
export function problemAt(
	text: string,
	uri: string,
): (start: number, end: number, pointer: string, message: string) => Problem {
	const starts = lineStarts(text);
	return (start, end, pointer, message) => {
		const { line, character } = positionAt(starts, start);
		return { uri, start, end, line: line + 1, column: character + 1, pointer, message };
	};
}

const words = (code: string): string => code.replace(/([a-z])([A-Z])/g, '$1 $2').toLowerCase();

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
				const described = { value: toValue(value), enumerable: true, configurable: true, writable: true };
				Object.defineProperty(result, key.value as string, described); // `__proto__` is a key like any other
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

/** The node at `path`, or the deepest existing ancestor when the value is missing. */
function nearestNode(root: Node, path: Path): Node {
	for (let length = path.length; length > 0; length--) {
		const node = findNodeAtLocation(root, path.slice(0, length));
		if (node !== undefined) return node;
	}
	return root;
}

/** The key of a property's value. */
const keyNode = (value: Node): Node =>
	value.parent?.type === 'property' ? (value.parent.children?.[0] ?? value) : value;

type Path = readonly (string | number)[];

/** JSON takes the last of two equal keys without a word; a person wrote both and meant both. */
function firstRepeatedKey(node: Node, path: Path): { node: Node; path: Path } | undefined {
	const seen = new Set<string>();
	for (const [index, child] of (node.children ?? []).entries()) {
		const key = child.type === 'property' ? child.children?.[0] : undefined;
		const value = child.type === 'property' ? child.children?.[1] : child;
		const name = key?.value as string | undefined;
		const here = [...path, name ?? index];
		if (key !== undefined && seen.has(name ?? '')) return { node: key, path: here };
		seen.add(name ?? '');
		const found = value === undefined ? undefined : firstRepeatedKey(value, here);
		if (found !== undefined) return found;
	}
	return undefined;
}

const toPointer = (path: Path): string =>
	path.map((part) => `/${String(part).replaceAll('~', '~0').replaceAll('/', '~1')}`).join('');

function nameOf(path: Path): string {
	if (path.length === 0) return 'The file';
	const name = typeof path.at(-1) === 'number' ? path.slice(-2).join('/') : String(path.at(-1));
	return `\`${name}\``;
}

const isUnknownField = (issue: v.BaseIssue<unknown>): boolean =>
	issue.type === 'strict_object' && issue.expected === 'never';

/** What the schema library calls a type, as a person would. */
const typeNames: Readonly<Record<string, string>> = {
	Array: 'a list',
	Object: 'an object',
	string: 'a string',
	number: 'a number',
	boolean: '`true` or `false`',
};

function issueMessage(issue: v.BaseIssue<unknown>, path: Path): string {
	const name = nameOf(path);
	if (isUnknownField(issue)) return `${name} is not a known field.`;
	if (issue.type === 'strict_object' && issue.received === 'undefined') return `${name} is missing.`;
	if (issue.type === 'regex' || issue.type === 'non_empty' || issue.type === 'check')
		return `${name} ${issue.message}.`;
	const expected = issue.expected ?? 'valid';
	const [, sign, bound = ''] = /^([<>])=(.+)$/.exec(expected) ?? [];
	if (sign !== undefined) {
		const limit = `at ${sign === '>' ? 'least' : 'most'} ${bound}`;
		return issue.type.endsWith('_length') ? `${name} must hold ${limit}.` : `${name} must be ${limit}.`;
	}
	const choices = expected.match(/"[^"]*"/g);
	if (choices !== null)
		return `${name} must be one of ${choices.map((choice) => `\`${choice.slice(1, -1)}\``).join(', ')}.`;
	return `${name} must be ${typeNames[expected] ?? expected.replace(/^\((.*)\)$/, '$1').replaceAll(' | ', ' or ')}.`;
}
