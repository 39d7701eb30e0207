import { isTestPath } from '../files/testPath';
import { urlParts, type UrlParts } from '../http/url';
import { ancestors, type SyntaxNode } from '../syntax/node';
import type { Extractor } from './extractor';
import type { Runtime } from './headers/model';
import { runtimeOf } from './headers/runtime';
import type { FactBase } from './model';
import { piecesOf, textOf } from './pieces';
import { createScope, spanOf, type Scope } from './scope';
import { rewriteOf, type StreamRewrite } from './streams/rewrite';

/** A call of `fetch` whose answer is read as an event stream. Its range is the name of the function. */
export interface StreamReadFact extends FactBase {
	readonly kind: 'stream-read';
	readonly url?: UrlParts;
	readonly runtime: Runtime;
	/** A plain `get`, or one with headers of its own. */
	readonly request: 'get' | 'headers';
	readonly rewrite?: StreamRewrite;
}

/** Code that opens a stream again by itself does what an `EventSource` would. */
const reconnects = /re-?connect|back_?off|\bretr(?:y|ies)/i;

/** Event streams that `fetch` reads and nothing opens again. */
export const streamReadExtractor: Extractor = {
	kinds: ['stream-read'],
	markers: ['stream', 'getreader'],
	*extract({ document, tree, words }) {
		if (!/^(?:typescript|tsx|javascript|vue|svelte|astro)$/.test(document.language) || isTestPath(document.path))
			return;
		if (!/\bfetch\s*\(/.test(document.text) || reconnects.test(document.text)) return;
		const hits = words.filter(
			({ start, end }) =>
				/^(?:getReader)$/.test(document.text.slice(start, end)) ||
				/text\/event-$/.test(document.text.slice(start - 11, start)),
		);
		const root = hits.length > 0 ? tree()?.root : undefined;
		if (root === undefined) return;
		const scope = createScope(document, root);
		const runtime = runtimeOf(document);
		const seen = new Set<number>();
		for (const word of hits) {
			const node = scope.nodeAt(word);
			const call = node === undefined ? undefined : (acceptingFetch(scope, node) ?? readFetch(scope, node));
			if (call === undefined || seen.has(call.startIndex)) continue;
			seen.add(call.startIndex);
			const fact = factOf(scope, call, runtime);
			if (fact !== undefined) yield fact;
		}
	},
};

const isFetch = ({ reader }: Scope, node: SyntaxNode): boolean => {
	const call = reader.call(node);
	return (
		call?.name === 'fetch' && (call.receiver === undefined || /^(?:window|globalThis|self)$/.test(call.receiver.text))
	);
};

/** The call of `fetch` that asks for an event stream by its `Accept` header. */
function acceptingFetch(scope: Scope, literal: SyntaxNode): SyntaxNode | undefined {
	const { reader } = scope;
	let accepts = false;
	for (const node of ancestors(literal)) {
		const pair = reader.keyValue(node);
		accepts ||= reader.is(node, 'pair') && /^accept$/i.test(pair?.key ?? '');
		if (reader.call(node) !== undefined) return accepts && isFetch(scope, node) ? node : undefined;
		if (reader.is(node, 'statement') || reader.is(node, 'function')) return undefined;
	}
	return undefined;
}

/** The one call of `fetch` in a function that reads `data:` lines from a reader. */
function readFetch(scope: Scope, reading: SyntaxNode): SyntaxNode | undefined {
	const { reader, document } = scope;
	const fn = [...ancestors(reading)].find((node) => reader.is(node, 'function'));
	if (fn === undefined || !/["'`]data:|\/\^?data:/.test(fn.text)) return undefined;
	const calls = [...document.text.slice(fn.startIndex, fn.endIndex).matchAll(/\bfetch\s*\(/g)].flatMap(({ index }) => {
		const node = scope.nodeAt({ start: fn.startIndex + index, end: fn.startIndex + index + 5 });
		return [...(node === undefined ? [] : ancestors(node))].slice(0, 3).find((outer) => isFetch(scope, outer)) ?? [];
	});
	return calls.length === 1 ? calls[0] : undefined;
}

function factOf(scope: Scope, node: SyntaxNode, runtime: Runtime): StreamReadFact | undefined {
	const { reader, document } = scope;
	const call = reader.call(node);
	const [url, options] = call?.arguments ?? [];
	if (call === undefined || url === undefined) return undefined;
	const parts = urlParts(textOf(piecesOf(scope, url)));
	const request = requestOf(scope, options);
	if (request === undefined) return undefined;
	// What aborts or bounds the request has no place in an `EventSource`.
	const simple = request === 'get' && !/(?<![\w$.])(?:signal|credentials|mode|redirect)\b/.test(options?.text ?? '');
	const rewrite = simple ? rewriteOf(scope, node, url) : undefined;
	return {
		kind: 'stream-read',
		range: document.range(spanOf(call.nameNode)),
		...(parts === undefined ? {} : { url: parts }),
		runtime,
		request,
		...(rewrite === undefined ? {} : { rewrite }),
	};
}

/** Undefined when the options are not known, or say that no `EventSource` can send this request. */
function requestOf({ reader }: Scope, options: SyntaxNode | undefined): StreamReadFact['request'] | undefined {
	if (options === undefined) return 'get';
	if (
		!reader.is(options, 'object') ||
		options.namedChildren.some((child) => child !== null && reader.is(child, 'spread'))
	)
		return undefined;
	const pairs = reader.pairs(options);
	const shorthand = options.namedChildren.flatMap((child) =>
		child !== null && /shorthand/.test(child.type) ? [child.text] : [],
	);
	const method = pairs.find(({ key }) => key === 'method')?.value;
	if (method !== undefined && !/^get$/i.test(reader.string(method)?.value ?? '')) return undefined;
	if (shorthand.includes('method') || shorthand.includes('body') || pairs.some(({ key }) => key === 'body'))
		return undefined;
	const headers = pairs.find(({ key }) => key === 'headers')?.value;
	if (headers === undefined) return shorthand.includes('headers') ? 'headers' : 'get';
	const plain =
		reader.is(headers, 'object') &&
		headers.namedChildren.every(
			(child) => child !== null && /^(?:accept|cache-control)$/i.test(reader.keyValue(child)?.key ?? ''),
		);
	return plain ? 'get' : 'headers';
}
