import assert from 'node:assert/strict';
import { joinPath, packagesOf } from '../../../src/core/index/packages';
import { createWorkspace } from '../../support/workspace';

const monorepo = {
	'package.json': '{ "name": "shop", "workspaces": ["packages/*"], "dependencies": { "dotenv": "^16" } }',
	'packages/web/package.json': '{ "name": "@shop/web", "dependencies": { "next": "15" } }',
	'packages/web/src/index.ts': '',
	'tools/py/pyproject.toml': '[project]\nname = "tools"\ndependencies = ["Pydantic_Settings"]\n',
};

describe('packages', () => {
	it('are found from a path, the nearest first', async () => {
		const { service } = await createWorkspace(monorepo, { catalogs: [] });
		const packages = packagesOf(service.index);
		assert.equal(packages.of('packages/web/src/index.ts')?.directory, 'packages/web');
		assert.deepEqual(
			packages.enclosing('packages/web/src/index.ts').map(({ directory }) => directory),
			['packages/web', ''],
		);
		assert.equal(packages.of('README.md')?.directory, '');
		assert.deepEqual(
			packages.named('@shop/web').map(({ directory }) => directory),
			['packages/web'],
		);
	});

	it('share what their monorepo root declares, and nobody else does', async () => {
		const { service } = await createWorkspace(monorepo, { catalogs: [] });
		const packages = packagesOf(service.index);
		assert.equal(packages.of('packages/web/x.ts')?.root?.directory, '');
		assert.equal(packages.of('tools/py/x.py')?.root, undefined);
		assert.equal(packages.dependency('packages/web/x.ts', 'dotenv')?.version, '^16');
		assert.equal(packages.dependency('tools/py/x.py', 'dotenv'), undefined);
		assert.equal(packages.dependency('tools/py/x.py', 'pydantic-settings')?.name, 'Pydantic_Settings');
	});

	it('follow a changed manifest', async () => {
		const workspace = await createWorkspace(monorepo, { catalogs: [] });
		const { service } = workspace;
		assert.equal(packagesOf(service.index).named('@shop/site').length, 0);
		await workspace.write('packages/web/package.json', '{ "name": "@shop/site" }');
		assert.equal(packagesOf(service.index).named('@shop/site').length, 1);
	});

	it('resolve relative paths inside the workspace only', () => {
		assert.equal(joinPath('a/b', '../c/./d'), 'a/c/d');
		assert.equal(joinPath('', './x'), 'x');
		assert.equal(joinPath('a', '../../x'), undefined);
	});
});

describe('relevance', () => {
	it('counts package names and dependencies of manifests, and folders', async () => {
		for (const files of [{ 'package.json': '{ "name": "render-daemon" }' }, { 'render-daemon/README.md': '' }]) {
			const workspace = await createWorkspace(files);
			assert.equal(workspace.service.isRelevant('render-daemon'), true, JSON.stringify(files));
			for (const path of Object.keys(files)) workspace.remove(path);
			assert.equal(workspace.service.isRelevant('render-daemon'), false);
		}
		const stranger = await createWorkspace({ 'package.json': '{ "name": "shop" }', 'render-daemon': '' });
		assert.equal(stranger.service.isRelevant('render-daemon'), false);
	});
});
