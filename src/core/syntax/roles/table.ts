/**
 * What a node is, whatever the language calls it. A language is added by one file in this folder;
 * nothing outside `syntax/` knows a grammar's names.
 */
export type Role =
	| 'string'
	| 'number'
	| 'boolean'
	| 'comment'
	| 'name'
	| 'member'
	| 'index'
	| 'call'
	| 'arguments'
	| 'named-argument'
	| 'object'
	| 'pair'
	| 'array'
	| 'assignment'
	| 'enum-member'
	| 'function'
	| 'class'
	| 'block'
	| 'statement'
	| 'annotation'
	| 'case'
	/** An object that is a value, no pattern or type. */
	| 'literal'
	| 'null'
	/** What puts unknown pairs or items into a literal: `...rest`, `**rest`. */
	| 'spread';

/** Fields that hold a node's parts, first match wins; `#n` is the n-th named child, `#last` the last one. */
export interface Parts {
	readonly callee?: readonly string[];
	readonly receiver?: readonly string[];
	readonly arguments?: readonly string[];
	readonly object?: readonly string[];
	readonly property?: readonly string[];
	readonly key?: readonly string[];
	readonly value?: readonly string[];
}

export interface RoleTable {
	readonly roles: Readonly<Partial<Record<Role, readonly string[]>>>;
	readonly parts: Parts;
	/** Nodes that wrap one expression and mean it: `x!`, `x as T`, `(x)`, an argument. */
	readonly wrappers: readonly string[];
	/** Children of a string that make its value unknown. */
	readonly interpolation: readonly string[];
	/** Nodes whose items or pairs stand in a part of them: the braces of `[]string{"a"}` in Go. */
	readonly bodies?: Readonly<Record<string, string>>;
	/** Nodes that hold `key = value` or `key: value` as a flat run of children. */
	readonly flatPairs?: readonly string[];
}
