/**
 * The part of a syntax tree's node that facts are read from: a subset of web-tree-sitter's `Node`, which the JSON and YAML
 * adapters implement too, so that one reader serves every language.
 */
export interface SyntaxNode {
	/** The grammar's own name: `call_expression`. */
	readonly type: string;
	/** UTF-16 offsets into the document. */
	readonly startIndex: number;
	readonly endIndex: number;
	readonly text: string;
	readonly isNamed: boolean;
	readonly parent: SyntaxNode | null;
	readonly children: readonly (SyntaxNode | null)[];
	readonly namedChildren: readonly (SyntaxNode | null)[];
	readonly previousNamedSibling: SyntaxNode | null;
	readonly nextNamedSibling: SyntaxNode | null;
	childForFieldName(name: string): SyntaxNode | null;
	descendantForIndex(start: number, end?: number): SyntaxNode | null;
}

export interface SyntaxTree {
	readonly root: SyntaxNode;
	/** Frees the tree. Its nodes must not be used afterwards. */
	dispose(): void;
}

/** The named children, without the nulls that the binding's types allow. */
export function namedChildren(node: SyntaxNode): SyntaxNode[] {
	return node.namedChildren.filter((child) => child !== null);
}

/** The node and its ancestors, innermost first. */
export function* ancestors(node: SyntaxNode): Generator<SyntaxNode> {
	for (let current: SyntaxNode | null = node; current !== null; current = current.parent) yield current;
}

/** Every node below and including `node`, parents first. */
export function* descendants(node: SyntaxNode): Generator<SyntaxNode> {
	yield node;
	for (const child of namedChildren(node)) yield* descendants(child);
}

export const sameNode = (a: SyntaxNode, b: SyntaxNode): boolean =>
	a.startIndex === b.startIndex && a.endIndex === b.endIndex && a.type === b.type;
