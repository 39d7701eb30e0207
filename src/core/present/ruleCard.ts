import { lineText, type TextDocument } from '../text/document';
import type { Rule } from '../rules/rule';
import type { Hover } from './hover';
import { code, escapeMarkdown } from './markdown';

/** A rule's documentation as Markdown. */
export function ruleCard(rule: Rule): string {
	const { what, why, fix, notWhen } = rule.docs;
	const lines = [
		`**${code(rule.id)}** · ${rule.severity}`,
		escapeMarkdown(what),
		escapeMarkdown(why),
		`**Fix:** ${escapeMarkdown(fix)}`,
	];
	if (notWhen !== undefined) lines.push(`**When not to use it:** ${escapeMarkdown(notWhen)}`);
	return lines.join('\n\n');
}

/** The rule named in an ignore comment or in the project file at a UTF-16 offset. */
export function ruleHover(document: TextDocument, offset: number, rules: readonly Rule[]): Hover | undefined {
	const { line, character } = document.positionAt(offset);
	const text = lineText(document, line);
	if (!text.includes('runbook-lens-ignore') && !document.path.endsWith('runbook-lens.jsonc')) return undefined;
	for (const match of text.matchAll(/[a-z0-9-]+\/[a-z0-9-]+/g)) {
		const end = match.index + match[0].length;
		if (character < match.index || character > end) continue;
		const rule = rules.find((item) => item.id === match[0]);
		if (rule === undefined) continue;
		const range = { start: { line, character: match.index }, end: { line, character: end } };
		return { markdown: ruleCard(rule), range, targets: [] };
	}
	return undefined;
}
