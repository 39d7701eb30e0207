import type { Position, Range } from 'vscode-languageserver-types';

/** UTF-16 offsets `[start, end)` into a document's text. */
export interface Span {
	readonly start: number;
	readonly end: number;
}

/** The UTF-16 offset at which each line starts. Lines end at `\n`, `\r\n` or a lone `\r`, as in VS Code. */
export function lineStarts(text: string): readonly number[] {
	const starts = [0];
	for (let index = 0; index < text.length; index++) {
		const code = text.charCodeAt(index);
		if (code === 13) {
			if (text.charCodeAt(index + 1) === 10) index++;
			starts.push(index + 1);
		} else if (code === 10) starts.push(index + 1);
	}
	return starts;
}

/** The 0-based line and UTF-16 character of an offset. */
export function positionAt(starts: readonly number[], offset: number): Position {
	let low = 0;
	let high = starts.length - 1;
	while (low < high) {
		const middle = (low + high + 1) >> 1;
		if ((starts[middle] ?? 0) <= offset) low = middle;
		else high = middle - 1;
	}
	return { line: low, character: offset - (starts[low] ?? 0) };
}

export function rangeAt(starts: readonly number[], span: Span): Range {
	return { start: positionAt(starts, span.start), end: positionAt(starts, span.end) };
}

/** The UTF-16 offset of a position; positions past the end of the text are clamped to it. */
export function offsetAt(starts: readonly number[], position: Position, textLength: number): number {
	const start = starts[position.line];
	if (start === undefined) return textLength;
	const next = starts[position.line + 1] ?? textLength;
	return Math.min(start + position.character, next, textLength);
}

export const samePlace = (a: Range, b: Range): boolean =>
	a.start.line === b.start.line &&
	a.start.character === b.start.character &&
	a.end.line === b.end.line &&
	a.end.character === b.end.character;
