import { ruleTester } from '../../../support/ruleTester';
import { bundledRule } from '../../../support/rules';

const on = { catalogs: { scaibunker: 'on' } } as const;
const found = (data: Record<string, string | number> = {}) => [{ messageId: 'body', data }];

ruleTester(bundledRule('scaibunker/invalid-allowlist-entry'), {
	silent: [
		{
			name: 'hosts and wildcards',
			config: on,
			files: {
				'a.json':
					'{ "network_profile": "allowlisted", "network_allowlist": ["pypi.org", "*.example.com", "10.0.0.1"] }\n',
			},
		},
		{
			name: 'entries that are computed',
			config: on,
			files: { 'a.ts': 'create({ network_profile: p, network_allowlist: [host, `${sub}.example.com`] });\n' },
		},
		{
			name: 'the allowlist of somebody else',
			config: on,
			files: { 'a.json': '{ "allowlist": ["https://example.com/"] }\n' },
		},
	],
	flagged: [
		{
			name: 'a URL',
			config: on,
			files: {
				'a.yaml':
					'network_profile: allowlisted\nnetwork_allowlist:\n  - pypi.org\n  - ‹https://api.crossref.org:8443/works?x=1› # papers\n',
			},
			findings: found(),
			fixed: {
				'a.yaml': 'network_profile: allowlisted\nnetwork_allowlist:\n  - pypi.org\n  - api.crossref.org # papers\n',
			},
		},
		{
			name: 'a path, and a second wildcard',
			config: on,
			files: {
				'a.ts':
					'create({ network_profile: \'allowlisted\', allowlist: [‹\'github.com/acme\'›, "pypi.org", ‹"*.*.example.com"›] });\n',
			},
			findings: [...found(), ...found()],
			fixed: {
				'a.ts':
					'create({ network_profile: \'allowlisted\', allowlist: [\'github.com\', "pypi.org", "*.example.com"] });\n',
			},
		},
		{
			name: 'a URL with a password, which is in no message',
			config: on,
			files: { 'a.py': 'post("/bunkers", json={"network_allowlist": [‹"https://me:pw@git.example.com"›]})\n' },
			findings: found({ value: '' }),
			fixed: { 'a.py': 'post("/bunkers", json={"network_allowlist": ["git.example.com"]})\n' },
		},
		{
			name: 'a wildcard that only a person can mend',
			config: on,
			files: { 'a.json': '{ "network_profile": "allowlisted", "network_allowlist": [‹"*.api.*.com"›] }\n' },
			findings: found(),
			fixed: null,
		},
		{
			name: 'a template whose fixed part is a URL',
			config: on,
			files: { 'a.ts': 'create({ network_profile: p, network_allowlist: [‹`https://${host}`›] });\n' },
			findings: found(),
			fixed: { 'a.ts': 'create({ network_profile: p, network_allowlist: [`${host}`] });\n' },
		},
	],
});
