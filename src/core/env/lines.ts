import type { Range } from 'vscode-languageserver-types';
import type { EnvDefinitionFact, EnvValue } from '../facts/envDefinition';
import { lineText, type TextDocument } from '../text/document';

/** The line end that a text uses; `\n` for a text of one line. */
export const lineEndOf = ({ text }: TextDocument): string => /\r\n|\r|\n/.exec(text)?.[0] ?? '\n';

/** The lines from a range's first to its last with their line ends. */
export function wholeLines(document: TextDocument, range: Range): Range {
	const next = range.end.line + 1;
	const end =
		next < document.starts.length
			? { line: next, character: 0 }
			: { line: range.end.line, character: lineText(document, range.end.line).length };
	return { start: { line: range.start.line, character: 0 }, end };
}

/** An edit that puts lines behind a line (-1: before the first), in the document's own line ends, whatever the last line ends with. */
export function insertLines(
	document: TextDocument,
	afterLine: number,
	lines: readonly string[],
): { readonly uri: string; readonly range: Range; readonly newText: string } {
	const eol = lineEndOf(document);
	const next = afterLine + 1;
	if (next < document.starts.length) {
		const at = { line: next, character: next === 0 && document.text.startsWith('\uFEFF') ? 1 : 0 };
		return { uri: document.uri, range: { start: at, end: at }, newText: lines.map((line) => line + eol).join('') };
	}
	const at = { line: Math.max(0, afterLine), character: lineText(document, Math.max(0, afterLine)).length };
	return { uri: document.uri, range: { start: at, end: at }, newText: lines.map((line) => eol + line).join('') };
}

/** A value with its quotes, as a person sees it. */
export function withQuotes({ range, quote }: EnvValue): Range {
	if (quote === '') return range;
	return {
		start: { line: range.start.line, character: range.start.character - quote.length },
		end: { line: range.end.line, character: range.end.character + quote.length },
	};
}

export const isSet = ({ commented, value }: EnvDefinitionFact): boolean =>
	commented !== true && value.shape !== 'absent' && value.shape !== 'empty';
