import assert from 'node:assert/strict';
import { catalogOf, entryOf } from '../../support/catalog';
import { bundledCatalogs, createWorkspace, type TestWorkspace } from '../../support/workspace';

const wrong = "res.status(500).json({ code: 'RATE_LIMITED' });\n";
const codes = (workspace: TestWorkspace): string[] =>
	[...workspace.service.index.facts('code')].map(({ fact }) => fact.name);
const found = async (workspace: TestWorkspace): Promise<number> =>
	(await workspace.findings('code/wrong-status')).length;

const own = catalogOf('own', {
	relevance: { files: ['ops/own.yaml', '**/own-*/**'], dependencies: ['own-client'], packages: ['own-service'] },
	entries: [
		entryOf('common', { match: [{ kind: 'state', token: 'WAITING' }] }),
		entryOf('special', { match: [{ kind: 'code', token: 'OWN_SPECIAL_CODE' }] }),
	],
});
const options = { catalogs: [...bundledCatalogs, own] };
const text = "if (state === 'WAITING') f();\n";

describe('relevance', () => {
	it('comes with a specific token, whenever its file comes', async () => {
		const workspace = await createWorkspace({ 'a.ts': wrong });
		assert.equal(await found(workspace), 0);
		assert.deepEqual(codes(workspace), []);
		await workspace.write('docs/codes.md', 'RENDER_STORE_FULL\n');
		assert.equal(await found(workspace), 1);
		assert.ok(codes(workspace).includes('RATE_LIMITED'));
	});

	it('goes with the last specific token', async () => {
		const workspace = await createWorkspace({
			'a.ts': wrong,
			'b.md': 'RENDER_STORE_FULL\n',
			'c.md': 'RENDER_QUEUE_FULL\n',
		});
		assert.equal(await found(workspace), 1);
		workspace.remove('b.md');
		assert.equal(await found(workspace), 1);
		await workspace.write('c.md', 'nothing\n');
		assert.equal(await found(workspace), 0);
		assert.deepEqual(codes(workspace), []);
		assert.equal(await workspace.hover('a.ts', 'RATE_LIMITED'), undefined);
		await workspace.write('c.md', 'RENDER_QUEUE_FULL\n');
		assert.equal(await found(workspace), 1);
	});

	it('counts a file once, however often it is written', async () => {
		const workspace = await createWorkspace({ 'a.ts': wrong });
		for (let round = 0; round < 3; round++) await workspace.write('b.md', 'RENDER_STORE_FULL\n');
		assert.equal(await found(workspace), 1);
		workspace.remove('b.md');
		assert.equal(await found(workspace), 0);
	});

	it('is what the configuration says', async () => {
		const on = await createWorkspace({ 'a.ts': wrong }, { config: { catalogs: { 'render-daemon': 'on' } } });
		assert.equal(await found(on), 1);
		const off = await createWorkspace(
			{ 'a.ts': wrong + '// RENDER_STORE_FULL\n' },
			{ config: { catalogs: { 'render-daemon': 'off' } } },
		);
		assert.equal(await found(off), 0);
		assert.equal(await off.hover('a.ts', 'RENDER_STORE_FULL'), undefined);
		const auto = await createWorkspace({ 'a.ts': wrong }, { config: { catalogs: { 'render-daemon': 'auto' } } });
		assert.equal(await found(auto), 0);
	});

	for (const [evidence, path, contents] of [
		['a file that only it has', 'ops/own.yaml', 'a: 1\n'],
		['a folder that only it has', 'services/own-api/a.txt', 'x\n'],
		['a dependency that only it has', 'package.json', '{ "name": "x", "dependencies": { "own-client": "1" } }\n'],
		['the name of a package', 'package.json', '{ "name": "own-service" }\n'],
		['a token of its own', 'notes.txt', 'OWN_SPECIAL_CODE\n'],
	] as const) {
		it(`comes with ${evidence}`, async () => {
			const workspace = await createWorkspace({ 'a.ts': text }, options);
			assert.equal(await workspace.hover('a.ts', 'WAITING'), undefined);
			await workspace.write(path, contents);
			assert.match((await workspace.hover('a.ts', 'WAITING')) ?? '', /Title of common/);
			workspace.remove(path);
			assert.equal(await workspace.hover('a.ts', 'WAITING'), undefined);
		});
	}

	it('comes with no common word, common file or common package', async () => {
		const workspace = await createWorkspace(
			{
				'a.ts': text,
				'package.json': '{ "name": "app", "dependencies": { "express": "5" } }\n',
				'ops/other.yaml': 'a: 1\n',
			},
			options,
		);
		assert.equal(await workspace.hover('a.ts', 'WAITING'), undefined);
	});

	it('survives a file that cannot be read again', async () => {
		const workspace = await createWorkspace({ 'a.ts': wrong, 'b.md': 'x\n' });
		await workspace.findings();
		const { service } = workspace;
		await service.update({ uri: 'test:/gone.ts', path: 'gone.ts', text: wrong });
		await workspace.write('b.md', 'RENDER_STORE_FULL\n');
		assert.equal(await found(workspace), 1);
		assert.deepEqual(workspace.logged, []);
	});
});
