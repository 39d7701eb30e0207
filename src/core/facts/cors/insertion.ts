import type { TextDocument } from '../../text/document';
import type { Span } from '../../text/lines';
import type { Insertion } from './policy';

export interface ListItem extends Span {
	/** The span of the name inside the item's quotes. */
	readonly name: Span;
	readonly literal: boolean;
}

/**
 * How a name is added at the end of an array: the separator and the quotes of the items that stand there.
 * @param open offset of the list's opening bracket
 */
export function arrayInsertion(
	document: TextDocument,
	items: readonly ListItem[],
	open: number,
): Insertion | undefined {
	const last = items.at(-1);
	const model = [...items].reverse().find((item) => item.literal);
	if (last === undefined || model === undefined) return undefined;
	const previous = items.at(-2);
	const { text } = document;
	const names = items.filter((item) => item.literal).map((item) => text.slice(item.name.start, item.name.end));
	return {
		range: document.range({ start: last.end, end: last.end }),
		before: separator(text, previous, last, open) + text.slice(model.start, model.name.start),
		after: text.slice(model.name.end, model.end),
		...lowerIf(names),
	};
}

/** How a name is added to `a, b` within one string. */
export function commaInsertion(document: TextDocument, names: readonly Span[]): Insertion | undefined {
	const last = names.at(-1);
	if (last === undefined) return undefined;
	const previous = names.at(-2);
	const between = previous === undefined ? ', ' : document.text.slice(previous.end, last.start);
	return {
		range: document.range({ start: last.end, end: last.end }),
		before: /^\s*,[ \t]*(?:\r?\n[ \t]*)?$/.test(between) ? between : ',',
		after: '',
		...lowerIf(names.map(({ start, end }) => document.text.slice(start, end))),
	};
}

function separator(text: string, previous: Span | undefined, last: Span, open: number): string {
	const dashed = /(?:^|[\r\n])([ \t]*-[ \t]+)$/.exec(text.slice(0, last.start));
	if (dashed !== null) return (/\r\n/.test(text) ? '\r\n' : '\n') + (dashed[1] ?? '- ');
	const between = previous === undefined ? undefined : text.slice(previous.end, last.start);
	if (between !== undefined && /^\s*,?\s*$/.test(between)) return between;
	const lead = /^\s*$/.exec(text.slice(open + 1, last.start))?.[0];
	const line = /\r?\n[ \t]*$/.exec(lead ?? between ?? '')?.[0];
	if (text.slice(open - 2, open) === '%w') return line ?? ' ';
	return line === undefined ? ', ' : `,${line}`;
}

function lowerIf(names: readonly string[]): { readonly lower?: true } {
	const letters = names.filter((name) => /[a-z]/i.test(name));
	return letters.length > 0 && letters.every((name) => name === name.toLowerCase()) ? { lower: true } : {};
}
