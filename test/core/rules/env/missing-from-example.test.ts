import { missingFromExample } from '../../../../src/core/rules/env/missing-from-example';
import { ruleTester } from '../../../support/ruleTester';

const example = { '.env.example': 'PORT=3000\n' };
const reading = (name: string): string => `f(process.env.${name});\n`;

ruleTester(missingFromExample, {
	silent: [
		{ name: 'no example', files: { 'a.ts': 'f(process.env.KEY_A!);\n' } },
		{ name: 'a documented name', files: { '.env.example': 'KEY_A=\n', 'a.ts': 'f(process.env.KEY_A!);\n' } },
		{
			name: 'a commented line, which documents',
			files: { '.env.example': '# KEY_A=x\n', 'a.ts': 'f(process.env.KEY_A!);\n' },
		},
		{
			name: 'an example of a folder further up',
			files: {
				...example,
				'.env.sample': 'KEY_A=\n',
				'web/.env.example': 'B=\n',
				'web/a.ts': 'f(process.env.KEY_A!);\n',
			},
		},
		{ name: "a side folder's example", files: { 'podman/env.sample': 'A=\n', 'a.ts': 'f(process.env.KEY_A!);\n' } },
		{ name: 'a default', files: { ...example, 'a.ts': "f(process.env.KEY_A ?? 'x');\n" } },
		{ name: 'a guard', files: { ...example, 'a.ts': 'if (process.env.KEY_A) f();\n' } },
		{ name: 'a comparison', files: { ...example, 'a.ts': "if (process.env.KEY_A === 'on') f();\n" } },
		{
			name: 'tests',
			files: { ...example, 'a.test.ts': 'f(process.env.KEY_A!);\n', 'tests/b.ts': 'f(process.env.KEY_A!);\n' },
		},
		{ name: 'a name for tests', files: { ...example, 'a.ts': 'f(process.env.E2E_BASE!);\n' } },
		{
			name: 'names of runtime, host and CI',
			files: {
				...example,
				'a.ts': ['NODE_ENV', 'CI', 'GITHUB_SHA', 'VERCEL_URL', 'HOME', 'npm_package_version', 'FLY_REGION']
					.map(reading)
					.join(''),
			},
		},
		{ name: 'a debug switch', files: { ...example, 'a.ts': reading('APP_DEBUG') + reading('LOG_LEVEL') } },
		{
			name: 'scripts and configuration of bundlers',
			files: { ...example, 'scripts/a.ts': 'f(process.env.KEY_A!);\n', 'vite.config.ts': 'f(process.env.KEY_A!);\n' },
		},
		{
			name: 'an alias of a documented name',
			files: { ...example, 'a.ts': 'listen(process.env.HTTP_PORT || process.env.PORT);\n' },
		},
		{
			name: 'what the image sets',
			files: { ...example, 'a.ts': reading('GIT_VERSION_TAG'), Dockerfile: 'FROM node\nENV GIT_VERSION_TAG=1\n' },
		},
		{
			name: 'what the program sets',
			files: { ...example, 'a.ts': "process.env.KEY_A ||= 'x';\nf(process.env.KEY_A!);\n" },
		},
		{ name: 'a dynamic name', files: { ...example, 'a.ts': 'f(process.env[`KEY_${x}`]);\n' } },
		{ name: 'an assignment', files: { ...example, 'a.ts': "process.env.KEY_A = 'x';\n" } },
		{
			name: 'a .env that Git keeps',
			files: { '.env': 'KEY_A=\n', '.gitignore': '.env.local\n', 'a.ts': 'f(process.env.KEY_A!);\n' },
		},
		{
			name: "a kept .env that holds a tool's own key",
			files: { '.env': 'COMPOSE_PROJECT_NAME=x\n', '.gitignore': '.env.local\n', 'a.ts': 'f(process.env.KEY_A!);\n' },
		},
		{
			name: 'a .env that Git leaves out',
			files: { '.env': 'B=\n', '.gitignore': '.env\n', 'a.ts': 'f(process.env.KEY_A!);\n' },
		},
		{ name: 'Python with a default', files: { ...example, 'a.py': 'import os\nx = os.getenv("KEY_A", "x")\n' } },
		{
			name: 'Compose in another folder',
			files: { ...example, 'docker/compose.yml': 'services:\n  a:\n    image: ${KEY_A}\n' },
		},
		{
			name: 'an optional variable that is asserted behind a question',
			files: { ...example, 'a.ts': 'if (process.env.KEY_A) f();\ng(process.env.KEY_A ?? 1);\n' },
		},
	],
	flagged: [
		{
			name: 'an assertion in TypeScript',
			files: { 'src/a.ts': 'f(process.env.‹KEY_A›!);\n', ...example },
			findings: [
				{
					messageId: 'assumes',
					severity: 'warning',
					confidence: 'certain',
					data: { name: 'KEY_A', example: '.env.example' },
				},
			],
			fixed: { '.env.example': 'PORT=3000\nKEY_A=\n' },
			title: 'Add `KEY_A` to `.env.example`',
		},
		{
			name: 'a plain read',
			files: { 'src/a.ts': 'f(process.env.‹KEY_A›);\n', ...example },
			findings: [{ messageId: 'plain', severity: 'information', confidence: 'inferred' }],
			fixed: { '.env.example': 'PORT=3000\nKEY_A=\n' },
		},
		{
			name: 'one of a group that is optional, and one that only a set-up leaves out',
			files: {
				'a/a.ts': 'if (!process.env.SYNC_APP_ID) return;\nf(process.env.‹SYNC_APP_KEY›!);\n',
				'a/.env.example': 'PORT=3000\n',
				'b/a.ts': 'f(process.env.‹KEY_A›!);\n',
				'b/.env.docker-light.example': 'PORT=3000\n',
			},
			findings: [{ messageId: 'plain' }, { messageId: 'plain' }],
			fixed: { 'a/.env.example': 'PORT=3000\nSYNC_APP_KEY=\n', 'b/.env.docker-light.example': 'PORT=3000\nKEY_A=\n' },
		},
		{
			name: 'a read that needs it and one that asks',
			files: { 'src/a.ts': 'f(process.env.‹KEY_A›!);\nif (process.env.KEY_A) g();\n', ...example },
			findings: [{ messageId: 'plain' }],
			fixed: { '.env.example': 'PORT=3000\nKEY_A=\n' },
		},
		{
			name: 'one finding for many reads, where it is needed most',
			files: { 'a.ts': reading('KEY_A'), 'b.ts': 'f(`${process.env.‹KEY_A›}/x`);\n', ...example },
			findings: [{ messageId: 'assumes' }],
			fixed: { '.env.example': 'PORT=3000\nKEY_A=\n' },
		},
		{
			name: 'Python, with the prefix, quotes and export of the file',
			files: {
				'api/app.py': 'import os\nhost = os.environ["‹SMTP_HOST›"]\n',
				'api/.env.template': 'export SMTP_PORT="25"\nexport SMTP_USER="a"\n\nexport OTHER="1"\n',
			},
			findings: [{ messageId: 'assumes' }],
			fixed: {
				'api/.env.template': 'export SMTP_PORT="25"\nexport SMTP_USER="a"\nexport SMTP_HOST=""\n\nexport OTHER="1"\n',
			},
		},
		{
			name: 'Go',
			files: {
				'main.go': 'package main\n\nimport "os"\n\nvar key = os.Getenv("‹API_KEY›")\n',
				'example.env': 'PORT=1\n',
			},
			findings: [{ messageId: 'plain' }],
			fixed: { 'example.env': 'PORT=1\nAPI_KEY=\n' },
		},
		{
			name: 'Rust',
			files: {
				'src/main.rs': 'fn main() { let key = std::env::var("‹API_KEY›").unwrap(); }\n',
				'.env.dist': 'PORT=1\n',
			},
			findings: [{ messageId: 'assumes' }],
			fixed: { '.env.dist': 'PORT=1\nAPI_KEY=\n' },
		},
		{
			name: 'Ruby and PHP',
			files: {
				'a/app.rb': "url = ENV.fetch('‹API_URL›')\n",
				'a/.env.example': 'PORT=1\n',
				'b/app.php': "<?php\n$x = 'https://' . getenv('‹API_HOST›') . '/x';\n",
				'b/.env.example': 'PORT=1\n',
			},
			findings: [{ messageId: 'assumes' }, { messageId: 'assumes' }],
			fixed: { 'a/.env.example': 'PORT=1\nAPI_URL=\n', 'b/.env.example': 'PORT=1\nAPI_HOST=\n' },
		},
		{
			name: 'Compose beside its example',
			files: { 'compose.yml': 'services:\n  a:\n    image: ${‹IMAGE_TAG›:?set it}\n', ...example },
			findings: [{ messageId: 'assumes' }],
			fixed: { '.env.example': 'PORT=3000\nIMAGE_TAG=\n' },
		},
		{
			name: 'names that look like those of a host',
			files: { 'a.ts': 'f(process.env.‹VERCEL_PROJECT_ID›!, process.env.‹GITHUB_CLIENT_ID›!);\n', ...example },
			findings: [{ messageId: 'assumes' }, { messageId: 'assumes' }],
			fixed: { '.env.example': 'PORT=3000\nVERCEL_PROJECT_ID=\nGITHUB_CLIENT_ID=\n' },
		},
		{
			name: 'what a catalogue knows of it, in paragraphs',
			config: { catalogs: { 'render-daemon': 'on' } },
			files: {
				'render-daemon/a.ts': 'f(Number(process.env.‹RATE_LIMIT_RPM›!));\n',
				'render-daemon/.env.example': '# One\nA=1\n\n# Two\nB=2\n\n# Three\nC=3\n\n# Four\nD=4\n',
			},
			findings: [{ messageId: 'assumes' }],
			fixed: {
				'render-daemon/.env.example':
					'# One\nA=1\n\n# Two\nB=2\n\n# Three\nC=3\n\n# Four\nD=4\n\n# How many requests a minute one IP address may send to the render endpoints.\nRATE_LIMIT_RPM=20\n',
			},
		},
		{
			name: 'comments behind the values',
			config: { catalogs: { 'render-daemon': 'on' } },
			files: {
				'render-daemon/a.ts': 'f(Number(process.env.‹SLOW_REQUEST_MS›!));\n',
				'render-daemon/.env.example': 'A=1 # one\nB=2 # two\n',
			},
			findings: [{ messageId: 'assumes' }],
			fixed: {
				'render-daemon/.env.example':
					'A=1 # one\nB=2 # two\nSLOW_REQUEST_MS=1000 # How many milliseconds a request may take before the daemon logs `slow_request`.\n',
			},
		},
	],
});
