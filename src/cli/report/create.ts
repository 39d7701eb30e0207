import type { Severity } from '../../core/catalog/model';
import type { BaselineResult } from '../../core/rules/baseline';
import { fingerprints, type Fingerprinted } from '../../core/rules/fingerprint';
import type { Finding, Fix } from '../../core/rules/rule';
import { createDocument } from '../../core/text/document';
import { product } from '../product';
import type { Workspace } from '../workspace';
import { toReportRange, type Report, type ReportFinding } from './model';

/** The findings of a workspace with their names, in order of path and place. */
export async function collectFindings(
	workspace: Workspace,
	isReported: (file: string) => boolean,
): Promise<Fingerprinted[]> {
	const { names, service, read } = workspace;
	const byFile = new Map<string, readonly Finding[]>();
	for (const [uri, findings] of await service.findings()) {
		const file = names.file(uri);
		if (isReported(file)) byFile.set(file, findings);
	}
	return [...byFile.keys()].sort().flatMap((file) => {
		const source = read(names.uri(file)) ?? { uri: names.uri(file), path: file, text: '' };
		return fingerprints(byFile.get(file) ?? [], createDocument(source));
	});
}

/** A report of what is left when the baseline is taken off. */
export async function createReport(workspace: Workspace, { fresh, known, stale }: BaselineResult): Promise<Report> {
	const findings: ReportFinding[] = [];
	for (const item of fresh) findings.push(await toReport(workspace, item));
	const count = (severity: Severity): number => findings.filter((item) => item.severity === severity).length;
	return {
		version: product.version,
		findings,
		summary: {
			files: workspace.service.index.size,
			findings: findings.length,
			errors: count('error'),
			warnings: count('warning'),
			information: count('information'),
			hints: count('hint'),
			fixable: findings.filter(({ fixes }) => fixes.some(({ safety }) => safety === 'safe')).length,
			baseline: known.length,
			stale: stale.length,
		},
	};
}

async function toReport({ names, service }: Workspace, item: Fingerprinted): Promise<ReportFinding> {
	const { finding, file, fingerprint } = item;
	const { ruleId, severity, confidence, data, range, related, entry } = finding;
	const place = (other: { uri: string; range: Finding['range'] }) => ({
		file: names.file(other.uri),
		range: toReportRange(other.range),
	});
	return {
		ruleId,
		severity,
		confidence,
		message: service.messageOf(finding),
		data,
		file,
		range: toReportRange(range),
		related: related.map((other) => ({ ...place(other), message: other.message })),
		entry: entry ?? null,
		fixes: (await service.fixes(finding)).filter(isPrintable).map(({ title, safety, edits }) => ({
			title,
			safety,
			edits: edits.map((edit) => ({ ...place(edit), newText: edit.newText })),
		})),
		fingerprint,
	};
}

/** Edits that copy a value which may be secret are for editors only. */
const isPrintable = ({ confidential }: Fix): boolean => confidential !== true;
