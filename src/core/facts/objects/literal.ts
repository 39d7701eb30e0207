import { wantsBelow, type Wants } from '../../payload/wants';
import { namedChildren, type SyntaxNode } from '../../syntax/node';
import type { Reader } from '../../syntax/read';
import type { TextDocument } from '../../text/document';
import { compilePattern } from '../../text/pattern';
import type { DataValue, ObjectPair, ObjectValue, StringValue } from '../object';

/** Longer lists are data, not a body that a person wrote. */
const maxItems = 500;
/** Text that stands for something else: a template's expression, a placeholder. */
const placeholder = /\{\{[^}]*\}\}|\$\{[^}]*\}|<%[^%]*%>|\$\w+/g;

/** Whether a node is an object that can be read: a literal, or a call of `dict(a=1)`. */
export const isObject = (reader: Reader, node: SyntaxNode): boolean =>
	reader.is(node, 'literal') || isDictCall(reader, node);

const isDictCall = (reader: Reader, node: SyntaxNode): boolean => reader.call(node)?.name === 'dict';

/** What a literal says, as far as it is wanted. Arguments of a call are read as one object that may hold more. */
export function readObject(
	document: TextDocument,
	reader: Reader,
	node: SyntaxNode,
	wants: readonly Wants[],
): ObjectValue {
	const range = rangeOf(document, node);
	const call = reader.call(node);
	const children = call === undefined ? namedChildren(node) : [...call.arguments];
	let open = call !== undefined && call.name !== 'dict';
	let pairs: ObjectPair[] = [];
	let last: ObjectValue['last'];
	let end: SyntaxNode | undefined;
	for (const child of children) {
		if (reader.is(child, 'comment')) continue;
		end = child;
		const pair = reader.keyValue(child);
		const key = pair?.key ?? (reader.is(child, 'name') && call === undefined ? reader.name(child) : undefined);
		if (key === undefined || reader.is(child, 'spread')) {
			open = true;
			pairs = pairs.map(overridable);
			continue;
		}
		if (key === '<<') {
			open = true; // a merge of YAML; the keys written out win over it
			continue;
		}
		const keyNode = pair?.keyNode ?? child;
		const value = pair?.value;
		if (value !== undefined) last = { key: rangeOf(document, keyNode), value: rangeOf(document, value) };
		const inner = wantsBelow(wants, key);
		if (inner.length === 0) continue;
		pairs = pairs.filter((item) => item.key !== key);
		pairs.push({
			key,
			keyRange: rangeOf(document, keyNode),
			range: rangeOf(document, child),
			value:
				value === undefined
					? { kind: 'unknown', range: rangeOf(document, child) }
					: readValue(document, reader, value, inner),
		});
	}
	return {
		kind: 'object',
		range,
		open,
		pairs,
		...(last === undefined ? {} : { last }),
		...(end === undefined ? {} : { end: document.positionAt(endOf(reader, end)) }),
	};
}

/** What is spread in afterwards may replace it. */
const overridable = (pair: ObjectPair): ObjectPair => ({
	...pair,
	value: { kind: 'unknown', range: pair.value.range },
});

function readValue(document: TextDocument, reader: Reader, written: SyntaxNode, wants: readonly Wants[]): DataValue {
	const node = reader.unwrap(written);
	const range = rangeOf(document, node);
	if (isObject(reader, node) && (!reader.is(node, 'array') || reader.pairs(node).length > 0))
		return readObject(document, reader, node, wants);
	const items = reader.items(node);
	if (items !== undefined) {
		const inner = wantsBelow(wants, '[]');
		return {
			kind: 'list',
			range,
			open: items.length > maxItems || items.some((item) => reader.is(item, 'spread')),
			items: items
				.slice(0, maxItems)
				.filter((item) => !reader.is(item, 'spread'))
				.map((item) => readValue(document, reader, item, inner)),
		};
	}
	if (reader.is(node, 'string')) return readString(document, reader, node, wants);
	if (reader.is(node, 'boolean')) return { kind: 'boolean', range, value: /^true$/i.test(node.text) };
	if (reader.is(node, 'null')) return { kind: 'null', range };
	const number = reader.number(node) ?? (/^-\s*[\d.]+$/.test(node.text) ? Number(node.text.replace(/\s/, '')) : NaN);
	return Number.isNaN(number) ? { kind: 'unknown', range } : { kind: 'number', range, value: number };
}

function readString(document: TextDocument, reader: Reader, node: SyntaxNode, wants: readonly Wants[]): StringValue {
	const literal = reader.string(node);
	const written = literal?.value ?? node.text.replace(/\$?\{[^{}]*\}/g, '\uFFFC');
	const text = written.replace(placeholder, '\uFFFC');
	const partial = literal === undefined || text !== written;
	const known = text.trim() === '' ? '' : wants.some(({ strings }) => strings.has(text)) ? text : undefined;
	const patterns = new Set(wants.flatMap((item) => [...item.patterns]));
	return {
		kind: 'string',
		range: rangeOf(document, node),
		...(known === undefined || partial ? {} : { value: known }),
		matches: [...patterns].filter((source) => compilePattern(source)?.test(text) === true),
		partial,
	};
}

const rangeOf = (document: TextDocument, node: SyntaxNode) =>
	document.range({ start: node.startIndex, end: node.endIndex });

/** A block of YAML reaches to the start of what follows; its last scalar does not. */
function endOf(reader: Reader, node: SyntaxNode): number {
	const inner = reader.is(node, 'pair') ? (reader.keyValue(node)?.value ?? node) : node;
	const isBlock = (reader.is(inner, 'literal') || reader.is(inner, 'array')) && !/[}\])]$/.test(inner.text);
	const last = isBlock ? namedChildren(inner).at(-1) : undefined;
	return last === undefined ? inner.endIndex : endOf(reader, last);
}
