import ignore from 'ignore';
import type { Extractor } from './extractor';
import { directoryOf } from './manifest';
import type { FactBase } from './model';

/** Whether Git leaves out `.env`, which decides whether such a file documents variables for everyone. */
export interface GitIgnoreFact extends FactBase {
	readonly kind: 'git-ignore';
	/** The folder below which it counts. */
	readonly directory: string;
	readonly env: boolean;
}

export const gitIgnoreExtractor: Extractor = {
	kinds: ['git-ignore'],
	markers: [],
	reads: ({ path }) => /(?:^|\/)\.gitignore$/.test(path),
	*extract({ document }) {
		yield {
			kind: 'git-ignore',
			directory: directoryOf(document.path),
			env: ignore().add(document.text).ignores('.env'),
			range: document.range({ start: 0, end: 0 }),
		};
	},
};
