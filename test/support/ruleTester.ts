import assert from 'node:assert/strict';
import type { Config } from '../../src/core/config/model';
import type { Finding, Rule } from '../../src/core/rules/rule';
import { applyEdits } from '../../src/core/text/edits';
import { bundledRules } from './rules';
import { createWorkspace, pathOf, unmark, type TestWorkspace } from './workspace';

interface CaseBase {
	/** What the case shows; the first line of the first file when absent. */
	readonly name?: string;
	readonly config?: Partial<Config>;
	/** Bytes of files that are there, but not read, by path. */
	readonly sizes?: Readonly<Record<string, number>>;
	/** Files by path. In a flagged case `‹›` marks what is reported, in any file. */
	readonly files: Readonly<Record<string, string>>;
}

export type SilentCase = CaseBase;

export interface FlaggedCase extends CaseBase {
	/** In order of path and place; as many as there are marks. */
	readonly findings: readonly {
		readonly messageId: string;
		readonly data?: Finding['data'];
		readonly severity?: string;
		readonly confidence?: string;
	}[];
	/**
	 * The changed files after the first fix of every finding, in order; `null` when there is no fix. A rule with a fix must say
	 * one or the other in each case.
	 */
	readonly fixed?: Readonly<Record<string, string>> | null;
	/** The title of the first fix. */
	readonly title?: string;
	/** True when the fix leads to another finding or leaves the value for a person: the finding may stay. */
	readonly stays?: boolean;
}

export interface RuleCases {
	readonly silent: readonly SilentCase[];
	readonly flagged: readonly FlaggedCase[];
}

const variants: readonly { readonly name: string; readonly of: (text: string) => string }[] = [
	{ name: '', of: (text) => text },
	{ name: ' (CRLF)', of: (text) => text.replace(/\r?\n/g, '\r\n') },
	{ name: ' (no final newline)', of: (text) => text.replace(/\r?\n$/, '') },
];

/**
 * Runs a rule over small workspaces. Every case also runs with CRLF and without the last line end; a fix must be declared,
 * must remove its finding, and a safe one must be stable; the rule's own documented examples are run.
 */
export function ruleTester(rule: Rule, cases: RuleCases): void {
	describe(rule.id, () => {
		it('is registered', () => {
			assert.ok(bundledRules.some((item) => item.id === rule.id));
		});
		assertNoDuplicates(cases);
		for (const variant of variants) {
			for (const item of cases.silent) {
				it(`ignores ${titleOf(item)}${variant.name}`, async () => {
					const workspace = await createWorkspace(map(item.files, variant.of), {
						config: item.config ?? {},
						sizes: item.sizes ?? {},
					});
					assert.deepEqual(await described(workspace, rule), []);
					assert.deepEqual(workspace.logged, []);
				});
			}
			for (const item of cases.flagged) {
				it(`flags ${titleOf(item)}${variant.name}`, () => assertFlagged(rule, item, variant.of));
			}
		}
		for (const [index, example] of rule.docs.bad.entries()) {
			it(`reports its documented bad example ${index + 1}`, async () => {
				const { files, expected } = marked(example);
				assert.ok(expected.length > 0, 'mark what is reported with ‹›');
				const workspace = await createWorkspace(files, { config: documented(rule), sizes: sizesOf(files) });
				assert.deepEqual(places(await workspace.findings(rule.id)), expected);
			});
		}
		for (const [index, example] of rule.docs.good.entries()) {
			it(`accepts its documented good example ${index + 1}`, async () => {
				const workspace = await createWorkspace(example, { config: documented(rule) });
				assert.deepEqual(await described(workspace, rule), []);
			});
		}
	});
}

/** An example says how large a file is where it cannot hold it: `<12 MB>`. */
function sizesOf(files: Readonly<Record<string, string>>): Record<string, number> {
	const stated = Object.entries(files).flatMap(([path, text]) => {
		const size = /^<(\d+) MB>$/.exec(text)?.[1];
		return size === undefined ? [] : [[path, Number(size) * 1024 * 1024] as const];
	});
	return Object.fromEntries(stated);
}

/** Documentation shows the line, not the evidence for a catalogue. */
export const relevantEverywhere: Partial<Config> = {
	catalogs: Object.fromEntries(
		['scaiecho', 'scaimind', 'scaibunker', 'interview-platform', 'render-daemon'].map((id) => [id, 'on'] as const),
	),
};

/** A rule that is off unless asked for is asked for. */
const documented = ({ id, severity, optIn }: Rule): Partial<Config> =>
	optIn === true ? { ...relevantEverywhere, rules: { [id]: severity } } : relevantEverywhere;

async function assertFlagged(rule: Rule, item: FlaggedCase, variant: (text: string) => string): Promise<void> {
	const { files, expected } = marked(map(item.files, variant));
	const workspace = await createWorkspace(files, { config: item.config ?? {}, sizes: item.sizes ?? {} });
	const findings = await workspace.findings(rule.id);
	assert.deepEqual(workspace.logged, []);
	assert.deepEqual(places(findings), expected, 'what is marked must be what is reported');
	assert.equal(findings.length, item.findings.length);
	for (const [index, finding] of findings.entries()) {
		const { messageId, data, severity, confidence } = item.findings[index] ?? { messageId: '' };
		assert.equal(finding.messageId, messageId);
		for (const [key, value] of Object.entries(data ?? {})) assert.equal(finding.data[key], value, `data.${key}`);
		if (severity !== undefined) assert.equal(finding.severity, severity);
		if (confidence !== undefined) assert.equal(finding.confidence, confidence);
		const message = workspace.service.messageOf(finding);
		assert.match(message, /[.?]$/, 'a message is a sentence');
		assert.doesNotMatch(message, /\{\w+\}|undefined|NaN/, `every placeholder is filled: ${message}`);
		assertInBounds(workspace, finding);
	}
	await assertFixed(rule, item, variant, workspace, findings);
}

async function assertFixed(
	rule: Rule,
	item: FlaggedCase,
	variant: (text: string) => string,
	workspace: TestWorkspace,
	findings: readonly Finding[],
): Promise<void> {
	if (rule.fix === undefined) return;
	assert.notEqual(item.fixed, undefined, 'a rule with a fix says in every case what it makes of it: `fixed`, or null');
	const before = Object.fromEntries(Object.keys(item.files).map((path) => [path, workspace.text(path)]));
	let safe = true;
	for (let round = 0; round < findings.length; round++) {
		const [finding] = (await workspace.findings(rule.id)).slice(item.stays === true ? round : 0);
		if (finding === undefined) break;
		const [fix] = await workspace.service.fixes(finding);
		if (item.fixed === null) {
			assert.equal(fix, undefined, 'no fix was expected');
			return;
		}
		assert.ok(fix !== undefined, 'a fix was expected');
		if (item.title !== undefined) assert.equal(fix.title, item.title);
		assert.ok(fix.edits.length > 0);
		safe &&= fix.safety === 'safe';
		await workspace.apply(fix);
	}
	const after = await workspace.findings(rule.id);
	if (item.stays !== true) assert.deepEqual(places(after), [], 'the fix must remove its finding and add none');
	for (const [path, text] of Object.entries(item.fixed ?? {})) {
		assert.equal(workspace.text(path), variant(unmark(text).text), `${path} after the fix`);
	}
	for (const [path, text] of Object.entries(before)) {
		if (item.fixed?.[path] === undefined) assert.equal(workspace.text(path), text, `${path} must not change`);
	}
	if (safe && item.stays !== true) assert.deepEqual(await workspace.findings(rule.id), [], 'a safe fix is stable');
}

function assertInBounds(workspace: TestWorkspace, finding: Finding): void {
	const places = [{ uri: finding.uri, range: finding.range }, ...finding.related];
	for (const { uri, range } of places) {
		const text = workspace.text(pathOf(uri));
		const { text: same } = applyEdits(text, [{ range: { start: range.start, end: range.start }, newText: '' }]);
		assert.equal(same, text);
		const lines = text.split(/\r\n|\r|\n/);
		assert.ok((lines[range.end.line]?.length ?? -1) >= range.end.character, 'the range ends inside its line');
	}
}

function marked(files: Readonly<Record<string, string>>): { files: Record<string, string>; expected: unknown[] } {
	const plain: Record<string, string> = {};
	const expected: unknown[] = [];
	for (const path of Object.keys(files).sort()) {
		const { text, ranges } = unmark(files[path] ?? '');
		plain[path] = text;
		for (const range of ranges) expected.push({ path, range });
	}
	const ordered = Object.fromEntries(Object.keys(files).map((path) => [path, plain[path] ?? '']));
	return { files: ordered, expected };
}

const places = (findings: readonly Finding[]): unknown[] =>
	findings.map(({ uri, range }) => ({ path: pathOf(uri), range }));

async function described(workspace: TestWorkspace, rule: Rule): Promise<string[]> {
	const findings = await workspace.findings(rule.id);
	return findings.map(
		(finding) => `${pathOf(finding.uri)}:${finding.range.start.line + 1} ${workspace.service.messageOf(finding)}`,
	);
}

const map = (files: Readonly<Record<string, string>>, of: (text: string) => string): Record<string, string> =>
	Object.fromEntries(Object.entries(files).map(([path, text]) => [path, of(text)]));

function titleOf(item: CaseBase): string {
	const [path, text] = Object.entries(item.files)[0] ?? ['', ''];
	return item.name ?? `${path}: ${unmark(text).text.split('\n')[0] ?? ''}`;
}

function assertNoDuplicates({ silent, flagged }: RuleCases): void {
	const seen = new Set<string>();
	for (const item of [...silent, ...flagged]) {
		const key = JSON.stringify([item.files, item.config, item.sizes]);
		if (seen.has(key)) throw new Error(`The same case stands twice: ${titleOf(item)}`);
		seen.add(key);
	}
}
