import type { Range } from 'vscode-languageserver-types';
import { isTestPath } from '../files/testPath';
import { ancestors, descendants, sameNode, type SyntaxNode } from '../syntax/node';
import { lineText } from '../text/document';
import type { Extractor } from './extractor';
import { definesEnd, endsSomething, isBounded, networkFunctions, sendsRequest } from './media/network';
import { homeOf, isTeardown, lastOfTeardown, teardownFunctions } from './media/teardown';
import { aboutMedia } from './media/tracks';
import type { FactBase } from './model';
import { createScope, escape, spanOf, type Scope } from './scope';

/** A call that is waited for before tracks are stopped or a room is left. Its range is the `await` expression. */
export interface TeardownOrderFact extends FactBase {
	readonly kind: 'teardown-order';
	/** Where the first teardown stands. */
	readonly teardown: Range;
	/** The function that is called, when another file must tell whether it sends a request. */
	readonly imported?: string;
	/** The statement in whole lines, and the end of the last line of the teardown below it. */
	readonly move?: { readonly statement: Range; readonly lines: Range; readonly after: Range };
}

/** A function that ends something on a server by a request that nothing bounds. */
export interface NetworkFunctionFact extends FactBase {
	readonly kind: 'network-function';
	readonly name: string;
}

const tearsDown = /\.(?:stop|disconnect)\s*\(/;

/** Whether cameras are let go of before the network is asked. */
export const teardownOrderExtractor: Extractor = {
	kinds: ['teardown-order', 'network-function'],
	markers: ['disconnect', 'stop', 'fetch', 'axios', 'post', 'ky', 'request'],
	*extract({ document, tree, words }) {
		if (!/^(?:typescript|tsx|javascript|vue|svelte)$/.test(document.language) || isTestPath(document.path)) return;
		const { text } = document;
		const isMedia =
			(aboutMedia.test(text) || /livekit|[tT]racks?\b/.test(text)) && /\bawait\b/.test(text) && tearsDown.test(text);
		if (!isMedia && !definesEnd(text)) return;
		const root = tree()?.root;
		if (root === undefined) return;
		const scope = createScope(document, root);
		const network = networkFunctions(scope);
		for (const name of network) {
			if (endsSomething.test(name))
				yield { kind: 'network-function', name, range: document.range({ start: 0, end: 0 }) };
		}
		if (isMedia) yield* orders(scope, words, network);
	},
};

function* orders(
	scope: Scope,
	words: readonly { start: number; end: number }[],
	network: ReadonlySet<string>,
): Generator<TeardownOrderFact> {
	const { reader, document } = scope;
	const direct = words.flatMap((word) => {
		const node = scope.nodeAt(word);
		const call = [...(node === undefined ? [] : ancestors(node))]
			.slice(0, 3)
			.find((outer) => reader.call(outer)?.nameNode.startIndex === word.start);
		return call !== undefined && isTeardown(scope, call) ? [call] : [];
	});
	if (direct.length === 0) return;
	const helpers = teardownFunctions(scope, direct);
	const indirect = [...helpers].flatMap((name) => callsOf(scope, name));
	const isPart = (node: SyntaxNode): boolean => [...direct, ...indirect].some((item) => sameNode(item, node));
	const first = new Map<number, { readonly fn: SyntaxNode; readonly call: SyntaxNode }>();
	for (const call of [...direct, ...indirect].sort((a, b) => a.startIndex - b.startIndex)) {
		const fn = homeOf(scope, call);
		if (fn !== undefined && !first.has(fn.startIndex)) first.set(fn.startIndex, { fn, call });
	}
	for (const { fn, call } of first.values()) {
		const wait = [...descendants(fn)].find(
			(node) =>
				node.type === 'await_expression' &&
				node.endIndex <= call.startIndex &&
				homeOf(scope, node)?.startIndex === fn.startIndex &&
				asks(scope, node, network) !== undefined,
		);
		const asked = wait === undefined ? undefined : asks(scope, wait, network);
		if (wait === undefined || asked === undefined || helpers.has(asked.name) || leaves(scope, wait, call)) continue;
		const move = moveOf(scope, wait, isPart);
		yield {
			kind: 'teardown-order',
			range: document.range(spanOf(wait)),
			teardown: document.range(spanOf(call)),
			...(asked.imported ? { imported: asked.name } : {}),
			...(move === undefined ? {} : { move }),
		};
	}
}

function callsOf(scope: Scope, name: string): SyntaxNode[] {
	const pattern = new RegExp(`(?<![\\w$])${escape(name)}(?=\\s*\\??\\.?\\()`, 'g');
	return [...scope.document.text.matchAll(pattern)].flatMap((match) => {
		const node = scope.nodeAt({ start: match.index, end: match.index + name.length });
		return (
			[...(node === undefined ? [] : ancestors(node))]
				.slice(0, 3)
				.find((outer) => scope.reader.call(outer)?.nameNode.startIndex === match.index) ?? []
		);
	});
}

/** The request that an `await` waits for, when it ends something. */
function asks(
	{ reader, document }: Scope,
	wait: SyntaxNode,
	network: ReadonlySet<string>,
): { readonly name: string; readonly imported: boolean } | undefined {
	const inner = reader.unwrap(wait);
	let call = reader.call(inner);
	// `await stop().catch(ignore)`
	while (call?.receiver !== undefined && /^(?:catch|then|finally)$/.test(call.name))
		call = reader.call(reader.unwrap(call.receiver));
	if (call === undefined || isBounded(inner.text)) return undefined;
	const { name } = call;
	if (endsSomething.test(name) && call.receiver === undefined) {
		if (network.has(name)) return { name, imported: false };
		return isImported(document.text, name) ? { name, imported: true } : undefined;
	}
	if (sendsRequest(inner.text))
		return /["'`/](?:stop|end|leave|close|hang-?up|terminate|finish|disconnect|complete|exit|cancel)\b/.test(inner.text)
			? { name, imported: false }
			: undefined;
	if (!endsSomething.test(name) || call.receiver === undefined) return undefined;
	const owner = reader.lastName(call.receiver);
	if (/^(?:this|self)$/.test(call.receiver.text)) return network.has(name) ? { name, imported: false } : undefined;
	return owner !== undefined && /api|service|client/i.test(owner) ? { name, imported: true } : undefined;
}

const isImported = (text: string, name: string): boolean =>
	new RegExp(`import\\b[^;'"]*(?<![\\w$])${escape(name)}(?![\\w$])[^;'"]*from\\s*["'](?:\\.|@/|~|#|src/)`).test(text);

/** Whether the branch of the `await` never comes to the teardown. */
function leaves({ reader }: Scope, wait: SyntaxNode, teardown: SyntaxNode): boolean {
	for (const node of ancestors(wait)) {
		if (reader.is(node, 'function')) return false;
		if (node.startIndex <= teardown.startIndex && node.endIndex >= teardown.endIndex) return false;
		if (
			reader.is(node, 'block') &&
			node.namedChildren.some((child) => child !== null && /^(?:return|throw)_statement$/.test(child.type))
		)
			return true;
		if (/^catch_clause$/.test(node.type)) return true;
	}
	return false;
}

function moveOf(scope: Scope, wait: SyntaxNode, isPart: (node: SyntaxNode) => boolean): TeardownOrderFact['move'] {
	const { document } = scope;
	const statement = wait.parent?.type === 'expression_statement' ? wait.parent : undefined;
	const last = statement === undefined ? undefined : lastOfTeardown(scope, statement, isPart);
	if (statement === undefined || last === undefined) return undefined;
	const start = document.positionAt(statement.startIndex);
	const end = document.positionAt(statement.endIndex);
	const alone =
		lineText(document, start.line).slice(0, start.character).trim() === '' &&
		lineText(document, end.line).slice(end.character).trim() === '';
	const after = document.positionAt(last.endIndex);
	if (!alone || lineText(document, after.line).slice(after.character).trim() !== '') return undefined;
	return {
		statement: { start, end },
		lines: { start: { line: start.line, character: 0 }, end: { line: end.line + 1, character: 0 } },
		after: { start: after, end: after },
	};
}
