import { ancestors, namedChildren, sameNode, type SyntaxNode } from '../../syntax/node';
import type { EnvContext } from './context';
import { functionsAround, parametersOf } from './functions';
import { keysOf, valueOfName } from './lookup';

/** What a loop variable runs over: the items of a literal list, a parameter that holds the list, or something unknown. */
export type LoopItems =
	| { readonly nodes: readonly SyntaxNode[] | undefined }
	| { readonly parameter: { readonly fn: SyntaxNode; readonly index: number; readonly name: string } };

const loop = /^(?:for_in_statement|for_statement|for_expression|enhanced_for_statement|foreach_statement|for)$/;
const clause = /^(?:range_clause|for_in_clause)$/;
const iteration =
	/^(?:forEach|map|flatMap|filter|some|every|find|findIndex|reduce|filter_map|each|each_with_object|select|reject|all\?|any\?|find_each|collect|to_h|index_with|for_each|any|all|array_map|array_filter|collect|partition|none\?|detect|inject|sum|compact_map|each_with_index)$/;

/** What the variable `name` at `node` runs over, when it is a loop's; undefined when it is none. */
export function loopItems(context: EnvContext, node: SyntaxNode, name: string): LoopItems | undefined {
	const { reader } = context;
	for (const outer of ancestors(node)) {
		for (const header of headersOf(outer)) {
			if (binds(header.variable, name)) return itemsOf(context, header.list);
		}
		if (!reader.is(outer, 'function')) continue;
		const index = parametersOf(reader, outer).findIndex((parameter) => parameter.name === name);
		if (index < 0) continue;
		const list = iteratedList(context, outer);
		return list === undefined ? undefined : itemsOf(context, list);
	}
	return undefined;
}

interface Header {
	readonly variable: SyntaxNode;
	readonly list: SyntaxNode;
}

function headersOf(node: SyntaxNode): readonly Header[] {
	if (/comprehension|generator_expression/.test(node.type))
		return namedChildren(node)
			.filter((child) => clause.test(child.type))
			.flatMap(headerOf);
	if (!loop.test(node.type)) return [];
	const inner = namedChildren(node).find((child) => clause.test(child.type));
	if (node.type === 'foreach_statement' && node.childForFieldName('left') === null) {
		const [list, variable] = namedChildren(node);
		return list !== undefined && variable !== undefined ? [{ list, variable }] : [];
	}
	return headerOf(inner ?? node);
}

function headerOf(node: SyntaxNode): Header[] {
	const variable =
		node.childForFieldName('left') ??
		node.childForFieldName('pattern') ??
		node.childForFieldName('name') ??
		node.childForFieldName('variable');
	const list = node.childForFieldName('right') ?? node.childForFieldName('value');
	return variable === null || list === null ? [] : [{ variable, list }];
}

const binds = (variable: SyntaxNode, name: string): boolean =>
	variable.text.replace(/^\$/, '') === name ||
	(/^[\s()[\],\w$&]*$/.test(variable.text) && variable.text.split(/[^\w]+/).includes(name));

/** The list that `.forEach(fn)` and its kin run over. Ruby's block is a child of the call, not an argument. */
function iteratedList({ reader }: EnvContext, fn: SyntaxNode): SyntaxNode | undefined {
	for (const outer of ancestors(fn)) {
		if (sameNode(outer, fn)) continue;
		const call = reader.call(outer);
		if (call !== undefined) {
			if (!iteration.test(call.name)) return undefined;
			return call.receiver ?? call.arguments.find((argument) => !sameNode(argument, fn));
		}
		if (reader.is(outer, 'statement') || reader.is(outer, 'function')) return undefined;
	}
	return undefined;
}

function itemsOf(context: EnvContext, list: SyntaxNode, depth = 0): LoopItems {
	const { reader } = context;
	const inner = reader.unwrap(list);
	const literal = listItems(context, inner);
	if (literal !== undefined || depth > 4) return { nodes: literal };
	const call = reader.call(inner);
	if (call !== undefined) {
		const [first] = call.arguments;
		if (/^(?:keys|entries|items|array_keys)$/.test(call.name)) {
			const object = call.arguments.length === 0 ? call.receiver : first;
			const value = object === undefined ? undefined : resolved(context, object);
			const keys = value === undefined ? undefined : keysOf(context, value);
			return keys === undefined ? { nodes: undefined } : { nodes: keys };
		}
		// `List.of("A", "B")`, `Set.of`, `Arrays.asList`, `vec!["A"]`, `new Set(["A"])`
		if (/^(?:of|asList|listOf|setOf|vec)$/.test(call.name)) return { nodes: call.arguments };
		const next = /^(?:Set|freeze|iter|into_iter|to_a|sorted|filter|slice|list|tuple|set|enumerate|concat|map)$/.test(
			call.name,
		)
			? (call.receiver ?? first)
			: undefined;
		return next === undefined ? { nodes: undefined } : itemsOf(context, next, depth + 1);
	}
	const name = /^(?:identifier|variable_name|constant)$/.test(inner.type) ? inner.text.replace(/^\$/, '') : undefined;
	if (name === undefined) return { nodes: undefined };
	for (const fn of functionsAround(reader, inner)) {
		const index = parametersOf(reader, fn).findIndex((parameter) => parameter.name === name);
		if (index >= 0) return { parameter: { fn, index, name } };
	}
	const value = valueOfName(context, name, inner.startIndex);
	return value === undefined || sameNode(value, inner) ? { nodes: undefined } : itemsOf(context, value, depth + 1);
}

function resolved(context: EnvContext, node: SyntaxNode): SyntaxNode | undefined {
	const inner = context.reader.unwrap(node);
	return /^(?:identifier|variable_name|constant)$/.test(inner.type)
		? valueOfName(context, inner.text.replace(/^\$/, ''), inner.startIndex)
		: inner;
}

/** The items of a list in any language's way of writing one. */
export function listItems({ reader }: EnvContext, node: SyntaxNode): readonly SyntaxNode[] | undefined {
	if (node.type === 'composite_literal') {
		const body = node.childForFieldName('body');
		return body === null ? undefined : namedChildren(body).map((child) => reader.unwrap(child));
	}
	if (/^(?:implicit_)?array_creation_expression$/.test(node.type)) {
		const body = namedChildren(node).find((child) => child.type === 'initializer_expression');
		if (body !== undefined) return namedChildren(body);
		return namedChildren(node).map((child) => namedChildren(child).at(-1) ?? child);
	}
	return reader.items(node);
}
