import type { Range } from 'vscode-languageserver-types';
import { lineText, type TextDocument } from '../../text/document';
import { defineRule, type Finding, type TextEdit } from '../rule';

/**
 * The engine itself reports this rule, because only it knows which findings an ignore comment has silenced; the rule holds
 * its text and its fix.
 */
export const unusedIgnore = defineRule({
	id: 'ignore/unused',
	scope: 'file',
	severity: 'hint',
	reads: ['ignore'],
	docs: {
		what: 'An ignore comment that silences nothing, or names a rule that does not exist.',
		why: 'It hides the next real finding on its line.',
		fix: 'Remove the comment. The quick fix does.',
		bad: [{ 'src/a.ts': '// ‹runbook-lens-ignore-next-line code/wrong-status›\nconst a = 1;\n' }],
		good: [
			{
				'src/a.ts':
					"// runbook-lens-ignore-next-line code/wrong-status -- the gateway maps it\nres.status(500).json({ code: 'RENDER_STORE_FULL' });\n",
			},
		],
	},
	messages: {
		unused: 'This comment ignores {rules}, but there is nothing to ignore here. Remove it.',
		unknown: '`{rules}` is no rule. See the list of rules for its name.',
	},
	detect: () => [],
	async fix(finding, { document: read }) {
		const { uri, range } = finding;
		const document = await read(uri);
		if (document === undefined) return [];
		const line = lineText(document, range.start.line);
		const named = withoutUnknown(line, finding);
		if (named !== undefined) {
			return [{ title: 'Remove the unknown rule', safety: 'safe', edits: [{ uri, ...named }] }];
		}
		const comment = commentRange(document, line, range);
		if (comment === undefined) return [];
		return [{ title: 'Remove the ignore comment', safety: 'safe', edits: [{ uri, range: comment, newText: '' }] }];
	},
});

/** The list of a comment that names rules which exist, too. */
function withoutUnknown(line: string, { messageId, data, range }: Finding): Omit<TextEdit, 'uri'> | undefined {
	if (messageId !== 'unknown') return undefined;
	const unknown = String(data['rules']).split(', ');
	const [list = ''] = line.slice(range.start.character, range.end.character).split(/\s--\s/);
	const names = [...list.matchAll(/[a-z0-9-]+\/[a-z0-9-]+/g)];
	const kept = names.filter(([name]) => !unknown.includes(name)).map(([name]) => name);
	const [first, second] = names;
	const last = names.at(-1);
	if (kept.length === 0 || first === undefined || second === undefined || last === undefined) return undefined;
	const character = range.start.character + first.index;
	const length = last.index + last[0].length - first.index;
	const separator = list.slice(first.index + first[0].length, second.index);
	return {
		range: { start: { ...range.start, character }, end: { ...range.start, character: character + length } },
		newText: kept.join(separator),
	};
}

/** The whole comment, with its line when nothing else stands there. */
function commentRange(document: TextDocument, text: string, { start: at, end: to }: Range): Range | undefined {
	const before = text.slice(0, at.character);
	const opener = /(?:\/\/+|\/\*+|<!--|\{#|<%#|\{\/\*+|#+|--|;+|%+|'|\bREM\b|^\s*\*)\s*$/i.exec(before);
	const closer = /^\s*(?:\*\/\}?|-->|#\}|%>)?\s*$/.exec(text.slice(to.character));
	if (opener === null || closer === null) return undefined;
	const { line } = at;
	const start = before.slice(0, opener.index).trimEnd().length;
	const end = { line, character: text.length };
	if (start > 0) return { start: { line, character: start }, end };
	if (line + 1 < document.starts.length) {
		return { start: { line, character: 0 }, end: { line: line + 1, character: 0 } };
	}
	const above = line - 1;
	const lineStart = above < 0 ? { line, character: 0 } : { line: above, character: lineText(document, above).length };
	return { start: lineStart, end };
}
