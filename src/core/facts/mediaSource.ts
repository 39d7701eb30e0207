import type { Range } from 'vscode-languageserver-types';
import { urlParts, type UrlParts } from '../http/url';
import { isTestPath } from '../files/testPath';
import { ancestors, type SyntaxNode } from '../syntax/node';
import type { TextDocument } from '../text/document';
import type { Extractor } from './extractor';
import type { FactBase } from './model';
import { piecesOf, textOf } from './pieces';
import { createScope, spanOf, type Scope } from './scope';

/** The address that a media element loads by itself. Its range is the address. */
export interface MediaSourceFact extends FactBase {
	readonly kind: 'media-source';
	readonly url: UrlParts;
	/** `preview.src = …;` as a statement of its own. */
	readonly assignment?: { readonly range: Range; readonly target: Range };
}

/** Without any of these the words are those of folders, modules and options, and the file is not worth parsing. */
const mayLoad = /\.src\s*=(?!=)|['"`]src['"`]|\bAudio\s*\(|<(?:audio|video|source)\b/i;

/** What media elements load. */
export const mediaSourceExtractor: Extractor = {
	kinds: ['media-source'],
	markers: ['src', 'audio'],
	*extract({ document, tree, words }) {
		if (isTestPath(document.path)) return;
		if (/^(?:html|vue|svelte|astro|php)$/.test(document.language)) yield* inMarkup(document);
		if (!/^(?:typescript|tsx|javascript|vue|svelte|astro)$/.test(document.language)) return;
		if (!mayLoad.test(document.text)) return;
		const root = tree()?.root;
		if (root === undefined) return;
		const scope = createScope(document, root);
		const seen = new Set<number>();
		for (const word of words) {
			const node = scope.nodeAt(word);
			const source = node === undefined ? undefined : sourceAt(scope, node);
			const url = source === undefined ? undefined : urlParts(textOf(piecesOf(scope, source.value)));
			if (source === undefined || url === undefined || seen.has(source.value.startIndex)) continue;
			seen.add(source.value.startIndex);
			yield {
				kind: 'media-source',
				range: document.range(spanOf(source.value)),
				url,
				...(source.statement === undefined || source.target === undefined
					? {}
					: {
							assignment: {
								range: document.range(spanOf(source.statement)),
								target: document.range(spanOf(source.target)),
							},
						}),
			};
		}
	},
};

interface Source {
	readonly value: SyntaxNode;
	readonly statement?: SyntaxNode | undefined;
	readonly target?: SyntaxNode;
}

/** `element.src = …`, `element.setAttribute('src', …)`, `new Audio(…)`, `<audio src={…}>`. */
function sourceAt({ reader }: Scope, word: SyntaxNode): Source | undefined {
	let steps = 0;
	for (const node of ancestors(word)) {
		if (++steps > 5 || reader.is(node, 'statement')) return undefined;
		const call = reader.call(node);
		if (call !== undefined) {
			const [first, second] = call.arguments;
			if (call.name === 'Audio' && call.nameNode.startIndex === word.startIndex && first !== undefined)
				return { value: first };
			return call.name === 'setAttribute' &&
				first !== undefined &&
				reader.string(first)?.value === 'src' &&
				second !== undefined
				? { value: second }
				: undefined;
		}
		const pair = reader.keyValue(node);
		if (pair?.value === undefined) continue;
		if (reader.member(pair.keyNode)?.property === 'src' && reader.is(node, 'assignment')) {
			const parent = node.parent ?? undefined;
			return {
				value: pair.value,
				statement: parent?.type === 'expression_statement' ? parent : undefined,
				target: pair.keyNode,
			};
		}
		const tag = node.parent?.childForFieldName('name')?.text ?? '';
		return pair.key === 'src' && /jsx/.test(node.type) && /^(?:audio|video|source)$/i.test(tag)
			? { value: pair.value }
			: undefined;
	}
	return undefined;
}

const attribute = /<(?:audio|video|source)\b[^<>]*?\s(:|v-bind:)?src\s*=\s*(?:"([^"]*)"|'([^']*)'|\{`([^`]*)`\})/gi;

/** Elements in templates, which have no tree of ours. */
function* inMarkup(document: TextDocument): Generator<MediaSourceFact> {
	for (const match of document.text.matchAll(attribute)) {
		const written = match[2] ?? match[3] ?? match[4] ?? '';
		const isExpression = match[1] !== undefined;
		const literal = isExpression ? /^\s*[`'"]([^`'"]*)[`'"]\s*$/.exec(written)?.[1] : written;
		const url =
			literal === undefined
				? undefined
				: urlParts(literal.replace(/\$\{[^}]*\}|\{\{.*?\}\}|<\?.*?\?>|\{[^}]*\}/g, '{}'));
		if (url === undefined) continue;
		const start = match.index + match[0].lastIndexOf(written);
		yield { kind: 'media-source', range: document.range({ start, end: start + written.length }), url };
	}
}
