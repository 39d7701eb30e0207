import { twoLoaders } from '../../../../src/core/rules/env/two-loaders';
import { ruleTester } from '../../../support/ruleTester';

const python = { 'pyproject.toml': '[project]\nname = "bot"\n' };
const settings = 'model_config = SettingsConfigDict(env_file=(".env", "env.local"))\n';

ruleTester(twoLoaders, {
	silent: [
		{
			name: 'one file',
			files: { ...python, '.env': 'A=1\nB=2\n', 'a.py': 'load_dotenv()\n', 'b.py': 'load_dotenv(".env")\n' },
		},
		{
			name: 'the same keys',
			files: { ...python, '.env': 'A=1\n', 'env.dev': 'A=2\n', 'app.py': settings, 'w.py': 'load_dotenv("env.dev")\n' },
		},
		{
			name: 'files that have little in common',
			files: {
				...python,
				'.env': 'A=1\nB=2\nC=3\n',
				'env.dev': 'A=1\n',
				'app.py': settings,
				'w.py': 'load_dotenv("env.dev")\n',
			},
		},
		{
			name: 'a chain in one module',
			files: {
				...python,
				'.env': 'A=1\nB=2\nC=3\n',
				'.env.local': 'A=1\nB=2\n',
				'a.py': 'load_dotenv(".env.local")\nload_dotenv()\n',
			},
		},
		{
			name: 'tests',
			files: {
				...python,
				'.env': 'A=1\nB=2\nC=3\n',
				'.env.test': 'A=1\nB=2\n',
				'app.py': settings,
				'tests/conftest.py': 'load_dotenv(".env.test")\n',
			},
		},
		{
			name: 'two packages',
			files: {
				'a/package.json': '{}',
				'b/package.json': '{}',
				'a/.env': 'A=1\nB=2\n',
				'b/.env.dev': 'A=1\n',
				'a/i.js': "require('dotenv').config()\n",
				'b/i.js': "require('dotenv').config({ path: '.env.dev' })\n",
			},
		},
		{
			name: 'an example',
			files: {
				...python,
				'.env': 'A=1\nB=2\n',
				'env.example': 'A=\n',
				'app.py': settings,
				'w.py': 'load_dotenv(f"env.{X}")\n',
			},
		},
	],
	flagged: [
		{
			name: 'pydantic settings and a worker',
			files: {
				...python,
				'.env': 'A=1\nB=2\n‹MODEL›="x" # tts\nC=3\n',
				'env.dev': 'A=1\nB=2\nC=3\n',
				'app/config.py': settings,
				'worker/main.py': 'load_dotenv(f"env.{ENV}")\n',
			},
			findings: [
				{
					messageId: 'absent',
					data: { name: 'MODEL', other: 'env.dev', by: 'worker/main.py' },
					confidence: 'inferred',
				},
			],
			fixed: { 'env.dev': 'A=1\nB=2\nMODEL="x" # tts\nC=3\n' },
		},
		{
			name: 'two entry points of Node',
			files: {
				'package.json': '{}',
				'.env': 'A=1\nB=2\n',
				'.env.worker': 'A=1\nB=2\n‹QUEUE›=x\n',
				'src/server.ts': "import 'dotenv/config';\n",
				'src/worker.ts': "dotenv.config({ path: '.env.worker' });\n",
			},
			findings: [{ messageId: 'absent', data: { other: '.env' } }],
			fixed: { '.env': 'A=1\nB=2\nQUEUE=x\n' },
		},
	],
});
