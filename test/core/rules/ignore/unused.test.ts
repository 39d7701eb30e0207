import assert from 'node:assert/strict';
import { unusedIgnore } from '../../../../src/core/rules/ignore/unused';
import { ruleTester } from '../../../support/ruleTester';
import { createWorkspace } from '../../../support/workspace';

const unused = [{ messageId: 'unused', severity: 'hint' }];
const unknown = [{ messageId: 'unknown' }];
const wrong = "res.status(500).json({ code: 'RENDER_STORE_FULL' });";

/** A comment that silences nothing, alone on its line; the fix takes the line. */
const alone = (path: string, open: string, close = '') => ({
	files: { [path]: `first\n  ${open}‹runbook-lens-ignore-next-line›${close}\nlast\n` },
	findings: unused,
	fixed: { [path]: 'first\nlast\n' },
});

ruleTester(unusedIgnore, {
	flagged: [
		alone('a.ts', '// '),
		alone('a.tsx', '/* ', ' */'),
		alone('a.py', '# '),
		alone('a.go', '// '),
		alone('A.java', '/* ', ' */'),
		alone('A.kt', '// '),
		alone('A.cs', '// '),
		alone('a.rs', '// '),
		alone('a.rb', '# '),
		alone('a.sh', '# '),
		alone('a.sql', '-- '),
		alone('a.yaml', '# '),
		alone('a.toml', '# '),
		alone('a.properties', '; '),
		alone('.env', '# '),
		alone('nginx.conf', '# '),
		alone('Dockerfile', '# '),
		alone('a.md', '<!-- ', ' -->'),
		alone('a.html', '<!-- ', ' -->'),
		alone('a.vue', '<!-- ', ' -->'),
		alone('a.jsonc', '// '),
		alone('a.tf', '// '),
		alone('a.prisma', '// '),
		{
			name: 'a comment behind code, of which only the comment goes',
			files: {
				'b.ts': 'const a = 1; // ‹runbook-lens-ignore-line code/wrong-status -- the gateway maps it›\nconst b = 2;\n',
			},
			findings: [{ messageId: 'unused', data: { rules: '`code/wrong-status`' } }],
			fixed: { 'b.ts': 'const a = 1;\nconst b = 2;\n' },
		},
		{
			name: 'a block comment behind code',
			files: { 'c.ts': 'const a = 1; /* ‹runbook-lens-ignore-line› */\nconst b = 2;\n' },
			findings: unused,
			fixed: { 'c.ts': 'const a = 1;\nconst b = 2;\n' },
		},
		{
			name: 'a block comment before code, which the fix leaves alone',
			files: { 'd.ts': '/* ‹runbook-lens-ignore-line› */ const a = 1;\n' },
			findings: unused,
			fixed: null,
		},
		{
			name: 'a file comment',
			files: { 'e.py': '# ‹runbook-lens-ignore-file code/wrong-status, code/misspelled›\nx = 1\n' },
			findings: [{ messageId: 'unused', data: { rules: '`code/wrong-status`, `code/misspelled`' } }],
			fixed: { 'e.py': 'x = 1\n' },
		},
		{
			name: 'a comment on the wrong line',
			files: { 'f.ts': `// ‹runbook-lens-ignore-line›\n${wrong}\n` },
			findings: unused,
			fixed: { 'f.ts': `${wrong}\n` },
		},
		{
			name: 'a comment for another rule',
			files: { 'g.ts': `// ‹runbook-lens-ignore-next-line code/misspelled›\n${wrong}\n` },
			findings: unused,
			fixed: { 'g.ts': `${wrong}\n` },
		},
		{
			name: 'a rule that does not exist',
			files: { 'h.ts': `// ‹runbook-lens-ignore-next-line code/wrong-state›\n${wrong}\n` },
			findings: [{ messageId: 'unknown', data: { rules: 'code/wrong-state' } }],
			fixed: { 'h.ts': `${wrong}\n` },
		},
		{
			name: 'rules among several that do not exist',
			files: {
				'i.ts': `// ‹runbook-lens-ignore-next-line code/gone, code/wrong-status, code/went -- why›\n${wrong}\n`,
			},
			findings: unknown,
			fixed: { 'i.ts': `// runbook-lens-ignore-next-line code/wrong-status -- why\n${wrong}\n` },
			title: 'Remove the unknown rule',
		},
		{
			name: 'the last line',
			files: { 'j.ts': 'const a = 1;\n// ‹runbook-lens-ignore-line›\n' },
			findings: unused,
			fixed: { 'j.ts': 'const a = 1;\n' },
		},
		{
			name: 'a doc comment of several lines, of which only the line goes',
			files: { 'k.ts': '/**\n * About a.\n * ‹runbook-lens-ignore-next-line›\n */\nconst a = 1;\n' },
			findings: unused,
			fixed: { 'k.ts': '/**\n * About a.\n */\nconst a = 1;\n' },
		},
	],
	silent: [
		{
			name: 'a comment that silences the next line',
			files: { 'a.ts': `// runbook-lens-ignore-next-line\n${wrong}\n` },
		},
		{
			name: 'a comment that silences its line',
			files: { 'a.ts': `${wrong} // runbook-lens-ignore-line code/wrong-status\n` },
		},
		{ name: 'a comment that silences the file', files: { 'a.ts': `/* runbook-lens-ignore-file */\n\n${wrong}\n` } },
		{
			name: 'several rules, one of which is silenced',
			files: {
				'a.ts': `// runbook-lens-ignore-next-line code/misspelled, code/wrong-status -- the gateway -- maps it\n${wrong}\n`,
			},
		},
		{ name: 'a comment that only mentions it', files: { 'a.ts': '// see runbook-lens-ignore-line\n' } },
		{ name: 'a string', files: { 'a.ts': "const a = '// runbook-lens-ignore-line';\n" } },
		{ name: 'another word', files: { 'a.ts': '// runbook-lens-ignore-lines are nice; see runbook-lens-ignore\n' } },
		{
			name: 'prose about it',
			files: { 'a.md': 'Write `runbook-lens-ignore-line` or runbook-lens-ignore-line behind it.\n' },
		},
		{
			name: 'the rule switched off',
			config: { rules: { 'ignore/unused': 'off' } },
			files: { 'a.ts': '// runbook-lens-ignore-line\n' },
		},
	],
});

describe('ignore comments', () => {
	const python = 'raise HTTPException(status_code=500, detail={"code": "RENDER_STORE_FULL"})';
	const cases: Readonly<Record<string, readonly [path: string, text: string]>> = {
		slashes: ['a.ts', `// runbook-lens-ignore-next-line code/wrong-status\n${wrong}\n`],
		'a block': ['a.ts', `/* runbook-lens-ignore-next-line */\n${wrong}\n`],
		JSX: ['a.tsx', `{/* runbook-lens-ignore-next-line */}\n${wrong}\n`],
		'a hash': ['a.py', `# runbook-lens-ignore-next-line code/wrong-status -- why\n${python}\n`],
		'a hash behind code': ['a.py', `${python}  # runbook-lens-ignore-line\n`],
		'a file': ['a.py', `${python}\n# runbook-lens-ignore-file code/wrong-status\n`],
		CRLF: ['a.ts', `// runbook-lens-ignore-next-line\r\n${wrong}\r\n`],
		'a comment of several lines that ends above': ['a.ts', `/*\n * runbook-lens-ignore-next-line\n */\n${wrong}\n`],
	};
	for (const [name, [path, text]] of Object.entries(cases)) {
		it(`silence by ${name}`, async () => {
			const workspace = await createWorkspace({ [path]: text });
			assert.deepEqual(await workspace.findings(), []);
		});
	}

	it('keep every other finding', async () => {
		const workspace = await createWorkspace({ 'a.ts': `// runbook-lens-ignore-next-line\n${wrong}\n${wrong}\n` });
		assert.deepEqual(
			(await workspace.findings()).map(({ ruleId, range }) => [ruleId, range.start.line]),
			[['code/wrong-status', 2]],
		);
	});

	it('name their reason in the facts', async () => {
		const workspace = await createWorkspace({
			'a.ts': '// runbook-lens-ignore-line code/misspelled,code/wrong-status -- it is -- so\n',
		});
		const [found] = [...workspace.service.index.facts('ignore')];
		assert.deepEqual(found?.fact.rules, ['code/misspelled', 'code/wrong-status']);
		assert.equal(found.fact.reason, 'it is -- so');
	});
});
