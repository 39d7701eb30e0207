import { parseTree, type Node } from 'jsonc-parser';
import type { SyntaxTree } from './node';
import { plainTree, type PlainShape } from './plainNode';

/** A tree of JSON or JSONC; undefined when there is no value in the text. Broken parts are left out. */
export function parseJson(text: string): SyntaxTree | undefined {
	let root: Node | undefined;
	try {
		root = parseTree(text, [], { allowTrailingComma: true });
	} catch {
		return undefined; // nested deeper than the stack
	}
	if (root === undefined) return undefined;
	return plainTree(text, { type: 'document', start: 0, end: text.length, children: [shapeOf(root)] });
}

function shapeOf(node: Node): PlainShape {
	const start = node.offset;
	const end = node.offset + node.length;
	switch (node.type) {
		case 'object':
		case 'array':
			return { type: node.type, start, end, children: (node.children ?? []).map(shapeOf) };
		case 'property': {
			const children = (node.children ?? []).map(shapeOf);
			return { type: 'pair', start, end, children, fields: { key: 0, value: 1 } };
		}
		case 'string':
		case 'number':
		case 'boolean':
		case 'null':
			return { type: node.type, start, end };
	}
}
