import { unusedInExample } from '../../../../src/core/rules/env/unused-in-example';
import { ruleTester } from '../../../support/ruleTester';

const code = { 'a.ts': 'f(process.env.PORT);\n' };

ruleTester(unusedInExample, {
	silent: [
		{ name: 'a read', files: { '.env.example': 'OLD_HOST=\n', 'a.py': 'import os\nos.getenv("OLD_HOST")\n' } },
		{
			name: 'a read of another package',
			files: {
				'a/.env.example': 'OLD_HOST=\n',
				'b/a.go': 'package b\n\nimport "os"\n\nvar x = os.Getenv("OLD_HOST")\n',
			},
		},
		{ name: 'a comment', files: { '.env.example': '# OLD_HOST=\n', ...code } },
		{ name: 'a mention', files: { '.env.example': 'OLD_HOST=\n', 'a.tf': 'variable "OLD_HOST" {}\n' } },
		{
			name: 'Compose and workflows',
			files: {
				'.env.example': 'OLD_HOST=\nOLD_KEY=\n',
				'compose.yml': 'services:\n  a:\n    image: ${OLD_HOST}\n',
				'.github/workflows/a.yml': 'env:\n  X: ${{ secrets.OLD_KEY }}\n',
			},
		},
		{
			name: 'a computed name',
			files: {
				'.env.example': 'OLD_HOST=\nA_OLD_KEY=\n',
				'a.ts': 'f(process.env[`OLD_${x}`], process.env[`${x}_KEY`]);\n',
			},
		},
		{
			name: 'another key that reads it',
			files: { '.env.example': 'OLD_HOST=a\nURL_A=http://${OLD_HOST}\n', 'a.ts': 'f(process.env.URL_A);\n' },
		},
		{
			name: 'names of tools',
			files: { '.env.example': 'COMPOSE_PROJECT_NAME=a\nOTEL_SERVICE_NAME=a\nDJANGO_SETTINGS_MODULE=a.b\n', ...code },
		},
		{
			name: 'a library that reads it',
			files: {
				'.env.example': 'OPENAI_API_KEY=\nSENTRY_RELEASE_NAME=\n',
				'package.json': '{ "dependencies": { "openai": "4", "@sentry/node": "8" } }',
			},
		},
		{
			name: 'an image that reads it',
			files: {
				'.env.example': 'POSTGRES_PASSWORD=\n',
				'compose.yml': 'services:\n  db:\n    image: postgres\n    env_file: .env\n',
			},
		},
		{ name: 'a name of one word', files: { '.env.example': 'LEGACY=\n', ...code } },
		{ name: 'a local file', files: { '.env': 'OLD_HOST=\n', ...code } },
	],
	flagged: [
		{
			files: { '.env.example': 'PORT=1\n‹OLD_CACHE_HOST›=x\n', ...code },
			findings: [{ messageId: 'unused', severity: 'hint', confidence: 'inferred' }],
		},
		{
			name: 'a name that only documents mention',
			files: {
				'api/.env.sample': '‹OLD_CACHE_HOST›=\n',
				'README.md': 'Set `OLD_CACHE_HOST`.\n',
				'api/a.py': 'import os\nos.environ["PORT"]\n',
			},
			findings: [{ messageId: 'unused' }],
		},
	],
});
