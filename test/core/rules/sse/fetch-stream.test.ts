import { fetchStream } from '../../../../src/core/rules/sse/fetch-stream';
import { ruleTester } from '../../../support/ruleTester';

const accept = "{ headers: { Accept: 'text/event-stream' } }";
const loop = (handle: string): string =>
	`  const reader = response.body.pipeThrough(new TextDecoderStream()).getReader();\n  let rest = '';\n  while (true) {\n    const { done, value } = await reader.read();\n    if (done) break;\n    const lines = (rest + value).split('\\n');\n    rest = lines.pop() ?? '';\n    for (const line of lines) {\n${handle}    }\n  }\n`;

ruleTester(fetchStream, {
	silent: [
		{
			name: 'a request for something else',
			files: { 'a.js': "document.title = await fetch('/api/logs', { headers: { Accept: 'application/json' } });\n" },
		},
		{
			name: 'a download that is read in chunks',
			files: {
				'a.js': "async function save() {\n  const r = await fetch('/file');\n  const reader = r.body.getReader();\n}\n",
			},
		},
		{
			name: 'a server that reads from another',
			files: { 'a.ts': `import express from 'express';\nawait fetch(url, ${accept});\n` },
		},
		{ name: 'code that may run anywhere', files: { 'a.ts': `await fetch(url, ${accept});\n` } },
		{
			name: 'an EventSource',
			files: { 'a.js': "document.x = new EventSource('/api/logs'); // text/event-stream, not fetch()\n" },
		},
		{
			name: 'options that are put together elsewhere',
			files: { 'a.js': "document.x = fetch('/api/logs', { ...options, headers: { Accept: 'text/event-stream' } });\n" },
		},
		{
			name: 'a handler that answers a stream',
			files: { 'a.js': "window.x = () => fetch('/api');\nres.setHeader('Content-Type', 'text/event-stream');\n" },
		},
		{
			name: 'a request with a body, which an EventSource cannot send',
			files: {
				'a.jsx': "await fetch('/api/chat', { method: 'POST', headers: { Accept: 'text/event-stream' }, body });\n",
			},
		},
		{
			name: 'a loop that connects again',
			files: {
				'a.js':
					"while (open) {\n  await read(await fetch('/api/logs', { headers: { Accept: 'text/event-stream' } }));\n  await sleep(backoff);\n}\n",
			},
		},
		{ name: 'a test', files: { 'a.test.js': `await fetch('/api/logs', ${accept});\n` } },
	],
	flagged: [
		{
			name: 'a loop that hands the data on',
			files: {
				'a.ts': `async function follow(id: string, show: (line: string) => void) {\n  const response = await ‹fetch›(\`/api/logs/\${id}\`, ${accept});\n  if (!response.ok || !response.body) throw new Error('no log');\n${loop("      if (line.startsWith('data: ')) show(JSON.parse(line.slice(6)).text);\n")}}\n`,
			},
			findings: [{ messageId: 'get', severity: 'information' }],
			title: 'Read it with `EventSource`',
			fixed: {
				'a.ts':
					"async function follow(id: string, show: (line: string) => void) {\n  const source = new EventSource(`/api/logs/${id}`);\n  source.addEventListener('message', ({ data }) => show(JSON.parse(data).text));\n}\n",
			},
		},
		{
			name: 'lines of data in a page, without the header',
			files: {
				'a.js': `async function follow() {\n  const response = await ‹fetch›('/api/logs');\n${loop("      if (line.startsWith('data:')) {\n        document.title = line.substring(5).trim();\n      }\n")}}\n`,
			},
			findings: [{ messageId: 'get' }],
			fixed: {
				'a.js':
					"async function follow() {\n  const source = new EventSource('/api/logs');\n  source.addEventListener('message', ({ data }) => document.title = data);\n}\n",
			},
		},
		{
			name: 'a loop that ends at a mark',
			files: {
				'a.js': `async function follow() {\n  const response = await ‹fetch›('/api/logs');\n${loop("      if (line.startsWith('data:')) {\n        if (line.slice(6) === '[DONE]') return;\n        show(line.slice(6));\n      }\n")}}\n`,
			},
			findings: [{ messageId: 'get' }],
			fixed: null,
		},
		{
			name: 'named events',
			files: {
				'a.js': `async function follow() {\n  const response = await ‹fetch›('/api/logs');\n${loop("      if (line.startsWith('event:')) name = line.slice(7);\n      if (line.startsWith('data:')) show(name, line.slice(6));\n")}}\n`,
			},
			findings: [{ messageId: 'get' }],
			fixed: null,
		},
		{
			name: 'a request that can be aborted',
			files: {
				'a.js': `async function follow(signal) {\n  const response = await ‹fetch›('/api/logs', { headers: { Accept: 'text/event-stream' }, signal });\n${loop("      if (line.startsWith('data:')) show(line.slice(5));\n")}}\n`,
			},
			findings: [{ messageId: 'get' }],
			fixed: null,
		},
		{
			name: 'a request with a token',
			files: {
				'a.js':
					"const token = localStorage.getItem('t');\nawait ‹fetch›(url, { headers: { Authorization: `Bearer ${token}`, accept: 'text/event-stream' } });\n",
			},
			findings: [{ messageId: 'headers', severity: 'information' }],
			fixed: null,
		},
		{
			name: 'a component of a package for browsers',
			files: {
				'src/a.vue': `<script setup>\nconst response = await ‹window.fetch›(url, ${accept})\n</script>\n`.replace(
					'‹window.fetch›',
					'window.‹fetch›',
				),
				'package.json': '{ "dependencies": { "vue": "^3.5.0" } }\n',
			},
			findings: [{ messageId: 'get' }],
			fixed: null,
		},
	],
});
