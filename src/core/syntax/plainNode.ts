import type { SyntaxNode, SyntaxTree } from './node';

/** What a JSON or YAML reader says of one node; the children in source order. */
export interface PlainShape {
	readonly type:
		'object' | 'pair' | 'array' | 'string' | 'number' | 'boolean' | 'null' | 'alias' | 'document' | 'comment';
	readonly start: number;
	readonly end: number;
	readonly children?: readonly PlainShape[];
	/** Which children are which: `key` and `value` of a pair. */
	readonly fields?: Readonly<Record<string, number>>;
}

/** Nodes over a shape that a library other than tree-sitter has read. */
export function plainTree(text: string, shape: PlainShape): SyntaxTree {
	return { root: plainNode(text, shape, null, 0), dispose: () => undefined };
}

function plainNode(text: string, shape: PlainShape, parent: SyntaxNode | null, position: number): SyntaxNode {
	let cache: readonly SyntaxNode[] | undefined;
	const node: SyntaxNode = {
		type: shape.type,
		startIndex: shape.start,
		endIndex: shape.end,
		isNamed: true,
		parent,
		get text() {
			return text.slice(shape.start, shape.end);
		},
		get children() {
			cache ??= (shape.children ?? []).map((child, index) => plainNode(text, child, node, index));
			return cache;
		},
		get namedChildren() {
			return node.children;
		},
		get previousNamedSibling() {
			return parent?.namedChildren[position - 1] ?? null;
		},
		get nextNamedSibling() {
			return parent?.namedChildren[position + 1] ?? null;
		},
		childForFieldName(name) {
			const index = shape.fields?.[name];
			return index === undefined ? null : (node.children[index] ?? null);
		},
		descendantForIndex(start, end = start) {
			for (const child of node.children) {
				if (child !== null && child.startIndex <= start && child.endIndex >= end && child.endIndex > start) {
					return child.descendantForIndex(start, end);
				}
			}
			return node;
		},
	};
	return node;
}
