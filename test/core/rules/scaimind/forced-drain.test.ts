import { ruleTester } from '../../../support/ruleTester';
import { bundledRule } from '../../../support/rules';

const on = { catalogs: { scaimind: 'on' } } as const;
const found = (data: Record<string, string | number> = {}) => [{ messageId: 'body', data }];

ruleTester(bundledRule('scaimind/forced-drain'), {
	silent: [
		{
			name: 'no force',
			config: on,
			files: {
				'a.py':
					'client.post(f"/cluster/nodes/{node}/drain", json={"force": False})\nclient.post(f"/cluster/nodes/{node}/drain", json={})\n',
			},
		},
		{
			name: 'a flag that is computed',
			config: on,
			files: { 'a.py': 'client.post(f"/cluster/nodes/{node}/drain", json={"force": args.force})\n' },
		},
		{
			name: 'force of somebody else',
			config: on,
			files: {
				'a.ts': "rm(path, { recursive: true, force: true });\napi.post('/cluster/nodes/x/undrain', { force: true });\n",
				'b.py': 'sync(force=True)\nqueue.drain(force=True)\n',
				'c.ts': 'pool.drain({ force: true });\n',
			},
		},
		{ name: 'a drain elsewhere', files: { 'a.py': 'drain(node, force=True)\n' } },
	],
	flagged: [
		{
			name: 'Python',
			config: on,
			files: {
				'a.py':
					'client.post(f"/cluster/nodes/{node}/drain", json={"force": ‹True›})\ncluster.drain_node(node, force=‹True›)\nself.cluster.drain(node, force=‹True›)\n',
			},
			findings: [...found(), ...found(), ...found()],
			fixed: {
				'a.py':
					'client.post(f"/cluster/nodes/{node}/drain", json={"force": False})\ncluster.drain_node(node, force=False)\nself.cluster.drain(node, force=False)\n',
			},
		},
		{
			name: 'TypeScript, by address and by name',
			config: on,
			files: {
				'a.ts':
					'ky.post(`nodes/${node}/drain`, { json: { force: ‹true› } });\nawait cluster.drainNode(node, { force: ‹true› });\n',
			},
			findings: [...found(), ...found()],
			fixed: {
				'a.ts':
					'ky.post(`nodes/${node}/drain`, { json: { force: false } });\nawait cluster.drainNode(node, { force: false });\n',
			},
		},
		{
			name: 'the query of the address, and its options',
			config: on,
			files: {
				'a.py':
					'client.post(f"/cluster/nodes/{node}/drain?force=‹true›&reason=driver")\nclient.post(f"/nodes/{node}/drain", params={"force": ‹True›})\n',
				'b.ts': 'await axios.post(`/nodes/${node}/drain`, null, { params: { force: ‹true› } });\n',
				'c.sh': 'curl -X POST "$BRIDGE/cluster/nodes/$node/drain?force=‹true›"\n',
			},
			findings: [...found(), ...found(), ...found(), ...found()],
			fixed: {
				'a.py':
					'client.post(f"/cluster/nodes/{node}/drain?force=false&reason=driver")\nclient.post(f"/nodes/{node}/drain", params={"force": False})\n',
				'b.ts': 'await axios.post(`/nodes/${node}/drain`, null, { params: { force: false } });\n',
				'c.sh': 'curl -X POST "$BRIDGE/cluster/nodes/$node/drain?force=false"\n',
			},
		},
		{
			name: 'curl',
			config: on,
			files: {
				'a.sh':
					'for node in $NODES; do\n  curl -fsS -XPOST $BRIDGE/cluster/nodes/$node/drain -d \'{"force":‹true›}\' || exit 1\ndone\n',
			},
			findings: found(),
			fixed: {
				'a.sh':
					'for node in $NODES; do\n  curl -fsS -XPOST $BRIDGE/cluster/nodes/$node/drain -d \'{"force":false}\' || exit 1\ndone\n',
			},
		},
	],
});
