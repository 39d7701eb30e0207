import { commentAfter, emptyScan, hash, note, quoteCodes, type Scan } from './scan';
import { blank, find, goInlineSpace, newline, skip, skipBack, trimmed } from './whitespace';

/** A key that every loader can take. */
export const plainKey = /^[A-Za-z_0-9.-]+$/;

/**
 * `util.parseEnv` and `--env-file` of Node 20: a key is everything up to the next `=`, so a line without one becomes part
 * of the next key, and so does a comment on a last line without a line end. No escapes but `\n`, and only spaces are blank.
 */
export function scanNode(text: string): Scan {
	const scan = emptyScan();
	const end = skipBack(text, 0, text.length, blank);
	let at = skip(text, 0, end, blank);
	while (at < end) {
		const first = text.charCodeAt(at);
		if (first === 10 || first === hash) {
			const lineEnd = find(text, at, end, newline);
			if (lineEnd < end) {
				at = lineEnd + 1;
				continue;
			}
		}
		const equals = text.indexOf('=', at);
		if (equals < 0 || equals >= end) {
			noteRest(scan, text, at, end);
			break;
		}
		let key = trimmed(text, at, equals, blank);
		if (key.start === key.end) {
			note(scan, 'empty-key', { start: at, end: lineEnd(text, at) });
			if (at === equals) {
				noteRest(scan, text, lineEnd(text, equals), end);
				break;
			}
			// A key of nothing but spaces becomes the character before them, and reading goes on.
			key = { start: Math.max(0, at - 1), end: at };
		}
		const start = key.start;
		const exported = text.startsWith('export ', start) && start + 7 <= key.end;
		if (exported) key = { start: start + 7, end: key.end };
		if (!plainKey.test(text.slice(key.start, key.end))) note(scan, 'bad-key', key);
		at = valueAfter(scan, text, equals + 1, end, { start, key, exported });
	}
	return scan;
}

interface Head {
	readonly start: number;
	readonly key: { readonly start: number; readonly end: number };
	readonly exported: boolean;
}

/** Reads the value and gives the offset at which the next statement is searched. */
function valueAfter(scan: Scan, text: string, from: number, end: number, head: Head): number {
	const { start, key, exported } = head;
	const at = text.charCodeAt(from) === 10 ? from : skip(text, from, end, blank);
	const quote = at < end ? quoteCodes.get(text.charCodeAt(at)) : undefined;
	if (quote !== undefined) {
		const close = text.indexOf(quote, at + 1);
		const rest = find(text, at, end, newline);
		if (close >= 0 && close < end) {
			const behind = find(text, close + 1, end, newline);
			const comment = commentAfter(text, close + 1, goInlineSpace, newline);
			const dropped = trimmed(text, close + 1, behind, goInlineSpace);
			if (comment === undefined && dropped.start < dropped.end) note(scan, 'text-after-quote', dropped);
			const range = { start, end: Math.max(close + 1, comment?.end ?? dropped.end) };
			const value = { start: at + 1, end: close };
			scan.statements.push({ key, exported, range, value, quote, ...(comment && { comment }) });
			return behind;
		}
		note(scan, 'unterminated-quote', { start: at, end: rest });
		if (rest < end) {
			scan.statements.push({ key, exported, range: { start, end: rest }, value: { start: at, end: rest }, quote: '' });
		}
		// On a last line without a line end the key is lost, and its value is read again as a statement.
		return rest < end ? rest : at;
	}
	const behind = find(text, at, end, newline);
	const stop = find(text, at, behind, (code) => code === hash);
	const value = trimmed(text, at, stop, blank);
	const comment = stop < behind ? { start: stop, end: behind } : undefined;
	const range = { start, end: comment?.end ?? Math.max(value.end, from) };
	scan.statements.push({ key, exported, range, value, quote: '', ...(comment && { comment }) });
	return behind;
}

const lineEnd = (text: string, from: number): number => find(text, from, text.length, newline);

/** The lines from which Node takes nothing more. */
function noteRest(scan: Scan, text: string, from: number, to: number): void {
	let at = from;
	while (at < to) {
		const end = Math.min(lineEnd(text, at), to);
		const line = trimmed(text, at, end, goInlineSpace);
		if (line.start < line.end && text.charCodeAt(line.start) !== hash) {
			note(scan, 'dropped-line', line);
			if (!text.slice(line.start, line.end).includes('=')) note(scan, 'no-equals', line);
		}
		at = end + 1;
	}
}
