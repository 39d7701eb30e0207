import { originNotAllowed } from '../../../../src/core/rules/cors/origin-not-allowed';
import { ruleTester } from '../../../support/ruleTester';

const differs = (origin = 'http://localhost:5173') => [
	{ messageId: 'differs', data: { origin }, confidence: 'inferred' },
];
const web = {
	'web/package.json': '{ "name": "web" }\n',
	'web/vite.config.ts': 'export default defineConfig({ server: { port: 5173 } });\n',
};

ruleTester(originNotAllowed, {
	flagged: [
		{
			name: 'a page beside the server',
			files: {
				...web,
				'api/package.json': '{ "name": "api" }\n',
				'api/.env': 'CORS_ORIGIN="‹http://localhost:3000›" # the page\n',
			},
			findings: differs(),
			fixed: { 'api/.env': 'CORS_ORIGIN="http://localhost:5173" # the page\n' },
		},
		{
			name: 'a port in a script, several origins',
			files: {
				'web/package.json': '{ "name": "web", "scripts": { "dev": "next dev -p 4000" } }\n',
				'api/package.json': '{ "name": "api" }\n',
				'api/.env': 'ALLOWED_ORIGINS=‹http://localhost:3000,http://127.0.0.1:3001›\n',
			},
			findings: differs('http://localhost:4000'),
			fixed: null,
		},
		{
			name: 'compose',
			files: {
				...web,
				'docker-compose.yml': 'services:\n  api:\n    environment:\n      ALLOWED_ORIGIN: ‹http://localhost:3000›\n',
			},
			findings: differs(),
			fixed: {
				'docker-compose.yml': 'services:\n  api:\n    environment:\n      ALLOWED_ORIGIN: http://localhost:5173\n',
			},
		},
	],
	silent: [
		{ name: 'the origin of the page', files: { ...web, '.env': 'ALLOWED_ORIGIN=http://localhost:5173\n' } },
		{
			name: 'one of several',
			files: { ...web, '.env': 'ALLOWED_ORIGINS=http://localhost:3000,http://localhost:5173\n' },
		},
		{
			name: 'an origin of production',
			files: { ...web, '.env.production': 'ALLOWED_ORIGIN=https://app.example.com\n' },
		},
		{ name: 'any origin', files: { ...web, '.env': 'ALLOWED_ORIGIN=*\n' } },
		{
			name: 'a page whose requests go through its own server',
			files: {
				...web,
				'web/vite.config.ts':
					"export default defineConfig({ server: { port: 5173, proxy: { '/api': 'http://localhost:8080' } } });\n",
				'.env': 'ALLOWED_ORIGIN=http://localhost:3000\n',
			},
		},
		{ name: 'no page with a known port', files: { '.env': 'ALLOWED_ORIGIN=http://localhost:3000\n' } },
		{ name: 'another variable', files: { ...web, '.env': 'PUBLIC_URL=http://localhost:3000\n' } },
	],
});
