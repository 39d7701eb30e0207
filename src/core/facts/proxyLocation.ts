import type { SyntaxTree } from '../syntax/node';
import type { TextDocument } from '../text/document';
import type { Span } from '../text/lines';
import type { Extractor } from './extractor';
import { caddyLocations } from './proxies/caddy';
import { ingressLocations } from './proxies/ingress';
import type { ProxyDefaultsFact, ProxyLocationFact } from './proxies/model';
import { nginxFacts } from './proxies/nginx';
import { traefikLocations } from './proxies/traefik';

export type ProxyFact = ProxyLocationFact | ProxyDefaultsFact;

/** Where reverse proxies pass requests on, and what they say of buffers and timeouts there. */
export const proxyLocationExtractor: Extractor = {
	kinds: ['proxy-location', 'proxy-defaults'],
	markers: [
		'proxy_pass',
		'proxy_read_timeout',
		'proxy_buffering',
		'proxy_cache',
		'ingress',
		'writetimeout',
		'read_timeout',
		'response_buffers',
		'buffer_responses',
	],
	*extract({ document, tree, words }) {
		const { language } = document;
		if (language === 'caddyfile') yield* caddyLocations(document, words);
		else if (language === 'yaml') yield* ofYaml(document, tree, words);
		else if (isNginx(document)) yield* nginxFacts(document);
	},
};

/** Not every `.conf` says by its name whose it is. */
const isNginx = ({ language, text }: TextDocument): boolean =>
	/^(?:nginx|properties|plaintext)$/.test(language) && /^\s*(?:location\b|proxy_\w+\s+[^=\s])/m.test(text);

function* ofYaml(
	document: TextDocument,
	tree: () => SyntaxTree | undefined,
	words: readonly Span[],
): Generator<ProxyFact> {
	const embedded = new Set<number>();
	for (const word of words) {
		const node = tree()?.root.descendantForIndex(word.start, Math.max(word.start, word.end - 1)) ?? undefined;
		if (node === undefined) continue;
		const name = document.text.slice(word.start, word.end).toLowerCase();
		if (name === 'ingress') yield* ingressLocations(document, node);
		else if (name === 'writetimeout') yield* traefikLocations(document, node);
		else if (/^proxy_/.test(name) && /^[|>]/.test(node.text) && !embedded.has(node.startIndex)) {
			// A ConfigMap that holds the configuration as a text block.
			embedded.add(node.startIndex);
			const start = document.starts[document.positionAt(node.startIndex).line + 1];
			if (start !== undefined) yield* nginxFacts(document, { start, end: node.endIndex });
		}
	}
}
