import assert from 'node:assert/strict';
import { readFileSync, symlinkSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { createDirectory } from './support/cli';

const wrong = "res.status(500).json({ ok: false, code: 'RENDER_STORE_FULL' });";
const right = wrong.replace('500', '507');

describe('fix', () => {
	it('makes safe fixes, says how many, and is done when run again', async () => {
		const directory = createDirectory({ 'a.ts': `${wrong}\n${wrong}\n`, 'b.ts': `${wrong}\n` });
		const { code, stdout } = await directory.run(['fix']);
		assert.equal(stdout, 'Fixed 3 problems in 2 files.\n');
		assert.equal(code, 0);
		assert.equal(directory.read('a.ts'), `${right}\n${right}\n`);
		assert.deepEqual(await directory.run(['fix']), { code: 0, stdout: 'Nothing to fix.\n', stderr: '' });
		assert.equal((await directory.run(['check'])).code, 0);
	});

	it('changes only what lies in the paths', async () => {
		const directory = createDirectory({ 'a.ts': wrong, 'lib/b.ts': wrong });
		assert.equal((await directory.run(['fix', 'lib'])).code, 0);
		assert.equal(directory.read('a.ts'), wrong);
		assert.equal(directory.read('lib/b.ts'), right);
	});

	it('repairs what a fix uncovers', async () => {
		const comment = '// runbook-lens-ignore-next-line code/wrong-status, code/misspelled';
		const directory = createDirectory({ 'a.ts': `${wrong}\n${comment}\n${right}\n` });
		await directory.run(['fix']);
		assert.equal(directory.read('a.ts'), `${right}\n${right}\n`);
	});

	it('keeps every other byte: line ends, byte order mark, UTF-16, no final newline', async () => {
		const bytes = (text: string, encoding: BufferEncoding): Buffer => Buffer.from(`\uFEFF${text}`, encoding);
		const bigEndian = (text: string): Buffer => bytes(text, 'utf16le').swap16();
		const text = (line: string): string => `// ä\r\n${line}\r\n\t// 😀\rend`;
		const directory = createDirectory({
			'plain.ts': text(wrong),
			'marked.ts': bytes(text(wrong), 'utf8'),
			'little.ts': bytes(text(wrong), 'utf16le'),
			'big.ts': bigEndian(text(wrong)),
		});
		assert.equal((await directory.run(['fix'])).stdout, 'Fixed 4 problems in 4 files.\n');
		const raw = (file: string): Buffer => readFileSync(path.join(directory.path, file));
		assert.deepEqual(raw('plain.ts'), Buffer.from(text(right)));
		assert.deepEqual(raw('marked.ts'), bytes(text(right), 'utf8'));
		assert.deepEqual(raw('little.ts'), bytes(text(right), 'utf16le'));
		assert.deepEqual(raw('big.ts'), bigEndian(text(right)));
	});

	it('leaves a file in another encoding alone, and says so', async () => {
		const latin1 = Buffer.from(`// caf\xE9\n${wrong}\n`, 'latin1');
		const directory = createDirectory({ 'a.ts': latin1 });
		const { code, stderr, stdout } = await directory.run(['fix']);
		assert.equal(code, 1);
		assert.equal(stdout, 'Nothing to fix.\n');
		assert.match(stderr, /a\.ts is left as it is: it is not valid UTF-8/);
		assert.deepEqual(readFileSync(path.join(directory.path, 'a.ts')), latin1);
	});

	it('writes through no link', async () => {
		const outside = createDirectory({ 'a.ts': wrong });
		const directory = createDirectory({ 'b.ts': right });
		symlinkSync(path.join(outside.path, 'a.ts'), path.join(directory.path, 'a.ts'));
		symlinkSync(outside.path, path.join(directory.path, 'linked'));
		assert.equal((await directory.run(['fix'])).stdout, 'Nothing to fix.\n');
		assert.equal(outside.read('a.ts'), wrong);
	});
});

describe('fix --dry-run', () => {
	it('prints a diff that patch takes, and changes nothing', async () => {
		const lines = ['one', 'two', 'three', 'four', wrong, 'five', 'six', 'seven', 'eight'];
		const directory = createDirectory({ 'src/a.ts': lines.join('\n') });
		const { code, stdout } = await directory.run(['fix', '--dry-run']);
		assert.equal(code, 1, 'the finding is still there');
		assert.equal(directory.read('src/a.ts'), lines.join('\n'));
		assert.equal(
			stdout,
			[
				'--- a/src/a.ts',
				'+++ b/src/a.ts',
				'@@ -2,7 +2,7 @@',
				' two',
				' three',
				' four',
				`-${wrong}`,
				`+${right}`,
				' five',
				' six',
				' seven',
				'',
			].join('\n'),
		);
	});

	it('prints nothing when there is nothing to fix', async () => {
		const directory = createDirectory({ 'a.ts': right });
		assert.deepEqual(await directory.run(['fix', '--dry-run']), { code: 0, stdout: '', stderr: '' });
	});

	it('sees what is on disk now', async () => {
		const directory = createDirectory({ 'a.ts': right });
		writeFileSync(path.join(directory.path, 'a.ts'), wrong);
		assert.match((await directory.run(['fix', '--dry-run'])).stdout, /No newline at end of file/);
	});
});
