import assert from 'node:assert/strict';
import { createService } from '../../../src/core/service';
import { mergeConfig } from '../../../src/core/config/model';
import { bundledCatalogs, testParser } from '../../support/workspace';

describe('paths that env files name', () => {
	it('are looked for by the host, whatever the files that are read', async () => {
		const here = new Set<string>();
		const asked: string[] = [];
		const service = createService({
			parser: testParser,
			read: () => Promise.resolve(undefined),
			log: (message) => assert.fail(message),
			exists: (uri) => {
				asked.push(uri);
				return Promise.resolve(here.has(uri));
			},
		});
		service.configure(
			bundledCatalogs,
			mergeConfig({ catalogs: { 'render-daemon': 'on' }, rules: { 'env/*': 'off', 'env/path-missing': 'warning' } }),
		);
		const text = 'PRESET_DIR=./presets v2\nRENDER_STORE_DIR=data/renders\nLOG_DIR=./logs\n';
		await service.update({ uri: 'file:///w/a%20b/.env', path: 'a b/.env', text });
		assert.equal([...(await service.findings()).values()].flat().length, 1);
		assert.deepEqual([...new Set(asked)], ['file:///w/a%20b/data/renders']);
		here.add('file:///w/a%20b/data/renders');
		assert.equal((await service.findings()).size, 0, 'a folder that was made is seen');
	});
});
