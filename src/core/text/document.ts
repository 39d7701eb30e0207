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
	const starts = lineStarts(source.text);
	let lowered: string | undefined;
	const held = new Map<string, boolean>();
	return {
		uri: source.uri,
		path: source.path,
		language: languageOf(source.path, source.languageId),
		text: source.text,
		starts,
		holds(word) {
			let known = held.get(word);
			if (known === undefined) {
				lowered ??= source.text.toLowerCase();
				known = lowered.includes(word.toLowerCase());
				held.set(word, known);
			}
			return known;
		},
		range: (span) => rangeAt(starts, span),
		positionAt: (offset) => positionAt(starts, offset),
		offsetAt: (position) => offsetAt(starts, position, source.text.length),
	};
}

/** The text of the 0-based line, without its line end. */
export function lineText(document: TextDocument, line: number): string {
	const start = document.starts[line] ?? document.text.length;
	const end = document.starts[line + 1] ?? document.text.length;
	return document.text.slice(start, end).replace(/[\r\n]+$/, '');
}
