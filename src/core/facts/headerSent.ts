import type { SyntaxNode } from '../syntax/node';
import { ancestors } from '../syntax/node';
import type { TextDocument } from '../text/document';
import { isOfResponses } from '../http/headers';
import { createPolicyContext, type PolicyContext } from './cors/read';
import type { Extractor } from './extractor';
import { attachedAt, type Attached } from './headers/attached';
import { directionOf } from './headers/direction';
import type { HeaderFact } from './headers/model';
import { runtimeOf } from './headers/runtime';
import { callTarget, addressOf, targetOf } from './headers/target';

export const ecmascript: ReadonlySet<string> = new Set(['typescript', 'tsx', 'javascript', 'vue', 'svelte', 'astro']);
const headerWord = /(?<![\w$-])[\w$]*headers?[\w$]*(?![\w-])/gi;
const instance =
	/(?<![\w$])([\w$]+)\s*(?::[^=;{}]{0,60})?=\s*(?:await\s+)?(?:[\w$]+\.)?(?:create|extend|GraphQLClient|createClient|createFetch|createAxios)\s*(?:<[^()]{0,80}>)?\(|\baxios\.defaults\.baseURL\s*=/g;
const attaching = /[hH]eaders?\w*['"`]?[\]!?]*\s*(?::|=[^=>]|\(|\[|\.|\?\.|\)|\{)|\.headers,/;
const certainHeader = /^(?:authorization|accept|content-type|x-.+|.+-.+|apikey|token|cookie)$/i;

/** The headers that JavaScript and TypeScript put on requests and responses, and the clients that send them. */
export const headerSentExtractor: Extractor = {
	kinds: ['header-sent', 'header-returned', 'http-client'],
	markers: [],
	after: ['cors-policy'],
	reads: ({ language, text }) =>
		ecmascript.has(language) && ((text.includes('eader') && attaching.test(text)) || text.includes('baseURL')),
	*extract({ document, tree }) {
		if (/\.min\.js$|\.d\.ts$/.test(document.path)) return;
		const root = tree()?.root;
		if (root === undefined) return;
		const context = createPolicyContext(document, root);
		yield* clients(context);
		yield* attached(context);
	},
};

function* attached(context: PolicyContext): Generator<HeaderFact> {
	const { document } = context;
	const runtime = runtimeOf(document);
	const seen = new Set<number>();
	const bySite = new Map<number, Attached[]>();
	for (const word of wordsOf(document)) {
		const node = context.nodeAt(word.start, word.end);
		if (node === undefined || context.reader.is(node, 'comment')) continue;
		for (const item of attachedAt(context, node)) {
			if (seen.has(item.node.startIndex)) continue;
			seen.add(item.node.startIndex);
			bySite.set(item.site.startIndex, [...(bySite.get(item.site.startIndex) ?? []), item]);
		}
	}
	for (const items of bySite.values()) {
		const [first] = items;
		if (first === undefined) continue;
		const direction = items.some((item) => isOfResponses(item.name) || isCachePolicy(document, item))
			? 'response'
			: directionOf(context, first.site);
		if (direction === undefined && !items.some((item) => item.sure || certainHeader.test(item.name))) continue;
		const target = direction === 'response' ? undefined : targetOf(context, first.site);
		for (const { name, constant, node } of items) {
			const base = { name, range: rangeOf(document, node), ...(constant ? { constant: true as const } : {}) };
			if (target === undefined) yield { kind: 'header-returned', ...base };
			else yield { kind: 'header-sent', ...base, runtime, target };
		}
	}
}

/** Only a response says how long it may be kept. */
function isCachePolicy({ text }: TextDocument, { name, node }: Attached): boolean {
	const value = text.slice(node.endIndex, node.endIndex + 80);
	return (
		/^cache-control$/i.test(name) &&
		/^["']?\]?[^;}]{0,40}(?:public|immutable|s-maxage|stale-|max-age=\d*[1-9])/i.test(value)
	);
}

function* clients(context: PolicyContext): Generator<HeaderFact> {
	for (const match of context.document.text.matchAll(instance)) {
		const node = context.nodeAt(match.index, match.index + 1);
		for (const ancestor of node === undefined ? [] : [...ancestors(node)].slice(0, 6)) {
			if (!context.reader.is(ancestor, 'assignment')) continue;
			const pair = context.reader.keyValue(ancestor);
			if (pair?.value === undefined) break;
			const defaults = match[1] === undefined;
			const target = defaults ? addressOf(context, pair.value, 'same') : callTarget(context, pair.value);
			if (target !== undefined)
				yield {
					kind: 'http-client',
					name: match[1] ?? 'axios',
					range: rangeOf(context.document, pair.keyNode),
					target,
				};
			break;
		}
	}
}

function wordsOf({ text }: TextDocument): { start: number; end: number }[] {
	return Array.from(text.matchAll(headerWord), (match) => ({ start: match.index, end: match.index + match[0].length }));
}

const rangeOf = (document: TextDocument, node: SyntaxNode) =>
	document.range({ start: node.startIndex, end: node.endIndex });
