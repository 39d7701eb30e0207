import { valueOutOfRange } from '../../../../src/core/rules/env/value-out-of-range';
import { ruleTester } from '../../../support/ruleTester';

const daemon = { catalogs: { 'render-daemon': 'on' } } as const;
const bunker = { catalogs: { scaibunker: 'on' } } as const;

ruleTester(valueOutOfRange, {
	silent: [
		{ name: 'values inside the limits', config: daemon, files: { '.env': 'PORT=8787\nRENDER_QUEUE_MAX_DEPTH=16\n' } },
		{ name: 'an empty value, which means the default', config: daemon, files: { '.env': 'RENDER_QUEUE_MAX_DEPTH=\n' } },
		{ name: 'a reference', config: daemon, files: { '.env': 'RENDER_QUEUE_MAX_DEPTH=$DEPTH\n' } },
		{ name: 'a comment', config: daemon, files: { '.env': '# RENDER_QUEUE_MAX_DEPTH=0\n' } },
		{ name: 'a common name without its catalogue', files: { '.env': 'PORT=0\n' } },
		{
			name: 'a common name in a file of another service',
			config: daemon,
			files: { 'render-daemon/package.json': '{}', 'web/.env': 'PORT=0\n', 'web/package.json': '{}' },
		},
		{
			name: 'a placeholder of an example',
			config: daemon,
			files: { '.env.example': 'RENDER_QUEUE_MAX_DEPTH=number\n' },
		},
		{
			name: 'a bound that is kept',
			config: daemon,
			files: { '.env': 'RENDER_STORE_BUDGET_MB=10\nRENDER_PER_BUDGET_MB=10\n' },
		},
		{
			name: 'an example comment that leaves the list open',
			files: { '.env': 'LEVEL=loud\n', '.env.example': '# One of: debug, info etc.\nLEVEL=info\n' },
		},
		{
			name: 'an example comment that its own value breaks',
			files: { '.env': 'SIZE=5\n', '.env.example': '# between 10 and 20\nSIZE=30\n' },
		},
		{
			name: 'a length in an example comment',
			files: { '.env': 'NAME=ab\n', '.env.example': '# at least 32 characters\nNAME=abc\n' },
		},
	],
	flagged: [
		{
			name: 'less than the minimum, with a documented default',
			config: bunker,
			files: { 'controller/.env': 'WORKER_STALE_THRESHOLD_MULTIPLIER=‹1› # fast\n' },
			findings: [{ messageId: 'limit', data: { value: '1', better: '3' } }],
			fixed: { 'controller/.env': 'WORKER_STALE_THRESHOLD_MULTIPLIER=3 # fast\n' },
			title: 'Set to `3`',
		},
		{
			name: 'no whole number, in quotes',
			config: daemon,
			files: { '.env': 'RENDER_QUEUE_MAX_DEPTH=‹"2.4"›\n' },
			findings: [{ messageId: 'limit', data: { better: '2' } }],
			fixed: { '.env': 'RENDER_QUEUE_MAX_DEPTH="2"\n' },
		},
		{
			name: 'a word for a number',
			config: daemon,
			files: { '.env.local': 'RENDER_QUEUE_MAX_DEPTH=‹many›\n' },
			findings: [{ messageId: 'open' }],
			fixed: null,
		},
		{
			name: 'a text for a number is not shown',
			config: daemon,
			files: { '.env.local': 'RENDER_QUEUE_MAX_DEPTH=‹16 jobs at most›\n' },
			findings: [{ messageId: 'hidden', data: { name: 'RENDER_QUEUE_MAX_DEPTH' } }],
			fixed: null,
		},
		{
			name: 'a port',
			config: daemon,
			files: { '.env': 'PORT=‹70000›\n' },
			findings: [{ messageId: 'limit' }],
			fixed: { '.env': 'PORT=65535\n' },
		},
		{
			name: 'a map of Compose',
			config: bunker,
			files: {
				'compose.yml':
					'services:\n  controller:\n    environment:\n      DEFAULT_SNAPSHOT_RETENTION_DAYS: ‹"0"› # none\n',
			},
			findings: [{ messageId: 'limit', data: { better: '7' } }],
			fixed: {
				'compose.yml':
					'services:\n  controller:\n    environment:\n      DEFAULT_SNAPSHOT_RETENTION_DAYS: "7" # none\n',
			},
		},
		{
			name: 'a list of Compose',
			config: daemon,
			files: { 'compose.yml': 'services:\n  daemon:\n    environment:\n      - RENDER_QUEUE_MAX_DEPTH=‹0›\n' },
			findings: [{ messageId: 'limit' }],
			fixed: { 'compose.yml': 'services:\n  daemon:\n    environment:\n      - RENDER_QUEUE_MAX_DEPTH=1\n' },
		},
		{
			name: 'an image and a Kubernetes manifest',
			config: daemon,
			files: {
				Dockerfile: 'FROM node\nENV RENDER_STORE_BUDGET_MB=‹-5›\n',
				'k8s.yaml':
					'spec:\n  containers:\n    - env:\n        - name: RENDER_STORE_BUDGET_MB\n          value: ‹"0"›\n',
			},
			findings: [{ messageId: 'limit' }, { messageId: 'limit' }],
			fixed: {
				Dockerfile: 'FROM node\nENV RENDER_STORE_BUDGET_MB=1\n',
				'k8s.yaml': 'spec:\n  containers:\n    - env:\n        - name: RENDER_STORE_BUDGET_MB\n          value: "1"\n',
			},
		},
		{
			name: 'more than the variable that bounds it',
			config: daemon,
			files: { '.env': 'RENDER_STORE_BUDGET_MB=1024\nRENDER_PER_BUDGET_MB=‹2048›\n' },
			findings: [{ messageId: 'relation', data: { other: 'RENDER_STORE_BUDGET_MB', bound: '1024' } }],
			fixed: { '.env': 'RENDER_STORE_BUDGET_MB=1024\nRENDER_PER_BUDGET_MB=1024\n' },
		},
		{
			name: "the example's own list",
			files: { '.env': 'LEVEL=‹loud›\n', '.env.example': '# One of: debug, info, warn\nLEVEL=info\n' },
			findings: [{ messageId: 'open', severity: 'information', confidence: 'inferred' }],
			fixed: null,
		},
		{
			name: "the example's own range and a case that slipped",
			files: {
				'.env': 'WORKERS=‹99›\nMODE=‹FAST›\n',
				'.env.example': 'WORKERS=4 # between 1 and 16\nMODE=slow # fast | slow\n',
			},
			findings: [{ messageId: 'limit' }, { messageId: 'limit', data: { better: 'fast' } }],
			fixed: { '.env': 'WORKERS=16\nMODE=fast\n' },
		},
	],
});
