import type { Position, Range } from 'vscode-languageserver-types';
import { languageOf, type LanguageId } from '../syntax/languages';
import { lineStarts, offsetAt, positionAt, rangeAt, type Span } from './lines';

/** One version of a file's text, as every part of the core sees it. */
export interface TextDocument {
	readonly uri: string;
	/** Path below its workspace root with `/`, or the last path segment for a file outside. */
	readonly path: string;
	readonly language: LanguageId;
	readonly text: string;
	/** UTF-16 offset of each line. */
	readonly starts: readonly number[];
	/** Whether the text holds a word or phrase, case aside; remembered. */
	holds(word: string): boolean;
	range(span: Span): Range;
	positionAt(offset: number): Position;
	offsetAt(position: Position): number;
}

export interface TextSource {
	readonly uri: string;
	readonly path: string;
	/** The editor's own language id, for documents whose name says nothing. */
	readonly languageId?: string | undefined;
	readonly text: string;
}

export function createDocument(source: TextSource): TextDocument {
	let starts: readonly number[] | undefined;
	const lines = (): readonly number[] => (starts ??= lineStarts(source.text)); // most files are asked for no position
	let lowered: string | undefined;
	const held = new Map<string, boolean>();
	return {
		uri: source.uri,
		path: source.path,
		language: languageOf(source.path, source.languageId),
		text: source.text,
		get starts() {
			return lines();
		},
		holds(word) {
			let known = held.get(word);
			if (known === undefined) {
				lowered ??= source.text.toLowerCase();
				known = lowered.includes(word.toLowerCase());
				held.set(word, known);
			}
			return known;
		},
		range: (span) => rangeAt(lines(), span),
		positionAt: (offset) => positionAt(lines(), offset),
		offsetAt: (position) => offsetAt(lines(), position, source.text.length),
	};
}

/** The text of the 0-based line, without its line end. */
export function lineText(document: TextDocument, line: number): string {
	const start = document.starts[line] ?? document.text.length;
	return document.text.slice(start, lineEnd(document, line));
}

function lineEnd({ starts, text }: TextDocument, line: number): number {
	const start = starts[line] ?? text.length;
	let end = starts[line + 1] ?? text.length;
	while (end > start && /[\r\n]/.test(text.charAt(end - 1))) end--;
	return end;
}

/** How far a line is looked at on either side; lines of data may be endless. */
const reach = 1000;

/** What stands before and behind a span on its line, no further than anyone would look. */
export function besides(document: TextDocument, span: Span): { readonly before: string; readonly after: string } {
	const { line, character } = document.positionAt(span.start);
	return {
		before: document.text.slice(span.start - Math.min(character, reach), span.start),
		after: document.text.slice(span.end, Math.max(span.end, Math.min(span.end + reach, lineEnd(document, line)))),
	};
}

/** The text of a range. */
export const textIn = (document: TextDocument, { start, end }: Range): string =>
	document.text.slice(document.offsetAt(start), document.offsetAt(end));
