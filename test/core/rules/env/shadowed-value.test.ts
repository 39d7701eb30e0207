import { shadowedValue } from '../../../../src/core/rules/env/shadowed-value';
import { ruleTester } from '../../../support/ruleTester';

const using = (name: string): string => `{ "dependencies": { "${name}": "1" } }`;

ruleTester(shadowedValue, {
	silent: [
		{
			name: 'Next, which reads .env.local first',
			files: { '.env.local': 'A=1\n', '.env.development': 'A=2\n', 'package.json': using('next') },
		},
		{
			name: 'equal values',
			files: { '.env.local': 'A=1\n', '.env.development': 'A="1"\n', 'package.json': using('vite') },
		},
		{ name: 'an unknown loader', files: { '.env.local': 'A=1\n', '.env.development': 'A=2\n' } },
		{ name: 'the usual override', files: { '.env': 'A=1\n', '.env.local': 'A=2\n', 'package.json': using('vite') } },
		{
			name: 'a comment and an empty value',
			files: { '.env.local': 'A=1\nB=1\n', '.env.development': '# A=2\nB=\n', 'package.json': using('vite') },
		},
		{
			name: 'Compose without a value of its own',
			files: {
				'compose.yml': 'services:\n  a:\n    env_file: .env\n    environment:\n      - A\n      - B=${A}\n',
				'.env': 'A=1\nC=2\n',
			},
		},
	],
	flagged: [
		{
			name: 'Vite',
			files: { '.env.local': '‹A›=1\n', '.env.development': 'A=2\n', 'package.json': using('vite') },
			findings: [{ messageId: 'mode', data: { mode: 'development', winner: '.env.development', file: '.env.local' } }],
		},
		{
			name: 'dotenv-flow and SvelteKit',
			files: {
				'a/.env.local': '‹A›=1\n',
				'a/.env.production': 'A=2\n',
				'a/package.json': using('dotenv-flow'),
				'b/.env.local': '‹A›=1\n',
				'b/.env.production': 'A=2\n',
				'b/package.json': using('@sveltejs/kit'),
			},
			findings: [{ messageId: 'mode' }, { messageId: 'mode' }],
		},
		{
			name: 'Compose',
			files: {
				'compose.yml': 'services:\n  api:\n    env_file: ./api/.env\n    environment:\n      LEVEL: debug\n',
				'api/.env': '‹LEVEL›=info\nA=1\n',
			},
			findings: [{ messageId: 'compose', data: { service: 'api', winner: 'compose.yml' } }],
		},
	],
});
