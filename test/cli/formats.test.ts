import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import Ajv from 'ajv';
import draft4 from 'ajv/lib/refs/json-schema-draft-04.json';
import { createWorkspace } from '../support/workspace';
import { createDirectory, type TestDirectory } from './support/cli';

const wrong = "\r\nres.status(500).json({ ok: false, code: 'RENDER_STORE_FULL' });\r\n";

const schema = JSON.parse(
	readFileSync('node_modules/@microsoft/jest-sarif/lib/schemas/sarif-2.1.0-rtm.5.json', 'utf8'),
) as object;

interface SarifLog {
	readonly runs: readonly [
		{
			readonly tool: { readonly driver: { readonly rules: readonly { id: string; helpUri: string }[] } };
			readonly results: readonly {
				readonly ruleId: string;
				readonly ruleIndex: number;
				readonly level: string;
				readonly locations: readonly unknown[];
				readonly relatedLocations: readonly unknown[];
				readonly fixes: readonly unknown[];
				readonly partialFingerprints: Readonly<Record<string, string>>;
			}[];
		},
	];
}

async function sarifOf(directory: TestDirectory): Promise<SarifLog> {
	const { stdout } = await directory.run(['check', '--format', 'sarif']);
	const ajv = new Ajv({ schemaId: 'auto', meta: false, unknownFormats: 'ignore', logger: false });
	ajv.addMetaSchema(draft4);
	const log = JSON.parse(stdout) as SarifLog;
	assert.ok(ajv.validate(schema, log), ajv.errorsText());
	return log;
}

describe('check --format json', () => {
	it('has the documented shape, counting from one', async () => {
		const directory = createDirectory({ 'src/ä b.ts': wrong });
		const { stdout } = await directory.run(['check', '--format', 'json']);
		const { findings, summary, version } = JSON.parse(stdout) as {
			findings: Record<string, unknown>[];
			summary: unknown;
			version: string;
		};
		assert.match(version, /^\d+\.\d+\.\d+$/);
		const [finding] = findings;
		assert.ok(finding !== undefined);
		const { message, fingerprint, data, ...rest } = finding;
		assert.match(String(message), /^`RENDER_STORE_FULL` is raised with 500/);
		assert.match(String(fingerprint), /^[0-9a-f]{14}$/);
		assert.equal((data as { documented: number }).documented, 507);
		const range = { start: { line: 2, column: 12 }, end: { line: 2, column: 15 } };
		assert.deepEqual(rest, {
			ruleId: 'code/wrong-status',
			severity: 'warning',
			confidence: 'certain',
			file: 'src/ä b.ts',
			range,
			related: [
				{
					file: 'src/ä b.ts',
					range: { start: { line: 2, column: 42 }, end: { line: 2, column: 59 } },
					message: '`RENDER_STORE_FULL` is raised here.',
				},
			],
			entry: 'render-daemon/render-store-full',
			fixes: [
				{
					title: 'Raise `RENDER_STORE_FULL` with 507',
					safety: 'safe',
					edits: [{ file: 'src/ä b.ts', range, newText: '507' }],
				},
			],
		});
		assert.deepEqual(summary, {
			files: 1,
			findings: 1,
			errors: 0,
			warnings: 1,
			information: 0,
			hints: 0,
			fixable: 1,
			baseline: 0,
			stale: 0,
		});
	});
});

describe('check --format sarif', () => {
	it('is valid with and without findings', async () => {
		assert.deepEqual((await sarifOf(createDirectory({ 'a.ts': '' }))).runs[0].results, []);
		assert.equal((await sarifOf(createDirectory({ 'a.ts': wrong }))).runs[0].results.length, 1);
	});

	it('describes every rule, and links the finding to its own', async () => {
		const [{ tool, results }] = (await sarifOf(createDirectory({ 'a.ts': wrong }))).runs;
		const described = tool.driver.rules;
		assert.deepEqual(
			described.map(({ id }) => id),
			(await createWorkspace({})).service.rules.map(({ id }) => id).sort(),
		);
		for (const { helpUri } of described) assert.match(helpUri, /^https:\/\//);
		assert.equal(described[results[0]?.ruleIndex ?? -1]?.id, results[0]?.ruleId);
	});

	it('has place, related places and fix, with encoded paths below the repository', async () => {
		const directory = createDirectory({ 'packages/app/runbook-lens.jsonc': '{}', 'packages/app/src/ä b.ts': wrong });
		const below: TestDirectory = {
			...directory,
			run: (args, options) => directory.run(args, { ...options, cwd: `${directory.path}/packages/app` }),
		};
		const [result] = (await sarifOf(below)).runs[0].results;
		const artifactLocation = { uri: 'packages/app/src/%C3%A4%20b.ts', uriBaseId: '%SRCROOT%' };
		const region = { startLine: 2, startColumn: 12, endLine: 2, endColumn: 15 };
		assert.equal(result?.level, 'warning');
		assert.deepEqual(result.locations, [{ physicalLocation: { artifactLocation, region } }]);
		assert.equal(result.relatedLocations.length, 1);
		assert.deepEqual(result.fixes, [
			{
				description: { text: 'Raise `RENDER_STORE_FULL` with 507' },
				artifactChanges: [
					{ artifactLocation, replacements: [{ deletedRegion: region, insertedContent: { text: '507' } }] },
				],
			},
		]);
	});

	it('keeps fingerprints while lines above come and go', async () => {
		const twice = wrong + wrong;
		const fingerprintsOf = async (text: string): Promise<unknown[]> =>
			(await sarifOf(createDirectory({ 'a.ts': text }))).runs[0].results.map((item) => item.partialFingerprints);
		const before = await fingerprintsOf(twice);
		assert.equal(new Set(before.map((item) => JSON.stringify(item))).size, 2, 'equal lines have names of their own');
		assert.deepEqual(await fingerprintsOf(`// a\n\n// b\n${twice}`), before);
		assert.deepEqual(await fingerprintsOf(twice.replaceAll('res.', '   res.')), before);
	});
});

describe('check --format github', () => {
	it('annotates lines, with escaped properties', async () => {
		const directory = createDirectory({ 'src/a,b:c%.ts': wrong });
		const { stdout, code } = await directory.run(['check', '--format', 'github']);
		assert.equal(code, 1);
		assert.match(
			stdout,
			/^::warning file=src\/a%2Cb%3Ac%25\.ts,line=2,endLine=2,col=12,endColumn=15,title=code\/wrong-status::`RENDER_STORE_FULL` is raised with 500[^\n]*\n$/,
		);
	});

	it('gives levels and a path below the repository', async () => {
		const directory = createDirectory({ 'app/runbook-lens.jsonc': '{}', 'app/a.ts': wrong });
		const levelOf = async (level: string): Promise<string> => {
			const args = ['check', '--format', 'github', '--rule', `code/wrong-status=${level}`];
			return (await directory.run(args, { cwd: `${directory.path}/app` })).stdout.split(',')[0] ?? '';
		};
		assert.equal(await levelOf('error'), '::error file=app/a.ts');
		assert.equal(await levelOf('information'), '::notice file=app/a.ts');
	});
});

describe('check --format stylish', () => {
	it('colours only when it is asked to, and prints no control characters of files', async () => {
		const directory = createDirectory({ 'src/a\u001B[31m.ts': wrong });
		const plain = (await directory.run(['check'])).stdout;
		assert.ok(!plain.includes('\u001B'));
		const colored = (await directory.run(['check'], { color: true })).stdout;
		assert.ok(colored.includes('\u001B[33mwarning'));
		assert.ok(!colored.includes('a\u001B[31m.ts'));
	});
});
