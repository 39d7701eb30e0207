import { missingExposedHeader } from '../../../../src/core/rules/cors/missing-exposed-header';
import { ruleTester } from '../../../support/ruleTester';

const page = (name: string, base = '${import.meta.env.VITE_API_URL}'): Record<string, string> => ({
	'web/package.json': '{ "dependencies": { "react-dom": "19" } }\n',
	'web/src/api.ts': `export async function list() {\n\tconst response = await fetch(\`${base}/jobs\`);\n\treturn response.headers.get(${name});\n}\n`,
});
const server = (list: string, sent = "'X-Total-Count'"): Record<string, string> => ({
	'server/index.js': `const cors = require('cors');\napp.use(cors({ origin, exposedHeaders: ${list} }));\napp.get('/jobs', (req, res) => { res.setHeader(${sent}, '3'); res.json([]); });\n`,
});

ruleTester(missingExposedHeader, {
	silent: [
		{ name: 'an exposed header', files: { ...page("'X-Total-Count'"), ...server("['x-total-count']") } },
		{
			name: 'a header that every page may read',
			files: { ...page("'Content-Type'"), ...server("['ETag']", "'Content-Type'") },
		},
		{ name: 'another origin', files: { ...page("'X-Total-Count'", 'https://api.github.com'), ...server("['ETag']") } },
		{ name: 'a header that the server does not send', files: { ...page("'X-Other'"), ...server("['ETag']") } },
	],
	flagged: [
		{
			name: 'a header that the list lacks',
			files: { ...page("‹'X-Total-Count'›"), ...server("['ETag']") },
			findings: [{ messageId: 'missing', data: { header: 'X-Total-Count' } }],
			fixed: server("['ETag', 'X-Total-Count']"),
		},
	],
});
