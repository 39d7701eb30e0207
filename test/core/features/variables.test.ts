import assert from 'node:assert/strict';
import type { Service } from '../../../src/core/service';
import { lineStarts, positionAt } from '../../../src/core/text/lines';
import { createWorkspace, pathOf, slice, uriOf, type TestWorkspace } from '../../support/workspace';

const files = {
	'package.json': '{ "dependencies": { "vite": "6", "dotenv": "16" } }',
	'.env': 'API_URL=http://localhost\nTOKEN=planted-secret-value\n',
	'.env.local': 'API_URL=http://other\n',
	'.env.example': '# Where the API is.\nAPI_URL=\n',
	'src/a.ts': "const url = process.env.API_URL ?? '';\nconst token = process.env['TOKEN'];\n",
	'src/b.ts': 'export const again = process.env.API_URL;\n',
	'other/package.json': '{ "name": "other" }',
	'other/c.ts': 'process.env.API_URL;\n',
};

function at(workspace: TestWorkspace, path: string, word: string): Parameters<Service['variable']> {
	const text = workspace.text(path);
	const offset = text.indexOf(word);
	return [{ uri: uriOf(path), path, text }, positionAt(lineStarts(text), offset + 1)];
}

describe('variables', () => {
	it('hovers with where a variable is set, the winner first, and where it is read', async () => {
		const workspace = await createWorkspace(files);
		const hover = (await workspace.hover('src/a.ts', 'API_URL', 1)) ?? '';
		assert.match(hover, /^\*\*`API_URL`\*\* · environment variable/);
		assert.match(hover, /Where the API is/);
		assert.match(hover, /Set in `\.env\.local:1`, which wins over `\.env:1`/);
		assert.match(hover, /Documented in `\.env\.example:2`/);
		assert.match(hover, /Read in 3 places/);
	});

	it('shows no value, in code and in the file that holds it', async () => {
		const workspace = await createWorkspace(files);
		for (const path of ['src/a.ts', '.env']) {
			const hover = (await workspace.hover(path, 'TOKEN', 1)) ?? '';
			assert.match(hover, /TOKEN/);
			assert.doesNotMatch(hover, /planted/);
		}
	});

	it('adds them below the card of a catalogue', async () => {
		const workspace = await createWorkspace({
			'a.ts': 'process.env.RENDER_STORE_BUDGET_MB;\n',
			'.env': 'RENDER_STORE_BUDGET_MB=10\n',
		});
		const hover = (await workspace.hover('a.ts', 'RENDER_STORE', 1)) ?? '';
		assert.match(hover, /RENDER\\?_STORE\\?_FULL[\s\S]*---[\s\S]*Set in `\.env:1`/);
	});

	it('finds definitions and references', async () => {
		const workspace = await createWorkspace(files);
		const found = workspace.service.variable(...at(workspace, 'src/a.ts', 'API_URL'));
		assert.deepEqual(
			found?.definitions.map(({ path }) => path),
			['.env.local', '.env', '.env.example'],
		);
		assert.deepEqual(
			found.reads.map(({ path }) => path),
			['other/c.ts', 'src/a.ts', 'src/b.ts'],
		);
		assert.equal(workspace.service.variable(...at(workspace, 'src/a.ts', 'const')), undefined);
	});

	it('renames in the package and leaves another package alone', async () => {
		const workspace = await createWorkspace(files);
		const edits = await workspace.service.renameVariable(...at(workspace, 'src/a.ts', 'API_URL'), 'BASE_URL');
		assert.deepEqual(edits.map(({ uri }) => pathOf(uri)).sort(), [
			'.env',
			'.env.example',
			'.env.local',
			'src/a.ts',
			'src/b.ts',
		]);
		for (const { uri, range } of edits) assert.equal(slice(workspace.text(pathOf(uri)), range), 'API_URL');
	});

	it('does not rename a field that only maps to the variable', async () => {
		const workspace = await createWorkspace({
			'settings.py': 'from pydantic_settings import BaseSettings\n\nclass Settings(BaseSettings):\n    api_url: str\n',
			'.env': 'API_URL=x\n',
		});
		const edits = await workspace.service.renameVariable(...at(workspace, '.env', 'API_URL'), 'BASE_URL');
		assert.deepEqual(
			edits.map(({ uri }) => pathOf(uri)),
			['.env'],
		);
	});

	const completions: readonly (readonly [string, string, string | undefined])[] = [
		['a.ts', 'process.env.', 'API_URL'],
		['a.ts', "process.env['", 'API_URL'],
		['a.ts', 'import.meta.env.A', 'API_URL'],
		['a.py', 'os.environ["', 'API_URL'],
		['a.py', "os.getenv('A", 'API_URL'],
		['a.go', 'os.Getenv("', 'API_URL'],
		['a.rb', "ENV.fetch('", 'API_URL'],
		['a.rs', 'env::var("', 'API_URL'],
		['docker-compose.yml', 'x: ${', 'API_URL'],
		['.env.production', '', 'API_URL='],
		['.env.production', 'A=${', 'API_URL'],
		['a.ts', 'const A', undefined],
		['a.md', 'process the env. ', undefined],
	];
	for (const [path, text, expected] of completions) {
		it(`completes ${expected ?? 'nothing'} after «${text}» in ${path}`, async () => {
			const workspace = await createWorkspace({ ...files, [path]: text });
			const position = { line: 0, character: text.length };
			const proposals = workspace.service.completeVariables({ uri: uriOf(path), path, text }, position);
			assert.equal(proposals.find(({ name }) => name === 'API_URL')?.newText, expected);
		});
	}

	it('proposes in an env file what it does not hold yet', async () => {
		const workspace = await createWorkspace({ ...files, '.env.local': 'API_URL=x\n' });
		const source = { uri: uriOf('.env.local'), path: '.env.local', text: 'API_URL=x\n' };
		const names = workspace.service.completeVariables(source, { line: 1, character: 0 }).map(({ name }) => name);
		assert.ok(names.includes('TOKEN'));
		assert.ok(!names.includes('API_URL'));
	});
});
