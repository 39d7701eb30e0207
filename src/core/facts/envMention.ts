import type { Extractor } from './extractor';
import type { FactBase } from './model';

/** The words of a file that are spelled as variables are, so that one that is read in an unknown way still counts as used. */
export interface EnvMentionFact extends FactBase {
	readonly kind: 'env-mention';
	readonly names: readonly string[];
}

const shape = /\b[A-Z][A-Z0-9]*_[A-Z0-9_]*\b|\b[A-Z][A-Z0-9]{2,}\b/g;
/** Files that speak of variables and use none. */
const prose: ReadonlySet<string> = new Set(['dotenv', 'markdown', 'log', 'plaintext', 'xml', 'sql', 'http']);
const maxNames = 4000;

export const envMentionExtractor: Extractor = {
	kinds: ['env-mention'],
	markers: [],
	reads: ({ language, path }) => !prose.has(language) && !/(?:[.-]lock|-lock\.\w+|\.min\.js)$/.test(path),
	*extract({ document }) {
		const names = new Set<string>();
		for (const [word] of document.text.matchAll(shape)) {
			names.add(word);
			if (names.size >= maxNames) break;
		}
		if (names.size === 0) return;
		yield { kind: 'env-mention', names: [...names], range: document.range({ start: 0, end: 0 }) };
	},
};
