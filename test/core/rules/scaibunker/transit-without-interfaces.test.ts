import { ruleTester } from '../../../support/ruleTester';
import { bundledRule } from '../../../support/rules';

const on = { catalogs: { scaibunker: 'on' } } as const;
const found = (data: Record<string, string | number> = {}) => [{ messageId: 'body', data }];

ruleTester(bundledRule('scaibunker/transit-without-interfaces'), {
	silent: [
		{
			name: 'an interface',
			config: on,
			files: { 'a.yaml': 'image: a\nnetwork_profile: transit\ninterfaces:\n  - bridge_name: br\n' },
		},
		{
			name: 'interfaces that are computed',
			config: on,
			files: {
				'a.ts':
					"create({ image, network_profile: 'transit', interfaces });\ncreate({ image, network_profile: 'transit', interfaces: [...list] });\n",
			},
		},
		{
			name: 'interfaces of an alias',
			config: on,
			files: {
				'a.yaml':
					'x: &nets [{ bridge_name: br }]\nbody:\n  image: a\n  network_profile: transit\n  interfaces: *nets\n',
			},
		},
		{
			name: 'a list of aliases',
			config: on,
			files: {
				'a.yaml': 'x: &net { bridge_name: br }\nbody:\n  image: a\n  network_profile: transit\n  interfaces: [*net]\n',
			},
		},
		{
			name: 'a merge that may bring them',
			config: on,
			files: {
				'a.yaml':
					'base: &base { interfaces: [{ bridge_name: br }] }\nbody:\n  <<: *base\n  image: a\n  network_profile: transit\n',
			},
		},
		{
			name: 'a spread that may bring them',
			config: on,
			files: { 'a.ts': "create({ ...base, image: 'a', network_profile: 'transit' });\n" },
		},
		{
			name: 'defaults that others spread',
			config: on,
			files: {
				'a.ts':
					"const base = { image: 'a', network_profile: 'transit' };\ncreate({ ...base, interfaces: [{ bridge_name: 'br' }] });\n",
				'b.ts': "export const lab = { image: 'a', network_profile: 'transit' };\n",
			},
		},
		{
			name: 'a line that adds them',
			config: on,
			files: {
				'a.py':
					'def run(nets):\n    body = {"image": "a", "network_profile": "transit"}\n    body["interfaces"] = nets\n    return client.post("/bunkers", json=body)\n',
				'b.js': "const body = { image: 'a', network_profile: 'transit' };\nbody.interfaces = nets;\nsend(body);\n",
			},
		},
		{
			name: 'a query',
			config: on,
			files: {
				'a.ts': "db.bunkers.findMany({ where: { image: 'a', network_profile: 'transit' } });\n",
				'b.py': 'Bunker.objects.filter(image="a", network_profile="transit")\n',
			},
		},
		{
			name: 'an anchor that is merged',
			config: on,
			files: {
				'a.yaml':
					'base: &base\n  image: a\n  network_profile: transit\nlab:\n  <<: *base\n  interfaces: [{ bridge_name: br }]\n',
			},
		},
		{
			name: 'an answer of the API',
			config: on,
			files: { 'a.json': '{ "id": "b1", "state": "running", "image": "a", "network_profile": "transit" }\n' },
		},
		{ name: 'a profile alone', config: on, files: { 'a.json': '{ "network_profile": "transit" }\n' } },
		{
			name: 'arguments whose function has defaults',
			config: on,
			files: { 'a.py': 'create_bunker(image="a", network_profile="transit")\n' },
		},
	],
	flagged: [
		{
			name: 'YAML, the last line',
			config: on,
			files: { 'a.yaml': 'image: a\nnetwork_profile: ‹transit›\nmax_lifetime_s: 900\n' },
			findings: found({ value: 'transit' }),
			fixed: {
				'a.yaml':
					'image: a\nnetwork_profile: transit\nmax_lifetime_s: 900\ninterfaces:\n  - bridge_name: your-bridge\n',
			},
		},
		{
			name: 'YAML inside a list, before another document',
			config: on,
			files: { 'a.yaml': 'bunkers:\n  - image: a\n    network_profile: ‹transit› # lab\n---\nx: 1\n' },
			findings: found(),
			fixed: {
				'a.yaml':
					'bunkers:\n  - image: a\n    network_profile: transit # lab\n    interfaces:\n      - bridge_name: your-bridge\n---\nx: 1\n',
			},
		},
		{
			name: 'an empty list in JSON',
			config: on,
			files: { 'a.json': '{ "network_profile": "transit", "interfaces": ‹[]› }\n' },
			findings: found(),
			fixed: { 'a.json': '{ "network_profile": "transit", "interfaces": [{ "bridge_name": "your-bridge" }] }\n' },
		},
		{
			name: 'JSON on several lines',
			config: on,
			files: { 'a.json': '{\n\t"network_profile": ‹"transit"›,\n\t"image": "a"\n}\n' },
			findings: found(),
			fixed: {
				'a.json':
					'{\n\t"network_profile": "transit",\n\t"image": "a",\n\t"interfaces": [{ "bridge_name": "your-bridge" }]\n}\n',
			},
		},
		{
			name: 'TypeScript with a trailing comma and a comment',
			config: on,
			files: { 'a.ts': "await createBunker({\n  image,\n  network_profile: ‹'transit'›, // lab\n});\n" },
			findings: found(),
			fixed: {
				'a.ts':
					"await createBunker({\n  image,\n  network_profile: 'transit', // lab\n  interfaces: [{ bridge_name: 'your-bridge' }],\n});\n",
			},
		},
		{
			name: 'a comment after the last pair without a comma',
			config: on,
			files: { 'a.js': 'send({\n  "image": image,\n  "network_profile": ‹"transit"› // lab\n});\n' },
			findings: found(),
			fixed: {
				'a.js':
					'send({\n  "image": image,\n  "network_profile": "transit", // lab\n  "interfaces": [{ bridge_name: "your-bridge" }]\n});\n',
			},
		},
		{
			name: 'a variable that is posted to the endpoint',
			config: on,
			files: {
				'a.py':
					'def run():\n    body = {"network_profile": ‹"transit"›}\n    httpx.post(f"{BASE}/bunkers", json=body)\n',
			},
			findings: found(),
			fixed: {
				'a.py':
					'def run():\n    body = {"network_profile": "transit", "interfaces": [{"bridge_name": "your-bridge"}]}\n    httpx.post(f"{BASE}/bunkers", json=body)\n',
			},
		},
		{
			name: 'what a function returns',
			config: on,
			files: { 'a.py': 'def spec():\n    return dict(image="a", network_profile=‹"transit"›)\n' },
			findings: found(),
			fixed: {
				'a.py':
					'def spec():\n    return dict(image="a", network_profile="transit", interfaces=[{"bridge_name": "your-bridge"}])\n',
			},
		},
	],
});
