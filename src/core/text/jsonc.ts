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
	if (first !== undefined) {
		return fail(`Not valid JSON: ${words(printParseErrorCode(first.error))}.`, first.offset, first.length);
	}
	if (root === undefined) return fail('The file is empty; a JSON object is expected.');
	const parsed = v.safeParse(schema, toValue(root));
	if (parsed.success) return { value: parsed.output, root, problems: [] };
	const [issue, ...issues] = parsed.issues.slice(0, maxProblems).map((item) => {
		const path = (item.path ?? []).map((step) => step.key as string | number);
		const node = nearestNode(root, path);
		return at(node.offset, node.offset + node.length, toPointer(path), issueMessage(item, path));
	});
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
function nearestNode(root: Node, path: readonly (string | number)[]): Node {
	for (let length = path.length; length > 0; length--) {
		const node = findNodeAtLocation(root, path.slice(0, length));
		if (node !== undefined) return node;
	}
	return root;
}

const toPointer = (path: readonly (string | number)[]): string =>
	path.map((part) => `/${String(part).replaceAll('~', '~0').replaceAll('/', '~1')}`).join('');

function issueMessage(issue: v.BaseIssue<unknown>, path: readonly (string | number)[]): string {
	const key = path.at(-1);
	const name = key === undefined ? 'The file' : `\`${key}\``;
	if (issue.type === 'strict_object') {
		return issue.expected === 'never' ? `${name} is not a known field.` : `${name} is missing.`;
	}
	if (issue.type === 'regex' || issue.type === 'non_empty' || issue.type === 'check')
		return `${name} ${issue.message}.`;
	return `${name} must be ${issue.expected ?? 'valid'}.`;
}
