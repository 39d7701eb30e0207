import { wildcardWithCredentials } from '../../../../src/core/rules/cors/wildcard-with-credentials';
import { ruleTester } from '../../../support/ruleTester';

const express = (options: string): Record<string, string> => ({
	'server/index.js': `const cors = require('cors');\napp.use(cors({ ${options} }));\n`,
});
const starlette = (options: string): Record<string, string> => ({
	'app/main.py': `app.add_middleware(CORSMiddleware, ${options})\n`,
});

ruleTester(wildcardWithCredentials, {
	silent: [
		{ name: 'any origin without credentials', files: express("origin: '*'") },
		{ name: 'credentials for a named origin', files: express("origin: 'https://a.example', credentials: true") },
		{ name: 'credentials that are switched off', files: express("origin: '*', credentials: false") },
		{ name: 'an origin that is computed', files: express('origin: origins(), credentials: true') },
		{
			name: 'named origins in Python',
			files: starlette('allow_origins=["https://a.example"], allow_credentials=True'),
		},
	],
	flagged: [
		{ name: 'Express', files: express("origin: ‹'*'›, credentials: true"), findings: [{ messageId: 'refused' }] },
		{
			name: 'Starlette, which reflects the origin',
			files: starlette('allow_origins=[‹"*"›], allow_credentials=True'),
			findings: [{ messageId: 'reflected' }],
		},
	],
});
