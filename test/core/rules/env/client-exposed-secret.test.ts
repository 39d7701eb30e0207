import { clientExposedSecret } from '../../../../src/core/rules/env/client-exposed-secret';
import { ruleTester } from '../../../support/ruleTester';

ruleTester(clientExposedSecret, {
	silent: [
		{
			name: 'keys that are made for browsers',
			files: {
				'.env':
					'NEXT_PUBLIC_API_KEY=\nVITE_RECAPTCHA_SITE_KEY=\nVITE_SUPABASE_ANON_KEY=\nREACT_APP_MAPBOX_TOKEN=\nVITE_VAPID_PUBLIC_KEY=\n',
			},
		},
		{ name: 'a secret without the prefix', files: { '.env': 'STRIPE_SECRET_KEY=\nSECRET_VITE_KEY=\n' } },
		{ name: 'PUBLIC_ where it means nothing', files: { '.env': 'PUBLIC_CLIENT_SECRET=\n' } },
		{ name: 'a switch about passwords', files: { '.env': 'VITE_SHOW_PASSWORD_RESET=true\n' } },
	],
	flagged: [
		{
			files: { '.env': '‹NEXT_PUBLIC_STRIPE_SECRET_KEY›=x\n' },
			findings: [{ messageId: 'exposed', data: { prefix: 'NEXT_PUBLIC_' } }],
		},
		{
			name: 'every file that sets it, and not the code that reads it',
			files: {
				'.env.example': '# ‹REACT_APP_DB_PASSWORD›=\n',
				'.env.local': '‹REACT_APP_DB_PASSWORD›=x\n',
				'src/a.jsx': 'f(process.env.REACT_APP_DB_PASSWORD);\n',
			},
			findings: [{ messageId: 'exposed' }, { messageId: 'exposed' }],
		},
		{
			name: 'code, where no file names the variable',
			files: { 'src/a.ts': 'f(import.meta.env.‹VITE_SUPABASE_SERVICE_ROLE_KEY›);\n' },
			findings: [{ messageId: 'exposed' }],
		},
		{
			name: 'PUBLIC_ in Astro',
			files: { '.env': '‹PUBLIC_CLIENT_SECRET›=\n', 'package.json': '{ "dependencies": { "astro": "5" } }' },
			findings: [{ messageId: 'exposed' }],
		},
		{
			name: 'a Compose service',
			files: { 'compose.yml': 'services:\n  web:\n    environment:\n      - ‹VITE_DATABASE_URL›=postgres://db/app\n' },
			findings: [{ messageId: 'exposed' }],
		},
	],
});
