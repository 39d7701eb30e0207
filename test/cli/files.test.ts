import assert from 'node:assert/strict';
import { chmodSync, mkdirSync, symlinkSync, truncateSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { findFiles } from '../../src/cli/files';
import { createDirectory, type TestDirectory } from './support/cli';

const found = (directory: TestDirectory, exclude: readonly string[] = []): readonly string[] =>
	findFiles(directory.path, exclude).files;

const wrong = "res.status(500).json({ code: 'RENDER_STORE_FULL' });\n";

describe('files of a workspace', () => {
	it('leaves out what git ignores: nested files, negation, directories, `info/exclude`', () => {
		const directory = createDirectory({
			'.gitignore': '*.log\n!keep.log\n/build\ngenerated/\n',
			'.git/info/exclude': 'private.ts\n',
			'a.ts': '',
			'a.log': '',
			'keep.log': '',
			'private.ts': '',
			'build/a.ts': '',
			'sub/build/a.ts': '',
			'sub/generated/a.ts': '',
			'sub/.gitignore': '/only-here.ts\n!again.log\n',
			'sub/again.log': '',
			'sub/only-here.ts': '',
			'sub/deep/only-here.ts': '',
			'sub/deep/b.log': '',
		});
		assert.deepEqual(found(directory), [
			'.gitignore',
			'a.ts',
			'keep.log',
			'sub/.gitignore',
			'sub/again.log',
			'sub/build/a.ts',
			'sub/deep/only-here.ts',
		]);
	});

	it('honours the `.gitignore` of the repository around the workspace', () => {
		const directory = createDirectory({
			'.gitignore': 'packages/*/out\n*.tmp\n',
			'packages/app/runbook-lens.jsonc': '{}',
			'packages/app/a.ts': '',
			'packages/app/out/a.ts': '',
			'packages/app/a.tmp': '',
		});
		assert.deepEqual(findFiles(path.join(directory.path, 'packages/app'), []).files, ['a.ts']);
	});

	it('reads env files of the working copy although git ignores them', () => {
		const directory = createDirectory({
			'.gitignore': '.env*\n!.env.example\nsecret/\n',
			'.env': '',
			'.env.local': '',
			'.env.example': '',
			'.envrc': '',
			'secret/.env': '',
			'node_modules/x/.env': '',
		});
		assert.deepEqual(found(directory), ['.env', '.env.example', '.env.local', '.gitignore']);
	});

	it('leaves out other people’s code, lock files, images and what is excluded', () => {
		const directory = createDirectory({
			'node_modules/x/a.js': '',
			'vendor/x/a.go': '',
			'.venv/a.py': '',
			'package-lock.json': '{}',
			'Cargo.lock': '',
			'a.min.js': '',
			'logo.png': '',
			'a.js.map': '',
			'fixtures/a.ts': '',
			'src/a.ts': '',
			'src/a.spec.ts': '',
		});
		assert.deepEqual(found(directory, ['fixtures/**', '**/*.spec.ts']), ['src/a.ts']);
	});

	it('follows no link out of the workspace or in a circle', () => {
		const outside = createDirectory({ '.env': 'A=1\n', 'b.ts': '' });
		const directory = createDirectory({ 'src/a.ts': '', 'common/.env.shared': 'A=1\n' });
		const link = (to: string, from: string): void => symlinkSync(to, path.join(directory.path, from));
		link('..', 'src/up');
		link('loop', 'loop');
		link(outside.path, 'outside');
		link(path.join(outside.path, '.env'), '.env');
		link(path.join(outside.path, 'b.ts'), 'b.ts');
		link('../common/.env.shared', 'src/.env');
		link('nowhere', '.env.local');
		assert.deepEqual(found(directory), ['common/.env.shared', 'src/.env', 'src/a.ts']);
	});
});

describe('reading files', () => {
	it('skips binary files, and reads UTF-16, byte order marks and broken UTF-8', async () => {
		const directory = createDirectory({
			'binary.ts': Buffer.concat([Buffer.from(wrong), Buffer.from([0, 1, 2])]),
			'utf16.ts': Buffer.from(`\uFEFF${wrong}`, 'utf16le'),
			'marked.ts': `\uFEFF${wrong}`,
			'latin1.ts': Buffer.from(`// \xE9\xFF\n${wrong}`, 'latin1'),
			'surrogate.ts': Buffer.concat([Buffer.from([0xff, 0xfe, 0x00, 0xd8]), Buffer.from(`\n${wrong}`, 'utf16le')]),
		});
		const { stdout, stderr } = await directory.run(['check', '--format', 'json']);
		assert.equal(stderr, '');
		const { findings } = JSON.parse(stdout) as { findings: { file: string; range: { start: unknown } }[] };
		assert.deepEqual(
			findings.map(({ file, range }) => [file, range.start]),
			[
				['latin1.ts', { line: 2, column: 12 }],
				['marked.ts', { line: 1, column: 12 }],
				['surrogate.ts', { line: 2, column: 12 }],
				['utf16.ts', { line: 1, column: 12 }],
			],
		);
	});

	it('says in one line which files are too large, and reads long logs', async () => {
		const directory = createDirectory({ 'a.ts': wrong });
		for (const [name, size] of Object.entries({
			'a.sql': 3,
			'b.sql': 4,
			'c.sql': 5,
			'short.log': 3,
			'huge.log': 100,
		})) {
			writeFileSync(path.join(directory.path, name), 'x\n');
			truncateSync(path.join(directory.path, name), size * 1024 * 1024);
		}
		const { code, stderr } = await directory.run(['check']);
		assert.equal(code, 1);
		assert.equal(stderr, 'runbook-lens: Too large to read: a.sql (3 MB), b.sql (4 MB) and 2 more.\n');
	});

	it('names what it may not read once, and goes on', async function () {
		if (process.getuid?.() === 0) this.skip(); // root reads everything
		const directory = createDirectory({ 'a.ts': wrong, 'closed.ts': wrong });
		mkdirSync(path.join(directory.path, 'closed'));
		chmodSync(path.join(directory.path, 'closed.ts'), 0);
		chmodSync(path.join(directory.path, 'closed'), 0);
		const { code, stderr } = await directory.run(['check']);
		chmodSync(path.join(directory.path, 'closed'), 0o700);
		assert.equal(code, 1);
		assert.match(stderr, /^runbook-lens: closed cannot be read: permission denied\.$/m);
		assert.match(stderr, /^runbook-lens: closed\.ts cannot be read: permission denied\.$/m);
	});

	it('survives text that no parser likes', async () => {
		const directory = createDirectory({
			'long.ts': `const a = '${'x'.repeat(1_500_000)}';\n`,
			'deep.json': '['.repeat(200_000),
			'deep.yaml': `${'- '.repeat(20_000)}a\n`,
			'half.ts': "res.status(500).json({ code: 'RENDER_STORE_FULL', ",
			'half.py': 'def f(:\n  raise HTTPException(status_code=\n',
			'empty.ts': '',
			'package.json': '{ "name": ',
			'pyproject.toml': '[tool',
			'.env': 'A="\nB',
		});
		const { code, stderr } = await directory.run(['check', '--format', 'json']);
		assert.notEqual(code, 2);
		assert.doesNotMatch(stderr, /Failed|Error/);
	});
});

describe('the project file', () => {
	it('decides levels, files and accepted findings', async () => {
		const directory = createDirectory({
			'runbook-lens.jsonc': `{
				// shared by editor and command line
				"rules": { "code/wrong-status": "error" },
				"exclude": ["old/**"],
				"ignore": [{ "rules": ["code/wrong-status"], "files": ["legacy/**"], "reason": "replaced in March" }],
			}`,
			'old/a.ts': wrong,
			'legacy/a.ts': wrong,
			'src/a.ts': wrong,
		});
		const { stdout } = await directory.run(['check']);
		assert.match(stdout, /src\/a\.ts\n {2}1:12 {2}error/);
		assert.match(stdout, /1 problem \(1 error\)/);
		assert.match((await directory.run(['check', '--rule', 'code/wrong-status=hint'])).stdout, /1 problem \(1 hint\)/);
	});

	it('is another one when --config says so', async () => {
		const directory = createDirectory({
			'runbook-lens.jsonc': '{ "rules": { "code/wrong-status": "off" } }',
			'ci/strict.jsonc': '{ "rules": { "code/wrong-status": "error" } }',
			'a.ts': wrong,
		});
		assert.equal((await directory.run(['check'])).code, 0);
		const strict = await directory.run(['check', '--config', 'strict.jsonc'], { cwd: `${directory.path}/ci` });
		assert.equal(strict.code, 1);
	});

	for (const [name, text, message] of [
		['broken JSON', '{\n\t"rules": {\n', /^runbook-lens: runbook-lens\.jsonc:\d+:\d+ Not valid JSON/],
		[
			'an unknown field',
			'{\n\t"ruels": {}\n}',
			/^runbook-lens: runbook-lens\.jsonc:2:2 \/ruels `ruels` is not a known field/,
		],
		[
			'a bad level',
			'{ "rules": { "code/a": "loud" } }',
			/runbook-lens\.jsonc:1:\d+ \/rules\/code~1a `code\/a` must be/,
		],
		['an empty file', '', /runbook-lens\.jsonc:1:1 The file is empty/],
		['a list', '[]', /runbook-lens\.jsonc:1:1 /],
	] as const) {
		it(`ends the command with place and pointer on ${name}`, async () => {
			const directory = createDirectory({ 'runbook-lens.jsonc': text, 'a.ts': wrong });
			const { code, stdout, stderr } = await directory.run(['check']);
			assert.equal(code, 2);
			assert.equal(stdout, '');
			assert.match(stderr, message);
		});
	}
});
