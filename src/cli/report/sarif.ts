import type { Severity } from '../../core/catalog/model';
import { ruleCard } from '../../core/present/ruleCard';
import type { Rule } from '../../core/rules/rule';
import { product } from '../product';
import type { Format, ReportFinding, ReportFix, ReportRange } from './model';

const levels = {
	error: 'error',
	warning: 'warning',
	information: 'note',
	hint: 'note',
} as const satisfies Record<Severity, string>;

/** SARIF 2.1.0, for code scanning. Paths are below the repository's root, as GitHub wants them. */
export const sarif: Format = (report, { prefix, rules }) => {
	const ids = [...new Set([...rules.map(({ id }) => id), ...report.findings.map(({ ruleId }) => ruleId)])].sort();
	const log = {
		$schema: 'https://json.schemastore.org/sarif-2.1.0.json',
		version: '2.1.0',
		runs: [
			{
				tool: {
					driver: {
						name: product.title,
						semanticVersion: product.version,
						informationUri: product.url,
						rules: ids.map((id) =>
							descriptor(
								id,
								rules.find((rule) => rule.id === id),
							),
						),
					},
				},
				columnKind: 'utf16CodeUnits',
				results: report.findings.map((finding) => result(finding, ids, prefix)),
			},
		],
	};
	return `${JSON.stringify(log, undefined, 2)}\n`;
};

function descriptor(id: string, rule: Rule | undefined): object {
	const helpUri = `${product.url}#${id.replace('/', '-')}`;
	if (rule === undefined) return { id, helpUri };
	const { docs, severity } = rule;
	return {
		id,
		shortDescription: { text: docs.what },
		fullDescription: { text: `${docs.what} ${docs.why}` },
		helpUri,
		help: { text: `${docs.why} ${docs.fix}`, markdown: ruleCard(rule) },
		defaultConfiguration: { level: levels[severity] },
	};
}

function result(finding: ReportFinding, ids: readonly string[], prefix: string): object {
	const { ruleId, severity, message, file, range, related, fixes, fingerprint, confidence, entry } = finding;
	return {
		ruleId,
		ruleIndex: ids.indexOf(ruleId),
		level: levels[severity],
		message: { text: message },
		locations: [{ physicalLocation: location(prefix + file, range) }],
		relatedLocations: related.map((item, id) => ({
			id,
			physicalLocation: location(prefix + item.file, item.range),
			message: { text: item.message },
		})),
		partialFingerprints: { 'runbookLens/v1': fingerprint },
		...(fixes.length === 0 ? {} : { fixes: fixes.map((fix) => toFix(fix, prefix)) }),
		properties: { confidence, ...(entry === null ? {} : { entry }) },
	};
}

function toFix({ title, edits }: ReportFix, prefix: string): object {
	const files = [...new Set(edits.map(({ file }) => file))];
	return {
		description: { text: title },
		artifactChanges: files.map((file) => ({
			artifactLocation: artifact(prefix + file),
			replacements: edits
				.filter((edit) => edit.file === file)
				.map(({ range, newText }) => ({ deletedRegion: region(range), insertedContent: { text: newText } })),
		})),
	};
}

const location = (file: string, range: ReportRange): object => ({
	artifactLocation: artifact(file),
	region: region(range),
});

const artifact = (file: string): object => ({
	uri: file.split('/').map(encodeURIComponent).join('/'),
	uriBaseId: '%SRCROOT%',
});

const region = ({ start, end }: ReportRange): object => ({
	startLine: start.line,
	startColumn: start.column,
	endLine: end.line,
	endColumn: end.column,
});
