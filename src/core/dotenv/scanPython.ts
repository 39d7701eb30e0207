import type { Span } from '../text/lines';
import { commentAfter, emptyScan, hash, note, quoteClosings, quoteCodes, type Scan } from './scan';
import type { DotenvProblemKind, DotenvQuote } from './types';
import { find, lineEnds, pythonSpace, skip, skipBack, trimmed, type CodeTest } from './whitespace';

const lineBreak: CodeTest = (code) => code === 10 || code === 13;
const inlineSpace: CodeTest = (code) => pythonSpace(code) && !lineBreak(code);
const equals = 61;

interface Value {
	readonly value: Span;
	readonly quote: DotenvQuote;
	readonly comment?: Span;
	/** Where the value ends, closing quote included. */
	readonly end: number;
}

/**
 * python-dotenv 1.2.2: one statement at a time; what cannot be read is given up to the end of its line, with a warning.
 * (1.2.4 differs in two rare places: `A= #b` is empty there, and a backslash may escape a backslash before a quote.)
 */
export function scanPython(text: string): Scan {
	const scan = emptyScan();
	const closings = new Map<string, ReadonlyMap<number, number>>();
	const lineEnd = lineEnds(text, text.length, lineBreak);
	let at = skip(text, 0, text.length, pythonSpace);
	while (at < text.length) at = skip(text, statement(at), text.length, pythonSpace);
	return scan;

	/** Reads one statement and gives the end of its last line. */
	function statement(start: number): number {
		const blankEnd = skip(text, start + 6, text.length, inlineSpace);
		const exported = text.startsWith('export', start) && blankEnd > start + 6;
		const at = exported ? blankEnd : start;
		if (text.charCodeAt(at) === hash) return lineEnd(at);
		const key = keyAt(at);
		if (key === undefined) return giveUp(start, at, text.charCodeAt(at) === equals ? 'empty-key' : 'bad-key');
		const keyEnd = key.end + (key.start - at);
		const separator = skip(text, keyEnd, text.length, inlineSpace);
		if (text.charCodeAt(separator) !== equals) {
			const comment = commentAfter(text, keyEnd, inlineSpace, lineBreak);
			if (comment === undefined && separator < lineEnd(separator)) return giveUp(start, separator, 'no-equals');
			note(scan, 'no-equals', key);
			const range = { start, end: comment?.end ?? keyEnd };
			scan.statements.push({ key, exported, range, quote: '', ...(comment && { comment }) });
			return range.end;
		}
		const from = skip(text, separator + 1, text.length, inlineSpace);
		const found = valueAt(from);
		if (found === undefined) return giveUp(start, from, 'unterminated-quote');
		const { value, quote, end } = found;
		const comment = found.comment ?? commentAfter(text, end, inlineSpace, lineBreak);
		const behind = comment?.end ?? skip(text, end, text.length, inlineSpace);
		if (behind < lineEnd(behind)) return giveUp(start, end, 'text-after-quote');
		const range = { start, end: comment?.end ?? Math.max(end, separator + 1) };
		scan.statements.push({ key, exported, range, value, quote, ...(comment && { comment }) });
		return behind;
	}

	function keyAt(at: number): Span | undefined {
		if (text.charAt(at) === "'") {
			const close = text.indexOf("'", at + 1);
			return close > at + 1 ? { start: at + 1, end: close } : undefined;
		}
		const end = find(text, at, text.length, (code) => code === equals || code === hash || pythonSpace(code));
		return end > at ? { start: at, end } : undefined;
	}

	function valueAt(from: number): Value | undefined {
		const quote = quoteCodes.get(text.charCodeAt(from));
		if (quote === '"' || quote === "'") {
			const close = closingsOf(quote).get(from);
			return close === undefined ? undefined : { value: { start: from + 1, end: close }, quote, end: close + 1 };
		}
		const end = lineEnd(from);
		const comment = commentIn(from, end);
		const value = { start: from, end: skipBack(text, from, comment?.start ?? end, pythonSpace) };
		return { value, quote: '', end: value.end, ...(comment && { comment }) };
	}

	/** The `#` behind white space, which `A= #b` has not: the white space before a value is no part of it. */
	function commentIn(from: number, end: number): Span | undefined {
		let at = from + 1;
		while (at < end && !(text.charCodeAt(at) === hash && pythonSpace(text.charCodeAt(at - 1)))) at++;
		return at < end ? { start: at, end } : undefined;
	}

	function closingsOf(quote: string): ReadonlyMap<number, number> {
		let map = closings.get(quote);
		if (map === undefined) {
			map = quoteClosings(text, quote, () => true);
			closings.set(quote, map);
		}
		return map;
	}

	function giveUp(start: number, at: number, kind: DotenvProblemKind): number {
		const end = lineEnd(at);
		const range = trimmed(text, start, end, pythonSpace);
		note(scan, kind, range);
		note(scan, 'dropped-line', range);
		return end;
	}
}
