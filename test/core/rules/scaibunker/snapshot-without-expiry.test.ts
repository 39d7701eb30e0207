import { ruleTester } from '../../../support/ruleTester';
import { bundledRule } from '../../../support/rules';

const on = { catalogs: { scaibunker: 'on' } } as const;
const found = (data: Record<string, string | number> = {}) => [{ messageId: 'body', data }];

ruleTester(bundledRule('scaibunker/snapshot-without-expiry'), {
	silent: [
		{
			name: 'an expiry',
			config: on,
			files: { 'a.ts': "call('POST', `/bunkers/${id}/snapshots`, { name: 'a', expires_at: days(7) });\n" },
		},
		{
			name: 'an explicit null',
			config: on,
			files: { 'a.py': 'client.post(f"/bunkers/{i}/snapshots", json={"name": "a", "expires_at": None})\n' },
		},
		{
			name: 'a body from elsewhere',
			config: on,
			files: {
				'a.ts': "export const snap = (id: string, body: Body) => call('POST', `/bunkers/${id}/snapshots`, body);\n",
			},
		},
		{
			name: 'a list of snapshots',
			config: on,
			files: {
				'a.ts':
					"call('GET', `/bunkers/${id}/snapshots`, { limit: 10 });\naxios.get(`/bunkers/${id}/snapshots`, { params: { limit: 10 } });\n",
			},
		},
		{
			name: 'a query beside a body from elsewhere',
			config: on,
			files: { 'a.ts': 'axios.post(`/bunkers/${id}/snapshots`, body, { params: { wait: true } });\n' },
		},
		{ name: 'a route', config: on, files: { 'a.ts': "router.post('/bunkers/:id/snapshots', { schema }, create);\n" } },
		{
			name: 'snapshots of somebody else',
			config: on,
			files: { 'a.ts': "call('POST', '/volumes/x/snapshots', { name: 'a' });\n" },
		},
	],
	flagged: [
		{
			name: 'TypeScript',
			config: on,
			files: { 'a.ts': "call('POST', `/bunkers/${bunker}/snapshots`, ‹{ name: 'before-upgrade' }›);\n" },
			findings: found(),
			fixed: {
				'a.ts':
					"call('POST', `/bunkers/${bunker}/snapshots`, { name: 'before-upgrade', expires_at: new Date(Date.now() + 7 * 24 * 60 * 60 * 1000).toISOString() });\n",
			},
		},
		{
			name: 'Python on several lines',
			config: on,
			files: {
				'a.py': 'client.post(\n    f"/bunkers/{bunker}/snapshot",\n    json=‹{›\n        "name": "a"\n    },\n)\n',
			},
			findings: found(),
			fixed: {
				'a.py':
					'client.post(\n    f"/bunkers/{bunker}/snapshot",\n    json={\n        "name": "a",\n        "expires_at": "YYYY-MM-DDThh:mm:ssZ"\n    },\n)\n',
			},
		},
		{
			name: 'an empty body',
			config: on,
			files: {
				'a.ts': 'api.post(`/bunkers/${id}/snapshots`, ‹{}›);\n',
				'b.sh': "curl -X POST localhost/bunkers/7/snapshots -d ‹'{}'›\n".replace("‹'{}'›", "'‹{}›'"),
			},
			findings: [...found(), ...found()],
			fixed: {
				'a.ts':
					'api.post(`/bunkers/${id}/snapshots`, { expires_at: new Date(Date.now() + 7 * 24 * 60 * 60 * 1000).toISOString() });\n',
				'b.sh': 'curl -X POST localhost/bunkers/7/snapshots -d \'{"expires_at": "YYYY-MM-DDThh:mm:ssZ"}\'\n',
			},
		},
	],
});
