import { namedChildren, type SyntaxNode } from '../../syntax/node';
import type { EnvContext } from './context';
import { functionsAround, parametersOf } from './functions';
import { loopItems } from './loops';
import { valueOfMember, valueOfName } from './lookup';
import { templateOf } from './templates';

/** What the expression for a variable's name says of it. */
export type EnvName =
	| { readonly kind: 'literal'; readonly names: readonly NamedAt[] }
	| ({ readonly kind: 'parameter'; readonly parameter: ParameterUse } & Affixes)
	| ({ readonly kind: 'constant'; readonly constant: string } & Affixes)
	| ({ readonly kind: 'dynamic' } & Affixes);

export interface NamedAt {
	readonly name: string;
	/** Where the name, or the constant for it, stands at the read; the item of a list that is looped over. */
	readonly node: SyntaxNode;
}

export interface Affixes {
	readonly prefix: string;
	readonly suffix: string;
}

export interface ParameterUse {
	readonly fn: SyntaxNode;
	readonly index: number;
	readonly name: string;
	/** The parameter is a list, and its items are the names. */
	readonly list: boolean;
}

const maxDepth = 5;
const dynamic: EnvName = { kind: 'dynamic', prefix: '', suffix: '' };
/** Calls that give the same name back, but for its case or type. */
const transparent =
	/^(?:to_?upper(?:case)?|upper|upcase|strtoupper|to_?lower(?:case)?|trim|strip|to_?str(?:ing)?|to_?s|to_?owned|as_?str|as_?ref|into|clone|freeze|String|str|ToUpperInvariant|valueOf|name|replace|replaceAll|gsub|tr)$/i;

/** The names that an expression can stand for; loops over literal lists give one name an item. */
export function envNameOf(context: EnvContext, node: SyntaxNode, depth = 0): EnvName {
	const { reader } = context;
	if (depth > maxDepth) return dynamic;
	const inner = reader.unwrap(node);
	const literal = reader.string(inner);
	if (literal !== undefined) return { kind: 'literal', names: [{ name: literal.value, node: inner }] };

	const template = templateOf(context, inner);
	if (template !== undefined) {
		const { prefix, suffix, inserted } = template;
		if (inserted.length !== 1 || inserted[0] === undefined) return { kind: 'dynamic', prefix, suffix };
		return withAffixes(envNameOf(context, inserted[0], depth + 1), prefix, suffix);
	}
	const branches = branchesOf(inner);
	if (branches !== undefined) return union(branches.map((branch) => envNameOf(context, branch, depth + 1)));

	const call = reader.call(inner);
	if (call !== undefined) {
		const subject = call.receiver ?? call.arguments[0];
		return transparent.test(call.name) && subject !== undefined ? envNameOf(context, subject, depth + 1) : dynamic;
	}
	if (isIdentifier(inner)) return fromIdentifier(context, inner, depth);
	const member = reader.member(inner);
	if (member?.property !== undefined) return fromMember(context, inner, member.object, member.property, depth);
	return dynamic;
}

function fromIdentifier(context: EnvContext, node: SyntaxNode, depth: number): EnvName {
	const name = node.text.replace(/^\$/, '');
	const items = loopItems(context, node, name);
	if (items !== undefined) {
		if ('parameter' in items)
			return { kind: 'parameter', parameter: { ...items.parameter, list: true }, prefix: '', suffix: '' };
		if (items.nodes === undefined) return dynamic;
		const names = items.nodes.map((item) => {
			const found = envNameOf(context, item, depth + 1);
			return found.kind === 'dynamic' && isBareWord(item) ? literalOf(item) : found;
		});
		return union(names);
	}
	for (const fn of functionsAround(context.reader, node)) {
		const index = parametersOf(context.reader, fn).findIndex((parameter) => parameter.name === name);
		if (index >= 0) return { kind: 'parameter', parameter: { fn, index, name, list: false }, prefix: '', suffix: '' };
	}
	const value = valueOfName(context, name, node.startIndex);
	if (value !== undefined && !(value.startIndex <= node.startIndex && value.endIndex >= node.endIndex)) {
		return placedAt(envNameOf(context, value, depth + 1), node);
	}
	return value === undefined && isConstantLike(name)
		? { kind: 'constant', constant: name, prefix: '', suffix: '' }
		: dynamic;
}

function fromMember(
	context: EnvContext,
	node: SyntaxNode,
	object: SyntaxNode,
	property: string,
	depth: number,
): EnvName {
	const owner = context.reader.lastName(object) ?? object.text;
	const value = valueOfMember(context, owner, property);
	if (value !== undefined) return placedAt(envNameOf(context, value, depth + 1), node);
	return isConstantLike(property) ? { kind: 'constant', constant: property, prefix: '', suffix: '' } : dynamic;
}

/** A constant's value, placed where the constant is used. */
function placedAt(name: EnvName, node: SyntaxNode): EnvName {
	return name.kind === 'literal'
		? { kind: 'literal', names: name.names.map((item) => ({ name: item.name, node })) }
		: name;
}

function union(names: readonly EnvName[]): EnvName {
	const literals = names.flatMap((name) => (name.kind === 'literal' ? name.names : []));
	const other = names.find((name) => name.kind !== 'literal');
	return literals.length > 0 ? { kind: 'literal', names: literals } : (other ?? dynamic);
}

function withAffixes(name: EnvName, prefix: string, suffix: string): EnvName {
	if (name.kind !== 'literal') return { ...name, prefix: prefix + name.prefix, suffix: name.suffix + suffix };
	return { kind: 'literal', names: name.names.map((item) => ({ ...item, name: prefix + item.name + suffix })) };
}

/** `production ? 'A' : 'B'`. */
function branchesOf(node: SyntaxNode): readonly SyntaxNode[] | undefined {
	if (node.type === 'ternary_expression' || node.type === 'conditional_expression' || node.type === 'conditional') {
		const parts = [node.childForFieldName('consequence'), node.childForFieldName('alternative')].filter(
			(part) => part !== null,
		);
		if (parts.length === 2) return parts;
		const [first, , last] = namedChildren(node);
		return first !== undefined && last !== undefined ? [first, last] : undefined;
	}
	return undefined;
}

const isIdentifier = (node: SyntaxNode): boolean => /^(?:identifier|variable_name|constant|name)$/.test(node.type);
/** `EnvDatabaseUrl` in Go, `DATABASE_URL` elsewhere, `kPort`. A plain lower-case word is a variable of unknown value. */
const isConstantLike = (name: string): boolean =>
	/^[A-Z]\w*$|^k[A-Z]|^env[A-Z]\w*$|Env$|EnvVar|EnvKey|EnvName/.test(name);
const isBareWord = (node: SyntaxNode): boolean => /^(?:bare_string|bare_symbol|word)$/.test(node.type);
const literalOf = (node: SyntaxNode): EnvName => ({ kind: 'literal', names: [{ name: node.text, node }] });
