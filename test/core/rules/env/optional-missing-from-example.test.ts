import { optionalMissingFromExample } from '../../../../src/core/rules/env/optional-missing-from-example';
import { ruleTester } from '../../../support/ruleTester';

const example = { '.env.example': 'PORT=3000\n' };
const on = { rules: { 'env/optional-missing-from-example': 'hint' } } as const;

ruleTester(optionalMissingFromExample, {
	silent: [
		{ name: 'whatever, unless asked for', files: { 'a.ts': "f(process.env.POOL_SIZE ?? '10');\n", ...example } },
		{ name: 'a variable that is needed', config: on, files: { 'a.ts': 'f(process.env.POOL_SIZE!);\n', ...example } },
		{ name: 'a documented one', config: on, files: { 'a.ts': "f(process.env.PORT ?? '10');\n", ...example } },
	],
	flagged: [
		{
			name: 'a default',
			config: on,
			files: { 'a.ts': "f(process.env.‹POOL_SIZE› ?? '10');\n", ...example },
			findings: [{ messageId: 'optional', severity: 'hint' }],
			fixed: { '.env.example': 'PORT=3000\nPOOL_SIZE=10\n' },
		},
		{
			name: 'a default in Python',
			config: on,
			files: { 'a.py': 'import os\nx = os.environ.get("‹POOL_SIZE›", "10")\n', ...example },
			findings: [{ messageId: 'optional' }],
			fixed: { '.env.example': 'PORT=3000\nPOOL_SIZE=10\n' },
		},
		{
			name: 'a guard',
			config: on,
			files: { 'a.ts': 'if (process.env.‹CACHE_DIR›) f();\n', ...example },
			findings: [{ messageId: 'optional' }],
			fixed: { '.env.example': 'PORT=3000\nCACHE_DIR=\n' },
		},
	],
});
