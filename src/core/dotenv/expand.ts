import type { DotenvProblemKind } from './types';

/** What a reference in a value can see. */
export interface Scope {
	/** A variable of the process. */
	readonly env: (name: string) => string | undefined;
	/** A variable that this file has set so far; `null` for a key without a value. */
	readonly file: (name: string) => string | null | undefined;
	/** Takes characters from what is left for the whole file; false when nothing is left. */
	readonly spend: (characters: number) => boolean;
	readonly note: (kind: DotenvProblemKind) => void;
}

/** Resolves the references of one decoded value. */
export type Expander = (value: string, scope: Scope) => string;

const isName = (code: number, first: boolean): boolean =>
	code === 95 || (code >= 65 && code <= 90) || (code >= 97 && code <= 122) || (!first && code >= 48 && code <= 57);

/** The end of the identifier at an offset; the offset itself if there is none. */
export function nameEnd(text: string, from: number): number {
	let at = from;
	while (at < text.length && isName(text.charCodeAt(at), at === from)) at++;
	return at;
}

/**
 * dotenv-expand: the process wins over the file, an empty value counts as none, and the result of each replacement is
 * searched again from its start, so that what a variable holds is expanded too. A backslash protects a dollar.
 */
export const expandNode: Expander = (value, scope) => {
	let result = value;
	const seen = new Set<string>();
	for (let found = nodeReference(result); found !== undefined; found = nodeReference(result)) {
		if (!scope.spend(result.length + 1)) break;
		seen.add(result);
		const { name, operator, rest } = operands(found.expression);
		const file = scope.file(name) ?? undefined;
		const current = scope.env(name) ?? file;
		const used = operator.endsWith('+') ? '' : current;
		const other = operator.endsWith('+') && !current ? '' : rest;
		// A replacement text is a pattern here as well: `$$` in it means one dollar.
		result = result.replace(found.template, used && !seen.has(used) ? used : other);
		if (result === file) break;
	}
	return result;
};

export const unprotectDollars = (value: string): string => value.replaceAll('\\$', '$');

interface NodeReference {
	readonly template: string;
	readonly expression: string;
}

function nodeReference(text: string): NodeReference | undefined {
	for (let at = text.indexOf('$'); at >= 0; at = text.indexOf('$', at + 1)) {
		if (at > 0 && text.charAt(at - 1) === '\\') continue;
		const braced = text.charAt(at + 1) === '{';
		const start = braced ? at + 2 : at + 1;
		let end = nameEnd(text, start);
		if (braced) while (end < text.length && !'{}'.includes(text.charAt(end))) end++;
		if (end === start || (braced && text.charAt(end) !== '}')) continue;
		return { template: text.slice(at, braced ? end + 1 : end), expression: text.slice(start, end) };
	}
	return undefined;
}

/** Without an operator the word `null` acts as one: that is what splitting by nothing does there. */
function operands(expression: string): { name: string; operator: string; rest: string } {
	const operator = /:\+|\+|:-|-/.exec(expression)?.[0] ?? 'null';
	const at = expression.indexOf(operator);
	if (at < 0) return { name: expression, operator, rest: '' };
	return { name: expression.slice(0, at), operator, rest: expression.slice(at + operator.length) };
}

/** python-dotenv: only `${NAME}` and `${NAME:-default}`; the file wins over the process, and nothing protects a dollar. */
export const expandPython: Expander = (value, scope) => {
	const nameStop = forwardSearch(value, /[}:]/g);
	const brace = forwardSearch(value, /\}/g);
	let result = '';
	let copied = 0;
	for (let at = value.indexOf('${'); at >= 0; at = value.indexOf('${', at)) {
		const stop = nameStop(at + 2);
		const hasDefault = value.startsWith(':-', stop);
		const close = hasDefault ? brace(stop + 2) : stop;
		if (value.charAt(close) !== '}') {
			at += 2;
			continue;
		}
		const name = value.slice(at + 2, stop);
		const set = scope.file(name);
		const found =
			set === undefined ? (scope.env(name) ?? (hasDefault ? value.slice(stop + 2, close) : '')) : (set ?? '');
		if (!scope.spend(found.length + 1)) return value;
		result += value.slice(copied, at) + found;
		copied = at = close + 1;
	}
	return result + value.slice(copied);
};

/** The next match at or after an offset, else the length; for offsets that only grow, so each match is found once. */
function forwardSearch(text: string, pattern: RegExp): (from: number) => number {
	let found = -1;
	return (from) => {
		if (found < from) {
			pattern.lastIndex = from;
			found = pattern.exec(text)?.index ?? text.length;
		}
		return found;
	};
}

/** godotenv: upper-case names of this file only; a bracket before the name vanishes with it, whether it closes or not. */
export const expandGodotenv: Expander = (value, scope) =>
	value.replace(/\\\$|\$\(?\{?([A-Z0-9_]+)\}?/g, (found, name?: string) => {
		if (name === undefined) return '$';
		const value = scope.file(name) ?? '';
		return scope.spend(value.length + 1) ? value : found;
	});

/** Ruby's dotenv: names of either case, the file wins over the process; `$(…)` runs a command and is left as it is. */
export const expandRuby: Expander = (value, scope) => {
	const commands = commandGroups(value);
	const text = value.replace(/(\\)?\$(?=\()/g, (found, escape: string | undefined, at: number) => {
		if (!commands.has(at + found.length)) return found;
		if (escape !== undefined) return '$';
		scope.note('command-substitution');
		return found;
	});
	return text.replace(/\\\$(?!\()|\$\{?([A-Za-z0-9_]+)\}?/g, (found, name?: string) => {
		if (name === undefined) return '$';
		const value = scope.file(name) ?? scope.env(name) ?? '';
		return scope.spend(value.length + 1) ? value : found;
	});
};

/** The offsets of the `(` that have a `)`, with no empty pair between them. */
function commandGroups(text: string): ReadonlySet<number> {
	const groups = new Set<number>();
	const open: { readonly at: number; sound: boolean }[] = [];
	for (const { 0: char, index } of text.matchAll(/[()]/g)) {
		if (char === '(') {
			open.push({ at: index, sound: true });
			continue;
		}
		const group = open.pop();
		if (group === undefined) continue;
		const outer = open.at(-1);
		if (group.sound && index > group.at + 1) groups.add(group.at);
		else if (outer !== undefined) outer.sound = false;
	}
	return groups;
}
