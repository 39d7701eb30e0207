import { malformedList } from '../../../../src/core/rules/cors/malformed-list';
import { ruleTester } from '../../../support/ruleTester';

const node = (list: string): string =>
	`const cors = require('cors');\napp.use(cors({ origin, allowedHeaders: ${list} }));\n`;
const python = (list: string): string =>
	`app.add_middleware(CORSMiddleware, allow_origins=origins, allow_headers=${list})\n`;

ruleTester(malformedList, {
	flagged: [
		{
			name: 'a stray quote in an array',
			files: { 'a.js': node("['Content-Type', '‹X-Tenant\"›']") },
			findings: [{ messageId: 'stray', data: { entry: 'X-Tenant"', name: 'X-Tenant' }, severity: 'warning' }],
			fixed: { 'a.js': node("['Content-Type', 'X-Tenant']") },
		},
		{
			name: 'a stray quote in a comma string',
			files: { 'a.js': node('"Content-Type, ‹\'X-Tenant›"') },
			findings: [{ messageId: 'stray' }],
			fixed: { 'a.js': node('"Content-Type, X-Tenant"') },
		},
		{
			name: 'two names in one string, where the server compares',
			files: { 'a.py': python('["Authorization", "‹X-A, X-B›"]') },
			findings: [{ messageId: 'several', data: { entry: 'X-A, X-B' }, severity: 'warning', confidence: 'certain' }],
			fixed: { 'a.py': python('["Authorization", "X-A", "X-B"]') },
		},
		{
			name: 'two names in one string, where the server joins',
			files: { 'a.js': node("['Authorization', '‹X-A,X-B›']") },
			findings: [{ messageId: 'several', severity: 'information' }],
			fixed: { 'a.js': node("['Authorization', 'X-A', 'X-B']") },
		},
		{
			name: 'Go',
			files: { 'a.go': 'package a\n\nvar c = cors.New(cors.Options{AllowedHeaders: []string{"‹X-A, X-B›"}})\n' },
			findings: [{ messageId: 'several', severity: 'warning' }],
			fixed: { 'a.go': 'package a\n\nvar c = cors.New(cors.Options{AllowedHeaders: []string{"X-A", "X-B"}})\n' },
		},
		{
			name: 'an exposed header with a colon',
			files: { 'a.js': "const cors = require('cors');\napp.use(cors({ origin, exposedHeaders: ['‹X-Total:›'] }));\n" },
			findings: [{ messageId: 'stray' }],
			fixed: { 'a.js': "const cors = require('cors');\napp.use(cors({ origin, exposedHeaders: ['X-Total'] }));\n" },
		},
	],
	silent: [
		{ name: 'names', files: { 'a.js': node("['Content-Type', 'X-Tenant']") } },
		{ name: 'a comma string', files: { 'a.js': node("'Content-Type,X-Tenant'") } },
		{
			name: 'the whole list as one string, which a server joins',
			files: { 'a.js': node("['Content-Type,X-Tenant']") },
		},
		{
			name: "API Gateway's quotes around the whole",
			files: { 'a.yaml': 'Cors:\n  AllowHeaders: "\'Content-Type,X-Amz-Date\'"\n  AllowOrigin: "\'*\'"\n' },
		},
		{
			name: 'a recorded answer of a test',
			files: { 'tests/a.yaml': "cors:\n  allowedHeaders: ['A, B', C]\n  origin: a\n" },
		},
		{ name: 'a template', files: { 'a.js': node('[`${a}, b`]') } },
	],
});
