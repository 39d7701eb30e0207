import { missingExposedHeader } from '../../../../src/core/rules/cors/missing-exposed-header';
import { ruleTester } from '../../../support/ruleTester';

const page = (read: string): string =>
	`export async function list() {\n\tconst response = await fetch(\`\${import.meta.env.VITE_API_URL}/jobs\`);\n\treturn ${read};\n}\n`;
const web = { 'web/package.json': '{ "dependencies": { "react-dom": "19" } }\n' };
const server = (options: string): string =>
	`const cors = require('cors');\napp.use(cors({ origin, ${options} }));\napp.get('/jobs', (req, res) => {\n  res.setHeader('X-Total', '3');\n});\n`;
const missing = [{ messageId: 'missing', data: { header: 'X-Total' } }];

ruleTester(missingExposedHeader, {
	flagged: [
		{
			name: 'a list that lacks the header',
			files: {
				...web,
				'web/src/a.ts': page("response.headers.get(‹'X-Total'›)"),
				'api/app.js': server("exposedHeaders: ['ETag']"),
			},
			findings: missing,
			fixed: { 'api/app.js': server("exposedHeaders: ['ETag', 'X-Total']") },
		},
		{
			name: 'no list at all',
			files: {
				...web,
				'web/src/a.ts': page("response.headers.get(‹'X-Total'›)"),
				'api/app.js': server('credentials: true'),
			},
			findings: [{ messageId: 'none', data: { header: 'X-Total' } }],
			fixed: null,
		},
		{
			name: 'axios and FastAPI',
			files: {
				...web,
				'web/src/a.js':
					"import axios from 'axios';\nconst api = axios.create({ baseURL: import.meta.env.VITE_API_URL });\nexport const total = async () => {\n  const res = await api.get('/jobs');\n  return res.headers[‹'x-total'›];\n};\n",
				'api/main.py':
					'app.add_middleware(CORSMiddleware, allow_origins=o, expose_headers=["ETag"])\n\n\ndef f(response):\n    response.headers["X-Total"] = "3"\n',
			},
			findings: [{ messageId: 'missing', data: { header: 'x-total' } }],
			fixed: {
				'api/main.py':
					'app.add_middleware(CORSMiddleware, allow_origins=o, expose_headers=["ETag", "x-total"])\n\n\ndef f(response):\n    response.headers["X-Total"] = "3"\n',
			},
		},
	],
	silent: [
		{
			name: 'an exposed header',
			files: {
				...web,
				'web/src/a.ts': page("response.headers.get('x-total')"),
				'api/app.js': server("exposedHeaders: 'ETag, X-Total'"),
			},
		},
		{
			name: 'any header',
			files: {
				...web,
				'web/src/a.ts': page("response.headers.get('x-total')"),
				'api/app.js': server("exposedHeaders: ['*']"),
			},
		},
		{
			name: 'a header that is always readable',
			files: {
				...web,
				'web/src/a.ts': page("response.headers.get('Content-Type')"),
				'api/app.js': server("exposedHeaders: ['ETag']"),
			},
		},
		{
			name: 'a header that this server never returns',
			files: {
				...web,
				'web/src/a.ts': page("response.headers.get('X-Other')"),
				'api/app.js': server("exposedHeaders: ['ETag']"),
			},
		},
		{
			name: "the page's own origin",
			files: {
				...web,
				'web/src/a.ts':
					"export async function f() {\n\tconst response = await fetch('/jobs');\n\treturn response.headers.get('X-Total');\n}\n",
				'api/app.js': server("exposedHeaders: ['ETag']"),
			},
		},
	],
});
