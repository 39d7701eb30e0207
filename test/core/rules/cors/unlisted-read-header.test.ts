import { unlistedReadHeader } from '../../../../src/core/rules/cors/unlisted-read-header';
import { ruleTester } from '../../../support/ruleTester';

const express = (list: string, read: string): Record<string, string> => ({
	'server/index.js': `const cors = require('cors');\napp.use(cors({ origin, allowedHeaders: ${list} }));\napp.get('/a', (req, res) => res.json(load(req.headers[${read}])));\n`,
});

ruleTester(unlistedReadHeader, {
	silent: [
		{ name: 'a header of the list, case aside', files: express("['X-Tenant-Id']", "'x-tenant-id'") },
		{ name: 'a header of proxies', files: express("['Content-Type']", "'x-forwarded-for'") },
		{ name: 'a name that is computed', files: express("['Content-Type']", 'name') },
		{
			name: 'a server without an explicit list',
			files: { 'server/index.js': "app.get('/a', (req, res) => res.json(req.headers['x-tenant-id']));\n" },
		},
	],
	flagged: [
		{
			name: 'Express',
			files: express("['Content-Type']", "‹'x-tenant-id'›"),
			findings: [{ messageId: 'unlisted', severity: 'information' }],
			fixed: express("['Content-Type', 'x-tenant-id']", "'x-tenant-id'"),
		},
	],
});
