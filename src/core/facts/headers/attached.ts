import { ancestors, namedChildren, type SyntaxNode } from '../../syntax/node';
import { isHeaderName } from '../../http/headers';
import { reference } from '../cors/list';
import { chainOf, chainTop, type PolicyContext } from '../cors/read';
import { covers } from '../cors/groups';

/** A header's name where code attaches it. */
export interface Attached {
	readonly name: string;
	/** The name is a constant's that the file does not declare. */
	readonly constant: boolean;
	readonly node: SyntaxNode;
	/** What tells the request from the response, and where it goes: the option, the assignment, the call. */
	readonly site: SyntaxNode;
	/** The site alone shows that these are headers: `new Headers(…)`, `x.headers[…] = `. */
	readonly sure: boolean;
}

const readers =
	/^(?:get|has|delete|remove|forEach|entries|keys|values)$|^(?:get|has|remove|delete|read|parse|check|validate|verify|expect|assert)\w*$/i;
const adders = /^(?:set|append|setRequestHeader|setHeader|addHeader|header|setHeaders|set_header|withHeader)$/;
const groups = /^(?:common|get|post|put|patch|delete|head)$/;

/** The headers that the code around a word such as `headers`, `getAuthHeaders` or `setRequestHeader` attaches. */
export function* attachedAt(context: PolicyContext, word: SyntaxNode): Generator<Attached> {
	const { reader } = context;
	let depth = 0;
	for (const node of ancestors(word)) {
		if (++depth > 7 || (reader.is(node, 'string') === depth > 1 && reader.is(node, 'string') && depth > 2)) return;
		if (/signature|interface|type_alias|object_type|import|annotation$/.test(node.type)) return;
		const call = reader.call(node);
		if (call !== undefined) {
			yield* inCall(context, word, node);
			return;
		}
		const pair = reader.keyValue(node);
		if (pair !== undefined) {
			if (pair.value === undefined || !covers(pair.keyNode, word)) return;
			yield* inAssignment(context, word, node, pair.keyNode, pair.value);
			return;
		}
		if (reader.is(node, 'function')) {
			const name = node.childForFieldName('name');
			if (name !== null && covers(name, word) && !isRouteExport(word)) yield* returned(context, node, node, 0);
			return;
		}
		if (reader.is(node, 'statement') || reader.is(node, 'object') || reader.is(node, 'block')) return;
	}
}

function* inAssignment(
	context: PolicyContext,
	word: SyntaxNode,
	site: SyntaxNode,
	keyNode: SyntaxNode,
	value: SyntaxNode,
): Generator<Attached> {
	const { reader } = context;
	// `header` alone is a part of a page; `headers` exported by a route are those of its response.
	const shape = reader.is(site, 'pair') ? /headers['"]?$/i : /headers\w*$|header$/i;
	if (!shape.test(word.text) || (reader.is(site, 'assignment') && isRouteExport(word))) return;
	const member = reader.member(keyNode);
	const last = reader.lastName(keyNode);
	if (
		keyNode.endIndex === word.endIndex ||
		reader.is(keyNode, 'string') ||
		(last !== undefined && groups.test(last) && member !== undefined)
	) {
		yield* inValue(context, value, site, member !== undefined && keyNode.endIndex === word.endIndex, 0);
		return;
	}
	if (
		member === undefined ||
		!/headers$/i.test(member.object.text.replace(/\.(?:common|get|post|put|patch|delete)$/, '').replace(/[!?]$/, ''))
	)
		return;
	yield* named(context, member.propertyNode, site, true);
}

/** `export const headers = () => ({ … })`. */
const isRouteExport = (word: SyntaxNode): boolean =>
	word.text === 'headers' && [...ancestors(word)].slice(1, 4).some(({ type }) => type === 'export_statement');

function* inCall(context: PolicyContext, word: SyntaxNode, node: SyntaxNode): Generator<Attached> {
	const { reader } = context;
	const call = reader.call(node);
	if (call === undefined) return;
	const inArgument = call.arguments.findIndex((item) => covers(item, word));
	if (inArgument >= 0) {
		if (
			inArgument === 0 &&
			/^(?:assign|extend|merge|defaults)$/.test(call.name) &&
			/headers$/i.test(call.arguments[0]?.text ?? '')
		) {
			for (const item of call.arguments.slice(1)) yield* inValue(context, item, node, true, 0);
		}
		return;
	}
	for (const link of chainOf(reader, chainTop(reader, node)).calls) {
		if (readers.test(link.name) && !/^get\w*headers?$/i.test(link.name)) continue;
		if (adders.test(link.name)) {
			const [name] = link.arguments;
			if (name === undefined || link.arguments.length < 2) {
				if (name !== undefined && /^object/.test(name.type)) yield* inValue(context, name, node, true, 0);
				continue;
			}
			yield* named(context, name, node, true);
		} else if (/headers?$/i.test(link.name)) {
			for (const item of link.arguments) yield* inValue(context, item, node, /^(?:\w*Headers)$/.test(link.name), 0);
		}
	}
}

/** The names that an expression of headers holds: an object, a choice, a function that returns one. */
function* inValue(
	context: PolicyContext,
	value: SyntaxNode,
	site: SyntaxNode,
	sure: boolean,
	depth: number,
): Generator<Attached> {
	const { reader } = context;
	const inner = reader.unwrap(value);
	if (depth > 6) return;
	if (/^object/.test(inner.type) && reader.is(inner, 'object')) {
		yield* inObject(context, inner, site, sure, depth);
	} else if (reader.is(inner, 'function')) {
		yield* returned(context, inner, site, depth);
	} else if (/^binary|^ternary|^conditional|^spread/.test(inner.type)) {
		for (const child of namedChildren(inner)) yield* inValue(context, child, site, sure, depth + 1);
	} else if (reader.is(inner, 'call')) {
		const call = reader.call(inner);
		if (
			call === undefined ||
			!/^(?:assign|merge|extend|omitBy|pickBy|Headers|HttpHeaders|AxiosHeaders|from|freeze|markRaw|reactive|ref|computed|clean\w*|remove\w*|filter\w*)$/.test(
				call.name,
			)
		)
			return;
		for (const item of call.arguments) yield* inValue(context, item, site, sure, depth + 1);
	} else if (reader.is(inner, 'name') && !/header/i.test(inner.text)) {
		const own = context.definition(inner.text);
		if (own !== undefined && /^object/.test(own.type)) yield* inValue(context, own, site, sure, depth + 2);
	}
}

function* inObject(
	context: PolicyContext,
	object: SyntaxNode,
	site: SyntaxNode,
	sure: boolean,
	depth: number,
): Generator<Attached> {
	const { reader } = context;
	const found: Attached[] = [];
	for (const child of namedChildren(object)) {
		if (/spread/.test(child.type)) {
			found.push(...inValue(context, child, site, sure, depth + 1));
			continue;
		}
		if (/^shorthand/.test(child.type)) {
			found.push(...named(context, child, site, sure));
			continue;
		}
		const pair = reader.keyValue(child);
		if (pair?.value === undefined) continue;
		if (/^(?:object|array)$/.test(pair.value.type)) {
			if (!groups.test(pair.key ?? '')) return;
			found.push(...inValue(context, pair.value, site, sure, depth + 1));
			continue;
		}
		if (reader.is(pair.value, 'function') || (/^(?:true|false)$/.test(pair.value.type) && !sure)) return;
		const computed = pair.keyNode.type === 'computed_property_name' ? namedChildren(pair.keyNode)[0] : undefined;
		found.push(...named(context, computed ?? pair.keyNode, site, sure, computed === undefined));
	}
	yield* found;
}

/** One name: a literal, a property, or a constant. */
function* named(
	context: PolicyContext,
	node: SyntaxNode,
	site: SyntaxNode,
	sure: boolean,
	property = true,
): Generator<Attached> {
	const { reader } = context;
	const literal = reader.string(node);
	if (literal !== undefined) {
		if (isHeaderName(literal.value)) yield { name: literal.value, constant: false, node, site, sure };
		return;
	}
	const isProperty = /property_identifier/.test(node.type) && property;
	if (isProperty) {
		yield { name: node.text, constant: false, node, site, sure };
		return;
	}
	if (!reader.is(node, 'name') && reader.member(node) === undefined) return;
	const own = reader.is(node, 'name') ? context.definition(node.text) : undefined;
	const value = own === undefined ? undefined : reader.string(own);
	if (value !== undefined && isHeaderName(value.value)) yield { name: value.value, constant: false, node, site, sure };
	else if (own === undefined && /^[A-Z]|\.[A-Za-z]/.test(node.text))
		yield { name: reference(node), constant: true, node, site, sure };
}

/** The objects that a function returns. */
function* returned(context: PolicyContext, fn: SyntaxNode, site: SyntaxNode, depth: number): Generator<Attached> {
	const { reader } = context;
	const body = fn.childForFieldName('body');
	if (body === null || depth > 4) return;
	if (!reader.is(body, 'block')) {
		yield* inValue(context, body, site, false, depth + 1);
		return;
	}
	const queue = namedChildren(body);
	for (let node = queue.shift(); node !== undefined; node = queue.shift()) {
		if (reader.is(node, 'function')) continue;
		if (node.type === 'return_statement') {
			const [value] = namedChildren(node);
			if (value !== undefined) yield* inValue(context, value, site, false, depth + 1);
		} else if (/statement|clause|block|switch_case|switch_default/.test(node.type)) queue.push(...namedChildren(node));
	}
}
