import type { Severity } from '../../core/catalog/model';
import type { Format, ReportFinding } from './model';

const levels = {
	error: 'error',
	warning: 'warning',
	information: 'notice',
	hint: 'notice',
} as const satisfies Record<Severity, string>;

/** Workflow commands, which GitHub shows as annotations on the lines of a pull request. */
export const github: Format = ({ findings }, { prefix }) =>
	findings.map((finding) => `${annotation(finding, prefix)}\n`).join('');

function annotation({ severity, file, range, ruleId, message }: ReportFinding, prefix: string): string {
	const { start, end } = range;
	const properties = {
		file: prefix + file,
		line: start.line,
		endLine: end.line,
		// GitHub refuses columns of several lines.
		...(start.line === end.line ? { col: start.column, endColumn: end.column } : {}),
		title: ruleId,
	};
	const list = Object.entries(properties).map(([key, value]) => `${key}=${escapeProperty(String(value))}`);
	return `::${levels[severity]} ${list.join(',')}::${escapeData(message)}`;
}

const escapeData = (text: string): string =>
	text.replaceAll('%', '%25').replaceAll('\r', '%0D').replaceAll('\n', '%0A');
const escapeProperty = (text: string): string => escapeData(text).replaceAll(':', '%3A').replaceAll(',', '%2C');
