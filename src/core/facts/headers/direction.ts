import { ancestors, type SyntaxNode } from '../../syntax/node';
import type { PolicyContext } from '../cors/read';

const responding =
	/^(?:Response|NextResponse|HttpResponse|json|redirect|html|text|send|sendFile|writeHead|rewrite|defer|respond|render|reply|status|error|setResponseHeaders?|setHeaders|appendHeaders?|setResponseHeader|data|success|fail|createResponse|mockResponse|makeResponse)$/;
const requesting =
	/fetch|request|^(?:get|post|put|patch|delete|head|create|extend)$|api|http|client|query|mutat|axios|call|send|load|upload|download|link|eventsource|headers/i;
const responseName =
	/^(?:res|resp|response|reply|rep|ctx\.res|ctx\.response|event\.node\.res|c|set|context\.res|nextResponse|newResponse|result|resHeaders|responseHeaders|this\.res)(?:$|[.![?])/i;
const requestName =
	/^(?:req|request|config|options|opts|init|axios|this|instance|api|client|http|params|headers|requestHeaders|context\.req)\b/i;
const requestKeys =
	/^(?:method|body|credentials|mode|signal|url|baseURL|baseUrl|timeout|withCredentials|params|data|responseType|cache|redirect|query|onopen|onmessage|prefixUrl|uri|keepalive|observe)$/;
const responseKeys = /^(?:status|statusCode|statusText|isBase64Encoded|multiValueHeaders)$/;

/** `request`: the headers are sent; `response`: they are returned; undefined: it cannot be told from the place alone. */
export function directionOf(context: PolicyContext, site: SyntaxNode): 'request' | 'response' | undefined {
	const { reader } = context;
	if (isCopyOfResponse(context, site)) return 'response';
	const own = /^[\w$.!?[\]'"]+/.exec(site.text)?.[0] ?? '';
	if (/[.[]/.test(own) || reader.is(site, 'call')) {
		if (responseName.test(own)) return 'response';
		if (requestName.test(own)) return 'request';
	}
	let depth = 0;
	for (const node of ancestors(site)) {
		if (++depth > 10) return undefined;
		if (/^object$/.test(node.type)) {
			const keys = reader.pairs(node).map(({ key }) => key ?? '');
			if (keys.some((key) => responseKeys.test(key)) && !keys.some((key) => /^(?:method|url|signal)$/.test(key)))
				return 'response';
			if (keys.some((key) => requestKeys.test(key))) return 'request';
		}
		const call = reader.call(node);
		if (call !== undefined && call.nameNode.endIndex < site.startIndex) {
			if (responding.test(call.name)) return 'response';
			if (/^(?:WebSocket|connect)$/.test(call.name)) return 'response';
			return requesting.test(call.name) ? 'request' : undefined;
		}
		if (reader.is(node, 'function') && node.startIndex < site.startIndex) return undefined;
	}
	return undefined;
}

/** `const headers = new Headers(response.headers)`, or headers that end in a `new Response`. */
function isCopyOfResponse({ definition, reader }: PolicyContext, site: SyntaxNode): boolean {
	const name = /^(\w*[hH]eaders)\b/.exec(site.text)?.[1];
	if (name === undefined) return false;
	if (
		/^new Headers\(\s*(?:\w+\.)*(?:res|resp|response|upstream\w*|r)\.headers/.test(
			definition(name)?.text.slice(0, 120) ?? '',
		)
	)
		return true;
	const around = [...ancestors(site)].find((node) => reader.is(node, 'function'));
	const body = around === undefined ? '' : around.text.slice(0, 20_000);
	return (
		/\bnew (?:Next)?Response\(|\bResponse\.(?:json|redirect)\(/.test(body) && !/\bfetch\(|axios|\.request\(/.test(body)
	);
}
