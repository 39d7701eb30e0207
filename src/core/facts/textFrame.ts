import type { Range } from 'vscode-languageserver-types';
import { isTestPath } from '../files/testPath';
import { ancestors, type SyntaxNode } from '../syntax/node';
import type { Call } from '../syntax/read';
import type { Extractor } from './extractor';
import type { FactBase } from './model';
import { contains, createScope, escape, spanOf, type Scope } from './scope';

/** Bytes that go over a socket as base64. Its range is the text that is sent. */
export interface TextFrameFact extends FactBase {
	readonly kind: 'text-frame';
	/** The variable that holds the socket, when it is a name. */
	readonly socket?: string;
	/** The whole argument, with whatever JSON is around the text. */
	readonly argument: Range;
	/** The bytes themselves. */
	readonly bytes?: Range;
	/** The method's name, where bytes need another one. */
	readonly method?: { readonly range: Range; readonly name: string };
}

/** Base64 that code sends over sockets. */
export const textFrameExtractor: Extractor = {
	kinds: ['text-frame'],
	markers: ['base64', 'b64encode', 'btoa'],
	*extract({ document, tree, words }) {
		if (!/^(?:typescript|tsx|javascript|vue|svelte|python)$/.test(document.language) || isTestPath(document.path))
			return;
		if (!/\b(?:send|send_str|send_text|send_json|sendText)\s*\(/.test(document.text)) return;
		const root = tree()?.root;
		if (root === undefined) return;
		const scope = createScope(document, root);
		const seen = new Set<number>();
		for (const word of words) {
			const node = scope.nodeAt(word);
			const encoded = node === undefined ? undefined : encodedAt(scope, node);
			if (encoded === undefined || seen.has(encoded.node.startIndex)) continue;
			seen.add(encoded.node.startIndex);
			yield* frames(scope, encoded);
		}
	},
};

interface Encoded {
	/** `buffer.toString('base64')`, `base64.b64encode(data).decode()`. */
	readonly node: SyntaxNode;
	readonly bytes: SyntaxNode | undefined;
}

function encodedAt({ reader, document }: Scope, word: SyntaxNode): Encoded | undefined {
	let steps = 0;
	for (const node of ancestors(word)) {
		if (++steps > 8 || reader.is(node, 'statement')) return undefined;
		const call = reader.call(node);
		if (call === undefined) continue;
		if (document.language === 'python') {
			if (call.name !== 'b64encode') return undefined;
			const outer = node.parent?.parent ?? node;
			const decoded =
				reader.call(outer)?.name === 'decode' && reader.call(outer)?.arguments.every((item) => !contains(item, node));
			return { node: decoded === true ? outer : node, bytes: call.arguments[0] };
		}
		if (call.name === 'btoa') return { node, bytes: bytesOfText(call.arguments[0]?.text, call.arguments[0]) };
		if (call.name === 'toString' && call.arguments.length === 1 && call.receiver !== undefined)
			return { node, bytes: call.receiver };
		return undefined;
	}
	return undefined;
}

/** `chunk` of `String.fromCharCode(...new Uint8Array(chunk))`. */
function bytesOfText(text: string | undefined, node: SyntaxNode | undefined): SyntaxNode | undefined {
	const name =
		/^String\.fromCharCode(?:\.apply)?\((?:null,\s*|\.\.\.)\s*(?:new Uint8Array\()?([\w.$]+)\)?\s*(?:as [\w<>[\] ]+)?\)$/.exec(
			text ?? '',
		)?.[1];
	const at = name === undefined ? -1 : (text ?? '').indexOf(name, 'String.fromCharCode'.length);
	if (name === undefined || node === undefined || at < 0) return undefined;
	return node.descendantForIndex(node.startIndex + at, node.startIndex + at + name.length - 1) ?? undefined;
}

/** The frames that an encoded value ends in: where it stands, or where the variable that holds it is sent. */
function* frames(scope: Scope, encoded: Encoded): Generator<TextFrameFact> {
	const { reader, document } = scope;
	const direct = sendAround(scope, encoded.node);
	if (direct !== undefined) {
		yield frame(scope, encoded.node, encoded.bytes, direct);
		return;
	}
	const holder = [...ancestors(encoded.node)].slice(0, 4).find((node) => reader.is(node, 'assignment'));
	const pair = holder === undefined ? undefined : reader.keyValue(holder);
	if (
		pair?.value === undefined ||
		!reader.is(pair.keyNode, 'name') ||
		!contains(pair.value, encoded.node) ||
		holder === undefined
	)
		return;
	const name = pair.keyNode.text;
	const home = [...ancestors(holder)].find((node) => reader.is(node, 'function'));
	const until = home?.endIndex ?? document.text.length;
	for (const match of document.text.matchAll(new RegExp(`(?<![\\w$.])${escape(name)}(?![\\w$])`, 'g'))) {
		if (match.index < holder.endIndex || match.index > until) continue;
		const use = scope.nodeAt({ start: match.index, end: match.index + name.length });
		const send = use === undefined ? undefined : sendAround(scope, use);
		if (use !== undefined && send !== undefined) yield frame(scope, use, encoded.bytes, send);
	}
}

interface Send {
	readonly call: Call;
	readonly argument: SyntaxNode;
}

const wrapping = /^(?:stringify|dumps|str|String)$/;

/** The send call whose first argument is the node itself, or JSON around it. */
function sendAround({ reader }: Scope, node: SyntaxNode): Send | undefined {
	let steps = 0;
	for (const outer of ancestors(node)) {
		if (++steps > 12 || reader.is(outer, 'statement') || reader.is(outer, 'function')) return undefined;
		const call = outer === node ? undefined : reader.call(outer);
		if (call === undefined) continue;
		const [argument] = call.arguments;
		if (argument === undefined || !contains(argument, node)) return undefined;
		if (/^(?:send|send_str|send_text|send_json|sendText)$/.test(call.name))
			return call.receiver === undefined ? undefined : { call, argument };
		if (!wrapping.test(call.name)) return undefined;
	}
	return undefined;
}

function frame(
	{ document, reader }: Scope,
	node: SyntaxNode,
	bytes: SyntaxNode | undefined,
	send: Send,
): TextFrameFact {
	const socket = send.call.receiver === undefined ? undefined : reader.lastName(send.call.receiver);
	const renamed = /^send_(?:str|text|json)$/.test(send.call.name);
	return {
		kind: 'text-frame',
		range: document.range(spanOf(node)),
		argument: document.range(spanOf(send.argument)),
		...(socket === undefined ? {} : { socket }),
		...(bytes === undefined ? {} : { bytes: document.range(spanOf(bytes)) }),
		...(renamed ? { method: { range: document.range(spanOf(send.call.nameNode)), name: 'send_bytes' } } : {}),
	};
}
