import type { EnvPresence } from '../types';
import type { NamedRead } from '../collector';

const reference =
	/\$(?:\{(?<braced>[A-Za-z_]\w*)(?:(?<operator>:?[-?=+])(?<word>(?:[^{}]|\$\{[^{}]*\})*)|[^}\w][^}]*)?\}|(?<bare>[A-Za-z_]\w*))/g;

/** One `$X` or `${X:-default}` in text. */
export interface Reference extends Pick<NamedRead, 'name' | 'span' | 'presence' | 'default' | 'fallbackSpan'> {
	/** The reference as a whole. */
	readonly start: number;
	readonly end: number;
}

/** The references in `text`; an escaped `$$X` or `\$X` is none. References inside a default are found as well. */
export function referencesIn(text: string, offset = 0): Reference[] {
	const found: Reference[] = [];
	for (const match of text.matchAll(reference)) {
		const { braced, bare, operator, word } = match.groups ?? {};
		const name = braced ?? bare ?? '';
		if (/[\\$]/.test(text[match.index - 1] ?? '')) continue;
		const start = offset + match.index + (braced === undefined ? 1 : 2);
		const end = offset + match.index + match[0].length;
		const value = /^:?[-=]$/.test(operator ?? '') ? unquoted(word ?? '') : undefined;
		found.push({
			name,
			span: { start, end: start + name.length },
			start: offset + match.index,
			end,
			presence: presenceOf(operator, word),
			...(value === undefined || value === '' || value.includes('$') ? {} : { default: value }),
			...(value === undefined ? {} : { fallbackSpan: { start: start + name.length, end: end - 1 } }),
		});
		if (word?.includes('$') === true) found.push(...referencesIn(word, end - 1 - word.length));
	}
	return found;
}

const unquoted = (word: string): string => /^(["'])(.*)\1$/s.exec(word)?.[2] ?? word;

function presenceOf(operator: string | undefined, word: string | undefined): EnvPresence {
	if (operator === undefined) return 'plain';
	if (operator.endsWith('?')) return 'assumes';
	if (operator.endsWith('+')) return 'guarded';
	return word === '' || word === undefined ? 'guarded' : 'defaulted';
}

/** Names in the style of variables that come from outside; lower-case ones are a script's own. */
export const isExternal = (name: string): boolean => /^[A-Z][A-Z0-9_]*$/.test(name) && !shellOwn.test(name);

const shellOwn =
	/^(?:BASH\w*|LINENO|FUNCNAME|RANDOM|SECONDS|PIPESTATUS|OPTARG|OPTIND|OPTERR|EUID|UID|GROUPS|IFS|PPID|REPLY|SHLVL|PS[1-4]|DIRSTACK|COMP_\w+|READLINE_\w+|MAPFILE|COLUMNS|LINES|OLDPWD|SHELLOPTS|EPOCHSECONDS|MAKE\w*|CURDIR|SHELL)$/;
