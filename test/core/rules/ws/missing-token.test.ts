import { missingToken } from '../../../../src/core/rules/ws/missing-token';
import { ruleTester } from '../../../support/ruleTester';

const config = { catalogs: { scaiecho: 'on', 'render-daemon': 'on' } } as const;
const missing = (path: string) => [{ messageId: 'missing', data: { path, query: 'token' } }];

ruleTester(missingToken, {
	silent: [
		{
			name: 'a workspace that has nothing to do with the catalogue',
			files: { 'a.ts': 'new WebSocket(`${base}/ws`);\n' },
		},
		{ name: 'a token in a template', config, files: { 'a.ts': 'new WebSocket(`${base}/ws?token=${token}`);\n' } },
		{
			name: 'a token in a concatenation',
			config,
			files: { 'a.js': "new WebSocket(base + '/ws?x=1&token=' + token);\n" },
		},
		{
			name: 'a token that is set on the URL',
			config,
			files: {
				'a.ts':
					"const url = new URL('/stream/transcribe', base);\nurl.searchParams.set('token', token);\nnew WebSocket(url.toString());\n",
			},
		},
		{
			name: 'parameters that are put together elsewhere',
			config,
			files: { 'a.ts': 'new WebSocket(`${base}/ws?${params}`);\nnew WebSocket(`${base}/ws${query}`);\n' },
		},
		{
			name: 'a URL whose parameters others may set',
			config,
			files: { 'a.ts': "const url = new URL('/ws', base);\nsign(url.searchParams);\nnew WebSocket(url);\n" },
		},
		{
			name: 'an address that changes on the way',
			config,
			files: { 'a.ts': 'let url = `${base}/ws`;\nif (token) url += `?token=${token}`;\nnew WebSocket(url);\n' },
		},
		{
			name: 'headers of a Node client',
			config,
			files: {
				'a.ts':
					"import WebSocket from 'ws';\nnew WebSocket(`${base}/ws`, { headers: { Authorization: `Bearer ${token}` } });\nnew WebSocket(`${base}/ws`, options);\n",
			},
		},
		{
			name: 'a protocol that may be the token',
			config,
			files: { 'a.ts': "new WebSocket(`${base}/ws`, ['bearer', token]);\n" },
		},
		{
			name: 'headers of Python clients',
			config,
			files: {
				'a.py':
					'async def main():\n    await websockets.connect(f"{BASE}/ws", additional_headers=headers)\n    await session.ws_connect(f"{BASE}/ws", headers=headers)\n    websocket.create_connection(f"{BASE}/ws", **options)\n',
			},
		},
		{
			name: 'another path',
			config,
			files: { 'a.ts': 'new WebSocket(`${base}/ws/chat`);\nnew WebSocket(`${base}/v2ws`);\n' },
		},
		{
			name: "a stranger's host with a common path",
			config,
			files: { 'a.ts': "new WebSocket('wss://feed.example.org/ws');\n" },
		},
		{ name: 'a wrapper that may add it', config, files: { 'a.ts': "new WebSocket(signed('/ws'));\n" } },
		{
			name: 'a parameter',
			config,
			files: { 'a.ts': "const url = '/ws';\nfunction open(url) {\n\treturn new WebSocket(url);\n}\n" },
		},
		{ name: 'a test', config, files: { 'test/a.test.ts': 'new WebSocket(`${base}/ws`);\n' } },
		{ name: 'a comment', config, files: { 'a.ts': '// new WebSocket(`${base}/ws`)\n' } },
	],
	flagged: [
		{
			name: 'a template literal',
			config,
			files: { 'a.ts': 'const socket = new WebSocket(‹`${base}/stream/transcribe`›);\n' },
			findings: missing('/stream/transcribe'),
			title: 'Add `token` to the address',
			fixed: {
				'a.ts': 'const socket = new WebSocket(`${base}/stream/transcribe?token=${encodeURIComponent(token)}`);\n',
			},
		},
		{
			name: 'a concatenation, with the name that the file uses',
			config,
			files: { 'a.js': "function open(accessToken) {\n  return new WebSocket(‹host + '/ws'›);\n}\n" },
			findings: missing('/ws'),
			fixed: {
				'a.js':
					"function open(accessToken) {\n  return new WebSocket(host + '/ws' + '?token=' + encodeURIComponent(accessToken));\n}\n",
			},
		},
		{
			name: 'a literal with a query',
			config,
			files: { 'a.js': 'new WebSocket(‹"ws://localhost:8000/stream/transcribe?lang=en"›);\n' },
			findings: missing('/stream/transcribe'),
			fixed: {
				'a.js':
					'new WebSocket("ws://localhost:8000/stream/transcribe?lang=en" + "&token=" + encodeURIComponent(token));\n',
			},
		},
		{
			name: 'a constant of the file',
			config,
			files: { 'a.ts': 'const url = `wss://${location.host}/ws`;\nexport const open = () => new WebSocket(‹url›);\n' },
			findings: missing('/ws'),
			fixed: {
				'a.ts':
					'const url = `wss://${location.host}/ws?token=${encodeURIComponent(token)}`;\nexport const open = () => new WebSocket(url);\n',
			},
		},
		{
			name: 'a URL object',
			config,
			files: { 'a.ts': "\tconst url = new URL('/stream/transcribe', base);\n\tnew WebSocket(‹url.href›);\n" },
			findings: missing('/stream/transcribe'),
			fixed: {
				'a.ts':
					"\tconst url = new URL('/stream/transcribe', base);\n\turl.searchParams.set('token', token);\n\tnew WebSocket(url.href);\n",
			},
		},
		{
			name: 'a field of a class and a function of the file',
			config,
			files: {
				'a.ts':
					'class Live {\n\t#url = `${base}/ws`;\n\topen() {\n\t\tthis.socket = new WebSocket(‹this.#url›);\n\t}\n}\nconst address = () => `${base}/ws`;\nnew WebSocket(‹address()›);\n',
			},
			findings: [...missing('/ws'), ...missing('/ws')],
			fixed: {
				'a.ts':
					'class Live {\n\t#url = `${base}/ws?token=${encodeURIComponent(token)}`;\n\topen() {\n\t\tthis.socket = new WebSocket(this.#url);\n\t}\n}\nconst address = () => `${base}/ws?token=${encodeURIComponent(token)}`;\nnew WebSocket(address());\n',
			},
		},
		{
			name: "a name that the workspace's other sockets use",
			config,
			files: {
				'a.ts': 'function open(session) {\n\treturn new WebSocket(‹`${base}/ws`›);\n}\n',
				'b.ts': 'new WebSocket(`${base}/ws?token=${session.key}`);\n',
			},
			findings: missing('/ws'),
			fixed: {
				'a.ts':
					'function open(session) {\n\treturn new WebSocket(`${base}/ws?token=${encodeURIComponent(session.key)}`);\n}\n',
			},
		},
		{
			name: 'React hooks and Vue components',
			config,
			files: {
				'a.tsx': 'const { sendMessage } = useWebSocket(‹`${base}/ws`›, { shouldReconnect: () => true });\n',
				'b.vue':
					'<template><p /></template>\n<script setup>\nconst socket = new WebSocket(‹`${base}/ws`›)\n</script>\n',
			},
			findings: [...missing('/ws'), ...missing('/ws')],
			fixed: {
				'a.tsx':
					'const { sendMessage } = useWebSocket(`${base}/ws?token=${encodeURIComponent(token)}`, { shouldReconnect: () => true });\n',
				'b.vue':
					'<template><p /></template>\n<script setup>\nconst socket = new WebSocket(`${base}/ws?token=${encodeURIComponent(token)}`)\n</script>\n',
			},
		},
		{
			name: 'Python, formatted and plain',
			config,
			files: {
				'a.py':
					'async def main():\n    async with websockets.connect(‹f"ws://{HOST}/stream/transcribe"›) as ws:\n        pass\n    await session.ws_connect(‹"ws://localhost:8000/ws"›, heartbeat=30)\n',
			},
			findings: [...missing('/stream/transcribe'), ...missing('/ws')],
			fixed: {
				'a.py':
					'async def main():\n    async with websockets.connect(f"ws://{HOST}/stream/transcribe?token={token}") as ws:\n        pass\n    await session.ws_connect("ws://localhost:8000/ws" + f"?token={token}", heartbeat=30)\n',
			},
		},
		{
			name: 'the default of an environment variable',
			config,
			files: {
				'a.py':
					'URL = os.environ.get("STREAM_URL", "ws://localhost:8000/stream/transcribe")\nasync def main():\n    await websockets.connect(‹URL›)\n',
			},
			findings: missing('/stream/transcribe'),
			fixed: null,
		},
		{
			name: 'Go',
			config,
			files: {
				'a.go':
					'package main\n\nfunc main() {\n\tc, _, err := websocket.DefaultDialer.Dial(‹"ws://" + host + "/ws"›, nil)\n}\n',
			},
			findings: missing('/ws'),
			fixed: null,
		},
	],
});
