import { namedChildren, type SyntaxNode } from '../../syntax/node';
import type { Reader } from '../../syntax/read';
import type { TextDocument } from '../../text/document';
import type { Span } from '../../text/lines';
import { arrayInsertion, commaInsertion, type ListItem } from './insertion';
import { headerOfConstant, libraryLists } from './known';
import { absentList, type ListEntry, type ListState, type ValueList } from './policy';

export interface ListContext {
	readonly document: TextDocument;
	readonly reader: Reader;
	/** The value of a name that the same file declares. */
	readonly definition: (name: string) => SyntaxNode | undefined;
}

/** Calls that keep the items of what they are called on and of their arguments. */
const keeping =
	/^(?:of|asList|listOf|arrayListOf|setOf|mutableListOf|List|Set|Array|ArrayList|HashSet|list|tuple|set|frozenset|sorted|from|concat|append|union|extend|vec|split|join|implode|explode|merge|array_merge|array|toList|ToArray|ToList|to_vec|collect|into_iter|iter|some|filter|trim|strip|freeze|unique|uniq|flat|as_ref|into|clone|String|str|new|copyOf|distinct|dict|from_iter|exact)$/;
/** Calls around one header's name. */
const naming =
	/^(?:from_static|from_str|from_bytes|parse|unwrap|expect|of|toLowerCase|lower|to_string|to_owned|into|as_str|HeaderName|CanonicalHeaderKey|name|toString|freeze|ascii|try_from)$/;
const anyNames = /^(?:any|all|Any|All|AllowAny|mirror_any)$/;

/** What is known of the list that an expression of any language stands for. */
export function readList(context: ListContext, node: SyntaxNode, depth = 0): ValueList {
	const { reader } = context;
	const inner = reader.unwrap(node);
	if (depth > 8) return unknown;
	if (/request[-_]?headers/i.test(inner.text.slice(0, 400)) && !reader.is(inner, 'array')) return state('reflect');
	const literal = reader.string(inner);
	if (literal !== undefined) return commaList(context, literal.value, literal.start, inner.text.startsWith(':'));
	const items = reader.items(inner);
	if (items !== undefined) return arrayList(context, items, depth);
	const pieces =
		inner.type === 'template_string' ? templateList(context, inner, depth) : macroList(context, inner, depth);
	if (pieces !== undefined) return pieces;
	const parts = partsOf(context, inner);
	if (parts !== undefined) return joined(context, inner, parts, depth);
	return readNamed(context, inner, depth);
}

/** What several expressions amount to: the items of `List.of(…)`, or lists that are put together. */
function joined(context: ListContext, node: SyntaxNode, parts: readonly SyntaxNode[], depth: number): ValueList {
	const { reader } = context;
	if (parts.length === 0) return unknown;
	const isListing = /^(?:of|asList|\w*[lL]istOf|\w*[sS]etOf)$/.test(reader.call(node)?.name ?? '');
	if (isListing && parts.every((item) => reader.items(item) === undefined)) return arrayList(context, parts, depth);
	return merge(parts.map((part) => readList(context, part, depth + 1)));
}

function readNamed(context: ListContext, node: SyntaxNode, depth: number): ValueList {
	const { reader } = context;
	const name = reader.lastName(node);
	if (/^(?:null|undefined|none|nil)$/i.test(node.text)) return absentList;
	if (name === undefined || reader.call(node) !== undefined) {
		return name !== undefined && anyNames.test(name)
			? state('any')
			: reader.is(node, 'call')
				? named(context, node)
				: unknown;
	}
	if (anyNames.test(name)) return state('any');
	const known = libraryLists[name];
	if (known !== undefined) return { state: 'listed', entries: known.map(at(context, node)), refs: [] };
	const header = headerOfConstant(name);
	if (header !== undefined) return { state: 'listed', entries: [at(context, node)(header)], refs: [] };
	if (/env/i.test(node.text)) return unknown;
	const own = /^[\w$]+$/.test(node.text) ? context.definition(name) : undefined;
	if (own !== undefined && !(own.startIndex <= node.startIndex && own.endIndex >= node.endIndex)) {
		const list = readList(context, own, depth + 1);
		if (list.state !== 'unknown') return list;
	}
	return { state: 'listed', entries: [], refs: [reference(node)] };
}

/** `Headers.TENANT`: the last two names, as constants are recorded. */
export const reference = (node: SyntaxNode): string =>
	node.text
		.split(/(?:::|\.|->|\?\.)+/)
		.slice(-2)
		.join('.')
		.replace(/^(?:self|this|Self|static)\./, '')
		.replace(/^\$/, '');

/** One header's name in a call: `HeaderName::from_static("x-a")`, `"x-a".parse().unwrap()`. */
function named(context: ListContext, node: SyntaxNode): ValueList {
	const call = context.reader.call(node);
	if (call === undefined || !naming.test(call.name)) return unknown;
	for (const part of [...call.arguments, ...(call.receiver === undefined ? [] : [call.receiver])]) {
		const list = context.reader.is(part, 'call') ? named(context, part) : readList(context, part, 6);
		if (list.state === 'listed' && list.entries.length + list.refs.length > 0) return list;
	}
	return unknown;
}

/** The expressions that a list is put together from, or undefined when the node is none that we know. */
function partsOf({ reader }: ListContext, node: SyntaxNode): readonly SyntaxNode[] | undefined {
	const children = namedChildren(node).filter((child) => !reader.is(child, 'comment'));
	if (/spread|splat|^variadic_unpacking$|^as_pattern$/.test(node.type)) return children.slice(0, 1);
	if (/comprehension$|^generator_expression$/.test(node.type)) {
		const source = children.find((child) => child.type === 'for_in_clause')?.childForFieldName('right');
		return source === null || source === undefined ? undefined : [source];
	}
	if (node.type === 'concatenated_string') return children;
	if (/^(?:conditional|ternary|conditional_expression)/.test(node.type) || node.type === 'ternary_expression') {
		return /^conditional_expression$/.test(node.type) && children.length === 3 && /\bif\b/.test(node.text)
			? [children[0], children[2]].filter((child) => child !== undefined)
			: children.slice(1);
	}
	if (/^binary/.test(node.type)) {
		const operator = node.children.find((child) => child !== null && !child.isNamed)?.type;
		return operator === '+' || operator === '|' || operator === '.' ? children : undefined;
	}
	const call = reader.call(node);
	if (call === undefined || !keeping.test(call.name)) return undefined;
	if (/env|config|settings|getenv/i.test(call.receiver?.text.slice(0, 80) ?? '')) return undefined;
	const generator = node.childForFieldName('arguments');
	if (generator?.type === 'generator_expression') return [generator];
	if (naming.test(call.name) && !/^(?:of|into|freeze)$/.test(call.name)) return undefined;
	const separators = /^(?:split|join|implode|explode|trim|strip)$/.test(call.name);
	const kept = call.arguments.filter((item) => {
		if (/lambda|closure|arrow|function/.test(item.type) || reader.is(item, 'function')) return false;
		return !separators || !/^[\s,;|]*$/.test(reader.string(item)?.value ?? 'x');
	});
	const receiver =
		call.receiver !== undefined && /^[A-Z][A-Za-z]*(?:::<.*>)?$/.test(call.receiver.text) ? [] : call.receiver;
	return [...(receiver === undefined ? [] : [receiver].flat()), ...kept];
}

/** `` `content-type, ${TENANT_HEADER}` ``: whole names between commas. */
function templateList(context: ListContext, node: SyntaxNode, depth: number): ValueList {
	const { document } = context;
	const lists = namedChildren(node).map((child): ValueList => {
		if (/fragment|content/.test(child.type)) return commaList(context, child.text, child.startIndex);
		const around =
			document.text.slice(child.startIndex - 1, child.startIndex) +
			document.text.slice(child.endIndex, child.endIndex + 1);
		const [expression] = namedChildren(child);
		return expression === undefined || !/^[`,\s][`,\s]$/.test(around)
			? unknown
			: readList(context, expression, depth + 1);
	});
	return lists.length === 0 ? unknown : merge(lists);
}

/** `vec![header::ACCEPT, HeaderName::from_static("x-a")]`: the arguments of a macro are a run of tokens. */
function macroList(context: ListContext, node: SyntaxNode, depth: number): ValueList | undefined {
	const tokens = node.type === 'macro_invocation' ? namedChildren(node).at(-1) : undefined;
	if (tokens?.type !== 'token_tree') return undefined;
	const groups: SyntaxNode[][] = [[]];
	for (const token of tokens.children.slice(1, -1)) {
		if (token?.type === ',') groups.push([]);
		else if (token?.isNamed === true) groups.at(-1)?.push(token);
	}
	const filled = groups.filter((group) => group.length > 0);
	if (
		filled.every(
			([only, another]) => only !== undefined && another === undefined && context.reader.string(only) !== undefined,
		)
	) {
		return arrayList(context, filled.flat(), depth);
	}
	return merge(
		filled.map((group): ValueList => {
			const last = group.at(-1);
			const argument = last?.type === 'token_tree' ? namedChildren(last)[0] : last;
			return argument === undefined ? unknown : readList(context, argument, depth + 1);
		}),
	);
}

/** The items of an array, or several arguments that amount to one. */
export function arrayList(context: ListContext, items: readonly SyntaxNode[], depth = 0): ValueList {
	const { document, reader } = context;
	const found: ListItem[] = [];
	const lists = items.map((item): ValueList => {
		const literal = literalIn(context, item);
		const span = { start: item.startIndex, end: item.endIndex };
		found.push({ ...span, name: literal ?? span, literal: literal !== undefined });
		if (literal === undefined) return readList(context, item, depth + 1);
		if (literal.value === '*') return state('any');
		const name = literal.value.trim();
		const lead = literal.value.length - literal.value.trimStart().length;
		const start = literal.start + lead;
		return name === '' || reader.is(item, 'boolean')
			? state('listed')
			: { state: 'listed', entries: [{ name, range: document.range({ start, end: start + name.length }) }], refs: [] };
	});
	const { insert: _, ...list } = merge(lists);
	const open = Math.max(...['[', '(', '{'].map((bracket) => document.text.lastIndexOf(bracket, items[0]?.startIndex)));
	const insert = arrayInsertion(document, found, open);
	return { ...list, state: lists.length === 0 ? 'listed' : list.state, ...(insert === undefined ? {} : { insert }) };
}

function literalIn({ reader }: ListContext, item: SyntaxNode): (Span & { readonly value: string }) | undefined {
	const own = reader.string(item);
	if (own !== undefined) return own;
	const call = reader.call(item);
	if (call === undefined || !naming.test(call.name)) return undefined;
	const [argument] = call.arguments;
	const source = argument ?? call.receiver;
	return source === undefined
		? undefined
		: reader.is(source, 'call')
			? literalIn({ reader } as ListContext, source)
			: reader.string(source);
}

/** `Content-Type, X-A` in one string. Quotes around the whole, as API Gateway wants them, are not part of a name. */
export function commaList(
	{ document }: Pick<ListContext, 'document'>,
	value: string,
	start: number,
	symbol = false,
): ValueList {
	const text = value.trim();
	if (text === '*' || /^'\*'$/.test(text) || (symbol && text === 'any')) return state('any');
	if (text === '') return state('listed');
	const outer = /^(['"])(.*)\1$/s.exec(text);
	const offset = start + value.indexOf(text) + (outer === null ? 0 : 1);
	const contents = outer?.[2] ?? text;
	const spans: Span[] = [];
	for (const match of contents.matchAll(/[^,\s]+(?:[^\S\r\n]+[^,\s]+)*/g)) {
		spans.push({ start: offset + match.index, end: offset + match.index + match[0].length });
	}
	const entries = spans.map((span): ListEntry => ({
		name: document.text.slice(span.start, span.end),
		range: document.range(span),
	}));
	if (entries.some(({ name }) => /\$\{|\{\{|%[sv(]|#\{/.test(name))) return unknown;
	if (entries.some(({ name }) => name === '*')) return state('any');
	const insert = commaInsertion(document, spans);
	return { state: 'listed', entries, refs: [], ...(insert === undefined ? {} : { insert }) };
}

/** Lists that are all in force together, or the parts of one list. */
export function merge(lists: readonly ValueList[]): ValueList {
	const order: readonly ListState[] = ['reflect', 'any', 'unknown', 'listed', 'absent'];
	const first = order.find((item) => lists.some((list) => list.state === item)) ?? 'absent';
	const insert = lists.find((list) => list.insert !== undefined)?.insert;
	return {
		state: first,
		entries: lists.flatMap((list) => list.entries),
		refs: [...new Set(lists.flatMap((list) => list.refs))],
		...(insert === undefined ? {} : { insert }),
	};
}

const state = (name: ListState): ValueList => ({ state: name, entries: [], refs: [] });
const unknown = state('unknown');
const at =
	({ document }: ListContext, node: SyntaxNode) =>
	(name: string): ListEntry => ({ name, range: document.range({ start: node.startIndex, end: node.endIndex }) });
