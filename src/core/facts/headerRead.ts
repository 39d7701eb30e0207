import { isHeaderName } from '../http/headers';
import { ancestors, type SyntaxNode } from '../syntax/node';
import { createPolicyContext, type PolicyContext } from './cors/read';
import { reference } from './cors/list';
import { covers } from './cors/groups';
import type { Extractor } from './extractor';
import type { HeaderFact, Runtime } from './headers/model';
import { runtimeOf } from './headers/runtime';
import { targetOf } from './headers/target';
import { ecmascript } from './headerSent';

const word =
	/(?<![\w$-])[\w$]*headers?[\w$]*(?![\w-])|\bHTTP_[A-Z][A-Z0-9_]+\b|\b(?:req|request|ctx|c)\.get(?=\(\s*["'])/gi;
const access = /[hH]eaders?['")!?]*\s*(?:\.|\[|->|::|\?\.)|[hH]eaders?(?:Param|Value|Line)?\s*\(/;
const expressGet = /\b(?:req|request|ctx|c)\.get\(\s*["'][A-Za-z]+-/;
const other = new Set([
	'markdown',
	'json',
	'yaml',
	'html',
	'log',
	'plaintext',
	'nginx',
	'shell',
	'dotenv',
	'properties',
	'xml',
	'css',
	'sql',
]);
const getters =
	/^(?:get|header|getHeader|GetHeader|getFirst|TryGetValue|has|hasHeader|contains|ContainsKey|Get|getRequestHeader|getHeaderLine|PeekHeader|Peek|get_header|fetch|key\?|headers|firstValue|getHeaders|RequestHeader|FromHeader|Headers|Header|HeaderParam|APIKeyHeader|value|Values|get_all|getlist|GetValues|header_value|HeaderValue)$/;
const setters =
	/^(?:set|setHeader|header|append|add|addHeader|Set|Add|SetHeader|Append|Header|insert|setResponseHeader|withHeader|set_header)$/;
const responseName =
	/^(?:res|resp|response|reply|result|r|e|err|error|xhr|data|ret|rsp|this\.response|[\w.]*\b(?:res|resp|response|xhr))(?:$|[.!([?])/i;
const requestName =
	/\b(?:req|request|ctx|context|event|c|r|exchange|httpRequest|HttpContext|Request|\$request|accessor|raw|httpContext|HttpServletRequest|args|info|connection|handshake)\b/;

/** Headers that servers read from requests and clients from responses, and those that servers return, in any language. */
export const headerReadExtractor: Extractor = {
	kinds: ['header-read', 'header-returned'],
	markers: [],
	after: ['cors-policy'],
	reads: ({ language, text }) =>
		!other.has(language) &&
		((text.includes('eader') && access.test(text)) ||
			text.includes('HTTP_X') ||
			(text.includes('.get(') && expressGet.test(text))),
	*extract({ document, tree }) {
		if (/\.min\.js$|\.d\.ts$/.test(document.path)) return;
		const root = tree()?.root;
		if (root === undefined) return;
		const context = createPolicyContext(document, root);
		const runtime: Runtime = ecmascript.has(document.language) ? runtimeOf(document) : 'server';
		const seen = new Set<number>();
		for (const match of document.text.matchAll(word)) {
			const node = context.nodeAt(match.index, match.index + match[0].length);
			if (node === undefined || context.reader.is(node, 'comment')) continue;
			const fact = factAt(context, node, runtime, match[0]);
			if (fact === undefined) continue;
			const place = document.offsetAt(fact.range.start);
			if (seen.has(place)) continue;
			seen.add(place);
			yield fact;
		}
	},
};

function factAt(context: PolicyContext, node: SyntaxNode, runtime: Runtime, text: string): HeaderFact | undefined {
	const { document, reader } = context;
	if (text.startsWith('HTTP_')) return fromEnvironment(context, node, text);
	const found = accessAt(context, node);
	if (found === undefined) return undefined;
	const { nameNode, receiver, sets, access } = found;
	const literal = reader.string(nameNode);
	const name =
		literal?.value ??
		(reader.is(nameNode, 'name') || reader.member(nameNode) !== undefined ? reference(nameNode) : undefined);
	if (name === undefined || (literal === undefined ? !/^[A-Z]|\.[A-Z]/.test(name) : !isHeaderName(name)))
		return undefined;
	const base = {
		name,
		range: document.range({ start: nameNode.startIndex, end: nameNode.endIndex }),
		...(literal === undefined ? { constant: true as const } : {}),
	};
	const isResponse = responseName.test(receiver) && !requestName.test(receiver.replace(/\.?(?:response|res)\b.*$/, ''));
	if (sets)
		return !ecmascript.has(document.language) && (isResponse || runtime === 'server')
			? { kind: 'header-returned', ...base }
			: undefined;
	const side = isResponse
		? 'response'
		: requestName.test(receiver) || runtime === 'server' || runtime === 'unknown'
			? 'request'
			: 'response';
	if (side === 'response') return { kind: 'header-read', ...base, side, runtime, target: targetOf(context, access) };
	return { kind: 'header-read', ...base, side, runtime };
}

interface Access {
	readonly nameNode: SyntaxNode;
	readonly receiver: string;
	readonly sets: boolean;
	readonly access: SyntaxNode;
}

/** `x.headers['name']`, `headers.get("name")`, `getHeader("name")`, `@RequestHeader("name")`. */
function accessAt(context: PolicyContext, node: SyntaxNode): Access | undefined {
	const { reader } = context;
	let depth = 0;
	for (const ancestor of ancestors(node)) {
		if (++depth > 5) return undefined;
		const member = reader.member(ancestor);
		if (member !== undefined && reader.is(ancestor, 'index') && covers(member.object, node)) {
			const assigned = ancestor.parent === null ? undefined : reader.keyValue(ancestor.parent);
			const sets =
				assigned !== undefined &&
				reader.is(ancestor.parent ?? ancestor, 'assignment') &&
				assigned.keyNode.startIndex === ancestor.startIndex;
			return { nameNode: member.propertyNode, receiver: member.object.text.slice(0, 80), sets, access: ancestor };
		}
		const call = reader.call(ancestor);
		if (call !== undefined) {
			const [first, second] = call.arguments;
			if (first === undefined || call.arguments.some((item) => covers(item, node))) return undefined;
			const receiver = call.receiver?.text.slice(0, 80) ?? '';
			if (
				setters.test(call.name) &&
				second !== undefined &&
				receiver !== '' &&
				!/^(?:Header|header)$/.test(call.name)
			) {
				return { nameNode: first, receiver, sets: true, access: ancestor };
			}
			if (/^(?:Header|header)$/.test(call.name) && second !== undefined && responseName.test(receiver))
				return { nameNode: first, receiver, sets: true, access: ancestor };
			if (!getters.test(call.name)) return undefined;
			const keyed = reader.pairs(ancestor).find(({ key }) => /^(?:alias|name|value|Name)$/.test(key ?? ''))?.value;
			return {
				nameNode: keyed ?? first,
				receiver: receiver === '' ? 'request' : receiver,
				sets: false,
				access: ancestor,
			};
		}
		if (reader.is(ancestor, 'annotation')) return annotated(context, ancestor);
		if (reader.is(ancestor, 'statement') || reader.is(ancestor, 'function') || reader.is(ancestor, 'object'))
			return undefined;
	}
	return undefined;
}

function annotated({ reader }: PolicyContext, annotation: SyntaxNode): Access | undefined {
	if (!/^@?\[?(?:RequestHeader|FromHeader|HeaderParam|Headers?)\b/.test(annotation.text)) return undefined;
	const list =
		annotation.childForFieldName('arguments') ??
		annotation.namedChildren.find((child) => child !== null && /argument/.test(child.type)) ??
		null;
	if (list === null) return undefined;
	const children = list.namedChildren
		.flatMap((child) => (child === null ? [] : /^attribute_argument$/.test(child.type) ? child.namedChildren : [child]))
		.filter((child) => child !== null);
	const keyed = children
		.map((child) => reader.keyValue(child))
		.find((pair) => /^(?:value|name|Name)$/.test(pair?.key ?? ''))?.value;
	const nameNode = keyed ?? children.find((child) => reader.is(child, 'string') || reader.member(child) !== undefined);
	return nameNode === undefined ? undefined : { nameNode, receiver: 'request', sets: false, access: annotation };
}

/** `request.META["HTTP_X_TENANT"]`, `$_SERVER['HTTP_X_TENANT']`, `request.env['HTTP_X_TENANT']`. */
function fromEnvironment({ document, reader }: PolicyContext, node: SyntaxNode, text: string): HeaderFact | undefined {
	if (!['python', 'php', 'ruby'].includes(document.language)) return undefined;
	const inString = [...ancestors(node)].slice(0, 3).some((item) => reader.string(item)?.value === text);
	const name = text
		.slice('HTTP_'.length)
		.replaceAll('_', '-')
		.toLowerCase()
		.replace(/(?:^|-)[a-z]/g, (letter) => letter.toUpperCase());
	const around = [...ancestors(node)].slice(0, 6).map((item) => item.text.slice(0, 80));
	if (!around.some((item) => /\b(?:META|_SERVER|request\.env|req\.env|request\.environ)\b/.test(item)))
		return undefined;
	if (!inString || /^(?:Host|User-Agent|Referer|Accept|Method)/.test(name)) return undefined;
	return {
		kind: 'header-read',
		name,
		range: document.range({ start: node.startIndex, end: node.endIndex }),
		side: 'request',
		runtime: 'server',
	};
}
