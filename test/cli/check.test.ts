import assert from 'node:assert/strict';
import { createDirectory, runCli } from './support/cli';

/** One warning, with a safe fix. */
const wrong = "res.status(500).json({ ok: false, code: 'RENDER_STORE_FULL' });\n";
const right = "res.status(507).json({ ok: false, code: 'RENDER_STORE_FULL' });\n";

describe('check', () => {
	it('exits with 0 and says nothing when all is clean', async () => {
		const result = await createDirectory({ 'src/a.ts': right }).run(['check']);
		assert.deepEqual(result, { code: 0, stdout: '', stderr: '' });
	});

	it('exits with 1 on a warning, and 0 when it is let pass', async () => {
		const directory = createDirectory({ 'src/a.ts': wrong });
		const { code, stdout, stderr } = await directory.run(['check']);
		assert.equal(code, 1);
		assert.equal(stderr, '');
		assert.match(stdout, /^src\/a\.ts\n {2}1:12 {2}warning {2}`RENDER_STORE_FULL` is raised with 500/);
		assert.match(stdout, /1 problem \(1 warning\)\n1 problem can be fixed/);
		assert.equal((await directory.run(['check', '--max-warnings', '1'])).code, 0);
		assert.equal((await directory.run(['check', '--rule', 'code/wrong-status=hint'])).code, 0);
		assert.equal((await directory.run(['check', '--rule', 'code/*=off'])).stdout, '');
	});

	it('does not let an error pass as a warning', async () => {
		const directory = createDirectory({ 'src/a.ts': wrong });
		const args = ['check', '--rule', 'code/wrong-status=error', '--max-warnings', '5'];
		const { code, stdout } = await directory.run(args);
		assert.equal(code, 1);
		assert.match(stdout, /1 problem \(1 error\)/);
	});

	it('narrows the report to paths, and still reads the workspace', async () => {
		const files = { 'src/a.ts': wrong, 'src/b.ts': wrong, 'lib/c.ts': wrong, 'library/d.ts': right };
		const directory = createDirectory(files);
		const reported = async (...paths: string[]): Promise<unknown> => {
			const report = await json(directory.run(['check', ...paths, '--format', 'json']));
			return [report.summary.files, report.findings.map(({ file }) => file)];
		};
		assert.deepEqual(await reported('src'), [4, ['src/a.ts', 'src/b.ts']]);
		assert.deepEqual(await reported('src/b.ts', 'lib'), [4, ['lib/c.ts', 'src/b.ts']]);
		assert.deepEqual(await reported('lib/'), [4, ['lib/c.ts']]);
		assert.deepEqual(await reported('.'), [4, ['lib/c.ts', 'src/a.ts', 'src/b.ts']]);
	});

	it('finds the workspace upward from where it runs and from what it is given', async () => {
		const directory = createDirectory({ 'packages/app/src/a.ts': wrong });
		const below = { cwd: `${directory.path}/packages/app` };
		const from = await json(directory.run(['check', 'src', '--format', 'json'], below));
		assert.deepEqual(
			from.findings.map(({ file }) => file),
			['packages/app/src/a.ts'],
		);
		const elsewhere = await json(runCli(['check', `${directory.path}/packages`, '--format', 'json'], { cwd: '/' }));
		assert.equal(elsewhere.findings[0]?.file, 'packages/app/src/a.ts');
	});

	it('takes an unmarked directory as the workspace', async () => {
		const directory = createDirectory({ 'src/a.ts': wrong }, false);
		const report = await json(directory.run(['check', '--format', 'json']));
		assert.equal(report.findings[0]?.file, 'src/a.ts');
		const absolute = await json(runCli(['check', directory.path, '--format', 'json'], { cwd: '/' }));
		assert.equal(absolute.findings[0]?.file, 'src/a.ts');
	});

	it('honours ignore comments, and reports those that ignore nothing', async () => {
		const comment = '// runbook-lens-ignore-next-line code/wrong-status -- the gateway maps it\n';
		const directory = createDirectory({ 'src/a.ts': comment + wrong, 'src/b.ts': comment + right });
		const report = await json(directory.run(['check', '--format', 'json']));
		assert.deepEqual(
			report.findings.map(({ file, ruleId }) => [file, ruleId]),
			[['src/b.ts', 'ignore/unused']],
		);
	});

	for (const [args, message] of [
		[['check', 'nowhere'], /no file or directory nowhere/],
		[['check', '--format', 'xml'], /--format must be one of stylish, json, sarif, github/],
		[['check', '--max-warnings', 'many'], /--max-warnings must be a whole number/],
		[['check', '--rule', 'code/wrong-status'], /must be ID=LEVEL/],
		[['check', '--rule', 'code/wrong-staus=off'], /there is no such rule/],
		[['check', '--baseline', 'nowhere.json'], /nowhere\.json cannot be read/],
		[['check', '--config', 'nowhere.jsonc'], /nowhere\.jsonc cannot be read: it does not exist/],
		[['check', '--chekc'], /--chekc/],
		[['chekc'], /there is no command chekc/],
		[['constructor'], /there is no command constructor/],
		[[], /runbook-lens COMMAND/],
	] as const) {
		it(`exits with 2 on \`${args.join(' ')}\``, async () => {
			const { code, stdout, stderr } = await createDirectory({ 'a.ts': right }).run(args);
			assert.equal(code, 2);
			assert.equal(stdout, '');
			assert.match(stderr, message);
			assert.doesNotMatch(stderr, /\n\s+at /, 'no stack for a mistake in usage');
		});
	}

	it('explains itself', async () => {
		const overview = await runCli(['--help']);
		assert.equal(overview.code, 0);
		for (const name of ['check', 'fix', 'explain', 'facts', 'catalogs']) {
			assert.match(overview.stdout, new RegExp(`^ {2}${name} `, 'm'));
			const { code, stdout } = await runCli([name, '--help']);
			assert.equal(code, 0);
			assert.match(stdout, new RegExp(`^runbook-lens ${name}`));
			assert.equal((await runCli(['help', name])).stdout, stdout);
		}
		assert.match((await runCli(['--version'])).stdout, /^\d+\.\d+\.\d+\n$/);
	});
});

interface JsonReport {
	readonly findings: readonly { readonly file: string; readonly ruleId: string }[];
	readonly summary: { readonly files: number };
}

async function json(result: Promise<{ stdout: string }>): Promise<JsonReport> {
	return JSON.parse((await result).stdout) as JsonReport;
}
