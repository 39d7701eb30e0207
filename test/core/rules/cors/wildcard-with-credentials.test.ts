import { wildcardWithCredentials } from '../../../../src/core/rules/cors/wildcard-with-credentials';
import { ruleTester } from '../../../support/ruleTester';

const refused = [{ messageId: 'refused', severity: 'warning' }];
const reflected = [{ messageId: 'reflected', severity: 'information' }];

ruleTester(wildcardWithCredentials, {
	flagged: [
		{
			name: 'Express on a router',
			files: { 'a.js': "const cors = require('cors');\nrouter.use(cors({ origin: ‹'*'›, credentials: true }));\n" },
			findings: refused,
			fixed: { 'a.js': "const cors = require('cors');\nrouter.use(cors({ origin: '*', credentials: false }));\n" },
		},
		{
			name: 'NestJS',
			files: { 'a.ts': 'app.enableCors({ origin: ‹"*"›, credentials: true, exposedHeaders: ["X-A"] });\n' },
			findings: refused,
			fixed: { 'a.ts': 'app.enableCors({ origin: "*", credentials: false, exposedHeaders: ["X-A"] });\n' },
		},
		{
			name: 'Spring',
			files: { 'A.java': 'class A { @CrossOrigin(origins = ‹"*"›, allowCredentials = "true") void f() {} }\n' },
			findings: refused,
			fixed: { 'A.java': 'class A { @CrossOrigin(origins = "*", allowCredentials = "false") void f() {} }\n' },
		},
		{
			name: 'ASP.NET',
			files: {
				'A.cs':
					'class A { void F() { services.AddCors(o => o.AddPolicy("a", p => p.‹AllowAnyOrigin›().AllowAnyHeader().AllowCredentials())); } }\n',
			},
			findings: refused,
			fixed: null,
		},
		{
			name: 'Go',
			files: {
				'a.go':
					'package a\n\nvar c = cors.New(cors.Options{AllowedOrigins: []string{‹"*"›}, AllowCredentials: true})\n',
			},
			findings: refused,
			fixed: {
				'a.go': 'package a\n\nvar c = cors.New(cors.Options{AllowedOrigins: []string{"*"}, AllowCredentials: false})\n',
			},
		},
		{
			name: 'rack-cors',
			files: {
				'a.rb':
					"use Rack::Cors do\n  allow do\n    origins ‹'*'›\n    resource '*', headers: :any, credentials: true\n  end\nend\n",
			},
			findings: refused,
			fixed: {
				'a.rb':
					"use Rack::Cors do\n  allow do\n    origins '*'\n    resource '*', headers: :any, credentials: false\n  end\nend\n",
			},
		},
		{
			name: 'headers set by hand',
			files: {
				'a.js':
					"function f(res) {\n  res.setHeader(‹'Access-Control-Allow-Origin'›, '*');\n  res.setHeader('Access-Control-Allow-Credentials', 'true');\n}\n",
			},
			findings: refused,
			fixed: null,
		},
		{
			name: 'nginx',
			files: {
				'nginx.conf':
					'location / {\n  add_header ‹Access-Control-Allow-Origin› *;\n  add_header Access-Control-Allow-Credentials true;\n}\n',
			},
			findings: refused,
			fixed: null,
		},
		{
			name: 'Starlette, which answers with the origin of the page',
			files: { 'a.py': 'app.add_middleware(CORSMiddleware, allow_origins=[‹"*"›], allow_credentials=True)\n' },
			findings: reflected,
			fixed: { 'a.py': 'app.add_middleware(CORSMiddleware, allow_origins=["*"], allow_credentials=False)\n' },
		},
		{
			name: 'Django',
			files: { 'settings.py': '‹CORS_ALLOW_ALL_ORIGINS› = True\nCORS_ALLOW_CREDENTIALS = True\n' },
			findings: reflected,
			fixed: { 'settings.py': 'CORS_ALLOW_ALL_ORIGINS = True\nCORS_ALLOW_CREDENTIALS = False\n' },
		},
		{
			name: 'Laravel',
			files: {
				'config/cors.php':
					"<?php return ['allowed_origins' => [‹'*'›], 'allowed_headers' => ['*'], 'supports_credentials' => true];\n",
			},
			findings: reflected,
			fixed: {
				'config/cors.php':
					"<?php return ['allowed_origins' => ['*'], 'allowed_headers' => ['*'], 'supports_credentials' => false];\n",
			},
		},
	],
	silent: [
		{
			name: 'no credentials',
			files: { 'a.js': "const cors = require('cors');\napp.use(cors({ origin: '*', credentials: false }));\n" },
		},
		{
			name: 'one origin',
			files: {
				'a.js':
					"const cors = require('cors');\napp.use(cors({ origin: 'https://a.example.com', credentials: true }));\n",
			},
		},
		{
			name: 'credentials that are decided elsewhere',
			files: {
				'a.js': "const cors = require('cors');\napp.use(cors({ origin: '*', credentials: config.credentials }));\n",
			},
		},
		{
			name: 'origins of development',
			files: {
				'a.js':
					"const cors = require('cors');\nif (isDev) {\n  app.use(cors({ origin: '*', credentials: true }));\n}\n",
			},
		},
		{
			name: 'settings of development',
			files: { 'settings/local.py': 'CORS_ALLOW_ALL_ORIGINS = True\nCORS_ALLOW_CREDENTIALS = True\n' },
		},
		{
			name: '`*` for strangers, credentials for friends',
			files: {
				'a.py':
					'def f(headers, origin):\n    if origin in known:\n        headers.set("Access-Control-Allow-Origin", origin)\n        headers.set("Access-Control-Allow-Credentials", "true")\n    else:\n        headers.set("Access-Control-Allow-Origin", "*")\n',
			},
		},
		{
			name: 'a test',
			files: { 'test/a.js': "const cors = require('cors');\napp.use(cors({ origin: '*', credentials: true }));\n" },
		},
	],
});
