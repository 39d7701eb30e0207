import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import { createWorkspace } from '../support/workspace';
import { runCli } from './support/cli';

interface Expected {
	readonly rule: string;
	readonly file: string;
	readonly line: number;
	readonly text: string;
}

interface Found {
	readonly ruleId: string;
	readonly file: string;
	readonly range: { readonly start: { line: number; column: number }; readonly end: { line: number; column: number } };
}

describe('check examples', () => {
	it('reports exactly the planted mistakes, where they are', async () => {
		const known = new Set((await createWorkspace({})).service.rules.map((rule) => rule.id as string));
		const expected = JSON.parse(readFileSync('examples/expected.json', 'utf8')) as Expected[];
		const { stdout, stderr, code } = await runCli(['check', 'examples', '--format', 'json']);
		assert.equal(stderr, '');
		assert.equal(code, 1);
		const { findings } = JSON.parse(stdout) as { findings: Found[] };
		assert.deepEqual(
			findings
				.map((finding) => `${finding.file}:${finding.range.start.line} ${finding.ruleId} ${textOf(finding)}`)
				.sort(),
			expected
				.filter(({ rule }) => known.has(rule))
				.map(({ file, line, rule, text }) => `${file}:${line} ${rule} ${text}`)
				.sort(),
		);
	});
});

function textOf({ file, range: { start, end } }: Found): string {
	const lines = readFileSync(`examples/${file}`, 'utf8').split(/\r\n|\r|\n/);
	const line = lines[start.line - 1] ?? '';
	return line.slice(start.column - 1, start.line === end.line ? end.column - 1 : undefined);
}
