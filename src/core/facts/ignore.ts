import { siteOf } from '../recognition/site';
import { lineText } from '../text/document';
import type { Extractor } from './extractor';
import type { FactBase } from './model';

/** An ignore comment. */
export interface IgnoreFact extends FactBase {
	readonly kind: 'ignore';
	readonly scope: 'line' | 'next-line' | 'file';
	/** Rule ids; empty means every rule. */
	readonly rules: readonly string[];
	readonly reason?: string;
}

const directive = /runbook-lens-ignore-(line|next-line|file)\b[ \t]*([^\r\n]*)/;
const ruleId = /^[a-z0-9-]+\/[a-z0-9-]+$/;

/**
 * Ignore comments of any comment syntax: `runbook-lens-ignore-line`, `-ignore-next-line`, `-ignore-file`, then rule ids or
 * nothing, then `-- reason`.
 */
export const ignoreExtractor: Extractor = {
	kinds: ['ignore'],
	markers: ['runbook'],
	*extract({ document, tree, words }) {
		for (const { start } of words) {
			const { line, character } = document.positionAt(start);
			const match = directive.exec(lineText(document, line).slice(character));
			if (match?.index !== 0) continue;
			const [, scope, rest = ''] = match;
			const place = siteOf(document, tree(), { start, end: start + 'runbook'.length }).place;
			if (place === 'string' || place === 'key' || place === 'name') continue;
			const [list = '', ...reasons] = rest.replace(/\s*(?:\*\/|-->|#\}|%>|\*\)).*$/, '').split(/(?:^|\s)--(?:\s|$)/);
			const rules = list.split(/[\s,]+/).filter((word) => ruleId.test(word));
			const reason = reasons.join(' -- ').trim();
			const length =
				match[0].length - rest.length + rest.replace(/\s*(?:\*\/|-->|#\}|%>|\*\)).*$/, '').trimEnd().length;
			yield {
				kind: 'ignore',
				scope: scope as 'line' | 'next-line' | 'file',
				rules,
				range: document.range({ start, end: start + length }),
				...(reason === '' ? {} : { reason }),
			};
		}
	},
};
