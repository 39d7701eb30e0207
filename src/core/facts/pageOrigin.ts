import type { SyntaxNode } from '../syntax/node';
import { ancestors } from '../syntax/node';
import { readerFor, type Reader } from '../syntax/read';
import type { Extractor } from './extractor';
import type { FactBase } from './model';

/** The port that a development server serves pages from: `server: { port: 5173 }` in Vite's configuration. */
export interface PageOriginFact extends FactBase {
	readonly kind: 'page-origin';
	readonly port: number;
	/** Requests go through the development server: for the browser they stay on the page's origin. */
	readonly proxied: boolean;
}

const configuration =
	/(?:^|\/)(?:(?:vite|vue|webpack[\w.-]*|rsbuild|astro|nuxt|craco)\.config\.[cm]?[jt]s|angular\.json)$/;
const owner = /^(?:server|devServer|options)$/;

export const pageOriginExtractor: Extractor = {
	kinds: ['page-origin'],
	markers: ['port'],
	*extract({ document, tree, words }) {
		if (!configuration.test(document.path)) return;
		const root = tree()?.root;
		if (root === undefined) return;
		const reader = readerFor(document.language);
		for (const { start, end } of words) {
			const node = root.descendantForIndex(start, end - 1);
			const pair = node === null ? undefined : pairAt(reader, node);
			const value = pair === undefined ? undefined : reader.keyValue(pair)?.value;
			const port = value === undefined ? undefined : reader.number(value);
			if (pair?.parent === undefined || pair.parent === null || value === undefined || port === undefined) continue;
			const holder = pair.parent.parent === null ? undefined : reader.keyValue(pair.parent.parent);
			if (!owner.test(holder?.key ?? '')) continue;
			const proxied = reader.pairs(pair.parent).some(({ key }) => /^proxy(?:Config)?$/.test(key ?? ''));
			const range = document.range({ start: value.startIndex, end: value.endIndex });
			yield { kind: 'page-origin', port, proxied, range };
		}
	},
};

const pairAt = (reader: Reader, node: SyntaxNode): SyntaxNode | undefined =>
	[...ancestors(node)].slice(0, 3).find((item) => reader.keyValue(item)?.key === 'port');
