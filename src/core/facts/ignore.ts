import { siteOf } from '../recognition/site';
import type { SyntaxNode } from '../syntax/node';
import { besides, type TextDocument } from '../text/document';
import type { Extractor } from './extractor';
import type { FactBase } from './model';

/** An ignore comment. */
export interface IgnoreFact extends FactBase {
	readonly kind: 'ignore';
	readonly scope: 'line' | 'next-line' | 'file';
	/** The 0-based line that it silences, for a scope of one line. */
	readonly line: number;
	/** Rule ids; empty means every rule. */
	readonly rules: readonly string[];
	readonly reason?: string;
}

const directive = /^runbook-lens-ignore-(line|next-line|file)(?![\w-])([^\r\n]*)/;
const closer = /\s*(?:\*\/|-->|#\}|%>|\*\)).*$/;
const ruleId = /^[a-z0-9-]+\/[a-z0-9-]+$/;

/** A directive is what its comment begins with; a comment that only mentions one is none. */
const opener = /(?:\/\/+!?|\/\*+|<!--|\{#|<%#|#+|--|;+|%+|'|\bREM|\(\*)\s*$/i;
const insideBlock = /^\s*\**\s*$/;

/**
 * Ignore comments of any comment syntax: `runbook-lens-ignore-line`, `-ignore-next-line`, `-ignore-file`, then rule ids or
 * nothing, then `-- reason`.
 */
export const ignoreExtractor: Extractor = {
	kinds: ['ignore'],
	markers: ['runbook'],
	*extract({ document, tree, words }) {
		for (const { start } of words) {
			const { before, after } = besides(document, { start, end: start });
			const match = directive.exec(after);
			if (match === null) continue;
			const { line } = document.positionAt(start);
			const { place, node } = siteOf(document, tree(), { start, end: start + 'runbook'.length });
			if (place !== 'comment' && place !== 'text') continue;
			if (!opener.test(before) && (place === 'text' || !insideBlock.test(before))) continue;
			const lastLine = place === 'comment' && node !== undefined ? endLine(document, node, line) : line;
			const [, scope, rest = ''] = match;
			const said = rest.replace(closer, '').trimEnd();
			const [list = '', ...reasons] = said.split(/(?:^|\s)--(?:\s|$)/);
			const reason = reasons.join(' -- ').trim();
			yield {
				kind: 'ignore',
				scope: scope as IgnoreFact['scope'],
				line: scope === 'next-line' ? lastLine + 1 : line,
				rules: list.split(/[\s,]+/).filter((word) => ruleId.test(word)),
				range: document.range({ start, end: start + match[0].length - rest.length + said.length }),
				...(reason === '' ? {} : { reason }),
			};
		}
	},
};

/** The line on which a comment ends; some grammars count the line end to a line comment. */
function endLine(document: TextDocument, comment: SyntaxNode, line: number): number {
	const text = document.text.slice(comment.startIndex, comment.endIndex).trimEnd();
	return Math.max(line, document.positionAt(comment.startIndex + text.length).line);
}
