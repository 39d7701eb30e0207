import type { Node } from '@vscode/tree-sitter-wasm';
import type { SyntaxNode } from './node';

/**
 * A tree-sitter node that remembers its parent. The library finds a parent by walking down from the root, which makes a
 * climb through the ancestors of every hit the most expensive thing in a file; here the way down is walked once.
 */
export class LinkedNode implements SyntaxNode {
	readonly #raw: Node;
	readonly #source: string;
	readonly parent: LinkedNode | null;
	readonly startIndex: number;
	#endIndex: number | undefined;
	#type: string | undefined;
	#isNamed: boolean | undefined;
	#lastFound: LinkedNode | undefined;
	#children: readonly LinkedNode[] | undefined;
	#namedChildren: readonly LinkedNode[] | undefined;

	/** @param source the text that was parsed */
	constructor(raw: Node, parent: LinkedNode | null, source: string) {
		this.#raw = raw;
		this.#source = source;
		this.parent = parent;
		this.startIndex = raw.startIndex;
	}

	get endIndex(): number {
		return (this.#endIndex ??= this.#raw.endIndex);
	}

	get type(): string {
		return (this.#type ??= this.#raw.type);
	}

	get isNamed(): boolean {
		return (this.#isNamed ??= this.#raw.isNamed);
	}

	get text(): string {
		return this.#source.slice(this.startIndex, this.endIndex);
	}

	get children(): readonly LinkedNode[] {
		return (this.#children ??= this.#adopt(this.#raw.children));
	}

	get namedChildren(): readonly LinkedNode[] {
		return (this.#namedChildren ??= this.#adopt(this.#raw.namedChildren));
	}

	get previousNamedSibling(): LinkedNode | null {
		return this.#sibling(-1);
	}

	get nextNamedSibling(): LinkedNode | null {
		return this.#sibling(1);
	}

	childForFieldName(name: string): LinkedNode | null {
		const child = this.#raw.childForFieldName(name);
		return child === null ? null : new LinkedNode(child, this, this.#source);
	}

	descendantForIndex(start: number, end = start): LinkedNode {
		// eslint-disable-next-line @typescript-eslint/no-this-alias -- the walk begins here
		let node: LinkedNode = this;
		for (;;) {
			const child = node.#childAt(start);
			if (child === undefined || child.startIndex > start || child.endIndex < end || child.endIndex <= start)
				return node;
			node = child;
		}
	}

	/** Hits come in order of place, so the child that held the last one often holds the next. */
	#childAt(index: number): LinkedNode | undefined {
		const known = this.#lastFound;
		if (known !== undefined && known.startIndex <= index && index < known.endIndex) return known;
		if (this.parent === null) return (this.#lastFound = lastStartingAt(this.children, index));
		const child = this.#raw.firstChildForIndex(index);
		return child === null ? undefined : (this.#lastFound = new LinkedNode(child, this, this.#source));
	}

	#adopt(nodes: readonly (Node | null)[]): LinkedNode[] {
		return nodes.flatMap((node) => (node === null ? [] : [new LinkedNode(node, this, this.#source)]));
	}

	#sibling(step: 1 | -1): LinkedNode | null {
		const node = step === 1 ? this.#raw.nextNamedSibling : this.#raw.previousNamedSibling;
		return node === null ? null : new LinkedNode(node, this.parent, this.#source);
	}
}

/** A root has too many children to go through them for each hit. The last one, by order of place, that starts at the index or before it. */
function lastStartingAt(nodes: readonly LinkedNode[], index: number): LinkedNode | undefined {
	let low = 0;
	let high = nodes.length - 1;
	while (low <= high) {
		const middle = (low + high) >> 1;
		if ((nodes[middle]?.startIndex ?? 0) <= index) low = middle + 1;
		else high = middle - 1;
	}
	return nodes[high];
}
