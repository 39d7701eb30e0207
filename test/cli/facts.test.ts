import assert from 'node:assert/strict';
import { createDirectory } from './support/cli';

interface Line {
	readonly kind: string;
	readonly name: string;
	readonly file: string;
	readonly line: number;
	readonly column: number;
	readonly endLine: number;
	readonly endColumn: number;
	readonly raised?: { readonly range: unknown };
}

const lines = (stdout: string): Line[] =>
	stdout
		.split('\n')
		.filter(Boolean)
		.map((line) => JSON.parse(line) as Line);

describe('facts', () => {
	const files = {
		'src/a.ts': "\nres.status(500).json({ code: 'RENDER_STORE_FULL' });\n",
		'src/b.ts': "const b = 'SCAIECHO_BACKEND_UNAVAILABLE';\n",
	};

	it('prints one object a line, counting from one, in order of path', async () => {
		const { code, stdout } = await createDirectory(files).run(['facts', '--kind', 'code']);
		assert.equal(code, 0);
		const [first, second, ...others] = lines(stdout);
		assert.deepEqual(others, []);
		assert.deepEqual(
			{ ...first, raised: undefined, targets: undefined, place: undefined, tokenKind: undefined },
			{
				kind: 'code',
				name: 'RENDER_STORE_FULL',
				file: 'src/a.ts',
				line: 2,
				column: 31,
				endLine: 2,
				endColumn: 48,
				raised: undefined,
				targets: undefined,
				place: undefined,
				tokenKind: undefined,
			},
		);
		assert.deepEqual(first?.raised?.range, { start: { line: 2, column: 12 }, end: { line: 2, column: 15 } });
		assert.equal(second?.file, 'src/b.ts');
	});

	it('narrows to paths and kinds', async () => {
		const directory = createDirectory({ ...files, 'src/c.ts': '// runbook-lens-ignore-file\n' });
		const namesOf = async (...args: string[]): Promise<string[]> =>
			lines((await directory.run(['facts', ...args])).stdout).map(({ file, kind }) => `${file} ${kind}`);
		assert.deepEqual(await namesOf('--kind', 'code', 'src/b.ts'), ['src/b.ts code']);
		assert.deepEqual(await namesOf('--kind', 'ignore', '--kind', 'code', 'src/c.ts'), ['src/c.ts ignore']);
	});

	it('knows its kinds', async () => {
		const { code, stderr } = await createDirectory(files).run(['facts', '--kind', 'cod']);
		assert.equal(code, 2);
		assert.match(stderr, /no such kind\. There are .*code/);
	});

	it('reads common words of a catalogue that turns out to be relevant', async () => {
		const directory = createDirectory({
			'a.ts': "res.status(429).json({ code: 'RATE_LIMITED' });\n",
			'z.ts': "const code = 'RENDER_STORE_FULL';\n",
		});
		const names = lines((await directory.run(['facts', '--kind', 'code'])).stdout).map(({ name }) => name);
		assert.ok(names.includes('RATE_LIMITED'), names.join());
	});
});
