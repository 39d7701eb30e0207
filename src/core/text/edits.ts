import type { Range } from 'vscode-languageserver-types';
import { lineStarts, offsetAt } from './lines';

/**
 * The text after edits, whose ranges all refer to the text before. Edits that overlap an earlier one are left out and
 * counted; two insertions at one place are both made, in order.
 */
export function applyEdits(
	text: string,
	edits: readonly { readonly range: Range; readonly newText: string }[],
): { readonly text: string; readonly skipped: number } {
	const starts = lineStarts(text);
	const ordered = edits
		.map(({ range, newText }) => ({
			start: offsetAt(starts, range.start, text.length),
			end: offsetAt(starts, range.end, text.length),
			newText,
		}))
		.map((edit, order) => ({ ...edit, order }))
		.sort((a, b) => a.start - b.start || a.end - b.end || a.order - b.order);
	let result = '';
	let last = 0;
	let skipped = 0;
	for (const { start, end, newText } of ordered) {
		if (start < last) {
			skipped++;
			continue;
		}
		result += text.slice(last, start) + newText;
		last = end;
	}
	return { text: result + text.slice(last), skipped };
}
