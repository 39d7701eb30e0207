import { ancestors, type SyntaxNode } from '../../syntax/node';
import type { Span } from '../../text/lines';
import { commaList, merge, readList } from './list';
import type { CorsPolicyFact, ValueList } from './policy';
import { covers } from './groups';
import { enclosingFunction, isConditional, type PolicyContext } from './read';

/** `Access-Control-…` headers as strings and as constants of libraries. */
export const headerMarkers: readonly string[] = [
	'control',
	...['allow_headers', 'allow_origin', 'allow_credentials', 'expose_headers'].map((name) => `access_control_${name}`),
	...['AllowHeaders', 'AllowOrigin', 'AllowCredentials', 'ExposeHeaders'].flatMap((name) => [
		`accesscontrol${name.toLowerCase()}`,
		`headeraccesscontrol${name.toLowerCase()}`,
	]),
];

type Which = 'allowed' | 'exposed' | 'origins' | 'credentials';

const spelled =
	/^(?:header_?)?access[-_]?control[-_]?(?:(allow)[-_]?(headers|origin|credentials)|(expose)[-_]?headers)$/i;

export interface WrittenHeader {
	readonly which: Which;
	/** The header's name, as a string or a constant. */
	readonly span: Span;
}

/** The header of these that a word belongs to; `Access-Control-Allow-Headers` is found by its second word. */
export function writtenHeader(text: string, word: Span): WrittenHeader | undefined {
	const plain = text.slice(word.start, word.end);
	let span = word;
	if (plain.toLowerCase() === 'control') {
		const start = word.start - 'access-'.length;
		const name = /^access-control-[a-z-]+/i.exec(text.slice(Math.max(0, start), word.end + 24))?.[0];
		if (name === undefined) return undefined;
		span = { start, end: start + name.length };
	}
	const match = spelled.exec(text.slice(span.start, span.end));
	if (match === null) return undefined;
	if (match[3] !== undefined) return { which: 'exposed', span };
	const kind = (match[2] ?? '').toLowerCase();
	return { which: kind === 'headers' ? 'allowed' : kind === 'origin' ? 'origins' : 'credentials', span };
}

export interface WrittenPart {
	readonly which: Which;
	readonly node: SyntaxNode;
	readonly value: ValueList;
	/** The function or object that sends the header. */
	readonly owner: SyntaxNode;
}

const setting =
	/^(?:set|setHeader|header|append|add|addHeader|insert|put|Header|Set|Add|SetHeader|Append|set_header|add_header|writeHeader|withHeader|with_header|insert_header|append_header|replace|setHeaders|send_header|TryAdd|setResponseHeader|res_header|headers|const|SetBytesV|Store|field|setIfAbsent|store)$/;

/** A header that code puts on a response, with its value. */
export function writtenAt(context: PolicyContext, { which, span }: WrittenHeader): WrittenPart | undefined {
	const { document, reader } = context;
	const found = useOf(context, context.nodeAt(span.start, span.end));
	if (found === undefined) return undefined;
	if (found.startIndex > span.end) {
		const value = valueBeside(context, found);
		return value === undefined ? undefined : { which, node: found, value, owner: ownerOf(context, found) };
	}
	let node = found;
	for (const ancestor of ancestors(found)) {
		if (ancestor.startIndex < span.start - 1 && !reader.is(ancestor, 'string') && !reader.is(ancestor, 'member')) break;
		node = ancestor;
		if (reader.is(ancestor, 'string') && ancestor.parent?.type !== 'concatenated_string') break;
	}
	const literal = reader.string(node);
	const rest = literal === undefined ? '' : literal.value.slice(span.end - literal.start);
	const whole = /^\s*:/.exec(rest);
	const start = span.end + (whole?.[0].length ?? 0);
	const value =
		whole === null
			? valueBeside(context, node)
			: commaList({ document }, document.text.slice(start, literal?.end ?? start), start);
	if (value === undefined) return undefined;
	return { which, node, value, owner: ownerOf(context, node) };
}

/** `const allowHeaders = "Access-Control-Allow-Headers"` is read where the constant is used. */
function useOf({ document, reader, nodeAt }: PolicyContext, node: SyntaxNode | undefined): SyntaxNode | undefined {
	for (const ancestor of node === undefined ? [] : [...ancestors(node)].slice(0, 4)) {
		const pair = reader.is(ancestor, 'assignment') ? reader.keyValue(ancestor) : undefined;
		if (
			pair?.value === undefined ||
			node === undefined ||
			!covers(pair.value, node) ||
			!reader.is(pair.value, 'string')
		)
			continue;
		const name = pair.keyNode.text;
		if (!/^[$\w]+$/.test(name)) return node;
		const use = new RegExp(`(?<=[(,]\\s*)${name.replace(/\$/g, '\\$')}(?=\\s*,)`).exec(
			document.text.slice(ancestor.endIndex),
		);
		const start = ancestor.endIndex + (use?.index ?? 0);
		return use === null ? node : nodeAt(start, start + name.length);
	}
	return node;
}

function valueBeside(context: PolicyContext, node: SyntaxNode): ValueList | undefined {
	const { reader } = context;
	let depth = 0;
	for (const ancestor of ancestors(node)) {
		if (++depth > 5) return undefined;
		const call = reader.call(ancestor);
		if (call !== undefined) {
			const position = call.arguments.findIndex((item) => covers(item, node));
			const next = call.arguments[position + 1];
			if (position !== 0 || next === undefined || !setting.test(call.name)) return undefined;
			return merge(call.arguments.slice(position + 1, position + 2).map((item) => readList(context, item)));
		}
		const pair = reader.keyValue(ancestor);
		if (pair?.value !== undefined) {
			if (covers(pair.keyNode, node)) return readList(context, pair.value);
			if (!/^(?:key|name|header|headerName|field)$/i.test(pair.key ?? '') || ancestor.parent === null) return undefined;
			const sibling = reader.pairs(ancestor.parent).find(({ key }) => /^(?:value|headerValue)$/i.test(key ?? ''));
			return sibling?.value === undefined ? undefined : readList(context, sibling.value);
		}
		const items = reader.items(ancestor);
		if (items !== undefined) {
			const [first, second, ...others] = items;
			if (first === undefined || second === undefined || others.length > 0 || !covers(first, node)) return undefined;
			return readList(context, second);
		}
		if (reader.is(ancestor, 'statement')) return undefined;
	}
	return undefined;
}

/** Headers of one object or one function belong together. */
function ownerOf({ reader }: PolicyContext, node: SyntaxNode): SyntaxNode {
	for (const ancestor of ancestors(node)) {
		if (reader.is(ancestor, 'object') && ancestor.startIndex < node.startIndex) {
			const pairs = reader.pairs(ancestor).length;
			const list = ancestor.parent !== null && reader.is(ancestor.parent, 'array') ? ancestor.parent : undefined;
			return pairs <= 2 && list !== undefined ? list : ancestor;
		}
		if (reader.is(ancestor, 'function')) return ancestor;
	}
	return enclosingFunction(reader, node);
}

const everywhere =
	/cors|middleware|filter|interceptor|handler\b|before|after|preflight|main|router|server|configure|setup|init|app\b|listen|serve|common|global|wrap/i;

/** Whether every response carries the headers: they are set in a middleware, a filter, or the entry of the program. */
function holdsEverywhere({ document, reader }: PolicyContext, node: SyntaxNode): boolean {
	if (/cors[\w-]*\.\w+$/i.test(document.path)) return true;
	if (
		/(?:^|\/)(?:pages\/api|routes?|controllers?|endpoints?|functions|webhooks?)\/|\/route\.[jt]sx?$/i.test(
			document.path,
		)
	)
		return false;
	for (const ancestor of ancestors(node)) {
		const call = reader.call(ancestor);
		if (call !== undefined && /^(?:use|addHook|before|all|middleware)$/.test(call.name)) return true;
		const name =
			reader.is(ancestor, 'function') || reader.is(ancestor, 'class')
				? ancestor.childForFieldName('name')?.text
				: undefined;
		if (name !== undefined) return everywhere.test(name);
	}
	return /(?:^|\/)(?:[\w.-]*(?:cors|middleware|next\.config|server|main|app|index|vercel|netlify|serverless)[\w.-]*)\.\w+$/i.test(
		document.path,
	);
}

const unknownList: ValueList = { state: 'unknown', entries: [], refs: [] };

/** `*` for strangers in one branch and credentials for friends in another do not meet. */
function sameBranch({ reader }: PolicyContext, one: SyntaxNode, other: SyntaxNode | undefined): boolean {
	const blockOf = (node: SyntaxNode): number | undefined =>
		[...ancestors(node)].find(
			(item) => reader.is(item, 'block') || reader.is(item, 'function') || reader.is(item, 'object'),
		)?.startIndex;
	return other === undefined || blockOf(one) === blockOf(other);
}

/** One policy for all headers that one function or object sends. */
export function writtenPolicies(context: PolicyContext, parts: readonly WrittenPart[]): CorsPolicyFact[] {
	const { document, reader } = context;
	const byOwner = new Map<number, WrittenPart[]>();
	for (const part of parts) byOwner.set(part.owner.startIndex, [...(byOwner.get(part.owner.startIndex) ?? []), part]);
	return [...byOwner.values()].flatMap((group): CorsPolicyFact[] => {
		const of = (which: Which): WrittenPart[] => group.filter((part) => part.which === which);
		const first = of('allowed')[0] ?? of('exposed')[0] ?? of('credentials')[0];
		if (first === undefined) return [];
		const credentials = of('credentials')[0];
		const flag = credentials?.value.entries[0]?.name;
		const wildcard = of('origins').find(
			({ value, node }) => value.state === 'any' && sameBranch(context, node, credentials?.node),
		);
		const origins = merge(of('origins').map(({ value }) => (value.state === 'any' ? unknownList : value)));
		const range = document.range({ start: first.node.startIndex, end: first.node.endIndex });
		const at =
			wildcard === undefined ? range : document.range({ start: wildcard.node.startIndex, end: wildcard.node.endIndex });
		return [
			{
				kind: 'cors-policy',
				name: 'hand-written',
				range,
				allowed: merge(of('allowed').map(({ value }) => value)),
				exposed: merge(of('exposed').map(({ value }) => value)),
				origins: wildcard === undefined ? origins : { state: 'any', entries: [{ name: '*', range: at }], refs: [] },
				credentials: credentials === undefined ? false : flag === undefined ? 'unknown' : flag === 'true',
				scope: holdsEverywhere(context, first.node) ? 'server' : 'route',
				...(isConditional(reader, first.node) ? { conditional: true } : {}),
			},
		];
	});
}
