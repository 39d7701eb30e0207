import { ancestors, type SyntaxNode } from '../../syntax/node';
import type { Call } from '../../syntax/read';
import type { Scope } from '../scope';

/** A call that opens a WebSocket. */
export interface SocketCall {
	readonly node: SyntaxNode;
	readonly call: Call;
	/** The address, then whatever follows it. */
	readonly args: readonly SyntaxNode[];
	/** True for the browser's own `WebSocket`, whatever runs the file. */
	readonly global: boolean;
}

/** Words (lower case) that a socket's call holds. */
export const socketMarkers: readonly string[] = [
	'websocket',
	'reconnectingwebsocket',
	'usewebsocket',
	'websockets',
	'ws',
	'ws_connect',
	'create_connection',
	'websocketapp',
];

const constructors = /^(?:WebSocket|ReconnectingWebSocket|WS|Ws)$/;

/** The socket that is opened at a word, in any of the languages. */
export function socketCallAt(scope: Scope, word: SyntaxNode): SocketCall | undefined {
	const { reader, document } = scope;
	let steps = 0;
	for (const node of ancestors(word)) {
		if (++steps > 6 || reader.is(node, 'statement') || reader.is(node, 'arguments')) return undefined;
		const call = reader.call(node);
		if (call === undefined) continue;
		if (call.nameNode.startIndex !== word.startIndex && (call.receiver?.endIndex ?? 0) < word.endIndex)
			return undefined;
		if (document.language === 'python') return python(node, call);
		if (document.language === 'go') return go(node, call);
		return ecmascript(scope, node, call);
	}
	return undefined;
}

function ecmascript({ document }: Scope, node: SyntaxNode, call: Call): SocketCall | undefined {
	const isNew = /^new\b/.test(node.text) && constructors.test(call.name);
	if (!isNew && call.name !== 'useWebSocket') return undefined;
	const isPlain = call.receiver === undefined || /^(?:window|globalThis|self)$/.test(call.receiver.text);
	return {
		node,
		call,
		args: call.arguments,
		global: isNew && call.name === 'WebSocket' && isPlain && !isBound(document.text),
	};
}

/** Whether a file brings a `WebSocket` of its own. */
const isBound = (text: string): boolean =>
	/\b(?:Bun|Deno)\.|(?:\bimport\b[^;'"]*\bWebSocket\b[^;'"]*\bfrom\b|\b(?:const|let|var|class|function)\s+(?:\{[^}]*)?WebSocket\b|\bWebSocket\s*=[^=])/.test(
		text,
	);

function python(node: SyntaxNode, call: Call): SocketCall | undefined {
	const receiver = call.receiver?.text ?? '';
	const opens =
		(call.name === 'connect' && /^websockets(?:\.|$)/.test(receiver)) ||
		call.name === 'ws_connect' ||
		(/^(?:create_connection|WebSocketApp)$/.test(call.name) && /^(?:websocket)?$/.test(receiver));
	return opens ? { node, call, args: call.arguments, global: false } : undefined;
}

function go(node: SyntaxNode, call: Call): SocketCall | undefined {
	if (!/^Dial(?:Context)?$/.test(call.name) || !/^websocket\b/.test(call.receiver?.text ?? '')) return undefined;
	const hasContext = call.name === 'DialContext' || call.receiver?.text === 'websocket';
	return { node, call, args: call.arguments.slice(hasContext ? 1 : 0), global: false };
}
