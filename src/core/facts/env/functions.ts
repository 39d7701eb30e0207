import { ancestors, namedChildren, type SyntaxNode } from '../../syntax/node';
import type { Reader } from '../../syntax/read';

export interface Parameter {
	readonly name: string;
	readonly node: SyntaxNode;
	/** The value it has when the caller gives none. */
	readonly value?: SyntaxNode;
}

const selfNames = new Set(['self', 'cls', 'this']);

/** The parameters of a function in order, `self` left out. Patterns count as parameters without a name. */
export function parametersOf(reader: Reader, fn: SyntaxNode): readonly Parameter[] {
	const single = fn.childForFieldName('parameter');
	if (single !== null) return [{ name: nameText(single), node: single }];
	const list = fn.childForFieldName('parameters') ?? namedChildren(fn).find((child) => /parameters$/.test(child.type));
	if (list === undefined) return [];
	return namedChildren(list)
		.filter(
			(child) =>
				!reader.is(child, 'comment') && !/^(?:self_parameter|keyword_separator|positional_separator)$/.test(child.type),
		)
		.flatMap(parametersIn)
		.filter(({ name }, index) => index > 0 || !selfNames.has(name));
}

/** Go declares several names at once: `key, fallback string`. */
function parametersIn(node: SyntaxNode): Parameter[] {
	if (node.type === 'parameter_declaration') {
		const names = namedChildren(node).filter((child) => child.type === 'identifier');
		if (names.length > 0) return names.map((name) => ({ name: name.text, node: name }));
	}
	const named = node.childForFieldName('name') ?? node.childForFieldName('pattern') ?? node.childForFieldName('left');
	const nameNode = named ?? (isName(node) ? node : namedChildren(node).find(isName));
	const value =
		node.childForFieldName('value') ??
		node.childForFieldName('default_value') ??
		node.childForFieldName('right') ??
		(node.type === 'parameter' && named !== null ? afterName(node, named) : null);
	const name = nameNode === undefined ? '' : nameText(nameNode);
	return [{ name, node: nameNode ?? node, ...(value === null ? {} : { value }) }];
}

/** C# puts the default behind the name without a field of its own. */
function afterName(node: SyntaxNode, name: SyntaxNode): SyntaxNode | null {
	const last = namedChildren(node).at(-1);
	return last !== undefined && last.startIndex > name.endIndex && /literal/.test(last.type) ? last : null;
}

const isName = (node: SyntaxNode): boolean => /^(?:identifier|variable_name|simple_identifier)$/.test(node.type);
const nameText = (node: SyntaxNode): string => (isName(node) ? node.text.replace(/^\$/, '') : '');

/** A function's own name, or that of the variable, field or property that holds it. */
export function functionName(reader: Reader, fn: SyntaxNode): string | undefined {
	const own = fn.childForFieldName('name');
	if (own !== null) return own.text;
	for (const node of ancestors(fn)) {
		if (node === fn) continue;
		const pair = reader.keyValue(node);
		if (pair !== undefined) return pair.key ?? reader.lastName(pair.keyNode);
		const call = reader.call(node);
		// const read = memoize((name) => …)
		if (call !== undefined && !/^(?:memoi[sz]e|once|cache|useCallback|curry|lru_cache)$/.test(call.name))
			return undefined;
		if (reader.is(node, 'statement') || reader.is(node, 'function')) return undefined;
	}
	return undefined;
}

/** The class, module, trait or object that a function or a field belongs to. */
export function containerOf(reader: Reader, node: SyntaxNode): string | undefined {
	const receiver = node.childForFieldName('receiver');
	if (receiver !== null && node.type === 'method_declaration')
		return /(\w+)\s*(?:\[[^\]]*\])?\s*\)$/.exec(receiver.text)?.[1];
	let inner = node;
	for (const outer of ancestors(node)) {
		if (outer === node) continue;
		if (reader.is(outer, 'class') || outer.type === 'mod_item' || outer.type === 'trait_declaration') {
			return (outer.childForFieldName('name') ?? outer.childForFieldName('type'))?.text;
		}
		if (reader.is(outer, 'object') && reader.is(inner, 'pair')) return functionName(reader, outer);
		inner = outer;
	}
	return undefined;
}

/** The function around a node, innermost first. */
export function* functionsAround(reader: Reader, node: SyntaxNode): Generator<SyntaxNode> {
	for (const outer of ancestors(node)) if (outer !== node && reader.is(outer, 'function')) yield outer;
}
