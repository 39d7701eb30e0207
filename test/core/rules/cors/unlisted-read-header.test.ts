import { unlistedReadHeader } from '../../../../src/core/rules/cors/unlisted-read-header';
import { ruleTester } from '../../../support/ruleTester';

const policy = (list: string): string =>
	`const cors = require('cors');\napp.use(cors({ origin, allowedHeaders: [${list}] }));\n`;
const unlisted = (header: string) => [
	{ messageId: 'unlisted', data: { header }, severity: 'information', confidence: 'inferred' },
];
const manifest = { 'package.json': '{ "dependencies": { "express": "5" } }\n' };

ruleTester(unlistedReadHeader, {
	flagged: [
		{
			name: 'Express',
			files: {
				...manifest,
				'app.js': policy("'Content-Type'"),
				'auth.js': "const f = (req) => req.get(‹'X-Tenant-Id'›);\n",
			},
			findings: unlisted('X-Tenant-Id'),
			fixed: { 'app.js': policy("'Content-Type', 'X-Tenant-Id'") },
		},
		{
			name: 'FastAPI',
			files: {
				'requirements.txt': 'fastapi\n',
				'main.py': 'app.add_middleware(CORSMiddleware, allow_origins=o, allow_headers=["authorization"])\n',
				'deps.py': 'def org(request):\n    return request.headers.get(‹"x-org-id"›)\n',
			},
			findings: unlisted('x-org-id'),
			fixed: {
				'main.py': 'app.add_middleware(CORSMiddleware, allow_origins=o, allow_headers=["authorization", "x-org-id"])\n',
			},
		},
		{
			name: 'Django',
			files: {
				'requirements.txt': 'django\n',
				'settings.py': 'CORS_ALLOW_HEADERS = ["authorization"]\n',
				'views.py': "def org(request):\n    return request.META.get(‹'HTTP_X_ORG_ID'›)\n".replace(
					"‹'HTTP_X_ORG_ID'›",
					"'‹HTTP_X_ORG_ID›'",
				),
			},
			findings: unlisted('X-Org-Id'),
			fixed: { 'settings.py': 'CORS_ALLOW_HEADERS = ["authorization", "x-org-id"]\n' },
		},
		{
			name: 'Spring',
			files: {
				'pom.xml': '<project></project>\n',
				'A.java':
					'class A { void f(CorsRegistry r) { r.addMapping("/**").allowedHeaders("Authorization", "Accept"); } }\n',
				'B.java': 'class B { void f(@RequestHeader(‹"X-Tenant-Id"›) String tenant) {} }\n',
			},
			findings: unlisted('X-Tenant-Id'),
			fixed: {
				'A.java':
					'class A { void f(CorsRegistry r) { r.addMapping("/**").allowedHeaders("Authorization", "Accept", "X-Tenant-Id"); } }\n',
			},
		},
		{
			name: 'ASP.NET',
			files: {
				'a.csproj': '<Project></Project>\n',
				'A.cs':
					'class A { void F() { services.AddCors(o => o.AddPolicy("a", p => p.WithOrigins("b").WithHeaders("c", "d"))); } }\n',
				'B.cs': 'class B { void F([FromHeader(Name = ‹"X-Tenant-Id"›)] string tenant) {} }\n',
			},
			findings: unlisted('X-Tenant-Id'),
			fixed: {
				'A.cs':
					'class A { void F() { services.AddCors(o => o.AddPolicy("a", p => p.WithOrigins("b").WithHeaders("c", "d", "x-tenant-id"))); } }\n',
			},
		},
		{
			name: 'Go',
			files: {
				'go.mod': 'module a\n',
				'a.go': 'package a\n\nvar c = cors.New(cors.Options{AllowedHeaders: []string{"Authorization"}})\n',
				'b.go': 'package a\n\nfunc f(c *gin.Context) {\n\tt := c.GetHeader(‹"X-Tenant-Id"›)\n}\n',
			},
			findings: unlisted('X-Tenant-Id'),
			fixed: {
				'a.go':
					'package a\n\nvar c = cors.New(cors.Options{AllowedHeaders: []string{"Authorization", "X-Tenant-Id"}})\n',
			},
		},
	],
	silent: [
		{
			name: 'a listed header',
			files: { ...manifest, 'app.js': policy("'x-tenant-id'"), 'a.js': "const f = (req) => req.get('X-Tenant-Id');\n" },
		},
		{
			name: 'a server without a list',
			files: {
				...manifest,
				'app.js': "const cors = require('cors');\napp.use(cors());\n",
				'a.js': "const f = (req) => req.get('X-Tenant-Id');\n",
			},
		},
		...[
			'X-Forwarded-For',
			'X-Real-IP',
			'X-Hub-Signature-256',
			'Stripe-Signature',
			'X-Internal-Secret',
			'X-Service-Token',
			'CF-Connecting-IP',
			'User-Agent',
			'If-None-Match',
			'traceparent',
			'X-Request-Id',
		].map((header) => ({
			name: `${header}, which others send`,
			files: { ...manifest, 'app.js': policy("'Content-Type'"), 'a.js': `const f = (req) => req.get('${header}');\n` },
		})),
		{
			name: 'a webhook',
			files: {
				...manifest,
				'app.js': policy("'Content-Type'"),
				'webhooks/a.js': "const f = (req) => req.get('X-Tenant-Id');\n",
			},
		},
		{
			name: 'a header of a response',
			files: {
				...manifest,
				'app.js': policy("'Content-Type'"),
				'a.js': "const f = (res) => res.headers.get('X-Tenant-Id');\n",
			},
		},
	],
});
