import type { Span } from '../text/lines';
import { beforeReturn, commentAfter, emptyScan, hash, note, quoteCodes, reject, type Scanner } from './scan';
import type { DotenvQuote } from './types';
import { find, goInlineSpace, goSpace, lineEnds, newline, skip, skipBack, trimmed, type CodeTest } from './whitespace';

/** How the two Go loaders, of one descent, differ. Both give a file up at the first thing that they cannot read. */
export interface GoTraits {
	/** Whether a character other than white space may stand in a key. */
	readonly keyCharacter: (codePoint: number) => boolean;
	/** White space that may follow `export`. */
	readonly exportSpace: CodeTest;
	/** `inherit`: a line with a key alone takes its value from the environment. */
	readonly bareKey: 'inherit' | 'reject';
	readonly spaceInKey: 'kept' | 'reject';
	/** The code units that end a bare value. */
	readonly valueEnd: CodeTest;
	/** What is trimmed from the end of a bare value. */
	readonly trailing: CodeTest;
	/** The offset of the inline comment in a bare value, else its end. */
	readonly comment: (text: string, from: number, to: number) => number;
	/** Whether the quote at an offset is escaped, for a value that opened at `open`. */
	readonly escaped: (text: string, open: number, at: number) => boolean;
}

const equals = 61;
const colon = 58;

interface Key extends Span {
	/** Where the value begins; absent for a bare key. */
	readonly valueFrom?: number;
	/** Where the line of a bare key ends. */
	readonly next: number;
}

export function goScanner(traits: GoTraits): Scanner {
	return (text) => {
		const scan = emptyScan();
		const size = text.length;
		const lineEnd = lineEnds(text, size, newline);
		let at = skip(text, 0, size, goSpace);
		while (at < size) {
			const next = text.charCodeAt(at) === hash ? lineEnd(at) : statement(at);
			at = skip(text, next, size, goSpace);
		}
		return scan;

		/** Reads one statement and gives the offset behind it. */
		function statement(start: number): number {
			const exported = text.startsWith('export', start) && traits.exportSpace(text.charCodeAt(start + 6));
			const key = keyAt(exported ? skip(text, start + 6, size, goInlineSpace) : start);
			if (key === undefined) {
				note(scan, 'dropped-line', { start, end: skipBack(text, start, lineEnd(start), goSpace) });
				return lineEnd(start);
			}
			const name = { start: key.start, end: key.end };
			if (traits.spaceInKey === 'reject' && text.slice(key.start, key.end).includes(' ')) reject(scan, 'bad-key', name);
			if (key.valueFrom === undefined) {
				note(scan, 'no-equals', name);
				scan.statements.push({ key: name, exported, range: { start, end: Math.max(start, key.end) }, quote: '' });
				return key.next;
			}
			if (key.start === key.end) note(scan, 'empty-key', { start, end: Math.max(start + 1, key.valueFrom) });
			const { value: found, quote, comment, next } = valueAt(skip(text, key.valueFrom, size, goInlineSpace));
			const bare = quote === '' && found.start === found.end;
			const value = bare ? { start: key.valueFrom, end: key.valueFrom } : found;
			const valueEnd = quote === '' ? value.end : value.end + 1;
			const range = { start, end: comment?.end ?? Math.max(valueEnd, key.valueFrom) };
			scan.statements.push({ key: name, exported, range, value, quote, ...(comment && { comment }) });
			return next;
		}

		/** At the end of the text a key without a separator is read as the value of a key without a name. */
		function keyAt(start: number): Key | undefined {
			for (let at = start; at < size;) {
				const codePoint = text.codePointAt(at) ?? 0;
				if (codePoint === equals || codePoint === colon) return keyBefore(start, at, at + 1);
				if (codePoint === 10 && traits.bareKey === 'inherit') return keyBefore(start, at, undefined);
				if (!goInlineSpace(codePoint) && !traits.keyCharacter(codePoint)) return unreadableKey(start, at, codePoint);
				at += codePoint > 0xffff ? 2 : 1;
			}
			if (start < size) return { start, end: start, valueFrom: start, next: size };
			reject(scan, 'empty-key', { start: skipBack(text, 0, size, goSpace) - 6, end: size });
			return undefined;
		}

		function keyBefore(start: number, end: number, valueFrom: number | undefined): Key {
			const key = { start, end: skipBack(text, start, end, goSpace), next: Math.min(end + 1, size) };
			return valueFrom === undefined ? key : { ...key, valueFrom };
		}

		/** The loader stops here; an editor reads on, with the key up to the separator if the line has one. */
		function unreadableKey(start: number, at: number, codePoint: number): Key | undefined {
			const end = lineEnd(start);
			if (codePoint === 10) {
				reject(scan, 'no-equals', { start, end: skipBack(text, start, end, goSpace) });
				return undefined;
			}
			const markAtStart = codePoint === 0xfeff && at === 0;
			reject(scan, markAtStart ? 'byte-order-mark' : 'bad-key', { start: at, end: at + (codePoint > 0xffff ? 2 : 1) });
			const keyStart = markAtStart ? 1 : start;
			const separator = find(text, keyStart, end, (code) => code === equals);
			return separator < end ? keyBefore(keyStart, separator, separator + 1) : undefined;
		}

		function valueAt(from: number): { value: Span; quote: DotenvQuote; comment?: Span; next: number } {
			const quote = quoteCodes.get(text.charCodeAt(from));
			if (quote === '"' || quote === "'") {
				const close = closeOf(quote, from);
				if (close >= 0) {
					const comment = commentAfter(text, close + 1, goInlineSpace, newline);
					noteRest(close + 1);
					const found = { value: { start: from + 1, end: close }, quote, next: close + 1 };
					return comment === undefined ? found : { ...found, comment };
				}
				const end = lineEnd(from);
				reject(scan, 'unterminated-quote', { start: from, end: skipBack(text, from, end, goSpace) });
				return { value: trimmed(text, from, end, goSpace), quote: '', next: end };
			}
			const end = find(text, from, size, traits.valueEnd);
			const stop = traits.comment(text, from, end);
			const value = { start: from, end: skipBack(text, from, stop, traits.trailing) };
			const hashAt = find(text, stop, end, (code) => code === hash);
			const found = { value, quote: '' as const, next: end };
			return hashAt < end ? { ...found, comment: { start: hashAt, end: beforeReturn(text, end) } } : found;
		}

		function closeOf(quote: string, open: number): number {
			let at = text.indexOf(quote, open + 1);
			while (at >= 0 && traits.escaped(text, open, at)) at = text.indexOf(quote, at + 1);
			return at;
		}

		/** What follows a closing quote on its line is read as a statement of its own. */
		function noteRest(from: number): void {
			const rest = trimmed(text, from, lineEnd(from), goSpace);
			if (rest.start < rest.end && text.charCodeAt(rest.start) !== hash) note(scan, 'text-after-quote', rest);
		}
	};
}
