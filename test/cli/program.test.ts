import assert from 'node:assert/strict';
import { spawn, spawnSync } from 'node:child_process';
import { symlinkSync } from 'node:fs';
import { createRequire } from 'node:module';
import path from 'node:path';
import { build } from 'esbuild';
import { stringifyBundle } from '../../src/core/catalog/bundle';
import { bundledCatalogs } from '../support/workspace';
import { createDirectory, runCli, type TestDirectory } from './support/cli';

const grammars = path.dirname(createRequire(import.meta.url).resolve('@vscode/tree-sitter-wasm'));

describe('the program', function () {
	this.timeout(60_000);
	let program: TestDirectory;
	const script = (): string => path.join(program.path, 'cli.js');
	const run = (args: readonly string[], cwd = process.cwd(), input = '') =>
		spawnSync(process.execPath, [script(), ...args], { cwd, input, encoding: 'utf8', maxBuffer: 1e8 });

	before(async () => {
		program = createDirectory({ 'catalogs.json': stringifyBundle(bundledCatalogs) });
		symlinkSync(grammars, path.join(program.path, 'grammars'));
		await build({
			entryPoints: ['src/cli/main.ts'],
			outfile: script(),
			bundle: true,
			platform: 'node',
			format: 'cjs',
			target: 'node20',
			mainFields: ['module', 'main'],
			define: { define: 'undefined' },
			logLevel: 'silent',
		});
	});

	it('finds the same with other threads as alone, and as the tests do', async () => {
		const { stdout } = await runCli(['check', 'examples', '--format', 'json']);
		for (const threads of ['0', '1', '3']) {
			const result = run(['check', 'examples', '--format', 'json', '--threads', threads]);
			assert.equal(result.stderr, '');
			assert.equal(result.stdout, stdout, `${threads} threads`);
			assert.equal(result.status, 1);
		}
	});

	it('reads standard input', () => {
		const { stdout, status } = run(['explain', '-', '--json'], undefined, 'code RENDER_STORE_FULL\n');
		assert.equal(status, 0);
		assert.match(stdout, /render-store-full/);
	});

	it('ends with 2 and one message on a mistake in usage', () => {
		const { stdout, stderr, status } = run(['check', 'nowhere']);
		assert.deepEqual([stdout, stderr, status], ['', 'runbook-lens: There is no file or directory nowhere.\n', 2]);
	});

	it('ends quietly when nobody reads on', async () => {
		const child = spawn(process.execPath, [script(), 'facts'], { stdio: ['ignore', 'pipe', 'pipe'] });
		let stderr = '';
		child.stderr.on('data', (part: Buffer) => (stderr += part.toString()));
		child.stdout.once('data', () => child.stdout.destroy());
		const code = await new Promise((resolve) => child.once('close', resolve));
		assert.deepEqual([code, stderr], [0, '']);
	});
});
