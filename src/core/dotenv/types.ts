import type { Span } from '../text/lines';

/**
 * A loader whose reading of a `.env` file is reproduced. Loaders disagree about `#`, quotes, escapes, `$NAME`,
 * `KEY: value` and lines without `=`, so the same text can mean different things to two services of one repository.
 */
export type DotenvDialect =
	| 'node-dotenv'
	| 'dotenv-expand'
	/** `--env-file` and `util.parseEnv` of Node 20. */
	| 'node-parse-env'
	/** The same of Node 22 and later, which read many lines otherwise. */
	| 'node-parse-env-22'
	| 'python-dotenv'
	| 'compose'
	| 'godotenv'
	| 'ruby-dotenv';

export type DotenvQuote = '"' | "'" | '`' | '';

/** One statement that names a key. Every offset is a UTF-16 code unit of the text as given, byte order mark included. */
export interface DotenvEntry {
	readonly key: string;
	readonly keyRange: Span;
	/** `b c` of `A="b c"` and of `A=b c # note`; empty, behind the key, when there is no separator. */
	readonly rawValueRange: Span;
	/** The quotes that the loader removes; empty for `A='x` and for backticks where the loader keeps them. */
	readonly quote: DotenvQuote;
	/** Quotes and escapes resolved, references such as `$NAME` not. */
	readonly literal: string;
	/** What the loader hands over: `null` for a key without a value (Python), `undefined` when it sets nothing. */
	readonly value: string | null | undefined;
	readonly exported: boolean;
	/** Whether this is a `# KEY=value` line, which documents a key and sets nothing. */
	readonly commented: boolean;
	/** The statement from `export` or the key to the end of its value or inline comment, without the line end. */
	readonly range: Span;
	/** From `#` to the end of the line. */
	readonly comment?: Span;
}

/** A line of its own that starts with `#`. */
export interface DotenvComment {
	/** From `#` to the end of the line. */
	readonly range: Span;
}

export type DotenvProblemKind =
	/** `KEY` with neither `=` nor `:`. */
	| 'no-equals'
	/** A quote that opens a value and never closes. */
	| 'unterminated-quote'
	/** `A="x" y`: the loader drops the rest, keeps the quotes or gives the line up. */
	| 'text-after-quote'
	/** A key with characters that this loader cannot take, or takes literally (`[`, a line break, a space). */
	| 'bad-key'
	/** `=value`. */
	| 'empty-key'
	/** `export KEY` without a value, where the loader demands an earlier one. */
	| 'unset-export'
	/** The value is taken from a later line: `A= ` before `B=2` gives Node 22 an `A` of `B=2`, and no `B`. */
	| 'swallowed-line'
	/** A line that holds something and yields nothing. */
	| 'dropped-line'
	/** The loader reads the byte order mark as part of the first key. */
	| 'byte-order-mark'
	/** `$(command)`, which this loader runs; its output is unknown here, so the value keeps the text. */
	| 'command-substitution'
	/** `${NAME:?message}` without a value. */
	| 'required-variable'
	/** `${` that the loader cannot read. */
	| 'invalid-template'
	/** References that grow without end; the value is left unexpanded. */
	| 'expansion-limit';

export interface DotenvProblem {
	readonly kind: DotenvProblemKind;
	readonly range: Span;
}

/** The reason why the loader rejects the whole file. */
export interface DotenvError {
	readonly kind: DotenvProblemKind;
	/** 0-based, as in an editor's positions. */
	readonly line: number;
	readonly range: Span;
}

export interface DotenvFile {
	readonly dialect: DotenvDialect;
	/** In the order of the text; a rejected file has them too, so that an editor can go on helping. */
	readonly entries: readonly DotenvEntry[];
	readonly comments: readonly DotenvComment[];
	readonly commentedEntries: readonly DotenvEntry[];
	readonly problems: readonly DotenvProblem[];
	readonly error?: DotenvError;
}

/** The process environment that the loader sees. */
export type DotenvEnvironment = Readonly<Record<string, string>>;

/** A file is opened by the loader, which may drop a mark or translate line ends; a string reaches its parser as it is. */
export type DotenvInput = 'file' | 'string';
