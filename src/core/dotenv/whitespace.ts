/** Whether a UTF-16 code unit is white space (or a line break) to some runtime. */
export type CodeTest = (code: number) => boolean;

function oneOf(characters: string): CodeTest {
	const table = new Uint8Array(0x3001);
	for (let index = 0; index < characters.length; index++) table[characters.charCodeAt(index)] = 1;
	return (code) => table[code] === 1;
}

const unicodeSpaces = '\u0085\u00a0\u1680\u2000\u2001\u2002\u2003\u2004\u2005\u2006\u2007\u2008\u2009\u200a';
const unicodeSpaces2 = '\u2028\u2029\u202f\u205f\u3000';

/** `\s` and `trim` of JavaScript: the byte order mark counts, NEL does not. */
export const javascriptSpace: CodeTest = (code) =>
	code === 0xfeff || (code !== 0x85 && (code === 32 || (code >= 9 && code <= 13) || unicodeSpace(code)));
/** `str.isspace` of Python: NEL and the four separators of ASCII count, the byte order mark does not. */
export const pythonSpace: CodeTest = (code) =>
	code === 32 || (code >= 9 && code <= 13) || (code >= 28 && code <= 31) || unicodeSpace(code);
/** `unicode.IsSpace` of Go. */
export const goSpace: CodeTest = (code) => code === 32 || (code >= 9 && code <= 13) || unicodeSpace(code);
/** White space inside a line, as both Go loaders define it. */
export const goInlineSpace: CodeTest = oneOf('\t\v\f\r \u0085\u00a0');
/** `\s` of Ruby and of Go's regular expressions is ASCII only. */
export const rubySpace: CodeTest = oneOf('\t\n\v\f\r ');
/** `String#strip` of Ruby removes NUL too. */
export const rubyStripped: CodeTest = oneOf('\0\t\n\v\f\r ');
export const blank: CodeTest = (code) => code === 32;

export const newline: CodeTest = (code) => code === 10;
/** `^` and `$` of JavaScript stop at the two Unicode separators too. */
export const javascriptBreak: CodeTest = oneOf('\n\u2028\u2029');

const unicodeSpace: CodeTest = oneOf(unicodeSpaces + unicodeSpaces2);

/** The first offset in `[from, to)` whose code unit fails the test, else `to`. */
export function skip(text: string, from: number, to: number, test: CodeTest): number {
	let offset = from;
	while (offset < to && test(text.charCodeAt(offset))) offset++;
	return offset;
}

/** The first offset in `[from, to)` whose code unit passes the test, else `to`. */
export function find(text: string, from: number, to: number, test: CodeTest): number {
	let offset = from;
	while (offset < to && !test(text.charCodeAt(offset))) offset++;
	return offset;
}

/** The end of `[from, to)` without the code units at its end that pass the test. */
export function skipBack(text: string, from: number, to: number, test: CodeTest): number {
	let end = to;
	while (end > from && test(text.charCodeAt(end - 1))) end--;
	return end;
}

export function trimmed(text: string, from: number, to: number, test: CodeTest): { start: number; end: number } {
	const start = skip(text, from, to, test);
	return { start, end: skipBack(text, start, to, test) };
}

/**
 * The end of the line of an offset. Remembers the last line, so that asking for every offset of a long line costs one pass.
 */
export function lineEnds(text: string, size: number, lineBreak: CodeTest): (from: number) => number {
	let start = 0;
	let end = -1;
	return (from) => {
		if (from < start || from > end) {
			start = from;
			end = find(text, from, size, lineBreak);
		}
		return end;
	};
}
