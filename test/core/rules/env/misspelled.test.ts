import { misspelledVariable } from '../../../../src/core/rules/env/misspelled';
import { ruleTester } from '../../../support/ruleTester';

const daemon = { catalogs: { 'render-daemon': 'on' } } as const;

ruleTester(misspelledVariable, {
	silent: [
		{ name: 'a documented name', config: daemon, files: { '.env': 'RENDER_PER_BUDGET_MB=1\n' } },
		{
			name: 'a near name that code reads',
			config: daemon,
			files: { '.env': 'RENDER_PER_BUGET_MB=1\n', 'a.ts': 'f(process.env.RENDER_PER_BUGET_MB);\n' },
		},
		{ name: 'a comment', config: daemon, files: { '.env': '# RENDER_PER_BUGET_MB=1\n' } },
		{
			name: 'a plural and another number',
			config: daemon,
			files: { '.env': 'RENDER_STORES_BUDGET_MB=1\nAUTH_KEY=\n' },
		},
		{ name: 'a catalogue that has nothing to do with it', files: { '.env': 'AUTH_TOKN=1\n' } },
		{
			name: 'a key that the example names',
			files: {
				'.env': 'DATABASE_URI=1\n',
				'.env.example': 'DATABASE_URI=\n',
				'a.ts': 'f(process.env.DATABASE_URL);\n',
				'package.json': '{}',
			},
		},
		{
			name: 'a key that another file mentions',
			files: {
				'.env': 'DATABASE_URI=1\n',
				'a.ts': 'f(process.env.DATABASE_URL);\n',
				'b.ts': "const KEY = 'DATABASE_URI';\n",
			},
		},
		{
			name: 'a variable that is set beside it',
			files: { '.env': 'DATABASE_URI=1\nDATABASE_URL=2\n', 'a.ts': 'f(process.env.DATABASE_URL);\n' },
		},
		{ name: 'names that differ in a word', files: { '.env': 'SMTP_HOST=1\n', 'a.ts': 'f(process.env.SMTP_PORT);\n' } },
	],
	flagged: [
		{
			name: 'a documented variable',
			config: daemon,
			files: { '.env.production': 'PORT=1\nexport ‹RENDER_PER_BUGET_MB›="512" # MB\n' },
			findings: [{ messageId: 'documented', data: { meant: 'RENDER_PER_BUDGET_MB' }, severity: 'warning' }],
			fixed: { '.env.production': 'PORT=1\nexport RENDER_PER_BUDGET_MB="512" # MB\n' },
		},
		{
			name: 'an example and a Compose service',
			config: daemon,
			files: {
				'.env.example': '‹RENDER_QUEUE_MAX_DEPHT›=1\n',
				'compose.yml': 'services:\n  daemon:\n    environment:\n      ‹RENDER_STORE_BUGDET_MB›: 5\n',
			},
			findings: [{ messageId: 'documented' }, { messageId: 'documented' }],
			fixed: {
				'.env.example': 'RENDER_QUEUE_MAX_DEPTH=1\n',
				'compose.yml': 'services:\n  daemon:\n    environment:\n      RENDER_STORE_BUDGET_MB: 5\n',
			},
		},
		{
			name: 'a variable that Python code reads',
			files: {
				'.env': '‹DATABSE_URL›=1\n',
				'app.py': 'import os\nurl = os.environ["DATABASE_URL"]\n',
			},
			findings: [{ messageId: 'read', data: { meant: 'DATABASE_URL' }, severity: 'information' }],
			fixed: { '.env': 'DATABASE_URL=1\n' },
		},
		{
			name: 'a variable that Go code reads',
			files: {
				'.env.local': '‹WORKER_TOKN›=1\n',
				'main.go': 'package main\n\nimport "os"\n\nvar t = os.Getenv("WORKER_TOKEN")\n',
			},
			findings: [{ messageId: 'read' }],
			fixed: { '.env.local': 'WORKER_TOKEN=1\n' },
		},
	],
});
