import { ancestors, namedChildren, type SyntaxNode } from '../../syntax/node';
import type { PolicyContext } from '../cors/read';
import type { RequestTarget } from './model';

const unknown: RequestTarget = { kind: 'unknown' };
const methods =
	/^(?:get|post|put|patch|delete|del|head|options|request|fetch|raw|query|mutate|upload|download|stream|native)$/;
const functions =
	/^(?:fetch|axios|ky|\$fetch|ofetch|useFetch|useLazyFetch|superagent|Request|fetchEventSource|EventSourcePolyfill|EventSource|open|xhr|ajax|createFetch|wretch|redaxios)$/;
const factories =
	/^(?:create|extend|HttpLink|createHttpLink|BatchHttpLink|createUploadLink|httpBatchLink|httpLink|httpBatchStreamLink|unstable_httpBatchStreamLink|httpSubscriptionLink|GraphQLClient|createClient|ApolloClient|Client|AxiosInstance|fetchBaseQuery|createApi|createAxios|extendRequest)$/;
const addressKeys = /^(?:baseURL|baseUrl|prefixUrl|uri|url|endpoint|host|apiUrl|serverUrl|BASE_URL)$/;
const globals =
	/^(?:axios|ky|superagent|this\.http|this\.httpClient|this\._http|this\.\$http|this\.\$axios|\$http|http|this\.httpService|window|globalThis|self|\$|jQuery|request)$/;

/** Where the request goes that a node, such as a `headers` option, belongs to. */
export function targetOf(context: PolicyContext, site: SyntaxNode): RequestTarget {
	const { reader } = context;
	for (const node of ancestors(site)) {
		if (reader.is(node, 'class')) break;
		const call = reader.call(node);
		if (call === undefined || site.endIndex <= call.nameNode.endIndex) continue;
		const interceptors = /^(.*?)\.interceptors\.request$/s.exec(call.receiver?.text.slice(0, 200) ?? '');
		if (interceptors !== null) return clientTarget(context, interceptors[1] ?? '');
		const target = callTarget(context, node);
		if (target !== undefined) return target;
	}
	return fileTarget(context);
}

/** Where a call sends a request, or undefined when it is none. */
export function callTarget(context: PolicyContext, node: SyntaxNode): RequestTarget | undefined {
	const { reader } = context;
	const call = reader.call(node);
	if (call === undefined) return undefined;
	const options = call.arguments.find((item) => /^object/.test(item.type));
	const address =
		options === undefined ? undefined : reader.pairs(options).find(({ key }) => addressKeys.test(key ?? ''))?.value;
	const [first] = call.arguments;
	const receiver = call.receiver?.text.replace(/\s+/g, '').slice(0, 120);
	if (factories.test(call.name)) {
		if (address !== undefined) return addressOf(context, address, 'same');
		if (call.name === 'GraphQLClient' && first !== undefined) return addressOf(context, first, 'same');
		return call.name === 'create' || call.name === 'extend' ? (options === undefined ? undefined : unknown) : undefined;
	}
	if (receiver === undefined) {
		if (!functions.test(call.name) || first === undefined) return undefined;
		const url = /^object/.test(first.type) ? address : first;
		return url === undefined ? unknown : addressOf(context, url, call.name === 'axios' ? 'relative' : 'same');
	}
	if (call.name === 'open') {
		const url = call.arguments[1];
		return url === undefined || call.arguments.length < 2 ? undefined : addressOf(context, url, 'same');
	}
	if (!methods.test(call.name) || (first === undefined && options === undefined)) return undefined;
	if (globals.test(receiver)) {
		const url = first !== undefined && !/^object/.test(first.type) ? first : address;
		const fetching = call.name === 'fetch' || /^(?:ky|superagent)$/.test(receiver);
		return url === undefined ? unknown : addressOf(context, url, fetching ? 'same' : 'relative');
	}
	const own = first !== undefined && !/^object/.test(first.type) ? addressOf(context, first, 'relative') : unknown;
	if (own.kind === 'other') return own;
	return looksLikeClient(receiver) ? clientTarget(context, receiver) : undefined;
}

const looksLikeClient = (receiver: string): boolean =>
	/^(?:this\.)?[\w$]+$/.test(receiver) &&
	!/^(?:map|cache|params|store|form|router|app|server|map|set|url|searchParams|formData|Reflect|_)$/i.test(receiver);

/** The target of all requests that go through `api` in `api.get(…)` or `api.interceptors`. */
function clientTarget(context: PolicyContext, name: string): RequestTarget {
	if (name === 'axios') return { kind: 'relative', client: 'axios' };
	const last = name.split('.').at(-1) ?? name;
	const created = context.definition(last) ?? fieldValue(context, last);
	const target = created === undefined ? undefined : callTarget(context, created);
	return target ?? { kind: 'unknown', client: last };
}

/** `this.http = axios.create(…)`. */
function fieldValue({ document, nodeAt, reader }: PolicyContext, name: string): SyntaxNode | undefined {
	const match = new RegExp(`\\.${name.replace(/\$/g, '\\$')}\\s*=(?![=>])`).exec(document.text);
	const node = match === null ? undefined : nodeAt(match.index + 1, match.index + 1 + name.length);
	const pair = [...(node === undefined ? [] : ancestors(node))]
		.slice(0, 4)
		.find((item) => reader.is(item, 'assignment'));
	return pair === undefined ? undefined : reader.keyValue(pair)?.value;
}

const requests =
	/(?:\b|\$)(?:fetch|axios(?:\.\w+)?|ky(?:\.\w+)?|\$fetch|ofetch|useFetch|open|HttpLink|createHttpLink|createUploadLink|BatchHttpLink|httpBatchLink|httpLink|httpBatchStreamLink|GraphQLClient|EventSourcePolyfill|fetchEventSource|Request|http\.\w+|create|fetchBaseQuery)\s*(?:<[^()]{0,80}>)?\(/g;

const fileTargets = new WeakMap<SyntaxNode, RequestTarget>();

/** What all requests of the file have in common: a helper that returns headers serves them. */
function fileTarget(context: PolicyContext): RequestTarget {
	const known = fileTargets.get(context.root);
	if (known !== undefined) return known;
	const targets: RequestTarget[] = [];
	for (const match of context.document.text.matchAll(requests)) {
		const end = match.index + match[0].length - 1;
		const node = context.nodeAt(match.index + (match[0].startsWith('$') ? 0 : 0), end);
		for (const ancestor of node === undefined ? [] : [...ancestors(node)].slice(0, 5)) {
			const target = context.reader.call(ancestor) === undefined ? undefined : callTarget(context, ancestor);
			if (target !== undefined) {
				targets.push(target);
				break;
			}
		}
	}
	if (targets.length > 0 && handsOver(context)) targets.push(unknown);
	const [first] = targets;
	const common = first !== undefined && targets.every(({ kind }) => kind === first.kind) ? first : unknown;
	fileTargets.set(context.root, common);
	return common;
}

/** Headers are also given to a function of another file, whose address is not known here. */
function handsOver({ document, nodeAt, reader }: PolicyContext): boolean {
	for (const match of document.text.matchAll(/\bheaders\b(?=\s*[:,}])/g)) {
		const node = nodeAt(match.index, match.index + match[0].length);
		const around = node === undefined ? [] : [...ancestors(node)].slice(0, 10);
		const call = around.map((item) => reader.call(item)).find((item) => item !== undefined);
		if (
			call?.receiver === undefined &&
			call !== undefined &&
			!functions.test(call.name) &&
			!factories.test(call.name) &&
			!/Response|json|Headers/.test(call.name)
		) {
			return true;
		}
	}
	return false;
}

/** Where an address expression points. `relative` says what a path without a host means here. */
export function addressOf(
	context: PolicyContext,
	node: SyntaxNode,
	relative: 'same' | 'relative',
	depth = 0,
): RequestTarget {
	const { reader } = context;
	const inner = reader.unwrap(node);
	if (depth > 6) return unknown;
	const literal = reader.string(inner);
	if (literal !== undefined) return literalAddress(literal.value, relative);
	const children = namedChildren(inner);
	if (inner.type === 'template_string') {
		const [head] = children;
		if (head === undefined) return unknown;
		if (head.startIndex > inner.startIndex + 1 || /fragment/.test(head.type))
			return literalAddress(inner.text.slice(1), relative);
		const expression = namedChildren(head)[0];
		return expression === undefined ? unknown : addressOf(context, expression, relative, depth + 1);
	}
	if (/^binary/.test(inner.type)) {
		const operator = inner.children.find((child) => child !== null && !child.isNamed)?.type;
		const [left, right] = children;
		if (operator === '+' && left !== undefined) return addressOf(context, left, relative, depth + 1);
		if (left === undefined || right === undefined) return unknown;
		const one = addressOf(context, left, relative, depth + 1);
		return one.kind === 'unknown' ? one : unknown;
	}
	const call = reader.call(inner);
	if (call?.name === 'URL') {
		const base = call.arguments[1] ?? call.arguments[0];
		return base === undefined ? unknown : addressOf(context, base, relative, depth + 1);
	}
	if (call !== undefined) return { kind: 'unknown', base: inner.text.slice(0, 60) };
	if (/\b(?:window\.)?location\.(?:origin|href|protocol)/.test(inner.text)) return { kind: 'same' };
	if (/^ternary|^conditional/.test(inner.type)) return unknown;
	if (reader.is(inner, 'name')) {
		const value = context.definition(inner.text);
		if (value !== undefined) return addressOf(context, value, relative, depth + 1);
	}
	return { kind: 'unknown', base: inner.text.slice(0, 80) };
}

const local = /^(?:localhost|127\.|0\.0\.0\.0|\[::1\]|10\.|192\.168\.|host\.docker\.internal|[\w-]+\.local$|[\w-]+$)/;

function literalAddress(value: string, relative: 'same' | 'relative'): RequestTarget {
	const absolute = /^(?:https?:|wss?:)?\/\/([^/:?#`$]*)/i.exec(value);
	if (absolute !== null) {
		const host = (absolute[1] ?? '').toLowerCase();
		return host === '' || local.test(host) ? unknown : { kind: 'other', host };
	}
	return /^\$\{/.test(value) ? unknown : { kind: relative };
}
