import assert from 'node:assert/strict';
import { rmSync } from 'node:fs';
import path from 'node:path';
import { createDirectory } from './support/cli';

const wrong = "res.status(500).json({ code: 'RENDER_STORE_FULL' });\n";

describe('check --watch', () => {
	it('checks again when files come, change and go, and when the project file does', async () => {
		const directory = createDirectory({ 'src/a.ts': wrong });
		const controller = new AbortController();
		const reports: string[] = [];
		const told: string[] = [];
		const running = directory.run(['check', '--watch'], {
			signal: controller.signal,
			stdout: (text) => reports.push(text),
			stderr: (text) => told.push(text),
		});
		const problems = async (expected: string, since: number): Promise<void> => {
			for (let tries = 0; tries < 100; tries++) {
				if (told.length > since && (reports.at(-1) ?? '').includes(expected)) return;
				await new Promise((resolve) => setTimeout(resolve, 50));
			}
			assert.fail(`«${expected}» was not reported: ${reports.at(-1) ?? ''} ${told.join('')}`);
		};
		const after = async (change: () => void, expected: string): Promise<void> => {
			const since = told.length;
			change();
			await problems(expected, since);
		};
		try {
			await problems('1 problem ', 0);
			await after(() => directory.write('src/a.ts', wrong + wrong), '2 problems ');
			await after(() => directory.write('src/new/b.ts', wrong), '3 problems ');
			await after(() => directory.write('src/new/b.ts', wrong + wrong), '4 problems ');
			await after(() => rmSync(path.join(directory.path, 'src/a.ts')), '2 problems ');
			await after(() => directory.write('runbook-lens.jsonc', '{ "rules": {'), '2 problems ');
			assert.match(told.join(''), /runbook-lens\.jsonc:1:\d+ Not valid JSON/);
			const level = '{ "rules": { "code/wrong-status": "error" } }';
			await after(() => directory.write('runbook-lens.jsonc', level), '2 problems (2 errors)');
		} finally {
			controller.abort();
		}
		assert.equal((await running).code, 0);
	});
});
