import { ignoredRetryAfter } from '../../../../src/core/rules/http/ignored-retry-after';
import { ruleTester } from '../../../support/ruleTester';

const ignored = [{ messageId: 'ignored', severity: 'information' }];
const recursive = (test: string, wait: string): string =>
	`async function send(body) {\n  const res = await fetch(url, { body });\n  if (${test}) {\n    ${wait}\n    return send(body);\n  }\n  return res;\n}\n`;

ruleTester(ignoredRetryAfter, {
	silent: [
		{
			name: 'a branch that reads the header',
			files: { 'a.js': recursive('res.status === 429', "await sleep(Number(res.headers.get('Retry-After')) * 1000);") },
		},
		{
			name: 'a helper that gets the response',
			files: { 'a.js': recursive('res.status === 429', 'await backoff(res);') },
		},
		{
			name: 'another header of limits',
			files: { 'a.js': recursive('res.status === 429', "await sleep(res.headers.get('x-ratelimit-reset') - now());") },
		},
		{ name: 'a branch that gives up', files: { 'a.js': "if (res.status === 429) throw new Error('slow down');\n" } },
		{
			name: 'a branch that tells people',
			files: {
				'a.js': recursive('res.status === 429', "toast('slow down');").replace('return send(body);', 'return null;'),
			},
		},
		{
			name: 'a server that limits',
			files: {
				'a.js':
					'app.use((req, res) => {\n  if (over(req)) return res.status(429).end();\n  while (busy()) sleep(10);\n});\n',
			},
		},
		{
			name: 'an error of a library',
			files: {
				'a.js':
					'async function ask() {\n  try {\n    return await client.ask();\n  } catch (error) {\n    if (error.status === 429) {\n      await sleep(1000);\n      return ask();\n    }\n    throw error;\n  }\n}\n',
			},
		},
		{ name: 'every other status', files: { 'a.js': recursive('res.status !== 429', 'await sleep(1000);') } },
		{
			name: 'a number that is no status',
			files: { 'a.js': 'while (true) { if (res.count === 429) { await sleep(1); continue; } }\n' },
		},
		{
			name: 'a wait outside a loop',
			files: { 'a.js': recursive('res.status === 429', 'await sleep(1000);').replace('return send(body);', '') },
		},
		{
			name: 'Python with the header',
			files: {
				'a.py':
					'while True:\n    if r.status_code == 429:\n        time.sleep(int(r.headers["Retry-After"]))\n        continue\n',
			},
		},
		{ name: 'a test', files: { 'a.test.js': recursive('res.status === 429', 'await sleep(1000);') } },
	],
	flagged: [
		{
			name: 'a function that calls itself',
			files: { 'a.ts': recursive('‹res.status === 429›', 'await sleep(1000);') },
			findings: ignored,
			title: 'Wait as long as `Retry-After` says',
			fixed: {
				'a.ts': recursive('res.status === 429', "await sleep(Number(res.headers.get('Retry-After')) * 1000 || 1000);"),
			},
		},
		{
			name: 'one status of several, and a wait that grows',
			files: {
				'a.js': recursive(
					'res.status === 503 || ‹res.status === 429›',
					'await new Promise((done) => setTimeout(done, 2 ** tries * 500));',
				),
			},
			findings: ignored,
			fixed: {
				'a.js': recursive(
					'res.status === 503 || res.status === 429',
					"await new Promise((done) => setTimeout(done, Number(res.headers.get('Retry-After')) * 1000 || (2 ** tries * 500)));",
				),
			},
		},
		{
			name: 'a list of statuses',
			files: { 'a.js': recursive('‹[429, 503].includes(res.status)›', 'await delay(pause);') },
			findings: ignored,
			fixed: {
				'a.js': recursive(
					'[429, 503].includes(res.status)',
					"await delay(Number(res.headers.get('Retry-After')) * 1000 || pause);",
				),
			},
		},
		{
			name: 'axios in a loop',
			files: {
				'a.js':
					"import axios from 'axios';\nasync function get() {\n  for (let i = 0; i < 3; i++) {\n    try {\n      return await axios.get(url);\n    } catch (error) {\n      if (‹error.response?.status === 429›) {\n        await sleep(1000);\n        continue;\n      }\n    }\n  }\n}\n",
			},
			findings: ignored,
			fixed: {
				'a.js':
					"import axios from 'axios';\nasync function get() {\n  for (let i = 0; i < 3; i++) {\n    try {\n      return await axios.get(url);\n    } catch (error) {\n      if (error.response?.status === 429) {\n        await sleep(Number(error.response.headers['retry-after']) * 1000 || 1000);\n        continue;\n      }\n    }\n  }\n}\n",
			},
		},
		{
			name: 'Python',
			files: {
				'a.py':
					'def get(url):\n    for attempt in range(5):\n        response = requests.get(url)\n        if ‹response.status_code == 429›:\n            time.sleep(2 ** attempt)\n            continue\n        return response\n',
			},
			findings: ignored,
			fixed: {
				'a.py':
					'def get(url):\n    for attempt in range(5):\n        response = requests.get(url)\n        if response.status_code == 429:\n            time.sleep(float(response.headers.get("Retry-After") or (2 ** attempt)))\n            continue\n        return response\n',
			},
		},
		{
			name: 'Python with several statuses',
			files: {
				'a.py':
					'async def get(url):\n    while True:\n        resp = await client.get(url)\n        if ‹resp.status in (429, 503)›:\n            await asyncio.sleep(5)\n            continue\n        return resp\n',
			},
			findings: ignored,
			fixed: {
				'a.py':
					'async def get(url):\n    while True:\n        resp = await client.get(url)\n        if resp.status in (429, 503):\n            await asyncio.sleep(float(resp.headers.get("Retry-After") or 5))\n            continue\n        return resp\n',
			},
		},
		{
			name: 'a status that was kept, where the response is out of sight',
			files: {
				'a.js':
					'async function ask() {\n  while (true) {\n    let status;\n    {\n      const res = await fetch(url);\n      status = res.status;\n    }\n    if (‹status === 429›) {\n      await sleep(1000);\n      continue;\n    }\n    return status;\n  }\n}\n',
			},
			findings: ignored,
			fixed: null,
		},
		{
			name: 'Go',
			files: {
				'a.go':
					'package main\n\nfunc get() {\n\tfor {\n\t\tresp, err := http.Get(url)\n\t\tif ‹resp.StatusCode == http.StatusTooManyRequests› {\n\t\t\ttime.Sleep(time.Second)\n\t\t\tcontinue\n\t\t}\n\t}\n}\n',
			},
			findings: ignored,
			fixed: null,
		},
		{
			name: 'Java',
			files: {
				'A.java':
					'class A {\n  Response get() throws Exception {\n    while (true) {\n      Response response = send();\n      if (‹response.statusCode() == 429›) {\n        Thread.sleep(1000);\n        continue;\n      }\n      return response;\n    }\n  }\n}\n',
			},
			findings: ignored,
			fixed: null,
		},
	],
});
