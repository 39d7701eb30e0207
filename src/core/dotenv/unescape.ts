import type { DotenvQuote } from './types';

/**
 * Turns the text between the quotes into what it means, references aside.
 * `setting` reads a variable that steers the decoding, from the file so far or from the environment.
 */
export type Decoder = (raw: string, quote: DotenvQuote, setting: (name: string) => string | undefined) => string;

/** dotenv expands `\n` and `\r` when the value starts with a double quote, also when that quote is left in place. */
export const decodeNodeDotenv: Decoder = (raw, quote) =>
	quote === '"' || (quote === '' && raw.startsWith('"')) ? raw.replaceAll('\\n', '\n').replaceAll('\\r', '\r') : raw;

export const decodeNode: Decoder = (raw, quote) => (quote === '"' ? raw.replaceAll('\\n', '\n') : raw);

const pythonEscapes: Readonly<Record<string, string>> = {
	a: '\u0007',
	b: '\b',
	f: '\f',
	n: '\n',
	r: '\r',
	t: '\t',
	v: '\v',
};

export const decodePython: Decoder = (raw, quote) => {
	if (quote === "'") return raw.replace(/\\([\\'])/g, '$1');
	if (quote === '"') return raw.replace(/\\([\\'"abfnrtv])/g, (_, char: string) => pythonEscapes[char] ?? char);
	return raw;
};

/**
 * Compose: `\` before the closing kind of quote vanishes, then a double-quoted value takes the escapes of Go and octal
 * numbers behind `\0`. A protected dollar becomes `$$`, which the template language reads as one dollar.
 */
export const decodeCompose: Decoder = (raw, quote) => {
	if (quote === '') return raw;
	const text = raw.replace(/\\([\s\S])/g, (pair, char: string) => (char === quote ? char : pair));
	if (quote !== '"') return text;
	return text.replace(/\\(?:([abfnrtv"\\$])|0(\d{0,3}))/g, (_, char: string | undefined, digits: string) => {
		if (char === undefined) return octal(digits);
		return char === '$' ? '$$' : (pythonEscapes[char] ?? char);
	});
};

/** What is no byte loses its zero and stays: `\08` becomes `\8`. */
function octal(digits: string): string {
	const code = /^[0-7]{3}$/.test(digits) ? Number.parseInt(digits, 8) : 256;
	return code < 256 ? String.fromCharCode(code) : `\\${digits}`;
}

/** godotenv trims every quote at both ends, so `"\"a\""` keeps a backslash for its last quote. */
export const decodeGodotenv: Decoder = (raw, quote) => {
	if (quote === '') return raw;
	let start = 0;
	let end = raw.length;
	while (end > start && raw.charAt(end - 1) === quote) end--;
	while (start < end && raw.charAt(start) === quote) start++;
	const text = raw.slice(start, end);
	if (quote !== '"') return text;
	return text
		.replace(/\\(.)/g, (pair, char: string) => (char === 'n' ? '\n' : char === 'r' ? '\r' : pair))
		.replace(/\\([^$])/g, '$1');
};

/** Ruby's dotenv keeps `\n` as two characters unless `DOTENV_LINEBREAK_MODE=legacy`, and drops every other backslash. */
export const decodeRuby: Decoder = (raw, quote, setting) => {
	if (quote === "'") return raw;
	let text = raw;
	if (quote === '"') {
		const legacy = setting('DOTENV_LINEBREAK_MODE') === 'legacy';
		text = legacy ? text.replaceAll('\\n', '\n').replaceAll('\\r', '\r') : text.replace(/\\([nr])/g, '\\\\$1');
	}
	return text.replace(/\\([^$])/g, '$1');
};
