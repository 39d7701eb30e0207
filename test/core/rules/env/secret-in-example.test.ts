import { secretInExample } from '../../../../src/core/rules/env/secret-in-example';
import { ruleTester } from '../../../support/ruleTester';

/** Made up, and in two parts so that no scanner takes it for real. */
const joined = (...parts: readonly string[]): string => parts.join('_');
const github = joined('ghp', 'aB3dE5fG7hI9jK1lM3nO5pQ7rS9tU1vW3xY5');

ruleTester(secretInExample, {
	silent: [
		{
			name: 'placeholders',
			files: {
				'.env.example':
					'SECRET=change-me\nAPI_KEY=sk-your-key-here-xxxxxxxxxxxxxxxxxxxxxxxx\nTOKEN=<token>\nAWS_ACCESS_KEY_ID=AKIAIOSFODNN7EXAMPLE\nJWT_SECRET=super-secret-development-key-1234567890\nPASSWORD=postgres\n',
			},
		},
		{ name: 'a file of one machine', files: { '.env': `TOKEN=${github}\n`, '.gitignore': '.env\n' } },
		{ name: 'a reference', files: { '.env.example': 'TOKEN=${GITHUB_TOKEN}\n' } },
		{
			name: 'long values that are no secret',
			files: {
				'.env.example': 'KEYCLOAK_REALM_PATH=realms/aB3dE5fG7hI9jK1lM3nO5pQ\nCOMMIT=0f3c9d1b7a2e4f6c8d0b1a3e5f7c9d2b\n',
			},
		},
		{ name: 'an example of tests', files: { 'test/.env.example': `TOKEN=${github}\n` } },
	],
	flagged: [
		{
			name: 'the form of a provider',
			files: { '.env.example': `A=1\nGITHUB_TOKEN="‹${github}›" # read only\n` },
			findings: [{ messageId: 'known', severity: 'warning' }],
			fixed: { '.env.example': 'A=1\nGITHUB_TOKEN="" # read only\n' },
		},
		{
			name: 'a random value of a secret',
			files: { '.env.sample': 'JWT_SECRET=‹b7f3e9a1c5d84260913fae7b2c6d8f05›\n' },
			findings: [{ messageId: 'random', severity: 'information', confidence: 'inferred' }],
			fixed: { '.env.sample': 'JWT_SECRET=\n' },
		},
		{
			name: 'a commented line',
			files: { 'api/.env.template': `# STRIPE_KEY=‹${joined('sk', 'live', '4eC39HqLyjWDarjtT1zdp7dc')}›\n` },
			findings: [{ messageId: 'known' }],
			fixed: { 'api/.env.template': '# STRIPE_KEY=\n' },
		},
		{
			name: 'a .env that Git keeps',
			files: {
				'.env': `NPM_TOKEN=‹${joined('npm', 'aB3dE5fG7hI9jK1lM3nO5pQ7rS9tU1vW3xY5')}›\n`,
				'.gitignore': 'node_modules\n',
			},
			findings: [{ messageId: 'known' }],
			fixed: { '.env': 'NPM_TOKEN=\n' },
		},
	],
});
