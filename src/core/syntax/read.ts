import type { LanguageId } from './languages';
import { namedChildren, type SyntaxNode } from './node';
import { rolesFor, type Role, type Roles } from './roles';

/** A string literal without interpolation: its value and where the text between the quotes stands. */
export interface StringLiteral {
	readonly value: string;
	/** UTF-16 offsets of the contents. */
	readonly start: number;
	readonly end: number;
}

export interface Call {
	/** The last name of the callee: `json` in `res.status(500).json(…)`, the class name for `new X(…)`. */
	readonly name: string;
	readonly nameNode: SyntaxNode;
	/** What the method is called on. */
	readonly receiver: SyntaxNode | undefined;
	/** Arguments without their wrappers; named ones are `pair` or `named-argument` nodes. */
	readonly arguments: readonly SyntaxNode[];
}

export interface Member {
	readonly object: SyntaxNode;
	/** The property's name; for `x['y']` the literal. Undefined when it is computed. */
	readonly property: string | undefined;
	readonly propertyNode: SyntaxNode;
}

export interface KeyValue {
	/** The key as a name: identifiers and string literals alike. Undefined when it is computed. */
	readonly key: string | undefined;
	readonly keyNode: SyntaxNode;
	readonly value: SyntaxNode | undefined;
}

/** Reads nodes of any language by what they mean. All functions are total: a broken tree gives undefined. */
export interface Reader {
	is(node: SyntaxNode, role: Role): boolean;
	/** The expression inside wrappers such as `x!`, `x as T`, `(x)`. */
	unwrap(node: SyntaxNode): SyntaxNode;
	string(node: SyntaxNode): StringLiteral | undefined;
	number(node: SyntaxNode): number | undefined;
	/** The identifier's text. */
	name(node: SyntaxNode): string | undefined;
	/** The last name of an identifier or a member chain: `TOO_MANY_REQUESTS` of `HttpStatus.TOO_MANY_REQUESTS`. */
	lastName(node: SyntaxNode): string | undefined;
	call(node: SyntaxNode): Call | undefined;
	member(node: SyntaxNode): Member | undefined;
	/** A pair of an object literal, a named argument, an assignment or a declaration with a value. */
	keyValue(node: SyntaxNode): KeyValue | undefined;
	/** The pairs of an object literal, or the named ones among a call's arguments. */
	pairs(node: SyntaxNode): readonly KeyValue[];
	/** The items of a list literal without wrappers, undefined when the node is no list. */
	items(node: SyntaxNode): readonly SyntaxNode[] | undefined;
}

const readers = new Map<Roles, Reader>();

export function readerFor(language: LanguageId): Reader {
	const roles = rolesFor(language);
	let reader = readers.get(roles);
	if (reader === undefined) {
		reader = createReader(roles);
		readers.set(roles, reader);
	}
	return reader;
}

function createReader(roles: Roles): Reader {
	const is = (node: SyntaxNode, role: Role): boolean => roles.of.get(node.type)?.has(role) ?? false;

	function part(node: SyntaxNode, fields: readonly string[] | undefined): SyntaxNode | undefined {
		for (const field of fields ?? []) {
			if (field === '#last') return namedChildren(node).at(-1);
			const found = field.startsWith('#') ? node.namedChildren[Number(field.slice(1))] : node.childForFieldName(field);
			if (found !== null && found !== undefined) return found;
		}
		return undefined;
	}

	function unwrap(node: SyntaxNode): SyntaxNode {
		let current = node;
		while (roles.wrappers.has(current.type)) {
			const inner = namedChildren(current).find((child) => !is(child, 'comment'));
			if (inner === undefined) break;
			current = inner;
		}
		return current;
	}

	function string(node: SyntaxNode): StringLiteral | undefined {
		const inner = unwrap(node);
		if (!is(inner, 'string')) return undefined;
		if (namedChildren(inner).some((child) => roles.interpolation.has(child.type))) return undefined;
		return literalText(inner.text, inner.startIndex);
	}

	const reader: Reader = {
		is,
		unwrap,
		string,
		number(node) {
			const inner = unwrap(node);
			if (!is(inner, 'number')) return undefined;
			const value = Number(inner.text.replaceAll('_', '').replace(/(?:[iu](?:8|16|32|64|128|size)|[lLuU]+)$/, ''));
			return Number.isFinite(value) ? value : undefined;
		},
		name(node) {
			return is(node, 'name') ? node.text.replace(/^:|:$/g, '') : undefined;
		},
		lastName(node) {
			const inner = unwrap(node);
			if (is(inner, 'name')) return reader.name(inner);
			return (
				reader.member(inner)?.property ??
				(is(inner, 'call') && reader.call(inner)?.arguments.length === 0 ? reader.call(inner)?.name : undefined)
			);
		},
		call(node) {
			if (!is(node, 'call')) return undefined;
			const callee = part(node, roles.parts.callee);
			if (callee === undefined) return undefined;
			const inner = unwrap(callee);
			const member = reader.member(inner);
			const nameNode = member?.propertyNode ?? inner;
			const name = member === undefined ? inner.text : member.property;
			if (name === undefined || name.length > 200) return undefined;
			const list = part(node, roles.parts.arguments);
			const args = list === undefined || !is(list, 'arguments') ? [] : namedChildren(list);
			return {
				name,
				nameNode,
				receiver: member?.object ?? part(node, roles.parts.receiver),
				arguments: args.filter((child) => !is(child, 'comment')).map(unwrapArgument),
			};
		},
		member(node) {
			const indexed = is(node, 'index');
			if (!indexed && !is(node, 'member')) return undefined;
			const object = part(node, roles.parts.object);
			const property = part(node, roles.parts.property);
			if (object === undefined || property === undefined) return undefined;
			const propertyNode = is(property, 'arguments') ? unwrap(namedChildren(property)[0] ?? property) : property;
			return {
				object,
				propertyNode,
				property: indexed ? string(propertyNode)?.value : propertyNode.text,
			};
		},
		keyValue(node) {
			if (!is(node, 'pair') && !is(node, 'assignment') && !isNamedArgument(node)) return undefined;
			const keyNode = part(node, roles.parts.key);
			if (keyNode === undefined) return undefined;
			const value = part(node, roles.parts.value);
			const key = unwrap(keyNode);
			return {
				key: string(key)?.value ?? reader.name(key) ?? plainKey(key),
				keyNode: key,
				value: value === undefined || value.startIndex === keyNode.startIndex ? undefined : unwrap(value),
			};
		},
		pairs(node) {
			if (roles.flatPairs.has(node.type)) return flatPairs(node);
			const call = reader.call(node);
			if (call !== undefined)
				return [
					...alternatingPairs(call),
					...call.arguments.map((item) => reader.keyValue(item)).filter((pair) => pair !== undefined),
				];
			return namedChildren(bodyOf(node))
				.map((child) => reader.keyValue(child))
				.filter((pair) => pair !== undefined);
		},
		items(node) {
			const inner = bodyOf(unwrap(node));
			if (!is(inner, 'array')) return undefined;
			return namedChildren(inner)
				.filter((child) => !is(child, 'comment'))
				.map((child) => unwrap(onlyChild(child)));
		},
	};

	function bodyOf(node: SyntaxNode): SyntaxNode {
		const field = roles.bodies.get(node.type);
		return field === undefined ? node : (part(node, [field]) ?? node);
	}

	/** An item that the grammar wraps like a pair, as PHP does. */
	function onlyChild(node: SyntaxNode): SyntaxNode {
		const [child, ...others] = namedChildren(node);
		return is(node, 'pair') && child !== undefined && others.length === 0 ? child : node;
	}

	/** In C# every argument is an `argument`; only those with a name are named. */
	function isNamedArgument(node: SyntaxNode): boolean {
		return is(node, 'named-argument') && (!roles.wrappers.has(node.type) || node.childForFieldName('name') !== null);
	}

	function unwrapArgument(node: SyntaxNode): SyntaxNode {
		return isNamedArgument(node) ? node : unwrap(node);
	}

	/** `new { code = "X" }` in C#, `json!({ "code": "X" })` in Rust. */
	function flatPairs(node: SyntaxNode): KeyValue[] {
		const children = node.children.filter((child) => child !== null);
		return children.flatMap((child, index) => {
			const keyNode = children[index - 1];
			const value = children[index + 1];
			if ((child.type !== '=' && child.type !== ':') || keyNode === undefined || value === undefined) return [];
			return [{ key: string(keyNode)?.value ?? reader.name(keyNode), keyNode, value: unwrap(value) }];
		});
	}

	/** `Map.of("code", "X", "status", 429)` in Java. */
	function alternatingPairs(call: Call): KeyValue[] {
		if (call.name !== 'of' || call.receiver === undefined || !/map$/i.test(call.receiver.text)) return [];
		const pairs: KeyValue[] = [];
		for (let index = 0; index + 1 < call.arguments.length; index += 2) {
			const [keyNode, value] = call.arguments.slice(index, index + 2);
			if (keyNode !== undefined && value !== undefined) pairs.push({ key: string(keyNode)?.value, keyNode, value });
		}
		return pairs;
	}

	/** YAML and JSON keys: the scalar's text. */
	function plainKey(node: SyntaxNode): string | undefined {
		return is(node, 'string') || is(node, 'number') || is(node, 'boolean') ? node.text : undefined;
	}

	return reader;
}

const quoted = /^(?:[A-Za-z@$]{0,2}#*)("""|'''|["'`])([\s\S]*)\1#*$/;

/**
 * The contents of a literal such as `'a'`, `r"a"`, `"""a"""`, `:a`, or a bare scalar. Escapes stay as written: the tokens we
 * look for hold none.
 */
function literalText(text: string, start: number): StringLiteral {
	const match = quoted.exec(text);
	if (match !== null) {
		const [, quote = '', contents = ''] = match;
		const from = start + text.indexOf(quote) + quote.length;
		return { value: contents, start: from, end: from + contents.length };
	}
	const prefix = text.startsWith(':') ? 1 : 0;
	return { value: text.slice(prefix), start: start + prefix, end: start + text.length };
}
