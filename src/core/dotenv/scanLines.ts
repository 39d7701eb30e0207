import type { Span } from '../text/lines';
import { commentAfter, emptyScan, hash, note, quoteClosings, quoteCodes } from './scan';
import type { Scan, Scanner } from './scan';
import type { DotenvQuote } from './types';
import { find, skip, skipBack, trimmed, type CodeTest } from './whitespace';

/**
 * How a loader that searches for one pattern per line (Ruby's dotenv and its JavaScript descendant) fills that pattern in.
 * What does not match is passed over in silence.
 */
export interface LinePattern {
	readonly space: CodeTest;
	/** What the loader trims from a value. */
	readonly stripped: CodeTest;
	readonly lineBreak: CodeTest;
	readonly keyCode: CodeTest;
	/** Quotes around which a value may span lines. */
	readonly quotes: string;
	/** Quotes that are removed from both ends of a value that only looks quoted: `'it''s'`. */
	readonly unwrapped: string;
	/** Whether `KEY` alone is a statement. */
	readonly bareKeys: boolean;
}

const equals = 61;
const colon = 58;

interface Separator {
	/** Where the value may begin; absent for a bare key. */
	readonly valueFrom?: number;
}

interface Value extends Span {
	readonly quoted: boolean;
}

/** White space of this pattern runs over line ends, so a key, its `=` and a quoted value may stand on lines of their own. */
export function lineScanner(pattern: LinePattern): Scanner {
	const { space, lineBreak } = pattern;
	return (text) => {
		const scan = emptyScan();
		const closings = new Map<string, ReadonlyMap<number, number>>();
		let at = skip(text, 0, text.length, space);
		while (at < text.length) {
			const end = statement(at) ?? unmatched(at);
			at = skip(text, find(text, end, text.length, lineBreak), text.length, space);
		}
		return scan;

		function statement(start: number): number | undefined {
			if (text.startsWith('export', start) && space(text.charCodeAt(start + 6))) {
				const key = skip(text, start + 6, text.length, space);
				const end = assignment(start, key, true);
				if (end !== undefined) return end;
			}
			return assignment(start, start, false);
		}

		function assignment(start: number, keyStart: number, exported: boolean): number | undefined {
			const key = { start: keyStart, end: skip(text, keyStart, text.length, pattern.keyCode) };
			const separator = key.start === key.end ? undefined : separatorAfter(key.end);
			if (separator === undefined) return undefined;
			if (separator.valueFrom === undefined) {
				const comment = commentAfter(text, key.end, space, lineBreak);
				const range = { start, end: comment?.end ?? key.end };
				scan.statements.push({ key, exported, range, quote: '', unassigned: true, ...(comment && { comment }) });
				note(scan, 'no-equals', key);
				return range.end;
			}
			const found = valueFrom(separator.valueFrom);
			const comment = commentAfter(text, found.end, space, lineBreak);
			const { value, quote } = unwrap(found);
			const lineEnd = find(text, key.end, text.length, lineBreak);
			if (found.start < found.end && found.start > lineEnd)
				note(scan, 'swallowed-line', { start: key.end, end: lineEnd });
			const range = { start, end: comment?.end ?? Math.max(found.end, separator.valueFrom) };
			const unassigned = value.start === separator.valueFrom && value.end === value.start && quote === '';
			scan.statements.push({ key, exported, range, value, quote, unassigned, ...(comment && { comment }) });
			return range.end;
		}

		function separatorAfter(keyEnd: number): Separator | undefined {
			const behind = skip(text, keyEnd, text.length, space);
			const code = text.charCodeAt(behind);
			if (code === equals) return { valueFrom: behind + 1 };
			if (text.charCodeAt(keyEnd) === colon && space(text.charCodeAt(keyEnd + 1))) return { valueFrom: keyEnd + 2 };
			return pattern.bareKeys && endsLine(keyEnd) ? {} : undefined;
		}

		function endsLine(from: number): boolean {
			const end = skip(text, from, text.length, (code) => space(code) && !lineBreak(code));
			return end === text.length || lineBreak(text.charCodeAt(end)) || text.charCodeAt(end) === hash;
		}

		function valueFrom(from: number): Value {
			const first = skip(text, from, text.length, space);
			const quote = quoteCodes.get(text.charCodeAt(first));
			if (quote !== undefined && pattern.quotes.includes(quote)) {
				const close = closingsOf(quote).get(first);
				if (close !== undefined) return { start: first, end: close + 1, quoted: true };
			}
			const end = find(text, from, text.length, (code) => code === hash || code === 10);
			return { ...trimmed(text, from, end, pattern.stripped), quoted: false };
		}

		function closingsOf(quote: string): ReadonlyMap<number, number> {
			let map = closings.get(quote);
			if (map === undefined) {
				map = quoteClosings(text, quote, endsLine);
				closings.set(quote, map);
			}
			return map;
		}

		function unwrap({ start, end, quoted }: Value): { value: Span; quote: DotenvQuote } {
			const quote = quoteCodes.get(text.charCodeAt(start));
			if (quote === undefined || start === end || !pattern.unwrapped.includes(quote)) {
				return { value: { start, end }, quote: '' };
			}
			if (end - start > 1 && text.charAt(end - 1) === quote) {
				return { value: { start: start + 1, end: end - 1 }, quote };
			}
			if (!quoted) {
				const closed = text.slice(start + 1, end).includes(quote);
				note(scan, closed ? 'text-after-quote' : 'unterminated-quote', { start, end });
			}
			return { value: { start, end }, quote: '' };
		}

		function unmatched(start: number): number {
			const lineEnd = find(text, start, text.length, lineBreak);
			if (text.charCodeAt(start) !== hash) noteUnmatched(scan, text, start, skipBack(text, start, lineEnd, space));
			return lineEnd;
		}
	};
}

function noteUnmatched(scan: Scan, text: string, start: number, end: number): void {
	const line = text.slice(start, end);
	const separator = line.search(/[=:]/);
	const kind = separator < 0 ? 'no-equals' : separator === 0 ? 'empty-key' : 'bad-key';
	note(scan, kind, { start, end });
	note(scan, 'dropped-line', { start, end });
}
