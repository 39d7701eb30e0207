import { isWordCode } from '../../text/words';
import { otherCallee } from './calls';

/** `config.API_URL`, where `config` may be an exported object that reads the environment. */
const member = /\??\.[A-Z][A-Z0-9_]{2,}\b/g;
const objectName = /[Ee]nv|ENV|[Cc]onf|CONF|[Ss]etting|[Ss]ecret|[Vv]ars/;
/** What may be a variable's name, quoted or a symbol. */
const literal = /["'`:][A-Z][A-Z0-9_]{2,}\b/g;
/** The end of the name of a function that is called as if it read the environment: one pass finds it, its start is looked for then. */
const envCall = /env(?!ironment(?!_?var))\w*[!?]?(?:<[^<>()]*>)?\(\s*[^)\s]/gi;
/** How far back the call of an argument is looked for. */
const reach = 300;
/** A file of more constants than that is a table: the calls in it are all the same. */
const maxLiterals = 200;

/**
 * The functions that a text calls with what may be a variable's name, or whose own name speaks of the environment; found
 * without a tree, so rather too many.
 */
export function calleesIn(text: string): readonly string[] {
	const found = new Set<string>();
	let literals = 0;
	for (const { index } of text.matchAll(literal)) {
		if (!isArgument(text, index)) continue;
		if (++literals > maxLiterals) break;
		addCallees(text, index, found);
	}
	for (const { index, 0: call } of text.matchAll(envCall))
		found.add(wordBefore(text, index) + (/^\w+/.exec(call)?.[0] ?? ''));
	for (const { index } of text.matchAll(member)) {
		const object = wordBefore(text, index);
		if (objectName.test(object)) found.add(object);
	}
	for (const name of found) if (otherCallee.test(name)) found.delete(name);
	if (found.size > 0) for (const original of originals(text, found)) found.add(original);
	return [...found];
}

/** Whether what starts at an offset is handed over: `f(X`, `f(a, X`, `f(key: X`, `f X`. */
function isArgument(text: string, offset: number): boolean {
	let last = offset - 1;
	while (last >= 0 && text.charCodeAt(last) <= 32) last--;
	const char = text.charAt(last);
	if (char === '(' || char === ',') return true;
	if (char === ':' || char === '=') return isWordCode(text.charCodeAt(last - 1));
	return text.charAt(last + 1) === ' ' && (isWordCode(text.charCodeAt(last)) || char === '!' || char === '?');
}

/** The characters of a word that end at an offset. */
function wordBefore(text: string, offset: number): string {
	let start = offset;
	while (start > 0 && isWordCode(text.charCodeAt(start - 1))) start--;
	return text.slice(start, offset);
}

/** The names before the parentheses that are open at an offset, and of a call without any: `fetch :A`. */
function addCallees(text: string, offset: number, found: Set<string>): void {
	const before = text.slice(Math.max(0, offset - reach), offset);
	const bare = /(\w+)[!?]? *$/.exec(before)?.[1];
	if (bare !== undefined) found.add(bare);
	let depth = 0;
	for (let index = before.length - 1, calls = 0; index >= 0 && calls < 2; index--) {
		const char = before.charAt(index);
		if (char === ';') return;
		if (')]}'.includes(char)) depth++;
		else if ('([{'.includes(char)) {
			if (depth > 0) depth--;
			else if (char === '{') return;
			else if (char === '(') {
				calls++;
				// `fetch!` is a name of its own in Ruby, and `env` is called as a macro in Rust.
				const [, name, mark = ''] = /(\w+)([!?]?)(?:(?:::)?<[^<>()]*>)?\s*$/.exec(before.slice(0, index)) ?? [];
				if (name !== undefined) found.add(name).add(name + mark);
			}
		}
	}
}

/** `getEnv` of `import { getEnv as e }`, where `e` is called. */
function* originals(text: string, names: ReadonlySet<string>): Generator<string> {
	for (const [, original = '', renamed = ''] of text.matchAll(/\b(\w+) as (\w+)\b/g)) {
		if (names.has(renamed)) yield original;
	}
	for (const [, whole = ''] of text.matchAll(/\bimport (\w+)\b(?=,| from)/g)) if (names.has(whole)) yield 'default';
}
