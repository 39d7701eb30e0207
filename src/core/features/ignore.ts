import type { Finding, TextEdit } from '../rules/rule';
import { lineComments } from '../syntax/languages';
import { lineText, type TextDocument } from '../text/document';

/** How far an ignore comment reaches, with the title of its action; `{rule}` stands for the rule. */
export const ignoreScopes = [
	{ scope: 'next-line', title: 'Ignore `{rule}` on this line' },
	{ scope: 'file', title: 'Ignore `{rule}` in this file' },
] as const;
export type IgnoreScope = (typeof ignoreScopes)[number]['scope'];

/** Edits that add an ignore comment for a finding; none where the format has no comments. */
export function ignoreEdits(document: TextDocument, finding: Finding, scope: IgnoreScope): TextEdit[] {
	const line = scope === 'file' ? firstLine(document) : finding.range.start.line;
	const text = lineText(document, line);
	const indent = scope === 'file' ? '' : (/^[ \t]*/.exec(text)?.[0] ?? '');
	const comment = commentOf(document, text, `runbook-lens-ignore-${scope} ${finding.ruleId}`);
	if (comment === undefined) return [];
	const at = { line, character: 0 };
	return [{ uri: finding.uri, range: { start: at, end: at }, newText: `${indent}${comment}${lineEnd(document)}` }];
}

const angled = new Set(['markdown', 'html', 'xml', 'vue', 'svelte', 'astro']);

function commentOf(document: TextDocument, line: string, directive: string): string | undefined {
	const { language, path } = document;
	if (language === 'json' && !/\.(?:jsonc|json5)$|(?:^|\/)(?:tsconfig|jsconfig)[\w.-]*\.json$/.test(path))
		return undefined;
	if ((language === 'tsx' || /\.jsx$/.test(path)) && /^\s*<\w/.test(line)) return `{/* ${directive} */}`;
	const [mark] = lineComments(language);
	if (mark !== undefined) return `${mark} ${directive}`;
	if (language === 'vue' || language === 'svelte' || language === 'astro')
		return /^\s*</.test(line) ? `<!-- ${directive} -->` : `// ${directive}`;
	return angled.has(language) ? `<!-- ${directive} -->` : undefined;
}

/** The first line that may hold a comment: after `#!`, `<?php`, `<?xml`, and front matter's opening. */
function firstLine(document: TextDocument): number {
	const first = lineText(document, 0);
	return /^(?:#!|<\?|# -\*-|---\s*$)/.test(first) && document.language !== 'yaml' ? 1 : 0;
}

const lineEnd = (document: TextDocument): string => /\r\n|\r|\n/.exec(document.text)?.[0] ?? '\n';
