import { malformedList } from '../../../../src/core/rules/cors/malformed-list';
import { ruleTester } from '../../../support/ruleTester';

const express = (list: string): Record<string, string> => ({
	'server/index.js': `const cors = require('cors');\napp.use(cors({ origin, allowedHeaders: ${list} }));\n`,
});
const starlette = (list: string): Record<string, string> => ({
	'app/main.py': `app.add_middleware(CORSMiddleware, allow_origins=origins, allow_headers=${list})\n`,
});

ruleTester(malformedList, {
	silent: [
		{ name: 'one name an entry', files: express("['Content-Type', 'X-Tenant']") },
		{ name: 'names in a comma string', files: express("'Content-Type, X-Tenant'") },
		{ name: 'any header', files: starlette('["*"]') },
		{ name: 'a list that is computed', files: express('headers.map(String)') },
	],
	flagged: [
		{
			name: 'a stray quote in JavaScript',
			files: express("['Content-Type', '‹X-Tenant\"›']"),
			findings: [{ messageId: 'stray', data: { name: 'X-Tenant' } }],
			fixed: express("['Content-Type', 'X-Tenant']"),
		},
		{
			name: 'two names in one string in Python',
			files: starlette('["Authorization", "‹X-Tenant, X-Request-Id›"]'),
			findings: [{ messageId: 'several' }],
			fixed: starlette('["Authorization", "X-Tenant", "X-Request-Id"]'),
		},
	],
});
