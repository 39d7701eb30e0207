import type { Endpoint } from '../../payload/compile';
import { ancestors, type SyntaxNode } from '../../syntax/node';
import type { Call } from '../../syntax/read';
import { piecesOf, textOf } from '../pieces';
import { contains, type Scope } from '../scope';
import { isObject } from './literal';

/** Options of a request, whose own keys are no part of the body. */
const optionKey =
	/^(?:method|headers|body|data|json|params|query|auth|url|uri|baseURL|searchParams|signal|credentials|files)$/;
const bodyKey = /^(?:body|data|json|payload|content|form|body_?json)$/i;
const queryKey = /^(?:params|query|searchParams)$/;
/** `request.post(url).send(body)`: what is called on a request takes its body. */
const sendCall = /^(?:send|json|body|bodyValue|field|withBody|setBody|set_body|data|body_?json)$/;
/** Turns a body into text. */
const encodeCall = /^(?:stringify|dumps|dumpb|encode|json_encode|to_json|json)$/;

/** The address that a string is a part of, with `{}` for what is computed. */
export function urlOf(
	scope: Scope,
	origin: SyntaxNode,
): { readonly text: string; readonly node: SyntaxNode } | undefined {
	const { reader } = scope;
	const string = [...ancestors(origin)].slice(0, 4).find((node) => reader.is(node, 'string'));
	if (string === undefined) return undefined;
	let node = string;
	while (node.parent?.childForFieldName('operator')?.text === '+') node = node.parent;
	const call = node.parent?.parent ?? null;
	if (call !== null && reader.call(call)?.name === 'format') node = call;
	return { node, text: textOf(piecesOf(scope, node)) };
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
export function bodiesOf(scope: Scope, url: SyntaxNode, isBody: (object: SyntaxNode) => boolean): SyntaxNode[] {
	const { reader } = scope;
	let depth = 0;
	for (const node of ancestors(url)) {
		if (++depth > 16 || reader.is(node, 'function')) break;
		const call = reader.call(node);
		if (call === undefined) {
			if (reader.is(node, 'block')) break;
			continue;
		}
		if (call.arguments.some((argument) => reader.is(argument, 'function'))) break; // a route is declared
		const isReceiver = call.receiver !== undefined && contains(call.receiver, url);
		if (isReceiver && !sendCall.test(call.name)) continue;
		const bodies = argumentsOf(scope, call, url, isBody);
		if (bodies.length > 0) return bodies;
	}
	return [];
}

/** The objects whose pairs the call around an address puts into its query. */
export function queriesOf(scope: Scope, url: SyntaxNode): SyntaxNode[] {
	const { reader } = scope;
	const call = [...ancestors(url)].slice(0, 8).flatMap((node) => reader.call(node) ?? [])[0];
	return (call?.arguments ?? []).flatMap((argument) => {
		const named = reader.keyValue(argument);
		const pairs = named === undefined && isObject(reader, argument) ? reader.pairs(argument) : [named];
		const value = pairs.find((pair) => pair?.key !== undefined && queryKey.test(pair.key))?.value;
		return value === undefined ? [] : (resolve(scope, value) ?? []);
	});
}

/** The objects among a call's arguments, options looked through. */
export function argumentsOf(
	scope: Scope,
	call: Call,
	url: SyntaxNode | undefined,
	isBody: (object: SyntaxNode) => boolean,
): SyntaxNode[] {
	const { reader } = scope;
	return call.arguments.flatMap((argument) => {
		const named = reader.keyValue(argument);
		if (named !== undefined) {
			return named.value !== undefined && named.key !== undefined && bodyKey.test(named.key)
				? (resolve(scope, named.value) ?? [])
				: [];
		}
		const holdsUrl = url !== undefined && contains(argument, url);
		if (!isObject(reader, argument)) return holdsUrl ? [] : (resolve(scope, argument) ?? []);
		const pairs = reader.pairs(argument);
		if (!holdsUrl && (isBody(argument) || !pairs.some(({ key }) => key !== undefined && optionKey.test(key))))
			return [argument];
		const body = pairs.find(({ key }) => key !== undefined && bodyKey.test(key))?.value;
		return body === undefined ? [] : (resolve(scope, body) ?? []);
	});
}

/** The literal behind an expression: itself, what is encoded, or what a variable of the same function was set to. */
function resolve(scope: Scope, expression: SyntaxNode, depth = 0): SyntaxNode | undefined {
	const { reader } = scope;
	const node = reader.unwrap(expression);
	if (isObject(reader, node)) return node;
	if (depth > 3) return undefined;
	const call = reader.call(node);
	const [first] = call?.arguments ?? [];
	if (call !== undefined && encodeCall.test(call.name) && first !== undefined) return resolve(scope, first, depth + 1);
	const value = reader.is(node, 'name') ? scope.valueOf(node) : undefined;
	return value === undefined ? undefined : resolve(scope, value, depth + 1);
}
