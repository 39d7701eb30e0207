import assert from 'node:assert/strict';
import { createCatalogSet } from '../../../src/core/catalog/set';
import { mergeConfig, type Config } from '../../../src/core/config/model';
import type { CodeFact } from '../../../src/core/facts/code';
import type { Fact, FileFacts } from '../../../src/core/facts/model';
import { createIndex } from '../../../src/core/index/workspaceIndex';
import { createEngine } from '../../../src/core/rules/engine';
import type { FileRule, Rule, WorkspaceRule } from '../../../src/core/rules/rule';

const docs = { what: '', why: '', fix: '', bad: [], good: [] };
const catalogs = createCatalogSet([]);
const rangeOf = (line: number) => ({ start: { line, character: 0 }, end: { line, character: 3 } });

const codeFact = (line: number, name = 'X'): CodeFact => ({
	kind: 'code',
	name,
	tokenKind: 'code',
	place: 'string',
	targets: [],
	range: rangeOf(line),
});

const fileOf = (path: string, facts: readonly Fact[]): FileFacts => ({
	uri: `test:/${path}`,
	path,
	language: 'typescript',
	facts,
	evidence: {},
	deferred: [],
	awake: [],
	awaits: [],
});

/** Reports each code of a file. */
function fileRule(id: FileRule['id'], calls: string[] = [], parts: Partial<FileRule> = {}): FileRule {
	return {
		id,
		scope: 'file',
		severity: 'warning',
		docs,
		messages: { found: 'Found.' },
		reads: ['code'],
		*detect(file) {
			calls.push(file.path);
			for (const { range, kind } of file.facts) if (kind === 'code') yield { messageId: 'found', uri: file.uri, range };
		},
		...parts,
	};
}

/** Reports each code of the workspace. */
function workspaceRule(id: WorkspaceRule['id'], calls: string[] = []): WorkspaceRule {
	return {
		id,
		scope: 'workspace',
		severity: 'information',
		docs,
		messages: { found: 'Found.' },
		reads: ['code'],
		*detect({ index }) {
			calls.push('workspace');
			for (const { file, fact } of index.facts('code')) yield { messageId: 'found', uri: file.uri, range: fact.range };
		},
	};
}

function setUp(rules: readonly Rule[], files: readonly FileFacts[], config: Partial<Config> = {}) {
	const index = createIndex();
	files.forEach((file) => index.set(file));
	const errors: string[] = [];
	const engine = createEngine({
		rules,
		index,
		catalogs,
		isRelevant: () => true,
		config: mergeConfig(config),
		onError: (where) => errors.push(where),
	});
	const found = () =>
		[...engine.run().values()].flat().map(({ ruleId, uri, range }) => `${ruleId} ${uri.slice(6)}:${range.start.line}`);
	return { index, engine, errors, found };
}

const severities = (config: Partial<Config>, parts: Partial<FileRule> = {}): string[] =>
	[
		...setUp([fileRule('area/one', [], parts), fileRule('other/two')], [fileOf('a.ts', [codeFact(0)])], config)
			.engine.run()
			.values(),
	]
		.flat()
		.map(({ ruleId, severity }) => `${ruleId} ${severity}`);

describe('engine', () => {
	it('gives findings the level of the configuration, else the rule’s own', () => {
		assert.deepEqual(severities({}), ['area/one warning', 'other/two warning']);
		assert.deepEqual(severities({ rules: { 'area/one': 'error' } }), ['area/one error', 'other/two warning']);
		assert.deepEqual(severities({ rules: { 'area/one': 'off' } }), ['other/two warning']);
		assert.deepEqual(severities({ rules: { 'area/*': 'hint' } }), ['area/one hint', 'other/two warning']);
		assert.deepEqual(severities({ rules: { 'area/*': 'off', 'area/one': 'information' } }), [
			'area/one information',
			'other/two warning',
		]);
	});

	it('lets a report be milder than its rule, and the configuration decide over both', () => {
		const mild: Partial<FileRule> = {
			*detect(file) {
				yield { messageId: 'found', uri: file.uri, range: rangeOf(0), severity: 'hint' };
			},
		};
		assert.ok(severities({}, mild).includes('area/one hint'));
		assert.ok(severities({ rules: { 'area/one': 'error' } }, mild).includes('area/one error'));
	});

	it('runs a rule that is opt-in only where it is given a level', () => {
		assert.deepEqual(severities({}, { optIn: true }), ['other/two warning']);
		assert.ok(severities({ rules: { 'area/*': 'warning' } }, { optIn: true }).includes('area/one warning'));
	});

	it('leaves out what the team has accepted', () => {
		const files = ['src/a.ts', 'legacy/b.ts', 'legacy/deep/c.ts'].map((path) => fileOf(path, [codeFact(1)]));
		const rules = [fileRule('area/one'), fileRule('other/two')];
		const found = (ignore: Config['ignore']) => setUp(rules, files, { ignore }).found();
		assert.deepEqual(found([{ files: ['legacy/**'] }]), ['area/one src/a.ts:1', 'other/two src/a.ts:1']);
		assert.equal(found([{ files: ['legacy/'], rules: ['area/one'] }]).length, 4);
		assert.equal(found([{ files: ['**'], rules: ['area/*'] }]).length, 3);
		assert.equal(found([{ files: ['nothing/**'] }]).length, 6);
	});

	it('isolates a rule that throws and names it once', () => {
		const broken = fileRule('area/broken', [], {
			detect: () => {
				throw new Error('no');
			},
		});
		const files = ['a.ts', 'b.ts', 'c.ts'].map((path) => fileOf(path, [codeFact(0)]));
		const { errors, found, index } = setUp([broken, fileRule('area/one'), workspaceRule('area/two')], files);
		assert.equal(found().length, 6);
		index.set(fileOf('a.ts', [codeFact(4)]));
		found();
		assert.equal(errors.length, 1);
		assert.match(errors[0] ?? '', /area\/broken .*\.ts/);
	});

	it('isolates a rule that throws half-way', () => {
		const broken = fileRule('area/broken', [], {
			*detect(file) {
				yield { messageId: 'found', uri: file.uri, range: rangeOf(0) };
				throw new Error('no');
			},
		});
		assert.deepEqual(setUp([broken, fileRule('area/one')], [fileOf('a.ts', [codeFact(0)])]).found(), [
			'area/one a.ts:0',
		]);
	});

	it('keeps what a rule found until what it reads changes', () => {
		const one: string[] = [];
		const two: string[] = [];
		const { index, found } = setUp(
			[fileRule('area/one', one), workspaceRule('area/two', two)],
			[fileOf('a.ts', [codeFact(0)]), fileOf('b.ts', [codeFact(0)])],
		);
		const before = found();
		assert.deepEqual(found(), before);
		assert.deepEqual([one, two], [['a.ts', 'b.ts'], ['workspace']]);
		index.set(fileOf('a.ts', [codeFact(2)]));
		assert.deepEqual(found().sort(), ['area/one a.ts:2', 'area/one b.ts:0', 'area/two a.ts:2', 'area/two b.ts:0']);
		assert.deepEqual(
			[one, two],
			[
				['a.ts', 'b.ts', 'a.ts'],
				['workspace', 'workspace'],
			],
		);
		index.set(fileOf('b.ts', [codeFact(0)]));
		found();
		assert.equal(two.length, 2, 'the same facts again are no change');
		index.set(fileOf('c.ts', []));
		found();
		assert.equal(two.length, 2, 'a file without such a fact is no change');
		index.delete('test:/a.ts');
		assert.ok(found().every((finding) => !finding.includes('a.ts')));
		assert.equal(two.length, 3);
	});

	it('sorts the findings of a file by place, then by rule', () => {
		const { found } = setUp([fileRule('b/two'), fileRule('a/one')], [fileOf('a.ts', [codeFact(5), codeFact(1)])]);
		assert.deepEqual(found(), ['a/one a.ts:1', 'b/two a.ts:1', 'a/one a.ts:5', 'b/two a.ts:5']);
	});

	it('asks a rule only about files that hold what it reads', () => {
		const calls: string[] = [];
		setUp([fileRule('area/one', calls)], [fileOf('a.ts', []), fileOf('b.ts', [codeFact(0)])]).found();
		assert.deepEqual(calls, ['b.ts']);
	});
});
