import { lineText, type TextDocument } from '../text/document';
import type { Span } from '../text/lines';

const maxRows = 200;
const maxWidth = 2000;

/** The heading of the column of a Markdown table that a span stands in; undefined outside of tables. */
export function columnHeading(document: TextDocument, span: Span): string | undefined {
	if (document.language !== 'markdown') return undefined;
	const { line, character } = document.positionAt(span.start);
	const row = lineText(document, line);
	if (row.length > maxWidth || !row.trimStart().startsWith('|')) return undefined;
	const column = cells(row.slice(0, character)).length - 1;
	for (let above = line - 1; above >= Math.max(0, line - maxRows); above--) {
		const text = lineText(document, above);
		if (!text.trimStart().startsWith('|')) return undefined;
		if (/^[\s|:-]+$/.test(text)) return above === 0 ? undefined : cells(lineText(document, above - 1))[column];
	}
	return undefined;
}

const cells = (row: string): string[] =>
	row
		.trim()
		.replace(/^\|/, '')
		.split(/(?<!\\)\|/);
