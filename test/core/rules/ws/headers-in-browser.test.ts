import { headersInBrowser } from '../../../../src/core/rules/ws/headers-in-browser';
import { ruleTester } from '../../../support/ruleTester';

const headers = [{ messageId: 'headers' }];
const page = '{ "name": "app", "dependencies": { "react-dom": "^19.0.0" } }\n';
const bearer = '{ headers: { Authorization: `Bearer ${token}` } }';

ruleTester(headersInBrowser, {
	silent: [
		{ name: 'code that says nothing of where it runs', files: { 'a.ts': `new WebSocket(url, ${bearer});\n` } },
		{
			name: 'a class from a package',
			files: { 'a.ts': `import { WebSocket } from 'partysocket';\nwindow.s = new WebSocket(url, ${bearer});\n` },
		},
		{
			name: 'a class that is required',
			files: { 'a.js': `const WebSocket = require('ws');\nnew WebSocket(url, ${bearer});\n` },
		},
		{
			name: 'Bun, whose own class takes headers',
			files: { 'a.ts': `Bun.serve({});\nnew WebSocket(url, ${bearer});\n`, 'package.json': page },
		},
		{
			name: 'React Native, whose class takes headers in third place',
			files: {
				'App.tsx': `import { View } from 'react-native';\nnew WebSocket(url, null, ${bearer});\n`,
				'package.json': '{ "dependencies": { "react-native": "0.80.0" } }\n',
			},
		},
		{
			name: 'server code',
			files: { 'a.ts': `import http from 'node:http';\nnew WebSocket(url, ${bearer});\n`, 'package.json': page },
		},
		{ name: 'protocols', files: { 'a.ts': "window.s = new WebSocket(url, ['v1', 'v2']);\n" } },
		{
			name: 'options without headers',
			files: { 'a.ts': 'window.s = new ReconnectingWebSocket(url, [], { debug: true });\n' },
		},
		{ name: 'a test', files: { 'a.test.ts': `window.s = new WebSocket(url, ${bearer});\n` } },
	],
	flagged: [
		{
			name: 'a file that uses the page',
			files: {
				'a.ts': `const token = localStorage.getItem('t');\nconst s = new WebSocket(\`\${base}/live\`, ‹${bearer}›);\n`,
			},
			findings: headers,
			title: 'Move the token to `?token=`',
			fixed: {
				'a.ts':
					"const token = localStorage.getItem('t');\nconst s = new WebSocket(`${base}/live?token=${encodeURIComponent(token)}`);\n",
			},
		},
		{
			name: 'a package of the browser, headers in third place, a token put together',
			files: {
				'src/a.js':
					"const url = host + '/live?v=2';\nexport const open = (token) => new WebSocket(url, [], ‹{ headers: { authorization: 'Bearer ' + token } }›);\n",
				'package.json': page,
			},
			findings: headers,
			fixed: {
				'src/a.js':
					"const url = host + '/live?v=2' + '&token=' + encodeURIComponent(token);\nexport const open = (token) => new WebSocket(url, []);\n",
			},
		},
		{
			name: 'headers beside the token',
			files: {
				'a.ts': "window.s = new WebSocket(url, ‹{ headers: { Authorization: `Bearer ${token}`, 'X-Id': id } }›);\n",
			},
			findings: headers,
			fixed: null,
		},
		{
			name: 'a component, with the address already complete',
			files: {
				'a.vue':
					'<script setup>\nconst s = new WebSocket(`${base}/live?token=${token}`, ‹{ headers: { Authorization: `Bearer ${token}` } }›)\n</script>\n',
			},
			findings: headers,
			fixed: { 'a.vue': '<script setup>\nconst s = new WebSocket(`${base}/live?token=${token}`)\n</script>\n' },
		},
	],
});
