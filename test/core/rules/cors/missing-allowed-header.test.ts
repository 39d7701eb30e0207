import { missingAllowedHeader } from '../../../../src/core/rules/cors/missing-allowed-header';
import { ruleTester } from '../../../support/ruleTester';

/** A page that sends one header to an address that is not known here. */
const page = (key: string): string =>
	`export const list = () => fetch(\`\${import.meta.env.VITE_API_URL}/jobs\`, { headers: { ${key}: value } });\n`;
const client = {
	'web/package.json': '{ "dependencies": { "react-dom": "19" } }\n',
	'web/src/api.ts': page("‹'X-Tenant'›"),
};
const quiet = { ...client, 'web/src/api.ts': page("'X-Tenant'") };
const missing = (header = 'X-Tenant') => [{ messageId: 'missing', data: { header }, severity: 'warning' }];

/** The same page against servers of many frameworks. */
const server = (name: string, path: string, before: string, after: string) => ({
	name,
	files: { ...client, [path]: before },
	findings: missing(),
	fixed: { [path]: after },
});

ruleTester(missingAllowedHeader, {
	flagged: [
		server(
			'Express, an array over several lines',
			'api/app.js',
			"const cors = require('cors');\napp.use(cors({\n  origin,\n  allowedHeaders: [\n    'Content-Type',\n    'Authorization', // for the token\n  ],\n}));\n",
			"const cors = require('cors');\napp.use(cors({\n  origin,\n  allowedHeaders: [\n    'Content-Type',\n    'Authorization',\n    'X-Tenant', // for the token\n  ],\n}));\n",
		),
		server(
			'Express, a comma string',
			'api/app.js',
			"const cors = require('cors');\napp.use(cors({ origin, allowedHeaders: 'Content-Type,Authorization' }));\n",
			"const cors = require('cors');\napp.use(cors({ origin, allowedHeaders: 'Content-Type,Authorization,X-Tenant' }));\n",
		),
		{
			name: 'a constant of another file',
			files: {
				...client,
				'api/app.ts':
					"import cors from 'cors';\nimport { ALLOWED_HEADERS } from './headers';\napp.use(cors({ origin, allowedHeaders: ALLOWED_HEADERS }));\n",
				'api/headers.ts': 'export const ALLOWED_HEADERS = ["content-type", "authorization"] as const;\n',
			},
			findings: missing(),
			fixed: {
				'api/headers.ts': 'export const ALLOWED_HEADERS = ["content-type", "authorization", "x-tenant"] as const;\n',
			},
		},
		server(
			'options of another name, in a file of their own',
			'api/cors.ts',
			"export const corsOptions = { origin, allowedHeaders: ['Content-Type'] };\n",
			"export const corsOptions = { origin, allowedHeaders: ['Content-Type', 'X-Tenant'] };\n",
		),
		server(
			'Fastify',
			'api/app.ts',
			"import fastifyCors from '@fastify/cors';\nawait app.register(fastifyCors, { origin, allowedHeaders: ['Content-Type'] });\n",
			"import fastifyCors from '@fastify/cors';\nawait app.register(fastifyCors, { origin, allowedHeaders: ['Content-Type', 'X-Tenant'] });\n",
		),
		server(
			'Hono',
			'api/app.ts',
			"import { cors } from 'hono/cors';\napp.use('/api/*', cors({ origin, allowHeaders: ['Content-Type'] }));\n",
			"import { cors } from 'hono/cors';\napp.use('/api/*', cors({ origin, allowHeaders: ['Content-Type', 'X-Tenant'] }));\n",
		),
		server(
			'NestJS',
			'api/main.ts',
			"app.enableCors({ origin, allowedHeaders: ['Content-Type'] });\n",
			"app.enableCors({ origin, allowedHeaders: ['Content-Type', 'X-Tenant'] });\n",
		),
		server(
			'a header set by hand',
			'api/middleware/cors.js',
			"module.exports = (req, res, next) => {\n  res.setHeader('Access-Control-Allow-Headers', 'Content-Type, Authorization');\n  next();\n};\n",
			"module.exports = (req, res, next) => {\n  res.setHeader('Access-Control-Allow-Headers', 'Content-Type, Authorization, X-Tenant');\n  next();\n};\n",
		),
		server(
			'FastAPI',
			'api/main.py',
			'app.add_middleware(\n    CORSMiddleware,\n    allow_origins=origins,\n    allow_headers=["Authorization"],\n)\n',
			'app.add_middleware(\n    CORSMiddleware,\n    allow_origins=origins,\n    allow_headers=["Authorization", "X-Tenant"],\n)\n',
		),
		server(
			'Django, with the defaults of the library',
			'api/settings.py',
			'from corsheaders.defaults import default_headers\n\nCORS_ALLOW_HEADERS = [\n    *default_headers,\n    "x-request-id",\n]\n',
			'from corsheaders.defaults import default_headers\n\nCORS_ALLOW_HEADERS = [\n    *default_headers,\n    "x-request-id",\n    "x-tenant",\n]\n',
		),
		server(
			'Spring, a configuration source',
			'api/Cors.java',
			'class Cors {\n\tvoid f() {\n\t\tCorsConfiguration config = new CorsConfiguration();\n\t\tconfig.setAllowedHeaders(List.of(HttpHeaders.AUTHORIZATION, "Content-Type"));\n\t}\n}\n',
			'class Cors {\n\tvoid f() {\n\t\tCorsConfiguration config = new CorsConfiguration();\n\t\tconfig.setAllowedHeaders(List.of(HttpHeaders.AUTHORIZATION, "Content-Type", "X-Tenant"));\n\t}\n}\n',
		),
		server(
			'Spring, the registry',
			'api/Cors.java',
			'class Cors {\n\tpublic void addCorsMappings(CorsRegistry registry) {\n\t\tregistry.addMapping("/**").allowedHeaders("Authorization", "Content-Type").allowCredentials(true);\n\t}\n}\n',
			'class Cors {\n\tpublic void addCorsMappings(CorsRegistry registry) {\n\t\tregistry.addMapping("/**").allowedHeaders("Authorization", "Content-Type", "X-Tenant").allowCredentials(true);\n\t}\n}\n',
		),
		server(
			'ASP.NET',
			'api/Program.cs',
			'builder.Services.AddCors(o => o.AddPolicy("web", p => p.WithOrigins(origins).WithHeaders("content-type", "authorization")));\n',
			'builder.Services.AddCors(o => o.AddPolicy("web", p => p.WithOrigins(origins).WithHeaders("content-type", "authorization", "x-tenant")));\n',
		),
		{
			name: 'ASP.NET, bound from settings whose development file allows all',
			files: {
				...client,
				'api/Api.csproj': '<Project Sdk="Microsoft.NET.Sdk.Web"></Project>\n',
				'api/Cors.cs':
					'class Cors { void F() { if (s.AllowAll) { b.AllowAnyHeader().AllowAnyMethod(); } else { b.WithOrigins(s.AllowedOrigins).WithHeaders(s.AllowedHeaders); } } }\n',
				'api/appsettings.json':
					'{\n  "CorsOptions": {\n    "AllowAll": false,\n    "AllowedOrigins": [ "https://a.example.com" ],\n    "AllowedHeaders": [ "content-type" ]\n  }\n}\n',
				'api/appsettings.Development.json': '{ "CorsOptions": { "AllowAll": true, "AllowedOrigins": [] } }\n',
			},
			findings: missing(),
			fixed: {
				'api/appsettings.json':
					'{\n  "CorsOptions": {\n    "AllowAll": false,\n    "AllowedOrigins": [ "https://a.example.com" ],\n    "AllowedHeaders": [ "content-type", "x-tenant" ]\n  }\n}\n',
			},
		},
		server(
			'rs/cors',
			'api/main.go',
			'package main\n\nfunc main() {\n\tc := cors.New(cors.Options{AllowedHeaders: []string{"Authorization"}})\n}\n',
			'package main\n\nfunc main() {\n\tc := cors.New(cors.Options{AllowedHeaders: []string{"Authorization", "X-Tenant"}})\n}\n',
		),
		server(
			'gin-contrib',
			'api/main.go',
			'package main\n\nfunc main() {\n\tconfig := cors.DefaultConfig()\n\tconfig.AllowHeaders = []string{\n\t\t"Origin",\n\t\t"Authorization",\n\t}\n}\n',
			'package main\n\nfunc main() {\n\tconfig := cors.DefaultConfig()\n\tconfig.AllowHeaders = []string{\n\t\t"Origin",\n\t\t"Authorization",\n\t\t"X-Tenant",\n\t}\n}\n',
		),
		server(
			'Go by hand',
			'api/cors.go',
			'package api\n\nfunc corsMiddleware(w http.ResponseWriter) {\n\tw.Header().Set("Access-Control-Allow-Headers", "Content-Type, Authorization")\n}\n',
			'package api\n\nfunc corsMiddleware(w http.ResponseWriter) {\n\tw.Header().Set("Access-Control-Allow-Headers", "Content-Type, Authorization, X-Tenant")\n}\n',
		),
		server(
			'rack-cors',
			'api/config/initializers/cors.rb',
			"Rails.application.config.middleware.insert_before 0, Rack::Cors do\n  allow do\n    origins 'https://a.example.com'\n    resource '*', headers: %w[Authorization Content-Type], methods: [:get]\n  end\nend\n",
			"Rails.application.config.middleware.insert_before 0, Rack::Cors do\n  allow do\n    origins 'https://a.example.com'\n    resource '*', headers: %w[Authorization Content-Type X-Tenant], methods: [:get]\n  end\nend\n",
		),
		server(
			'Laravel',
			'api/config/cors.php',
			"<?php\n\nreturn [\n    'allowed_origins' => ['https://a.example.com'],\n    'allowed_headers' => ['Content-Type', 'Authorization'],\n];\n",
			"<?php\n\nreturn [\n    'allowed_origins' => ['https://a.example.com'],\n    'allowed_headers' => ['Content-Type', 'Authorization', 'X-Tenant'],\n];\n",
		),
		server(
			'tower-http',
			'api/main.rs',
			'fn cors() -> CorsLayer {\n    CorsLayer::new().allow_headers([AUTHORIZATION, HeaderName::from_static("x-request-id")])\n}\n',
			'fn cors() -> CorsLayer {\n    CorsLayer::new().allow_headers([AUTHORIZATION, HeaderName::from_static("x-request-id"), HeaderName::from_static("x-tenant")])\n}\n',
		),
		server(
			'nginx',
			'deploy/nginx.conf',
			"server {\n  location / {\n    add_header Access-Control-Allow-Headers 'Content-Type, Authorization' always;\n  }\n}\n",
			"server {\n  location / {\n    add_header Access-Control-Allow-Headers 'Content-Type, Authorization, X-Tenant' always;\n  }\n}\n",
		),
		server(
			'Traefik, a YAML sequence',
			'deploy/middlewares.yaml',
			'spec:\n  headers:\n    accessControlAllowHeaders:\n      - Content-Type\n      - Authorization\n    addVaryHeader: true\n',
			'spec:\n  headers:\n    accessControlAllowHeaders:\n      - Content-Type\n      - Authorization\n      - X-Tenant\n    addVaryHeader: true\n',
		),
		server(
			'ingress-nginx',
			'deploy/ingress.yaml',
			'metadata:\n  annotations:\n    nginx.ingress.kubernetes.io/cors-allow-headers: "Content-Type, Authorization"\n',
			'metadata:\n  annotations:\n    nginx.ingress.kubernetes.io/cors-allow-headers: "Content-Type, Authorization, X-Tenant"\n',
		),
		server(
			'Spring Cloud Gateway',
			'api/application.yml',
			"spring:\n  cloud:\n    gateway:\n      globalcors:\n        cors-configurations:\n          '[/**]':\n            allowedOrigins: https://a.example.com\n            allowedHeaders: [Authorization, Content-Type]\n",
			"spring:\n  cloud:\n    gateway:\n      globalcors:\n        cors-configurations:\n          '[/**]':\n            allowedOrigins: https://a.example.com\n            allowedHeaders: [Authorization, Content-Type, X-Tenant]\n",
		),
		{
			name: 'a name in the list with a stray quote, which is repaired',
			files: {
				...client,
				'api/app.js':
					"const cors = require('cors');\napp.use(cors({ origin, allowedHeaders: ['Content-Type', 'X-Tenant\"'] }));\n",
			},
			findings: missing(),
			fixed: {
				'api/app.js':
					"const cors = require('cors');\napp.use(cors({ origin, allowedHeaders: ['Content-Type', 'X-Tenant'] }));\n",
			},
		},
		{
			name: 'an axios interceptor',
			files: {
				'web/src/api.js':
					"import axios from 'axios';\nexport const api = axios.create({ baseURL: process.env.REACT_APP_API_URL });\napi.interceptors.request.use((config) => {\n  config.headers[‹'X-Tenant'›] = tenant();\n  return config;\n});\n",
				'api/app.js': "const cors = require('cors');\napp.use(cors({ origin, allowedHeaders: ['Content-Type'] }));\n",
			},
			findings: missing(),
			fixed: {
				'api/app.js':
					"const cors = require('cors');\napp.use(cors({ origin, allowedHeaders: ['Content-Type', 'X-Tenant'] }));\n",
			},
		},
		{
			name: 'axios defaults, a helper, a constant and a conditional spread',
			files: {
				'web/package.json': '{ "dependencies": { "vue": "3" } }\n',
				'web/src/a.js':
					"import axios from 'axios';\naxios.defaults.baseURL = import.meta.env.VITE_API_URL;\naxios.defaults.headers.common[‹'X-Tenant'›] = tenant;\n",
				'web/src/b.ts':
					"export function getAuthHeaders() {\n\treturn { Authorization: token, ...(csrf ? { ‹'X-CSRF-Token'›: csrf } : {}) };\n}\n",
				'web/src/c.ts':
					"import { NONCE_HEADER } from './names';\nexport const call = () => fetch(url, { method: 'POST', headers: { ‹[NONCE_HEADER]›: nonce } });\n".replace(
						'‹[NONCE_HEADER]›',
						'[‹NONCE_HEADER›]',
					),
				'web/src/names.ts': "export const NONCE_HEADER = 'x-nonce';\n",
				'api/main.py': 'app.add_middleware(CORSMiddleware, allow_origins=origins, allow_headers=["authorization"])\n',
			},
			findings: [...missing(), ...missing('X-CSRF-Token'), ...missing('x-nonce')],
			fixed: {
				'api/main.py':
					'app.add_middleware(CORSMiddleware, allow_origins=origins, allow_headers=["authorization", "x-tenant", "x-csrf-token", "x-nonce"])\n',
			},
		},
		{
			name: 'Angular, XMLHttpRequest and Headers objects',
			files: {
				'web/package.json': '{ "dependencies": { "@angular/core": "19" } }\n',
				'web/src/a.ts':
					"export const tenant: HttpInterceptorFn = (req, next) => next(req.clone({ setHeaders: { ‹'X-Tenant'›: id() } }));\n",
				'web/src/b.ts':
					"export function send(url: string) {\n\tconst xhr = new XMLHttpRequest();\n\txhr.open('POST', url);\n\txhr.setRequestHeader(‹'X-Api-Key'›, key);\n}\n",
				'web/src/c.ts':
					"export const of = (init: RequestInit) => {\n\tconst headers = new Headers(init.headers);\n\theaders.set(‹'Idempotency-Key'›, id());\n\treturn fetch(target(), { ...init, headers });\n};\n",
				'api/app.js': "const cors = require('cors');\napp.use(cors({ origin, allowedHeaders: ['Content-Type'] }));\n",
			},
			findings: [...missing(), ...missing('X-Api-Key'), ...missing('Idempotency-Key')],
			fixed: {
				'api/app.js':
					"const cors = require('cors');\napp.use(cors({ origin, allowedHeaders: ['Content-Type', 'X-Tenant', 'X-Api-Key', 'Idempotency-Key'] }));\n",
			},
		},
		{
			name: 'a list for production beside an open policy for development',
			files: {
				...client,
				'api/app.js':
					"const cors = require('cors');\nif (process.env.NODE_ENV === 'development') {\n  app.use(cors());\n} else {\n  app.use(cors({ origin, allowedHeaders: ['Content-Type'] }));\n}\n",
			},
			findings: missing(),
			fixed: {
				'api/app.js':
					"const cors = require('cors');\nif (process.env.NODE_ENV === 'development') {\n  app.use(cors());\n} else {\n  app.use(cors({ origin, allowedHeaders: ['Content-Type', 'X-Tenant'] }));\n}\n",
			},
		},
		{
			name: 'several servers, of which one reads the header',
			files: {
				...client,
				'api/package.json': '{ "dependencies": { "express": "5" } }\n',
				'api/app.js':
					"const cors = require('cors');\napp.use(cors({ origin, allowedHeaders: ['Content-Type'] }));\napp.get('/', (req, res) => res.send(req.headers['x-tenant']));\n",
				'other/package.json': '{ "dependencies": { "express": "5" } }\n',
				'other/app.js': "const cors = require('cors');\napp.use(cors());\n",
			},
			findings: missing(),
			fixed: {
				'api/app.js':
					"const cors = require('cors');\napp.use(cors({ origin, allowedHeaders: ['Content-Type', 'X-Tenant'] }));\napp.get('/', (req, res) => res.send(req.headers['x-tenant']));\n",
			},
		},
	],
	silent: [
		{
			name: 'names that differ in case only',
			files: {
				...quiet,
				'api/app.js': "const cors = require('cors');\napp.use(cors({ origin, allowedHeaders: ['x-tenant'] }));\n",
			},
		},
		{
			name: 'two names in one string',
			files: {
				...quiet,
				'api/app.js':
					"const cors = require('cors');\napp.use(cors({ origin, allowedHeaders: ['Content-Type, X-Tenant'] }));\n",
			},
		},
		{
			name: 'a server that reflects',
			files: { ...quiet, 'api/app.js': "const cors = require('cors');\napp.use(cors({ origin }));\n" },
		},
		{
			name: 'a server that reflects beside a list for one route',
			files: {
				...quiet,
				'api/app.js':
					"const cors = require('cors');\napp.use(cors());\napp.use('/embed', cors({ origin: '*', allowedHeaders: ['Content-Type'] }));\n",
			},
		},
		{
			name: 'a list that is built at run time',
			files: {
				...quiet,
				'api/app.js':
					"const cors = require('cors');\napp.use(cors({ origin, allowedHeaders: process.env.HEADERS.split(',') }));\n",
			},
		},
		{
			name: 'a list with a part that is not known',
			files: {
				...quiet,
				'api/main.py': 'app.add_middleware(CORSMiddleware, allow_headers=["authorization", *EXTRA])\n',
			},
		},
		{
			name: 'any header',
			files: {
				...quiet,
				'api/main.py': 'app.add_middleware(CORSMiddleware, allow_headers=["*"], allow_credentials=True)\n',
			},
		},
		{
			name: 'the defaults of a library',
			files: {
				...quiet,
				'web/src/api.ts': page("'X-CSRFToken'"),
				'api/settings.py': 'INSTALLED_APPS = ["corsheaders", "users"]\n',
			},
		},
		{
			name: 'a list elsewhere that has it',
			files: {
				...quiet,
				'api/app.js': "const cors = require('cors');\napp.use(cors({ origin, allowedHeaders: ['Content-Type'] }));\n",
				'deploy/nginx.conf': 'server {\n  add_header Access-Control-Allow-Headers "Content-Type, X-Tenant";\n}\n',
			},
		},
		...[
			["a request of the page's own origin", "fetch('/jobs', { headers: { 'X-Tenant': t } });\n"],
			["another host's API", "fetch('https://api.github.com/jobs', { headers: { 'X-Tenant': t } });\n"],
			[
				'a client of another host',
				"import axios from 'axios';\nconst maps = axios.create({ baseURL: 'https://maps.example.org' });\nmaps.interceptors.request.use((config) => {\n  config.headers['X-Tenant'] = t;\n  return config;\n});\nwindow.x = 1;\n",
			],
			[
				'headers that need no list',
				"fetch(url, { headers: { Accept: 'a', 'Content-Type': 'b', 'Sec-Fetch-Mode': 'c', 'User-Agent': 'd' } });\n",
			],
			[
				'headers of a response',
				"export const GET = () => new Response('', { headers: { 'X-Tenant': t } });\nwindow.x = 1;\n",
			],
			['columns of a table', "const headers = { name: 'Name', total: 'Total' };\nwindow.x = headers;\n"],
			['a well-known service', "fetch(url, { headers: { 'X-Goog-Api-Key': key } });\nwindow.x = 1;\n"],
		].map(([name = '', text = '']) => ({
			name,
			files: {
				'web/package.json': '{ "dependencies": { "react-dom": "19" } }\n',
				'web/src/a.ts': text,
				'api/app.js': "const cors = require('cors');\napp.use(cors({ origin, allowedHeaders: ['Authorization'] }));\n",
			},
		})),
		...[
			['code of a server', 'api/src/a.ts', "import fs from 'node:fs';\n"],
			['a test', 'web/src/a.test.ts', ''],
			['a mock', 'web/src/mocks/a.ts', ''],
			['an example of the documentation', 'docs/a.ts', ''],
			['a React Native app', 'mobile/src/a.ts', ''],
		].map(([name = '', path = '', head = '']) => ({
			name,
			files: {
				'mobile/package.json': '{ "dependencies": { "react-native": "0.80" } }\n',
				'web/package.json': '{ "dependencies": { "react-dom": "19" } }\n',
				[path]: head + page("'X-Tenant'"),
				'api/app.js': "const cors = require('cors');\napp.use(cors({ origin, allowedHeaders: ['Authorization'] }));\n",
			},
		})),
		{
			name: "a server of another project's folder",
			files: {
				'examples/a/web/src/api.ts': page("'X-Tenant'"),
				'examples/b/api/app.js':
					"const cors = require('cors');\napp.use(cors({ origin, allowedHeaders: ['Authorization'] }));\n",
			},
		},
		{
			name: 'options of a socket server and of a bucket',
			files: {
				...quiet,
				'api/io.js': "const io = new Server(http, { cors: { origin, allowedHeaders: ['Authorization'] } });\n",
				'infra/bucket.yaml':
					'Bucket:\n  CorsConfiguration:\n    CorsRules:\n      - AllowedHeaders: [Authorization]\n        AllowedOrigins: [a]\n',
			},
		},
	],
});
