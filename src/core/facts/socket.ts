import { urlParts, type UrlParts } from '../http/url';
import type { SyntaxNode } from '../syntax/node';
import { isTestPath } from '../files/testPath';
import type { Extractor } from './extractor';
import type { Runtime } from './headers/model';
import { runtimeOf } from './headers/runtime';
import type { FactBase } from './model';
import { piecesOf, textOf } from './pieces';
import { createScope, escape, spanOf, type Scope } from './scope';
import { queryAppend, type QueryAppend } from './sockets/append';
import { socketCallAt, socketMarkers, type SocketCall } from './sockets/calls';
import { headersOf, passesNothing, type SocketHeaders } from './sockets/options';

/** A WebSocket that code opens. Its range is the address. */
export interface SocketFact extends FactBase {
	readonly kind: 'socket';
	/** Undefined when the address is not known. */
	readonly url?: UrlParts;
	/** False when a token may go with the call beside the address. */
	readonly bare: boolean;
	/** True for the browser's own class, whatever runs the file. */
	readonly global: boolean;
	readonly runtime: Runtime;
	readonly headers?: SocketHeaders;
	/** How a query parameter is added to the address. */
	readonly append?: QueryAppend;
	/** The expression that gives the address its `token`, where it is a name: `connection.token`. */
	readonly tokenFrom?: string;
	/** The variable that holds the socket. */
	readonly name?: string;
}

/** WebSockets that code opens, in browsers and servers. */
export const socketExtractor: Extractor = {
	kinds: ['socket'],
	markers: socketMarkers,
	*extract({ document, tree, words }) {
		if (
			!/^(?:typescript|tsx|javascript|vue|svelte|astro|python|go)$/.test(document.language) ||
			isTestPath(document.path)
		)
			return;
		const root = tree()?.root;
		if (root === undefined) return;
		const scope = createScope(document, root);
		const runtime = runtimeOf(document);
		const seen = new Set<number>();
		for (const word of words) {
			const node = scope.nodeAt(word);
			const socket = node === undefined ? undefined : socketCallAt(scope, node);
			const [url] = socket?.args ?? [];
			if (socket === undefined || url === undefined || seen.has(socket.node.startIndex)) continue;
			seen.add(socket.node.startIndex);
			yield factOf(scope, socket, url, runtime);
		}
	},
};

function factOf(scope: Scope, socket: SocketCall, address: SyntaxNode, runtime: Runtime): SocketFact {
	const { document, reader } = scope;
	const url = reader.keyValue(address)?.value ?? address;
	const pieces = piecesOf(scope, url);
	const parts = urlParts(textOf(pieces));
	const set = parts === undefined ? undefined : setLater(scope, url);
	const known =
		parts === undefined || set === undefined
			? parts
			: { ...parts, query: [...parts.query, ...set.names], open: parts.open || set.open };
	const headers = headersOf(scope, socket.args);
	const append = known === undefined ? undefined : queryAppend(scope, url, known.query.length > 0 ? '&' : '?');
	const before = pieces.findIndex(({ text }) => /[?&]token=$/.test(text ?? ''));
	const value = before < 0 ? undefined : pieces[before + 1];
	const token = value !== undefined && 'inserted' in value ? value.inserted.text : undefined;
	const name = nameOf(scope, socket.node);
	return {
		kind: 'socket',
		range: document.range(spanOf(url)),
		...(known === undefined ? {} : { url: known }),
		bare: passesNothing(scope, socket.args),
		global: socket.global,
		runtime,
		...(headers === undefined ? {} : { headers }),
		...(append === undefined ? {} : { append }),
		...(token !== undefined && /^[\w$.]+$/.test(token) ? { tokenFrom: token } : {}),
		...(name === undefined ? {} : { name }),
	};
}

/** Query parameters that `url.searchParams.set('token', …)` adds after the URL was made. */
function setLater({ document, reader }: Scope, url: SyntaxNode): { names: string[]; open: boolean } | undefined {
	const inner = reader.unwrap(url);
	const call = reader.call(inner);
	const subject =
		call === undefined
			? reader.member(inner)?.property === 'href'
				? reader.member(inner)?.object
				: inner
			: (call.receiver ?? call.arguments[0]);
	if (subject === undefined || !/^(?:this\.|self\.)?[\w$#]+$/.test(subject.text)) return undefined;
	const names: string[] = [];
	let open = false;
	for (const match of document.text.matchAll(
		new RegExp(
			`(?<![\\w$.])${escape(subject.text)}\\.(search(?:Params)?\\b)(\\.(?:set|append)\\(\\s*(["'\`])([^"'\`$]+)\\3)?`,
			'g',
		),
	)) {
		if (match[4] === undefined) open = true;
		else names.push(match[4]);
	}
	return { names, open };
}

/** `socket` of `const socket = new WebSocket(…)`, of `this.socket = …` and of `async with connect(…) as socket`. */
function nameOf({ reader, document }: Scope, node: SyntaxNode): string | undefined {
	const after = /^\s*\)?\s*as\s+(\w+)/.exec(document.text.slice(node.endIndex, node.endIndex + 80))?.[1];
	if (after !== undefined) return after;
	for (let outer = node.parent; outer !== null; outer = outer.parent) {
		const pair = reader.is(outer, 'assignment') ? reader.keyValue(outer) : undefined;
		if (pair !== undefined) return reader.lastName(pair.keyNode) ?? pair.keyNode.text;
		if (reader.is(outer, 'statement') || reader.is(outer, 'arguments')) return undefined;
	}
	return undefined;
}

/** Where the text of an edit's `{name}` and `{value}` is filled in. */
export const fillAppend = ({ text }: QueryAppend, name: string, value: string): string =>
	text.replace('{name}', () => name).replace('{value}', () => value);
