import { ancestors, type SyntaxNode } from '../../syntax/node';
import type { Span } from '../../text/lines';
import type { Scope } from '../scope';

/** What says that a response is an event stream. */
export interface Produced {
	readonly node: SyntaxNode;
	/** The library itself asks proxies not to buffer. */
	readonly unbuffered?: true;
	/** The library itself sends something now and then. */
	readonly heartbeat?: true;
}

/** Words (lower case) of libraries and constants; the media type itself is found by its last word. */
export const producerMarkers: readonly string[] = [
	'stream',
	'text_event_stream',
	'text_event_stream_value',
	'sseemitter',
	'serversentevent',
	'serversentevents',
	'sse',
	'eventsourceresponse',
	'streamsse',
	'eventstream',
	'ssevent',
];

/** Whether a word says that the code around it answers with an event stream. */
export function producedAt(scope: Scope, word: Span): Produced | undefined {
	const { document, reader } = scope;
	const { text } = document;
	const name = text.slice(word.start, word.end);
	if (/^stream$/i.test(name)) {
		if (!/text\/event-$/i.test(text.slice(word.start - 11, word.start))) return undefined;
		const node = scope.nodeAt(word);
		return node !== undefined && isResponse(scope, node) ? { node } : undefined;
	}
	const node = scope.nodeAt(word);
	if (
		node === undefined ||
		[...ancestors(node)]
			.slice(0, 3)
			.some((outer) => reader.is(outer, 'comment') || reader.is(outer, 'string') || /import/.test(outer.type))
	)
		return undefined;
	const call = callOf(scope, node);
	if (/^text_event_stream/i.test(name)) return { node };
	if (/^(?:SseEmitter|ServerSentEvent)$/.test(name)) return document.language === 'java' ? { node } : undefined;
	if (/^Sse$/.test(name)) {
		if (document.language === 'rust')
			return /^\s*::\s*new\b/.test(text.slice(word.end, word.end + 10)) ? { node } : undefined;
		return text[word.start - 1] === '@' ? { node, unbuffered: true } : undefined;
	}
	if (name === 'EventSourceResponse')
		return call === undefined ? undefined : { node, unbuffered: true, heartbeat: true };
	if (/^(?:streamSSE|SSEvent|ServerSentEvents)$/.test(name)) return call === undefined ? undefined : { node };
	return name === 'eventStream' && document.language === 'php' && call !== undefined
		? { node, unbuffered: true }
		: undefined;
}

function callOf({ reader }: Scope, word: SyntaxNode): SyntaxNode | undefined {
	return [...ancestors(word)].slice(0, 4).find((outer) => reader.call(outer)?.nameNode.startIndex === word.startIndex);
}

const typeKey = /content_?-?type|media_?type|mime_?type|produces/i;
const setters =
	/^(?:setHeader|header|headers|set|Set|Add|add|append|type|contentType|content_type|ContentType|setContentType|SetContentType|Header|withHeader|with_header|insert_header|insert|writeHead|put|Response|StreamingResponse|StreamingHttpResponse|HttpResponse|stream|status|Results|Stream|parse|from_static|Some)$/;
const requests =
	/^(?:fetch|axios|request|Request|got|ky|\$fetch|post|expect|assert\w*|includes|indexOf|startsWith|startswith|equals|toBe|toContain|toEqual|match|test|Contains|contains|HasPrefix|HTTPRequest|NewRequest|fetchEventSource)$/;

/** Whether the media type stands where a response gets its type, not where a request or a test names it. */
function isResponse({ reader }: Scope, literal: SyntaxNode): boolean {
	let named = false;
	let steps = 0;
	for (const node of ancestors(literal)) {
		if (++steps > 14) return named;
		if (reader.is(node, 'comment') || /import/.test(node.type)) return false;
		const pair = reader.keyValue(node);
		const isValue =
			pair?.value !== undefined &&
			pair.value.startIndex <= literal.startIndex &&
			pair.value.endIndex >= literal.endIndex;
		if (pair !== undefined && isValue) {
			const key = pair.key ?? pair.keyNode.text;
			if (/accept/i.test(key)) return false;
			named ||= typeKey.test(key) || typeKey.test(pair.keyNode.text);
			if (reader.is(node, 'assignment')) return named;
		}
		if (reader.is(node, 'annotation')) return true;
		const call = reader.call(node);
		if (call !== undefined) {
			if (requests.test(call.name)) return false;
			const others = call.arguments.filter(
				(item) => item.endIndex < literal.startIndex || item.startIndex > literal.endIndex,
			);
			if (others.some((item) => /^["'`]?accept["'`]?$/i.test(item.text))) return false;
			if (setters.test(call.name)) {
				if (named || others.some((item) => typeKey.test(item.text.slice(0, 40))) || /type$/i.test(call.name))
					return true;
			}
		}
		if (/comparison|^binary/.test(node.type)) return false;
		if (reader.is(node, 'function') || reader.is(node, 'class')) return named;
		if (reader.is(node, 'statement') && named) return true;
	}
	return named;
}
