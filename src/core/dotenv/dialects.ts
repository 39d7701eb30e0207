import { expandGodotenv, expandNode, expandPython, expandRuby, unprotectDollars, type Expander } from './expand';
import { expandCompose } from './expandCompose';
import type { Scanner } from './scan';
import { goScanner } from './scanGo';
import { lineScanner, type LinePattern } from './scanLines';
import { scanNode } from './scanNode';
import { scanNode22 } from './scanNode22';
import { scanPython } from './scanPython';
import type { SourceTraits } from './source';
import type { DotenvDialect, DotenvInput, DotenvProblemKind, DotenvQuote } from './types';
import {
	decodeCompose,
	decodeGodotenv,
	decodeNode,
	decodeNodeDotenv,
	decodePython,
	decodeRuby,
	type Decoder,
} from './unescape';
import {
	goInlineSpace,
	goSpace,
	javascriptBreak,
	javascriptSpace,
	newline,
	rubySpace,
	rubyStripped,
	skipBack,
	type CodeTest,
} from './whitespace';

/** Everything in which one loader differs from another. */
export interface DialectTraits {
	/** How people call the loader. */
	readonly title: string;
	readonly source: Readonly<Record<DotenvInput, SourceTraits>>;
	readonly scan: Scanner;
	readonly decode: Decoder;
	readonly expand?: Expander;
	/** Quotes between which references stay as they are. */
	readonly literalQuotes: readonly DotenvQuote[];
	/** Runs on every value at the end, also on one that comes from the process. */
	readonly finish?: (value: string) => string;
	/** When a variable of the process replaces the file's value while the file is read. */
	readonly processWins: 'never' | 'when-set' | 'when-not-empty';
	/** `object`: references are resolved once all keys are known, in the order of a JavaScript object's keys. */
	readonly order: 'text' | 'object';
	/** What `KEY` alone means; `empty` gives up the file for `export KEY` and `export KEY=` unless the key is set already. */
	readonly bareKey: 'dropped' | 'null' | 'empty' | 'inherited' | 'rejected';
	/** Problems of decoding for which the loader gives the file up. */
	readonly fatal: readonly DotenvProblemKind[];
}

const asciiWord: CodeTest = (code) =>
	code === 95 || (code >= 48 && code <= 57) || (code >= 65 && code <= 90) || (code >= 97 && code <= 122);
const dot = 46;
const dash = 45;

const javascriptLine: LinePattern = {
	space: javascriptSpace,
	stripped: javascriptSpace,
	lineBreak: javascriptBreak,
	keyCode: (code) => asciiWord(code) || code === dot || code === dash,
	quotes: '\'"`',
	unwrapped: '\'"`',
	bareKeys: false,
};

const rubyLine: LinePattern = {
	space: rubySpace,
	stripped: rubyStripped,
	lineBreak: newline,
	keyCode: (code) => asciiWord(code) || code === dot,
	quotes: '\'"',
	unwrapped: '\'"',
	bareKeys: true,
};

const scanGodotenv = goScanner({
	keyCharacter: (codePoint) => utf8Bytes(codePoint).every(latin1Letter),
	exportSpace: goInlineSpace,
	bareKey: 'reject',
	spaceInKey: 'kept',
	valueEnd: (code) => code === 10 || code === 13,
	trailing: goInlineSpace,
	comment: (text, from, to) => {
		let at = to - 1;
		while (at > from && !(text.charAt(at) === '#' && goInlineSpace(text.charCodeAt(at - 1)))) at--;
		return at > from ? at : to;
	},
	escaped: (text, _open, at) => text.charAt(at - 1) === '\\',
});

const scanCompose = goScanner({
	keyCharacter: (codePoint) => /[\p{L}\p{N}_.[\]-]/u.test(String.fromCodePoint(codePoint)),
	exportSpace: (code) => rubySpace(code) && code !== 11,
	bareKey: 'inherit',
	spaceInKey: 'reject',
	valueEnd: newline,
	trailing: goSpace,
	comment: (text, from, to) => {
		const at = text.slice(from, to).indexOf(' #');
		return at < 0 ? to : from + at;
	},
	escaped: (text, open, at) => (at - skipBack(text, open + 1, at, (code) => code === 92)) % 2 === 1,
});

const given = (byteOrderMark: SourceTraits['byteOrderMark'], carriageReturn: SourceTraits['carriageReturn']) =>
	({ byteOrderMark, carriageReturn }) as const;
const both = (traits: SourceTraits): Readonly<Record<DotenvInput, SourceTraits>> => ({ file: traits, string: traits });

const nodeDotenv: DialectTraits = {
	title: 'dotenv',
	source: both(given('removed', 'all')),
	scan: lineScanner(javascriptLine),
	decode: decodeNodeDotenv,
	literalQuotes: [],
	processWins: 'never',
	order: 'text',
	bareKey: 'dropped',
	fatal: [],
};

const node20: DialectTraits = {
	title: 'Node.js 20 --env-file',
	source: both(given('kept', 'removed')),
	scan: scanNode,
	decode: decodeNode,
	literalQuotes: [],
	processWins: 'never',
	order: 'text',
	bareKey: 'dropped',
	fatal: [],
};

export const dialects: Readonly<Record<DotenvDialect, DialectTraits>> = {
	'node-dotenv': nodeDotenv,
	'dotenv-expand': {
		...nodeDotenv,
		title: 'dotenv-expand',
		expand: expandNode,
		finish: unprotectDollars,
		processWins: 'when-not-empty',
		order: 'object',
	},
	'node-parse-env': node20,
	'node-parse-env-22': { ...node20, title: 'Node.js --env-file', scan: scanNode22 },
	'python-dotenv': {
		title: 'python-dotenv',
		source: { file: given('removed', 'all'), string: given('removed', 'kept') },
		scan: scanPython,
		decode: decodePython,
		expand: expandPython,
		literalQuotes: [],
		processWins: 'never',
		order: 'text',
		bareKey: 'null',
		fatal: [],
	},
	compose: {
		title: 'Docker Compose',
		source: both(given('removed', 'kept')),
		scan: scanCompose,
		decode: decodeCompose,
		expand: expandCompose,
		literalQuotes: ["'"],
		processWins: 'never',
		order: 'text',
		bareKey: 'inherited',
		fatal: ['required-variable', 'invalid-template'],
	},
	godotenv: {
		title: 'godotenv',
		source: both(given('kept', 'crlf')),
		scan: scanGodotenv,
		decode: decodeGodotenv,
		expand: expandGodotenv,
		literalQuotes: ["'"],
		processWins: 'never',
		order: 'text',
		bareKey: 'rejected',
		fatal: [],
	},
	'ruby-dotenv': {
		title: 'dotenv for Ruby',
		source: { file: given('removed', 'all'), string: given('kept', 'all') },
		scan: lineScanner(rubyLine),
		decode: decodeRuby,
		expand: expandRuby,
		literalQuotes: ["'"],
		processWins: 'when-set',
		order: 'text',
		bareKey: 'empty',
		fatal: [],
	},
};

export const dotenvDialects = Object.keys(dialects) as readonly DotenvDialect[];

/** The UTF-8 bytes of a code point; godotenv looks at keys byte by byte, as if each were a Latin-1 character. */
function utf8Bytes(codePoint: number): number[] {
	const scalar = codePoint >= 0xd800 && codePoint <= 0xdfff ? 0xfffd : codePoint;
	if (scalar < 0x80) return [scalar];
	const tail = 0x80 | (scalar & 0x3f);
	if (scalar < 0x800) return [0xc0 | (scalar >> 6), tail];
	const middle = 0x80 | ((scalar >> 6) & 0x3f);
	if (scalar < 0x10000) return [0xe0 | (scalar >> 12), middle, tail];
	return [0xf0 | (scalar >> 18), 0x80 | ((scalar >> 12) & 0x3f), middle, tail];
}

const latin1Letter = (byte: number): boolean =>
	byte === dot ||
	asciiWord(byte) ||
	goInlineSpace(byte) ||
	(byte >= 0x80 && /[\p{L}\p{N}]/u.test(String.fromCharCode(byte)));
