import * as v from 'valibot';
import { parseJsonc, type Problem } from '../text/jsonc';
import type { Fingerprinted } from './fingerprint';

/** Where editor and command line look for the baseline of a workspace. */
export const baselineFileName = 'runbook-lens.baseline.json';

const entrySchema = v.strictObject({ file: v.string(), rule: v.string(), fingerprint: v.string() });
const baselineSchema = v.strictObject({ version: v.literal(1), findings: v.pipe(v.array(entrySchema), v.readonly()) });

/** Findings that were there before the team began to look; only new ones are reported. */
export type Baseline = v.InferOutput<typeof baselineSchema>;
export type BaselineEntry = v.InferOutput<typeof entrySchema>;

/** Reads a baseline. Never throws. */
export function readBaseline(text: string, uri: string): { baseline?: Baseline; problems: readonly Problem[] } {
	const { value, problems } = parseJsonc(text, uri, baselineSchema);
	return value === undefined ? { problems } : { baseline: value, problems };
}

export interface BaselineResult {
	/** What the baseline does not hold. */
	readonly fresh: readonly Fingerprinted[];
	readonly known: readonly Fingerprinted[];
	/** Entries of which nothing is left. */
	readonly stale: readonly BaselineEntry[];
}

/** @param looksAt whether a file was looked at: the entries of others are not stale. */
export function compareBaseline(
	baseline: Baseline,
	found: readonly Fingerprinted[],
	looksAt: (file: string) => boolean,
): BaselineResult {
	const entries = new Map(baseline.findings.map((entry) => [keyOf(entry), entry]));
	const known = found.filter((item) => entries.has(keyOf(toEntry(item))));
	const left = new Set(known.map((item) => keyOf(toEntry(item))));
	return {
		known,
		fresh: found.filter((item) => !entries.has(keyOf(toEntry(item)))),
		stale: baseline.findings.filter((entry) => looksAt(entry.file) && !left.has(keyOf(entry))),
	};
}

/** The text of the baseline that holds what was found, and the old entries of files that were not looked at. */
export function writeBaseline(
	old: Baseline | undefined,
	found: readonly Fingerprinted[],
	looksAt: (file: string) => boolean,
): string {
	const findings = [...(old?.findings.filter(({ file }) => !looksAt(file)) ?? []), ...found.map(toEntry)];
	findings.sort((a, b) => (keyOf(a) < keyOf(b) ? -1 : 1));
	return `${JSON.stringify({ version: 1, findings } satisfies Baseline, undefined, '\t')}\n`;
}

const toEntry = ({ file, finding, fingerprint }: Fingerprinted): BaselineEntry => ({
	file,
	rule: finding.ruleId,
	fingerprint,
});

const keyOf = ({ file, rule, fingerprint }: BaselineEntry): string => `${file}\n${rule}\n${fingerprint}`;
