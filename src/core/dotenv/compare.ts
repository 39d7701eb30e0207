import type { Span } from '../text/lines';
import { parseDotenv } from './parse';
import type { DotenvDialect, DotenvEntry, DotenvEnvironment, DotenvFile } from './types';

/** What a loader makes of a key: a value, a key without one, nothing, or no file at all. */
export type DotenvReading = 'value' | 'null' | 'unset' | 'rejected';

/** The first thing in which two readings part; later ones follow from it. */
export type DotenvDifferenceCause =
	/** One loader does not set the key, or rejects the file. */
	| 'presence'
	/** The value ends elsewhere: at a `#`, at a quote or at a line end. */
	| 'extent'
	/** The same text, but one loader keeps the quotes. */
	| 'quotes'
	/** The same text with other escapes. */
	| 'escapes'
	/** The same literal, but `$NAME` means something else. */
	| 'references';

/** A key that two loaders read differently. Never carries a value. */
export interface DotenvDifference {
	readonly key: string;
	readonly cause: DotenvDifferenceCause;
	/** In the order of the two dialects. */
	readonly readings: readonly [DotenvReading, DotenvReading];
	/** The statement that counts, as the first loader that has one delimits its value. */
	readonly keyRange: Span;
	readonly valueRange: Span;
}

/** The keys of a text that two loaders would read differently, in the order of the text. */
export function compareDialects(
	text: string,
	first: DotenvDialect,
	second: DotenvDialect,
	env?: DotenvEnvironment,
): readonly DotenvDifference[] {
	const files = [parseDotenv(text, first, env), parseDotenv(text, second, env)] as const;
	const [left, right] = [lastEntries(files[0]), lastEntries(files[1])];
	const differences: DotenvDifference[] = [];
	for (const key of new Set([...left.keys(), ...right.keys()])) {
		const [a, b] = [left.get(key), right.get(key)];
		const entry = a ?? b;
		const readings = [readingOf(files[0], a), readingOf(files[1], b)] as const;
		const cause = differenceOf(readings, a, b);
		if (entry === undefined || cause === undefined) continue;
		differences.push({ key, cause, readings, keyRange: entry.keyRange, valueRange: entry.rawValueRange });
	}
	return differences.sort((a, b) => a.keyRange.start - b.keyRange.start);
}

const lastEntries = (file: DotenvFile): ReadonlyMap<string, DotenvEntry> =>
	new Map(file.entries.map((entry) => [entry.key, entry]));

function readingOf(file: DotenvFile, entry: DotenvEntry | undefined): DotenvReading {
	if (file.error !== undefined) return 'rejected';
	if (entry?.value === undefined) return 'unset';
	return entry.value === null ? 'null' : 'value';
}

function differenceOf(
	[left, right]: readonly [DotenvReading, DotenvReading],
	a: DotenvEntry | undefined,
	b: DotenvEntry | undefined,
): DotenvDifferenceCause | undefined {
	if (left !== right) return 'presence';
	if (left !== 'value' || a === undefined || b === undefined || a.value === b.value) return undefined;
	const [one, other] = [a.rawValueRange, b.rawValueRange];
	if (one.start !== other.start || one.end !== other.end) {
		const wider = a.quote === '' ? one : other;
		const inner = a.quote === '' ? other : one;
		const onlyQuotes = a.quote !== b.quote && wider.start === inner.start - 1 && wider.end === inner.end + 1;
		return onlyQuotes ? 'quotes' : 'extent';
	}
	return a.literal === b.literal ? 'references' : 'escapes';
}
