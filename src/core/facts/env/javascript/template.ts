import type { Collector } from '../collector';
import type { EnvContext } from '../context';
import type { EnvPresence } from '../types';

const direct = /\b(?:process|import\.meta)\.env\.([A-Za-z_]\w*)([^\n]{0,20})/g;

/** Reads in the markup of Vue, Svelte and Astro files, whose scripts alone have a tree. */
export function readTemplate({ document, root }: EnvContext, collector: Collector): void {
	const { text, language } = document;
	if (!/^(?:vue|svelte|astro)$/.test(language)) return;
	const dynamic = /\bimport\s*\{[^}]*\benv(?:\s+as\s+(\w+))?[^}]*\}\s*from\s*['"](\$env\/dynamic\/\w+)['"]/.exec(text);
	const alias = dynamic === null ? undefined : (dynamic[1] ?? 'env');
	const patterns =
		alias === undefined
			? [direct]
			: [direct, new RegExp(`(?<![\\w.$])${alias}\\.([A-Z_][A-Z0-9_]*)([^\\n]{0,20})`, 'g')];
	for (const pattern of patterns) {
		for (const match of text.matchAll(pattern)) {
			// The tree has blanks in place of the markup.
			if (root.descendantForIndex(match.index, match.index + 3)?.type !== 'program') continue;
			const name = match[1] ?? '';
			const start =
				match.index + match[0].indexOf(`.${name}`, pattern === direct ? match[0].indexOf('.env') + 4 : 0) + 1;
			collector.named({
				name,
				span: { start, end: start + name.length },
				via: pattern === direct ? 'import.meta.env' : (dynamic?.[2] ?? ''),
				presence: presenceBy(match[2] ?? ''),
				source: 'code',
			});
		}
	}
}

function presenceBy(rest: string): EnvPresence {
	if (/^\s*(?:\|\||\?\?)/.test(rest)) return 'defaulted';
	return /^\s*(?:\?|&&|[!=]==?)/.test(rest) ? 'guarded' : 'plain';
}
