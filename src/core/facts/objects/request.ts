import type { Endpoint } from '../../payload/compile';
import { ancestors, namedChildren, type SyntaxNode } from '../../syntax/node';
import type { Call, Reader } from '../../syntax/read';
import { isObject } from './literal';

/** Options of a request, whose own keys are no part of the body. */
const optionKey =
	/^(?:method|headers|body|data|json|params|query|auth|url|uri|baseURL|searchParams|signal|credentials|files)$/;
const bodyKey = /^(?:body|data|json|payload|content|form|body_?json)$/i;
/** `request.post(url).send(body)`: what is called on a request takes its body. */
const sendCall = /^(?:send|json|body|bodyValue|field|withBody|setBody|set_body|data|body_?json)$/;
/** Turns a body into text. */
const encodeCall = /^(?:stringify|dumps|dumpb|encode|json_encode|to_json|json)$/;

/** The path that a string, a template or a concatenation spells, with `\0` for what is computed. */
export function urlOf(
	reader: Reader,
	origin: SyntaxNode,
): { readonly text: string; readonly node: SyntaxNode } | undefined {
	const string = [...ancestors(origin)].slice(0, 4).find((node) => reader.is(node, 'string'));
	if (string === undefined) return undefined;
	let node = string;
	while (node.parent !== null && /^binary/.test(node.parent.type)) node = node.parent;
	return { node, text: spelled(reader, node) };
}

function spelled(reader: Reader, node: SyntaxNode): string {
	const inner = reader.unwrap(node);
	if (/^binary/.test(inner.type))
		return namedChildren(inner)
			.map((child) => spelled(reader, child))
			.join('');
	if (!reader.is(inner, 'string')) return '\0';
	const text = reader.string(inner)?.value ?? inner.text.replace(/^[A-Za-z]*["'`]+|["'`]+$/g, '');
	return text.replace(/\$?\{[^{}]*\}|%[sd]|#\{[^{}]*\}/g, '\0');
}

/** Whether an address ends in the endpoint's path, and its method is none other. */
export function isSentTo(endpoint: Endpoint, url: string, method: string | undefined): boolean {
	if (method !== undefined && endpoint.method !== undefined && method !== endpoint.method) return false;
	if (/\/:[a-z]/i.test(url.replace(/^\w+:\/\//, ''))) return false; // a route is declared: `/bunkers/:id/exec`
	const segments = url
		.replace(/[?#].*$/s, '')
		.split('/')
		.filter((segment) => segment !== '');
	const { length } = endpoint.segments;
	if (segments.length < length) return false;
	return segments.slice(-length).every((segment, index) => {
		const documented = endpoint.segments[index] ?? '';
		return documented.startsWith('{') || documented === segment;
	});
}

/** The objects that are sent by the call around an address. */
export function bodiesOf(reader: Reader, url: SyntaxNode, isBody: (object: SyntaxNode) => boolean): SyntaxNode[] {
	let depth = 0;
	for (const node of ancestors(url)) {
		if (++depth > 16 || reader.is(node, 'function')) break;
		const call = reader.call(node);
		if (call === undefined) {
			if (reader.is(node, 'block')) break;
			continue;
		}
		const isReceiver = call.receiver !== undefined && contains(call.receiver, url);
		if (isReceiver && !sendCall.test(call.name)) continue;
		const bodies = argumentsOf(reader, call, url, isBody);
		if (bodies.length > 0) return bodies;
	}
	return [];
}

const contains = (outer: SyntaxNode, inner: SyntaxNode): boolean =>
	outer.startIndex <= inner.startIndex && outer.endIndex >= inner.endIndex;

/** The objects among a call's arguments, options looked through. */
export function argumentsOf(
	reader: Reader,
	call: Call,
	url: SyntaxNode | undefined,
	isBody: (object: SyntaxNode) => boolean,
): SyntaxNode[] {
	return call.arguments.flatMap((argument) => {
		const named = reader.keyValue(argument);
		if (named !== undefined) {
			return named.value !== undefined && named.key !== undefined && bodyKey.test(named.key)
				? (resolve(reader, named.value) ?? [])
				: [];
		}
		const holdsUrl = url !== undefined && contains(argument, url);
		if (!isObject(reader, argument)) return holdsUrl ? [] : (resolve(reader, argument) ?? []);
		const pairs = reader.pairs(argument);
		if (!holdsUrl && (isBody(argument) || !pairs.some(({ key }) => key !== undefined && optionKey.test(key))))
			return [argument];
		const body = pairs.find(({ key }) => key !== undefined && bodyKey.test(key))?.value;
		return body === undefined ? [] : (resolve(reader, body) ?? []);
	});
}

/** The literal behind an expression: itself, what is encoded, or what a variable of the same function was set to. */
function resolve(reader: Reader, expression: SyntaxNode, depth = 0): SyntaxNode | undefined {
	const node = reader.unwrap(expression);
	if (isObject(reader, node)) return node;
	if (depth > 3) return undefined;
	const call = reader.call(node);
	const [first] = call?.arguments ?? [];
	if (call !== undefined && encodeCall.test(call.name) && first !== undefined) return resolve(reader, first, depth + 1);
	const name = reader.is(node, 'name') ? reader.name(node) : undefined;
	const value = name === undefined ? undefined : initialiserOf(reader, node, name);
	return value === undefined ? undefined : resolve(reader, value, depth + 1);
}

/** The one value that a variable is set to in the functions around its use. */
function initialiserOf(reader: Reader, use: SyntaxNode, name: string): SyntaxNode | undefined {
	const pattern = new RegExp(`(?<![\\w$.])${name.replace(/\$/g, '\\$&')}\\s*(?::[^=\\n]*)?=(?![=>])`, 'g');
	for (const scope of ancestors(use)) {
		if (!reader.is(scope, 'function') && scope.parent !== null) continue;
		const found = [...scope.text.matchAll(pattern)].flatMap(({ index }) => {
			const node = scope.descendantForIndex(scope.startIndex + index);
			const assignment =
				node === null ? undefined : [...ancestors(node)].slice(0, 3).find((item) => reader.is(item, 'assignment'));
			return assignment === undefined ? [] : [reader.keyValue(assignment)?.value];
		});
		if (found.length > 0) return found.length === 1 ? found[0] : undefined;
		const parameters = scope.childForFieldName('parameters')?.text ?? '';
		if (new RegExp(`(?<![\\w$])${name.replace(/\$/g, '\\$&')}(?![\\w$])`).test(parameters)) return undefined;
	}
	return undefined;
}
