import assert from 'node:assert/strict';
import { createDirectory } from './support/cli';

const wrong = "res.status(500).json({ code: 'RENDER_STORE_FULL' });\n";
const other = "res.status(400).json({ code: 'RENDER_QUEUE_FULL' });\n";
const file = 'runbook-lens.baseline.json';

interface Summary {
	readonly findings: number;
	readonly baseline: number;
	readonly stale: number;
}

describe('check --baseline', () => {
	const summaryOf = ({ stdout }: { stdout: string }): Summary => {
		const { findings, baseline, stale } = (JSON.parse(stdout) as { summary: Summary }).summary;
		return { findings, baseline, stale };
	};
	const json = ['check', '--format', 'json'];

	it('reports only what is new', async () => {
		const directory = createDirectory({ 'a.ts': wrong + wrong });
		const updated = await directory.run([...json, '--update-baseline']);
		assert.equal(updated.code, 0);
		assert.match(updated.stderr, /runbook-lens\.baseline\.json holds 2 findings/);
		assert.deepEqual(summaryOf(await directory.run(json)), { findings: 0, baseline: 2, stale: 0 });
		directory.write('a.ts', `// moved\n${wrong}\n${other}${wrong}`);
		const { code, stdout } = await directory.run(json);
		assert.equal(code, 1);
		assert.deepEqual(summaryOf({ stdout }), { findings: 1, baseline: 2, stale: 0 });
		directory.write('a.ts', wrong + wrong + wrong);
		assert.deepEqual(summaryOf(await directory.run(json)), { findings: 1, baseline: 2, stale: 0 }, 'a third of a kind');
	});

	it('says which entries are stale, and forgets them when it is updated', async () => {
		const directory = createDirectory({ 'a.ts': wrong, 'b.ts': wrong });
		await directory.run(['check', '--update-baseline']);
		directory.write('a.ts', '');
		const { code, stderr, stdout } = await directory.run(json);
		assert.equal(code, 0);
		assert.match(stderr, /runbook-lens\.baseline\.json: 1 findings are no longer there/);
		assert.deepEqual(summaryOf({ stdout }), { findings: 0, baseline: 1, stale: 1 });
		assert.match((await directory.run(['check'])).stdout, /1 problem of the baseline no longer there/);
		await directory.run(['check', '--update-baseline']);
		assert.deepEqual(summaryOf(await directory.run(json)), { findings: 0, baseline: 1, stale: 0 });
	});

	it('looks only at the paths it is given', async () => {
		const directory = createDirectory({ 'a/a.ts': wrong, 'b/b.ts': wrong });
		await directory.run(['check', '--update-baseline']);
		directory.write('a/a.ts', '');
		directory.write('b/b.ts', other);
		assert.deepEqual(summaryOf(await directory.run([...json, 'b'])), { findings: 1, baseline: 0, stale: 1 });
		await directory.run(['check', 'b', '--update-baseline']);
		assert.deepEqual(summaryOf(await directory.run(json)), { findings: 0, baseline: 1, stale: 1 });
	});

	it('reads and writes the file it is told', async () => {
		const directory = createDirectory({ 'a.ts': wrong });
		await directory.run(['check', '--update-baseline', '--baseline', 'ci.json']);
		assert.equal((await directory.run(['check'])).code, 1);
		assert.equal((await directory.run(['check', '--baseline', 'ci.json'])).code, 0);
	});

	it('refuses a broken file with its place', async () => {
		const directory = createDirectory({ 'a.ts': wrong, [file]: '{\n"version": 2, "findings": [] }' });
		const { code, stderr } = await directory.run(['check']);
		assert.equal(code, 2);
		assert.match(stderr, /runbook-lens\.baseline\.json:2:12 \/version/);
	});

	it('is the same text for the same findings', async () => {
		const directory = createDirectory({ 'b.ts': wrong, 'a.ts': other + wrong });
		await directory.run(['check', '--update-baseline']);
		const first = directory.read(file);
		await directory.run(['check', '--update-baseline']);
		assert.equal(directory.read(file), first);
		assert.match(first, /^\{\n\t"version": 1,\n\t"findings": \[\n[^]*\n\t\]\n\}\n$/);
	});
});
