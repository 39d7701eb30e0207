import type { Example, Rule } from '../../src/core/rules/rule';
import { languageOf } from '../../src/core/syntax/languages';
import { doNotEdit, fenced, firstSentence, table } from './markdown';

/** A rule's page. */
export function rulePage(rule: Rule): string {
	const { what, why, fix, notWhen, bad, good } = rule.docs;
	const blocks = [
		doNotEdit,
		`# \`${rule.id}\``,
		`${levelOf(rule)} · ${rule.fix === undefined ? 'no quick fix' : 'quick fix'}`,
		what,
		`**Why it matters.** ${why}`,
		`**What to do.** ${fix}`,
	];
	if (notWhen !== undefined) blocks.push(`**When not to use it.** ${notWhen}`);
	blocks.push(...examples('Reported', bad), ...examples('Not reported', good));
	blocks.push(
		'## Change it',
		fenced(`{ "rules": { "${rule.id}": "${rule.optIn === true ? rule.severity : 'off'}" } }`, 'jsonc'),
		'in `runbook-lens.jsonc`, or the same in the setting `runbookLens.rules`. [All rules](../README.md)',
	);
	return `${blocks.join('\n\n')}\n`;
}

function examples(title: string, all: readonly Example[]): string[] {
	if (all.length === 0) return [];
	return [`## ${title}`, ...all.flatMap(exampleFiles)];
}

const exampleFiles = (example: Example): string[] =>
	Object.entries(example).map(
		([path, text]) => `\`${path}\`\n\n${fenced(text.replace(/[‹›]/g, ''), languageOf(path))}`,
	);

const levelOf = (rule: Rule): string => (rule.optIn === true ? 'off until switched on' : rule.severity);

/** The index of all rules. */
export function ruleIndex(rules: readonly Rule[]): string {
	const areas = [...new Set(rules.map(areaOf))];
	const sections = areas.map(
		(area) =>
			`## ${area}\n\n${ruleTable(
				rules.filter((rule) => areaOf(rule) === area),
				'',
			)}`,
	);
	return `${[doNotEdit, '# Rules', `${rules.length} rules.`, ...sections].join('\n\n')}\n`;
}

const areaOf = (rule: Rule): string => rule.id.slice(0, rule.id.indexOf('/'));

/** @param folder the path from the page with the table to the folder of the rules' pages. */
export function ruleTable(rules: readonly Rule[], folder: string): string {
	const rows = rules.map((rule) => [
		`[\`${rule.id}\`](${folder}${rule.id}.md)`,
		levelOf(rule),
		rule.fix === undefined ? '' : 'yes',
		firstSentence(rule.docs.what),
	]);
	return table(['Rule', 'Level', 'Fix', 'What it reports'], rows);
}
