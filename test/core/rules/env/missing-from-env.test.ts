import { missingFromEnv } from '../../../../src/core/rules/env/missing-from-env';
import { ruleTester } from '../../../support/ruleTester';

const code = { 'src/a.ts': 'f(process.env.API_URL!, process.env.API_KEY!);\n' };
const example = { '.env.example': 'PORT=3000\nAPI_URL=http://localhost\nAPI_KEY=\n' };

ruleTester(missingFromEnv, {
	silent: [
		{ name: 'no local file', files: { ...example, ...code } },
		{ name: 'a local file that has all', files: { '.env': 'API_URL=a\nAPI_KEY=b\n', ...example, ...code } },
		{
			name: 'two local files together',
			files: { '.env': 'API_URL=a\n', '.env.local': 'API_KEY=b\n', ...example, ...code },
		},
		{ name: 'a commented key', files: { '.env': 'API_URL=a\n# API_KEY=b\n', ...example, ...code } },
		{
			name: 'a default in the code',
			files: { '.env': 'PORT=1\n', ...example, 'a.ts': "f(process.env.API_URL || 'x');\n" },
		},
		{ name: 'a variable that nothing reads', files: { '.env': 'PORT=1\n', ...example } },
		{ name: 'tests only', files: { '.env': 'PORT=1\n', ...example, 'a.test.ts': 'f(process.env.API_URL!);\n' } },
		{ name: 'the file of a mode', files: { '.env.production': 'PORT=1\n', ...example, ...code } },
	],
	flagged: [
		{
			name: 'two keys',
			files: { '.env': '‹PORT›=1\n', ...example, ...code },
			findings: [
				{ messageId: 'missing', data: { names: '`API_URL` and `API_KEY`', are: 'are' }, severity: 'information' },
			],
			fixed: { '.env': 'PORT=1\nAPI_URL=http://localhost\nAPI_KEY=\n' },
			title: 'Add `API_URL` and `API_KEY`',
		},
		{
			name: 'one key, in Python, beside its kin',
			files: {
				'api/.env': '‹DB_HOST›=a\nDB_PORT=1\n\nPORT=2\n',
				'api/.env.example': 'DB_HOST=\nDB_PORT=\nDB_USER=app\nPORT=\n',
				'api/app.py': 'import os\nuser = os.environ["DB_USER"]\n',
			},
			findings: [{ messageId: 'missing', data: { are: 'is', them: 'it' } }],
			fixed: { 'api/.env': 'DB_HOST=a\nDB_PORT=1\nDB_USER=app\n\nPORT=2\n' },
		},
	],
});
