import type { Severity } from '../../core/catalog/model';
import { createPaint, printable, type Paint } from './paint';
import type { Format, Report, ReportFinding } from './model';

/** For people: findings by file, and a sum. Nothing at all when there is nothing to say. */
export const stylish: Format = (report, { color }) => {
	const paint = createPaint(color);
	const blocks = [...groupByFile(report.findings)].map(([file, findings]) => block(file, findings, paint));
	return [...blocks, sum(report, paint)].filter((part) => part !== '').join('\n');
};

function block(file: string, findings: readonly ReportFinding[], paint: Paint): string {
	const places = findings.map(({ range }) => `${range.start.line}:${range.start.column}`);
	const wide = (texts: readonly string[]): number => Math.max(...texts.map((text) => text.length));
	const placeWidth = wide(places);
	const severityWidth = wide(findings.map(({ severity }) => severity));
	const lines = findings.map(({ severity, message, ruleId, related }, index) => {
		const place = (places[index] ?? '').padStart(placeWidth);
		const level = paint.severity(severity, severity.padEnd(severityWidth));
		const others = related.map(
			(item) =>
				`${' '.repeat(placeWidth + 4)}${paint.dim(printable(`${item.file}:${item.range.start.line} ${item.message}`))}\n`,
		);
		return `  ${paint.dim(place)}  ${level}  ${printable(message)}  ${paint.dim(ruleId)}\n${others.join('')}`;
	});
	return `${paint.underline(printable(file))}\n${lines.join('')}`;
}

function sum({ summary }: Report, paint: Paint): string {
	const { findings, errors, warnings, information, hints, fixable, baseline, stale } = summary;
	const parts = [
		count(errors, 'error'),
		count(warnings, 'warning'),
		information > 0 ? `${information} information` : '',
		count(hints, 'hint'),
	].filter((part) => part !== '');
	const worst: Severity = errors > 0 ? 'error' : warnings > 0 ? 'warning' : 'information';
	const lines = [
		findings > 0 ? paint.severity(worst, `${count(findings, 'problem')} (${parts.join(', ')})`) : '',
		fixable > 0 ? `${count(fixable, 'problem')} can be fixed by \`runbook-lens fix\`.` : '',
		baseline > 0 ? paint.dim(`${count(baseline, 'problem')} of the baseline not shown.`) : '',
		stale > 0 ? `${count(stale, 'problem')} of the baseline no longer there: run \`check --update-baseline\`.` : '',
	];
	return lines.map((line) => (line === '' ? '' : `${line}\n`)).join('');
}

const count = (number: number, noun: string): string =>
	number === 0 ? '' : `${number} ${noun}${number === 1 ? '' : 's'}`;

function groupByFile(findings: readonly ReportFinding[]): Map<string, ReportFinding[]> {
	const groups = new Map<string, ReportFinding[]>();
	for (const finding of findings) {
		const group = groups.get(finding.file);
		if (group === undefined) groups.set(finding.file, [finding]);
		else group.push(finding);
	}
	return groups;
}
