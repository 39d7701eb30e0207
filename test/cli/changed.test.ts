import assert from 'node:assert/strict';
import { execFileSync } from 'node:child_process';
import { rmSync } from 'node:fs';
import path from 'node:path';
import { takeChanged } from '../../src/cli/changed';
import { createDirectory, type TestDirectory } from './support/cli';

const wrong = "res.status(500).json({ code: 'RENDER_STORE_FULL' });\n";

describe('check --changed', () => {
	let directory: TestDirectory;
	const git = (...args: string[]): string =>
		execFileSync('git', ['-c', 'user.name=t', '-c', 'user.email=t@t', ...args], {
			cwd: directory.path,
			encoding: 'utf8',
			stdio: ['ignore', 'pipe', 'ignore'],
		});
	const reported = async (...args: string[]): Promise<string[]> => {
		const { stdout, stderr } = await directory.run(['check', '--format', 'json', ...args]);
		assert.equal(stderr, '');
		return (JSON.parse(stdout) as { findings: { file: string }[] }).findings.map(({ file }) => file);
	};

	beforeEach(() => {
		directory = createDirectory({ 'old.ts': wrong, 'src/old.ts': wrong, 'gone.ts': wrong }, false);
		git('init', '-q', '-b', 'main');
		git('add', '.');
		git('commit', '-qm', 'start');
		git('checkout', '-qb', 'feature');
		directory.write('src/committed ä.ts', wrong);
		git('add', '.');
		git('commit', '-qm', 'feature');
		directory.write('staged.ts', wrong);
		git('add', 'staged.ts');
		directory.write('src/untracked.ts', wrong);
		directory.write('old.ts', `\n${wrong}`);
		rmSync(path.join(directory.path, 'gone.ts'));
	});

	it('looks at what is not committed', async () => {
		assert.deepEqual(await reported('--changed'), ['old.ts', 'src/untracked.ts', 'staged.ts']);
		assert.deepEqual(await reported('src', '--changed'), ['src/untracked.ts']);
	});

	it('looks at what a branch brings', async () => {
		const all = ['old.ts', 'src/committed ä.ts', 'src/untracked.ts', 'staged.ts'];
		assert.deepEqual(await reported('--changed', 'main'), all);
		assert.deepEqual(await reported('--changed=main'), all);
	});

	it('works from a workspace below the repository', async () => {
		directory.write('src/runbook-lens.jsonc', '{}');
		assert.deepEqual(await reported('--changed=main', 'src'), ['committed ä.ts', 'untracked.ts']);
	});

	it('refuses what is no revision', async () => {
		for (const base of ['nowhere', '--output=/tmp/x', '-x']) {
			const { code, stderr } = await directory.run(['check', `--changed=${base}`]);
			assert.equal(code, 2);
			assert.match(stderr, /--changed nowhere: |is no revision/);
		}
		const { code, stderr } = await createDirectory({ 'a.ts': wrong }, false).run(['check', '--changed']);
		assert.equal(code, 2);
		assert.match(stderr, /--changed HEAD: .*not a git repository/);
	});

	it('takes a word behind it as the base unless it names a file', () => {
		const take = (...args: string[]): unknown => takeChanged(args, directory.path);
		assert.deepEqual(take('a', '--changed', 'main', 'b'), { args: ['a', 'b'], base: 'main' });
		assert.deepEqual(take('--changed', 'src'), { args: ['src'], base: 'HEAD' });
		assert.deepEqual(take('--changed', '--cache'), { args: ['--cache'], base: 'HEAD' });
		assert.deepEqual(take('src'), { args: ['src'], base: undefined });
	});
});
