import type { Span } from '../text/lines';

/** What a loader does to the text before it parses. */
export interface SourceTraits {
	readonly byteOrderMark: 'removed' | 'kept';
	/** `all`: `\r\n` and `\r` become `\n`; `crlf`: only `\r\n` does; `removed`: every `\r` vanishes; `kept`: none does. */
	readonly carriageReturn: 'all' | 'crlf' | 'removed' | 'kept';
}

/** The text that the parser sees, and the way back to the text as given. */
export interface Source {
	readonly text: string;
	original(span: Span): Span;
}

export function prepare(given: string, traits: SourceTraits): Source {
	const removed: number[] = [];
	const base = traits.byteOrderMark === 'removed' && given.startsWith('\ufeff') ? 1 : 0;
	let text = given.slice(base);
	if (traits.carriageReturn !== 'kept' && text.includes('\r')) text = withoutReturns(text, traits, removed);
	if (base === 0 && removed.length === 0) return { text, original: (span) => span };
	return {
		text,
		original({ start, end }) {
			const to = base + end + countUpTo(removed, end - 1);
			return { start: start === end ? to : base + start + countUpTo(removed, start), end: to };
		},
	};
}

/** Notes, for each code unit that vanishes, the offset in the new text before which it stood. */
function withoutReturns(text: string, traits: SourceTraits, removed: number[]): string {
	let length = 0;
	let copied = 0;
	return text.replace(/\r\n?/g, (found, at: number) => {
		length += at - copied;
		copied = at + found.length;
		const keep =
			traits.carriageReturn === 'removed' ? found.slice(1) : traits.carriageReturn === 'all' ? '\n' : lf(found);
		if (keep.length < found.length) removed.push(length);
		length += keep.length;
		return keep;
	});
}

const lf = (found: string): string => (found.length === 2 ? '\n' : found);

/** How many of the ascending `offsets` are at most `limit`. */
function countUpTo(offsets: readonly number[], limit: number): number {
	let low = 0;
	let high = offsets.length;
	while (low < high) {
		const middle = (low + high) >> 1;
		if ((offsets[middle] ?? 0) <= limit) low = middle + 1;
		else high = middle;
	}
	return low;
}
