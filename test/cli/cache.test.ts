import assert from 'node:assert/strict';
import { readdirSync, utimesSync } from 'node:fs';
import path from 'node:path';
import { createDirectory, type TestDirectory } from './support/cli';

const wrong = "res.status(500).json({ code: 'RENDER_STORE_FULL' });\n";
const generic = "res.status(500).json({ code: 'RATE_LIMITED' });\n";
const args = ['check', '--cache-file', '.cache/facts.json', '--format', 'json'];

/** As if every file had been written long ago. */
function age(directory: TestDirectory, ...files: string[]): void {
	for (const file of files) utimesSync(path.join(directory.path, file), 1e9, 1e9);
}

interface Cached {
	key: string;
	files: Record<string, { time: number; facts: { facts: { name: string }[] } }>;
}
const cached = (directory: TestDirectory): Cached => JSON.parse(directory.read('.cache/facts.json')) as Cached;

describe('check --cache', () => {
	it('finds the same with and without it', async () => {
		const directory = createDirectory({ 'a.ts': generic, 'b.ts': wrong, 'c.py': 'raise HTTPException(500)\n' });
		age(directory, 'a.ts', 'b.ts');
		const { stdout } = await directory.run(['check', '--format', 'json']);
		assert.equal((await directory.run(args)).stdout, stdout);
		assert.equal((await directory.run(args)).stdout, stdout);
		directory.write('b.ts', '');
		age(directory, 'b.ts');
		const fresh = (await directory.run(['check', '--format', 'json'])).stdout;
		assert.equal((await directory.run(args)).stdout, fresh, 'common words are silent once nothing speaks for them');
	});

	it('does not read a file again whose size and time are the same', async () => {
		const directory = createDirectory({ 'a.ts': wrong });
		age(directory, 'a.ts');
		assert.equal((await directory.run(args)).code, 1);
		directory.write('a.ts', wrong.replace('500', '507'));
		age(directory, 'a.ts');
		assert.equal((await directory.run(args)).code, 1, 'nobody can tell that it changed');
		utimesSync(path.join(directory.path, 'a.ts'), 2e9, 2e9);
		assert.equal((await directory.run(args)).code, 0);
	});

	it('does not trust the time of a file that was just written', async () => {
		const directory = createDirectory({ 'a.ts': wrong });
		await directory.run(args);
		assert.equal(cached(directory).files['a.ts']?.time, 0);
	});

	it('is not read when it is broken or of another build', async () => {
		const directory = createDirectory({ 'a.ts': wrong });
		age(directory, 'a.ts');
		const { stdout } = await directory.run(args);
		const cache = cached(directory);
		const [fact] = cache.files['a.ts']?.facts.facts ?? [];
		assert.equal(fact?.name, 'RENDER_STORE_FULL');
		for (const text of [
			'',
			'{',
			'[]',
			'null',
			JSON.stringify({ key: cache.key }),
			JSON.stringify({ ...cache, key: 'x' }),
		]) {
			directory.write('.cache/facts.json', text);
			assert.deepEqual(await directory.run(args), { code: 1, stdout, stderr: '' });
		}
	});

	it('is forgotten when the catalogues change', async () => {
		const directory = createDirectory({ 'a.ts': generic, 'b.ts': wrong });
		age(directory, 'a.ts', 'b.ts');
		await directory.run(args);
		directory.write('runbook-lens.jsonc', '{ "catalogs": { "render-daemon": "off" } }');
		assert.equal((await directory.run(args)).code, 0);
	});

	it('lies in the user’s cache directory unless it is put elsewhere', async () => {
		const directory = createDirectory({ 'a.ts': wrong, 'home/x': '' });
		const env = { HOME: path.join(directory.path, 'home'), XDG_CACHE_HOME: path.join(directory.path, 'home/cache') };
		await directory.run(['check', '--cache'], { env });
		assert.deepEqual(readdirSync(path.join(directory.path, 'home/cache')), ['runbook-lens']);
	});

	it('says when it cannot be written, and goes on', async () => {
		const directory = createDirectory({ 'a.ts': wrong, file: '' });
		const { code, stderr } = await directory.run(['check', '--cache-file', 'file/cache.json']);
		assert.equal(code, 1);
		assert.match(stderr, /^runbook-lens: The cache .*file\/cache\.json cannot be written: .*\.\n$/);
	});
});
