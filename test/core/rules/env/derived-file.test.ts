import { derivedFile } from '../../../../src/core/rules/env/derived-file';
import { ruleTester } from '../../../support/ruleTester';

const scripts = (commands: Record<string, string>): string => `${JSON.stringify({ scripts: commands })}\n`;

ruleTester(derivedFile, {
	silent: [
		{
			name: 'a first copy of the example',
			files: {
				'.env': 'A=1\nB=2\n',
				'.env.example': 'A=\n',
				'package.json': scripts({ setup: 'cp .env.example .env' }),
			},
		},
		{
			name: 'a file that is as it was copied',
			files: {
				'.env': 'A=1\n',
				'.env.dev': 'A=2\n',
				'.env.local': 'A=1\n',
				'package.json': scripts({ dev: 'cp .env.dev .env', back: 'cp .env.local .env' }),
			},
		},
		{
			name: 'a source that is not here',
			files: {
				'.env': 'A=1\nB=2\n',
				'.env.dev': 'A=2\n',
				'package.json': scripts({ dev: 'cp .env.dev .env', prod: 'cp .env.prod .env' }),
			},
		},
		{
			name: 'a copy in another folder',
			files: { '.env': 'B=2\n', '.env.dev': 'A=1\n', 'package.json': scripts({ dev: 'cp .env.dev dist/.env' }) },
		},
		{ name: 'other files', files: { '.env': 'A=1\n', 'package.json': scripts({ build: 'cp README.md dist' }) } },
	],
	flagged: [
		{
			name: 'a key that no source has',
			files: {
				'web/.env': 'A=1\n‹NEW›="x" # test\n',
				'web/.env.dev': 'A=2\n',
				'web/.env.local': 'A=1\n',
				'web/package.json': scripts({ 'use:dev': 'cp .env.dev .env && next dev', 'use:local': 'cp .env.local .env' }),
			},
			findings: [{ messageId: 'lost', data: { name: 'NEW', script: 'use:local', source: '.env.local' } }],
			fixed: { 'web/.env.local': 'A=1\nNEW="x" # test\n' },
			title: 'Add it to `.env.local`',
		},
		{
			name: 'copy, cross-env and flags',
			files: {
				'.env': '‹B›=1\n',
				'.env.staging': 'A=1\n',
				'package.json': scripts({ stage: 'cross-env X=1 shx cp -f ./.env.staging ./.env; vite' }),
			},
			findings: [{ messageId: 'lost', data: { source: '.env.staging' } }],
			fixed: { '.env.staging': 'A=1\nB=1\n' },
		},
		{
			name: 'a redirection of Composer',
			files: {
				'.env': '‹B›=1\n',
				'.env.ci': 'A=1\n',
				'composer.json': scripts({ ci: ['cat .env.ci > .env'] as unknown as string }),
			},
			findings: [{ messageId: 'lost' }],
			fixed: { '.env.ci': 'A=1\nB=1\n' },
		},
	],
});
