import { lineText } from '../../text/document';
import { defineRule } from '../rule';

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
	async fix({ uri, range }, { document: read }) {
		const document = await read(uri);
		if (document === undefined) return [];
		const line = lineText(document, range.start.line);
		const before = line.slice(0, range.start.character);
		const after = line.slice(range.end.character);
		const opener = /(?:\/\/+|\/\*+|<!--|\{#|#+|--|;+|%+|'|\bREM\b)\s*$/i.exec(before);
		const closer = /^\s*(?:\*\/|-->|#\})?\s*$/.exec(after);
		if (opener === null || closer === null) return [];
		const start = before.slice(0, opener.index).trimEnd().length;
		const alone = start === 0;
		return [
			{
				title: 'Remove the ignore comment',
				safety: 'safe',
				edits: [
					{
						uri,
						range: {
							start: { line: range.start.line, character: start },
							end: alone
								? { line: range.start.line + 1, character: 0 }
								: { line: range.start.line, character: line.length },
						},
						newText: '',
					},
				],
			},
		];
	},
});
