import type { Span } from '../text/lines';
import type { DotenvProblem, DotenvProblemKind, DotenvQuote } from './types';
import { find, skip, type CodeTest } from './whitespace';

/** A statement as a loader delimits it: nothing is decoded yet. Offsets are into the prepared text. */
export interface Statement {
	readonly key: Span;
	readonly exported: boolean;
	readonly range: Span;
	/** Between the quotes; absent when the key stands without a separator. */
	readonly value?: Span;
	readonly quote: DotenvQuote;
	/** Whether not even white space stands where the value would. */
	readonly unassigned?: boolean;
	readonly comment?: Span;
}

export interface Scan {
	readonly statements: Statement[];
	readonly problems: DotenvProblem[];
	/** The first problem for which the loader rejects the file. */
	error?: DotenvProblem;
}

export type Scanner = (text: string) => Scan;

export const emptyScan = (): Scan => ({ statements: [], problems: [] });

export function note(scan: Scan, kind: DotenvProblemKind, range: Span): void {
	scan.problems.push({ kind, range });
}

/** Notes a problem that makes the loader give the whole file up. */
export function reject(scan: Scan, kind: DotenvProblemKind, range: Span): void {
	scan.error ??= { kind, range };
	note(scan, kind, range);
}

export const quoteCodes: ReadonlyMap<number, Exclude<DotenvQuote, ''>> = new Map([
	[34, '"'],
	[39, "'"],
	[96, '`'],
]);

export const hash = 35;

/** The end of a line without the `\r` of `\r\n`, which some loaders leave to the line. */
export const beforeReturn = (text: string, lineEnd: number): number =>
	text.charCodeAt(lineEnd - 1) === 13 ? lineEnd - 1 : lineEnd;

/** The comment that starts at or behind blanks after `from`, to the end of the line. */
export function commentAfter(text: string, from: number, space: CodeTest, lineBreak: CodeTest): Span | undefined {
	const start = skip(text, from, text.length, (code) => space(code) && !lineBreak(code));
	if (text.charCodeAt(start) !== hash) return undefined;
	return { start, end: beforeReturn(text, find(text, start, text.length, lineBreak)) };
}

/**
 * Where the quote that opens at an offset closes, for loaders that read `(\\' | [^'])*` with backtracking: the first
 * quote without a backslash before it, and if the rest of the line does not suit there, the last escaped one before it.
 * All answers come from one pass from the end, so a text full of quotes stays cheap.
 */
export function quoteClosings(
	text: string,
	quote: string,
	suits: (afterQuote: number) => boolean,
): ReadonlyMap<number, number> {
	const closings = new Map<number, number>();
	let next = -1;
	let nextCloses = -1;
	for (let at = text.lastIndexOf(quote); at >= 0; at = at === 0 ? -1 : text.lastIndexOf(quote, at - 1)) {
		let closes = -1;
		if (next >= 0) {
			const escaped = next - 1 > at && text.charAt(next - 1) === '\\';
			closes = escaped ? nextCloses : -1;
			if (closes < 0 && suits(next + 1)) closes = next;
		}
		if (closes >= 0) closings.set(at, closes);
		next = at;
		nextCloses = closes;
	}
	return closings;
}
