import { ruleTester } from '../../../support/ruleTester';
import { bundledRule } from '../../../support/rules';

const on = { catalogs: { scaibunker: 'on' } } as const;
const found = (data: Record<string, string | number> = {}) => [{ messageId: 'body', data }];

ruleTester(bundledRule('scaibunker/short-exec-timeout'), {
	silent: [
		{ name: 'enough time', config: on, files: { 'a.ts': "exec(id, { command: 'npm ci', timeout_s: 600 });\n" } },
		{
			name: 'a stream',
			config: on,
			files: { 'a.ts': "exec(id, { command: 'npm ci', timeout_s: 30, stream: true });\n" },
		},
		{
			name: 'a stream that is computed',
			config: on,
			files: { 'a.ts': "exec(id, { command: 'npm ci', timeout_s: 30, stream: follow });\n" },
		},
		{
			name: 'a quick command',
			config: on,
			files: { 'a.ts': "exec(id, { command: 'ls node_modules', timeout_s: 30 });\n" },
		},
		{
			name: 'a time that is computed',
			config: on,
			files: { 'a.ts': "exec(id, { command: 'npm ci', timeout_s: limit });\n" },
		},
		{
			name: 'no time, where nothing shows what the object is',
			config: on,
			files: { 'a.json': '{ "command": "npm ci" }\n' },
		},
		{
			name: 'another endpoint',
			config: on,
			files: {
				'a.ts':
					"call('POST', `/bunkers/${id}/execute`, { command: 'npm ci' });\ncall('GET', `/bunkers/${id}/exec`, { command: 'npm ci' });\n",
			},
		},
		{
			name: 'a body that the wrapper completes',
			config: on,
			files: { 'a.ts': "call('POST', `/bunkers/${id}/exec`, { ...defaults, command: 'npm ci' });\n" },
		},
		{
			name: 'an environment for placeholders',
			config: on,
			files: { 'a.json': '{ "command": "npm ci", "timeout_s": "{{ timeout }}" }\n' },
		},
	],
	flagged: [
		{
			name: 'one minute',
			config: on,
			files: { 'a.ts': "await exec(id, { command: 'npm ci --prefix /src', timeout_s: ‹60› });\n" },
			findings: found({ value: 60 }),
			fixed: { 'a.ts': "await exec(id, { command: 'npm ci --prefix /src', timeout_s: 600 });\n" },
			title: 'Allow 600 seconds',
		},
		{
			name: 'the default',
			config: on,
			files: { 'a.ts': "call('POST', `/bunkers/${id}/exec`, { command: ‹'cargo build --release'› });\n" },
			findings: found({ value: 60 }),
			fixed: { 'a.ts': "call('POST', `/bunkers/${id}/exec`, { command: 'cargo build --release', timeout_s: 600 });\n" },
		},
		{
			name: 'options of fetch, an address put together',
			config: on,
			files: {
				'a.js':
					"fetch(base + '/bunkers/' + id + '/exec', {\n\tmethod: 'POST',\n\tbody: JSON.stringify({ command: ‹`cd ${dir} && make test`› }),\n});\n",
			},
			findings: found(),
			fixed: {
				'a.js':
					"fetch(base + '/bunkers/' + id + '/exec', {\n\tmethod: 'POST',\n\tbody: JSON.stringify({ command: `cd ${dir} && make test`, timeout_s: 600 }),\n});\n",
			},
		},
		{
			name: 'a configuration of axios, and a request that sends',
			config: on,
			files: {
				'a.js':
					"axios({ method: 'post', url: `/bunkers/${id}/exec`, data: { command: ‹'npm test'› } });\nrequest.post(`/bunkers/${id}/exec`).set('A', 'b').send({ command: ‹'npm test'› });\n",
			},
			findings: [...found(), ...found()],
			fixed: {
				'a.js':
					"axios({ method: 'post', url: `/bunkers/${id}/exec`, data: { command: 'npm test', timeout_s: 600 } });\nrequest.post(`/bunkers/${id}/exec`).set('A', 'b').send({ command: 'npm test', timeout_s: 600 });\n",
			},
		},
		{
			name: 'Python, a list and a variable',
			config: on,
			files: {
				'a.py':
					'def run(bunker):\n    body = {\n        "command": ["sh", "-c", ‹"pip install -r requirements.txt"›],\n        "stream": False,\n    }\n    requests.request("POST", f"{API}/bunkers/{bunker}/exec", json=body)\n',
			},
			findings: found(),
			fixed: {
				'a.py':
					'def run(bunker):\n    body = {\n        "command": ["sh", "-c", "pip install -r requirements.txt"],\n        "stream": False,\n        "timeout_s": 600,\n    }\n    requests.request("POST", f"{API}/bunkers/{bunker}/exec", json=body)\n',
			},
		},
		{
			name: 'an address by format and by percent',
			config: on,
			files: {
				'a.py':
					'c.post("/bunkers/{}/exec".format(b), json={"command": ‹"make test"›})\nc.post("/bunkers/%s/exec" % b, json={"command": ‹"make test"›})\n',
			},
			findings: [...found(), ...found()],
			fixed: {
				'a.py':
					'c.post("/bunkers/{}/exec".format(b), json={"command": "make test", "timeout_s": 600})\nc.post("/bunkers/%s/exec" % b, json={"command": "make test", "timeout_s": 600})\n',
			},
		},
		{
			name: 'curl with values that the shell puts in',
			config: on,
			files: {
				'run.sh': 'curl -X POST "$API/bunkers/$ID/exec" --json \'{"command": ‹"npm ci"›, "cwd": "\'"$DIR"\'"}\'\n',
			},
			findings: found(),
			fixed: {
				'run.sh':
					'curl -X POST "$API/bunkers/$ID/exec" --json \'{"command": "npm ci", "cwd": "\'"$DIR"\'", "timeout_s": 600}\'\n',
			},
		},
		{
			name: 'a request in Markdown',
			config: on,
			files: {
				'a.md':
					'```http\nPOST /bunkers/7f3a/exec\nContent-Type: application/json\n\n{ "command": "npm ci", "timeout_s": ‹45› }\n```\n',
			},
			findings: found({ value: 45 }),
			fixed: {
				'a.md':
					'```http\nPOST /bunkers/7f3a/exec\nContent-Type: application/json\n\n{ "command": "npm ci", "timeout_s": 600 }\n```\n',
			},
		},
	],
});
