import { applyEdits, modify } from 'jsonc-parser';
import type { RuleLevel } from './model';

/**
 * The text of a project file in which a rule has a level. Comments, order and formatting of the rest stay; an empty text
 * becomes a new file.
 */
export function withRuleLevel(text: string, ruleId: string, level: RuleLevel): string {
	const eol = /\r\n|\n/.exec(text)?.[0] ?? '\n';
	const insertSpaces = /^ +"/m.test(text);
	const tabSize = insertSpaces ? (/^( +)"/m.exec(text)?.[1]?.length ?? 2) : 4;
	const source = text.trim() === '' ? '{}' : text;
	const edits = modify(source, ['rules', ruleId], level, { formattingOptions: { insertSpaces, tabSize, eol } });
	const result = applyEdits(source, edits);
	return text.trim() === '' ? result + eol : result;
}
