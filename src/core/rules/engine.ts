import type { CatalogSet } from '../catalog/set';
import { levelOf, type Config } from '../config/model';
import { createPathMatcher } from '../config/paths';
import type { IgnoreFact } from '../facts/ignore';
import { factsOf, type FileFacts } from '../facts/model';
import type { WorkspaceIndex } from '../index/workspaceIndex';
import type { IsRelevant } from '../recognition/recognise';
import { unusedIgnore } from './ignore/unused';
import type { FileRule, Finding, Report, Rule, RuleContext } from './rule';

export interface EngineOptions {
	readonly rules: readonly Rule[];
	readonly index: WorkspaceIndex;
	readonly catalogs: CatalogSet;
	readonly isRelevant: IsRelevant;
	readonly config: Config;
	/** Told once of each rule that threw; its findings of that run are missing, all others stand. */
	readonly onError: (where: string, error: unknown) => void;
}

export interface Engine {
	/** The findings of the workspace by file, ignored ones left out. Files without findings are absent. */
	readonly run: () => ReadonlyMap<string, readonly Finding[]>;
}

/** Runs rules over the index and keeps what a run found until a fact kind that the rule reads changes. */
export function createEngine(options: EngineOptions): Engine {
	const { index, catalogs, isRelevant, config, onError } = options;
	const context: RuleContext = { index, catalogs, isRelevant };
	const active = options.rules.filter(
		(rule) => (levelOf(config, rule.id) ?? (rule.optIn === true ? 'off' : 'on')) !== 'off',
	);
	const known = new Set(options.rules.map((rule) => rule.id as string));
	const fileResults = new Map<Rule, WeakMap<FileFacts, readonly Finding[]>>();
	const workspaceResults = new Map<Rule, { revision: string; findings: readonly Finding[] }>();
	const failed = new Set<string>();
	const accepted = config.ignore.map(({ rules, files }) => ({ rules, matches: createPathMatcher(files) }));

	function collect(rule: Rule, where: string, detect: () => Iterable<Report>): Finding[] {
		try {
			return Array.from(detect(), (report) => toFinding(rule, report, config));
		} catch (error) {
			if (!failed.has(rule.id)) onError(`${rule.id} ${where}`, error);
			failed.add(rule.id);
			return [];
		}
	}

	function fileFindings(rule: FileRule, file: FileFacts): readonly Finding[] {
		const results = fileResults.get(rule) ?? new WeakMap<FileFacts, readonly Finding[]>();
		fileResults.set(rule, results);
		let findings = results.get(file);
		if (findings === undefined) {
			const wanted = file.facts.some((fact) => rule.reads.includes(fact.kind));
			findings = wanted ? collect(rule, `on ${file.path}`, () => rule.detect(file, context)) : [];
			results.set(file, findings);
		}
		return findings;
	}

	function workspaceFindings(rule: Extract<Rule, { scope: 'workspace' }>): readonly Finding[] {
		const revision = rule.reads.map((kind) => index.revision(kind)).join(' ');
		const known = workspaceResults.get(rule);
		if (known?.revision === revision) return known.findings;
		const findings = collect(rule, 'on the workspace', () => rule.detect(context));
		workspaceResults.set(rule, { revision, findings });
		return findings;
	}

	return {
		run() {
			const byFile = new Map<string, Finding[]>();
			const add = (finding: Finding): void => {
				const list = byFile.get(finding.uri);
				if (list === undefined) byFile.set(finding.uri, [finding]);
				else list.push(finding);
			};
			for (const rule of active) {
				if (rule.scope === 'workspace') workspaceFindings(rule).forEach(add);
				else for (const file of index.files()) fileFindings(rule, file).forEach(add);
			}
			for (const file of index.files()) {
				const own = byFile.get(file.uri);
				const kept = ignoreComments(file, own ?? [], known, levelOf(config, unusedIgnore.id) !== 'off', config);
				const visible = kept.filter(
					(finding) =>
						!accepted.some(
							({ rules, matches }) => (rules === undefined || names(rules, finding.ruleId)) && matches(file.path),
						),
				);
				if (visible.length === 0) byFile.delete(file.uri);
				else byFile.set(file.uri, visible.sort(byPlace));
			}
			return byFile;
		},
	};
}

function toFinding(rule: Rule, report: Report, config: Config): Finding {
	const level = levelOf(config, rule.id);
	return {
		ruleId: rule.id,
		messageId: report.messageId,
		data: report.data ?? {},
		uri: report.uri,
		range: report.range,
		severity: level === undefined || level === 'off' ? (report.severity ?? rule.severity) : level,
		confidence: report.confidence ?? 'certain',
		related: report.related ?? [],
		...(report.entry === undefined ? {} : { entry: report.entry }),
	};
}

/** The findings that no comment ignores, and one for each comment that ignored nothing. */
function ignoreComments(
	file: FileFacts,
	findings: readonly Finding[],
	knownRules: ReadonlySet<string>,
	reportUnused: boolean,
	config: Config,
): Finding[] {
	const comments = factsOf(file, 'ignore');
	if (comments.length === 0) return [...findings];
	const used = new Set<IgnoreFact>();
	const kept = findings.filter((finding) => {
		const by = comments.filter((comment) => covers(comment, finding));
		by.forEach((comment) => used.add(comment));
		return by.length === 0;
	});
	if (!reportUnused) return kept;
	for (const comment of comments) {
		const unknown = comment.rules.filter((rule) => !knownRules.has(rule));
		if (used.has(comment) && unknown.length === 0) continue;
		const rules =
			unknown.length > 0 ? unknown.join(', ') : comment.rules.map((rule) => `\`${rule}\``).join(', ') || 'all rules';
		const messageId = unknown.length > 0 ? 'unknown' : 'unused';
		kept.push(toFinding(unusedIgnore, { messageId, data: { rules }, uri: file.uri, range: comment.range }, config));
	}
	return kept;
}

function covers(comment: IgnoreFact, finding: Finding): boolean {
	if (comment.rules.length > 0 && !comment.rules.includes(finding.ruleId)) return false;
	return comment.scope === 'file' || finding.range.start.line === comment.line;
}

/** By its id or by its area: `env/*`. */
const names = (rules: readonly string[], ruleId: string): boolean =>
	rules.includes(ruleId) || rules.includes(`${ruleId.slice(0, ruleId.indexOf('/'))}/*`);

const byPlace = (a: Finding, b: Finding): number =>
	a.range.start.line - b.range.start.line ||
	a.range.start.character - b.range.start.character ||
	(a.ruleId < b.ruleId ? -1 : a.ruleId > b.ruleId ? 1 : 0);
