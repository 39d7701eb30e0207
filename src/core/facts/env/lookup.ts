import { ancestors, namedChildren, type SyntaxNode } from '../../syntax/node';
import type { EnvContext } from './context';

/**
 * The value that a name is given in this file: the nearest declaration or assignment before its use, else the first one.
 * Undefined for parameters, imports and names of other files.
 */
export function valueOfName(
	{ document, reader, root }: EnvContext,
	name: string,
	before: number,
): SyntaxNode | undefined {
	const pattern = new RegExp(`(?<![\\w.$])\\$?${escape(name)}\\b(?=[^\\n=]{0,60}?:?=(?!=|>))`, 'g');
	let found: SyntaxNode | undefined;
	for (const match of document.text.matchAll(pattern)) {
		if (found !== undefined && match.index > before) break;
		const start = match.index + (match[0].startsWith('$') ? 1 : 0);
		const node = root.descendantForIndex(start, match.index + match[0].length);
		if (node === null) continue;
		const value = declaredValue(reader, node, name);
		if (value !== undefined) found = value;
	}
	return found;
}

function declaredValue(reader: EnvContext['reader'], node: SyntaxNode, name: string): SyntaxNode | undefined {
	let steps = 0;
	for (const outer of ancestors(node)) {
		if (++steps > 4) return undefined;
		const pair = reader.keyValue(outer);
		if (pair === undefined) continue;
		const key = pair.keyNode.text.replace(/^\$/, '');
		return (key === name || pair.key === name) && !reader.is(outer, 'pair') ? pair.value : undefined;
	}
	return undefined;
}

/** The value of `Y` in `X.Y`, where this file defines an object, class or enum `X`: `{ Y: 'V' }`, `const Y = 'V'`. */
export function valueOfMember(context: EnvContext, object: string, property: string): SyntaxNode | undefined {
	const { document, reader, root } = context;
	const isSelf = /^(?:self|static|this|Self|cls)$/.test(object);
	if (!isSelf && !new RegExp(`(?<![\\w.$])${escape(object)}\\b`).test(document.text)) return undefined;
	for (const match of document.text.matchAll(
		new RegExp(`(?<![\\w.$])["']?${escape(property)}["']?\\s*(?:[:=]|\\()`, 'g'),
	)) {
		const node = root.descendantForIndex(match.index, match.index + 1);
		for (const outer of node === null ? [] : ancestors(node)) {
			const pair = reader.keyValue(outer);
			if (pair !== undefined) {
				const isInside = isSelf || [...ancestors(outer)].some((around) => holds(reader, around, object));
				if (pair.key === property && pair.value !== undefined && isInside) return pair.value;
				break;
			}
			if (reader.is(outer, 'statement')) break;
		}
	}
	return undefined;
}

function holds(reader: EnvContext['reader'], node: SyntaxNode, object: string): boolean {
	const pair = reader.keyValue(node);
	return pair === undefined ? node.childForFieldName('name')?.text === object : pair.key === object;
}

/** The keys of an object literal, or undefined when the node is none. */
export function keysOf({ reader }: EnvContext, node: SyntaxNode): readonly SyntaxNode[] | undefined {
	const inner = reader.unwrap(node);
	if (!reader.is(inner, 'object')) return undefined;
	return namedChildren(inner).flatMap(
		(child) => reader.keyValue(child)?.keyNode ?? (reader.is(child, 'name') ? [child] : []),
	);
}

export const escape = (text: string): string => text.replace(/[$()*+.?[\\\]^{|}]/g, '\\$&');

/** A name as a word of its own, which no `.` stands before save that of a spread: `...name`. */
export const wordPattern = (name: string): RegExp =>
	new RegExp(`(?<![\\w$])(?<!(?<!\\.\\.)\\.)${escape(name)}(?![\\w$])`, 'g');
