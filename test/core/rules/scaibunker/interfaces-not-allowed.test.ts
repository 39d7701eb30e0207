import { ruleTester } from '../../../support/ruleTester';
import { bundledRule } from '../../../support/rules';

const on = { catalogs: { scaibunker: 'on' } } as const;
const body = [{ messageId: 'body' }];

ruleTester(bundledRule('scaibunker/interfaces-not-allowed'), {
	silent: [
		{
			name: 'transit',
			config: on,
			files: { 'a.json': '{ "network_profile": "transit", "interfaces": [{ "bridge_name": "br" }] }\n' },
		},
		{
			name: 'a profile that is not documented',
			config: on,
			files: { 'a.json': '{ "network_profile": "azure", "interfaces": [] }\n' },
		},
		{
			name: 'a profile that is computed',
			config: on,
			files: { 'a.ts': "create({ network_profile: mode, interfaces: [{ bridge_name: 'br' }] });\n" },
		},
		{
			name: 'a profile that may be replaced by what is spread after it',
			config: on,
			files: { 'a.ts': "create({ network_profile: 'registry', interfaces: list, ...overrides });\n" },
		},
		{
			name: 'a profile that a later line sets',
			config: on,
			files: {
				'a.py':
					'def run():\n    body = {"network_profile": "registry", "interfaces": nets}\n    body["network_profile"] = mode\n    post("/bunkers", json=body)\n',
			},
		},
		{
			name: 'an expectation of a test',
			config: on,
			files: {
				'a.ts':
					"expect(body).toEqual({ network_profile: 'registry', interfaces: [] });\nawait expect(create({ network_profile: 'registry', interfaces: [] })).rejects.toThrow();\n",
				'b.test.ts': "create({ network_profile: 'registry', interfaces: [] });\n",
				'tests/test_a.py': 'post("/bunkers", json={"network_profile": "registry", "interfaces": []})\n',
			},
		},
		{
			name: 'types and patterns',
			config: on,
			files: {
				'a.ts':
					"interface Body { network_profile: 'registry'; interfaces: string[] }\nconst { network_profile = 'registry', interfaces } = body;\n",
			},
		},
		{
			name: 'the interfaces of somebody else',
			config: on,
			files: { 'a.yaml': 'network:\n  interfaces:\n    - eth0\nprofile: registry\n' },
		},
		{
			name: 'a workspace that has nothing to do with ScaiBunker',
			files: { 'a.json': '{ "network_profile": "registry", "interfaces": [] }\n' },
		},
		{
			name: 'interfaces that are explicitly null',
			config: on,
			files: { 'a.json': '{ "network_profile": "registry", "interfaces": null }\n' },
		},
	],
	flagged: [
		{
			name: 'JSON, the only pair of its line',
			config: on,
			files: {
				'a.json':
					'{\n  "network_profile": "registry",\n  ‹"interfaces"›: [\n    { "bridge_name": "br-lab" }\n  ],\n  "cpu": 1\n}\n',
			},
			findings: body,
			fixed: { 'a.json': '{\n  "network_profile": "registry",\n  "cpu": 1\n}\n' },
			title: 'Remove `interfaces`',
		},
		{
			name: 'JSON, the last pair',
			config: on,
			files: { 'a.json': '{\n  "network_profile": "isolated",\n  ‹"interfaces"›: []\n}\n' },
			findings: body,
			fixed: { 'a.json': '{\n  "network_profile": "isolated"\n}\n' },
		},
		{
			name: 'an object on one line',
			config: on,
			files: { 'a.ts': "create({ ‹interfaces›: [], network_profile: 'allowlisted' });\n" },
			findings: body,
			fixed: { 'a.ts': "create({ network_profile: 'allowlisted' });\n" },
		},
		{
			name: 'a shorthand property',
			config: on,
			files: { 'a.js': "create({ network_profile: 'registry', ‹interfaces› });\n" },
			findings: body,
			fixed: { 'a.js': "create({ network_profile: 'registry' });\n" },
		},
		{
			name: 'a block of YAML',
			config: on,
			files: {
				'a.yaml':
					'network_profile: unrestricted\n‹interfaces›: # lab\n  - bridge_name: br-lab\n  - bridge_name: br-up\ncpu: 1\n',
			},
			findings: body,
			fixed: { 'a.yaml': 'network_profile: unrestricted\ncpu: 1\n' },
		},
		{
			name: 'a Python dictionary',
			config: on,
			files: {
				'a.py':
					'body = {\n    "network_profile": "registry",\n    ‹"interfaces"›: [{"bridge_name": name}],\n}\nclient.post(url, json=body)\n',
			},
			findings: body,
			fixed: { 'a.py': 'body = {\n    "network_profile": "registry",\n}\nclient.post(url, json=body)\n' },
		},
		{
			name: 'keyword arguments',
			config: on,
			files: {
				'a.py':
					'create(dict(network_profile="registry", ‹interfaces›=nets))\nBunkerRequest(‹interfaces›=nets, network_profile="isolated")\n',
			},
			findings: [...body, ...body],
			fixed: {
				'a.py': 'create(dict(network_profile="registry"))\nBunkerRequest(network_profile="isolated")\n',
			},
		},
		{
			name: 'the data of a curl',
			config: on,
			files: {
				'a.sh':
					'curl -sS -X POST "$BASE/bunkers" \\\n  -H \'Content-Type: application/json\' \\\n  -d \'{"network_profile": "registry", ‹"interfaces"›: []}\'\n',
			},
			findings: body,
			fixed: {
				'a.sh':
					'curl -sS -X POST "$BASE/bunkers" \\\n  -H \'Content-Type: application/json\' \\\n  -d \'{"network_profile": "registry"}\'\n',
			},
		},
		{
			name: 'a fence of Markdown, whichever language it names',
			config: on,
			files: {
				'a.md':
					'1. Create it:\n   ```json\n   { "network_profile": "registry", ‹"interfaces"›: [] }\n   ```\n2. Or:\n   ```yaml\n   network_profile: registry\n   ‹interfaces›: []\n   cpu: 1\n   ```\n\n```bash\ncurl localhost/bunkers --data-raw \'{ "network_profile": "isolated", ‹"interfaces"›: [] }\'\n```\n',
			},
			findings: [...body, ...body, ...body],
			fixed: {
				'a.md':
					'1. Create it:\n   ```json\n   { "network_profile": "registry" }\n   ```\n2. Or:\n   ```yaml\n   network_profile: registry\n   cpu: 1\n   ```\n\n```bash\ncurl localhost/bunkers --data-raw \'{ "network_profile": "isolated" }\'\n```\n',
			},
		},
		{
			name: 'a request of an .http file',
			config: on,
			files: {
				'a.http':
					'GET {{host}}/bunkers\n\n### create\nPOST {{host}}/bunkers HTTP/1.1\nContent-Type: application/json\n\n{\n\t"network_profile": "registry",\n\t‹"interfaces"›: []\n}\n\n### next\nGET {{host}}/quota\n',
			},
			findings: body,
			fixed: {
				'a.http':
					'GET {{host}}/bunkers\n\n### create\nPOST {{host}}/bunkers HTTP/1.1\nContent-Type: application/json\n\n{\n\t"network_profile": "registry"\n}\n\n### next\nGET {{host}}/quota\n',
			},
		},
		{
			name: 'data whose quotes are escaped: reported, not changed',
			config: on,
			files: { 'a.sh': 'curl -d "{\\"network_profile\\": \\"registry\\", \\‹"interfaces\\›": []}" $BASE/bunkers\n' },
			findings: body,
			fixed: null,
		},
	],
});
