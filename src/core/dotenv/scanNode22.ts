import type { Span } from '../text/lines';
import { commentAfter, emptyScan, hash, note, quoteCodes, type Scan } from './scan';
import { plainKey } from './scanNode';
import { find, lineEnds, newline, skip, skipBack, trimmed, type CodeTest } from './whitespace';

const space: CodeTest = (code) => code === 32 || code === 9 || code === 10;
const inlineSpace: CodeTest = (code) => code === 32 || code === 9;

/**
 * `util.parseEnv` and `--env-file` of Node 22 and later: lines without `=` are passed over, but blanks behind the `=` are
 * skipped over line ends, so that a value of nothing but blanks takes the next line instead.
 */
export function scanNode22(text: string): Scan {
	const scan = emptyScan();
	const size = skipBack(text, 0, text.length, space);
	const lineEnd = lineEnds(text, size, newline);
	let at = skip(text, 0, size, space);
	while (at < size) at = text.charCodeAt(at) === 10 || text.charCodeAt(at) === hash ? lineEnd(at) + 1 : statement(at);
	return scan;

	function statement(from: number): number {
		const end = lineEnd(from);
		const equals = text.indexOf('=', from);
		const line = trimmed(text, from, end, space);
		if (equals < 0 || equals >= end) {
			note(scan, 'no-equals', line);
			note(scan, 'dropped-line', line);
			return skip(text, end, size, space);
		}
		const name = trimmed(text, from, equals, space);
		const valueFrom = equals + 1;
		if (name.start === name.end) note(scan, 'empty-key', line);
		if (valueFrom >= size || text.charCodeAt(valueFrom) === 10) {
			// Here the loader forgets to take `export` off.
			push(name, false, name.start, { start: valueFrom, end: valueFrom }, '');
			return valueFrom;
		}
		const at = skip(text, valueFrom, size, space);
		if (at > end) note(scan, 'swallowed-line', { start: valueFrom, end });
		if (name.start === name.end) {
			note(scan, 'dropped-line', line);
			return at;
		}
		const exported = text.startsWith('export ', name.start) && name.start + 7 <= name.end;
		const key = exported ? trimmed(text, name.start + 7, name.end, space) : name;
		return valueAt(key, exported, name.start, at);
	}

	function valueAt(key: Span, exported: boolean, start: number, at: number): number {
		const end = lineEnd(at);
		const quote = quoteCodes.get(text.charCodeAt(at));
		const close = quote === undefined ? -1 : text.indexOf(quote, at + 1);
		if (quote !== undefined && close >= 0 && close < size) {
			const behind = lineEnd(close);
			const rest = trimmed(text, close + 1, behind, space);
			if (rest.start < rest.end && text.charCodeAt(rest.start) !== hash) note(scan, 'text-after-quote', rest);
			push(key, exported, start, { start: at + 1, end: close }, quote);
			return behind + 1;
		}
		if (quote !== undefined) note(scan, 'unterminated-quote', { start: at, end });
		const stop = quote === undefined ? find(text, at, end, (code) => code === hash) : end;
		const value = quote === undefined ? trimmed(text, at, stop, space) : { start: at, end };
		push(key, exported, start, value, '');
		return skip(text, end, size, space);
	}

	function push(key: Span, exported: boolean, start: number, value: Span, quote: '"' | "'" | '`' | ''): void {
		if (!plainKey.test(text.slice(key.start, key.end))) note(scan, 'bad-key', key);
		const end = quote === '' ? value.end : value.end + 1;
		const comment = commentAfter(text, end, inlineSpace, newline);
		const range = { start, end: comment?.end ?? end };
		scan.statements.push({ key, exported, range, value, quote, ...(comment && { comment }) });
	}
}
