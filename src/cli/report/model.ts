import type { Position, Range } from 'vscode-languageserver-types';
import type { Severity } from '../../core/catalog/model';
import type { Confidence, Finding, Rule, RuleId } from '../../core/rules/rule';

/** 1-based; columns count UTF-16 code units, as editors do. */
export interface ReportPosition {
	readonly line: number;
	readonly column: number;
}
export interface ReportRange {
	readonly start: ReportPosition;
	readonly end: ReportPosition;
}

/** A finding as every format shows it. Files are paths below the workspace root. */
export interface ReportFinding {
	readonly ruleId: RuleId;
	readonly severity: Severity;
	readonly confidence: Confidence;
	readonly message: string;
	readonly data: Finding['data'];
	readonly file: string;
	readonly range: ReportRange;
	readonly related: readonly { readonly file: string; readonly range: ReportRange; readonly message: string }[];
	/** The id of the catalogue entry that explains it. */
	readonly entry: string | null;
	readonly fixes: readonly ReportFix[];
	/** Stays the same while lines above come and go. */
	readonly fingerprint: string;
}

export interface ReportFix {
	readonly title: string;
	readonly safety: 'safe' | 'suggestion';
	readonly edits: readonly { readonly file: string; readonly range: ReportRange; readonly newText: string }[];
}

export interface Report {
	readonly version: string;
	readonly findings: readonly ReportFinding[];
	readonly summary: {
		/** Files that were read. */
		readonly files: number;
		readonly findings: number;
		readonly errors: number;
		readonly warnings: number;
		readonly information: number;
		readonly hints: number;
		/** Findings with a safe fix. */
		readonly fixable: number;
		/** Findings that the baseline holds. */
		readonly baseline: number;
		/** Entries of the baseline of which nothing is left. */
		readonly stale: number;
	};
}

export interface FormatOptions {
	readonly color: boolean;
	/** The path from the repository's root to the workspace: `''`, or `packages/app/`. */
	readonly prefix: string;
	/** Every rule, for formats that describe them. */
	readonly rules: readonly Rule[];
}

export type Format = (report: Report, options: FormatOptions) => string;

export const toReportRange = ({ start, end }: Range): ReportRange => ({
	start: toReportPosition(start),
	end: toReportPosition(end),
});

const toReportPosition = ({ line, character }: Position): ReportPosition => ({ line: line + 1, column: character + 1 });
