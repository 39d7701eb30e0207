import type { InventoryRow } from './row';

export const rows: readonly InventoryRow[] = [
	{
		entry: 'error-envelope',
		tokens: ['ok', 'code', 'message', 'hint', 'requestId'],
		facts: ['hint', 'requestId', 'log line', 'inline', 'false'],
	},

	// Authentication.
	{
		entry: 'unauthorized',
		tokens: ['UNAUTHORIZED', '401'],
		facts: ['401', 'AUTH_TOKEN', 'Authorization: Bearer', 'API Key panel', 'first 401'],
	},
	{ entry: 'forbidden', tokens: ['FORBIDDEN', '403'], facts: ['403', 'principal', 'AUTH_KEYS', 'createdBy'] },

	// Validation.
	{
		entry: 'invalid-body',
		tokens: ['INVALID_BODY'],
		facts: ['400', 'Zod', 'missing', 'wrong type', 'out of range', 'issues[]', 'path', 'reason'],
	},
	{ entry: 'invalid-json', tokens: ['INVALID_JSON'], facts: ['400', 'Content-Type: application/json', 'well-formed'] },
	{
		entry: 'invalid-render-id',
		tokens: ['INVALID_RENDER_ID'],
		facts: ['400', 'path traversal', 'characters', '/api/renders', 'UUID', 'by hand'],
	},
	{
		entry: 'invalid-job-id',
		tokens: ['INVALID_JOB_ID', 'X-Render-Job-Id'],
		facts: ['400', 'SSE', 'jobId', 'X-Render-Job-Id', 'render response'],
	},
	{ entry: 'invalid-preset-id', tokens: ['INVALID_PRESET_ID'], facts: ['400', 'path traversal', '/api/presets'] },
	{ entry: 'invalid-message', tokens: ['INVALID_MESSAGE'], facts: ['/ws', 'schema', 'src/types/live.ts'] },
	{ entry: 'parse-error', tokens: ['PARSE_ERROR'], facts: ['/ws', 'not valid JSON', 'live protocol'] },

	// Rendering and export.
	{
		entry: 'render-queue-full',
		tokens: ['RENDER_QUEUE_FULL', '503'],
		facts: ['503', 'RENDER_QUEUE_MAX_DEPTH', 'in-flight', 'raise'],
	},
	{
		entry: 'render-store-full',
		tokens: ['RENDER_STORE_FULL', '507'],
		facts: ['507', 'RENDER_STORE_BUDGET_MB', 'Delete or unpin', 'raise'],
	},
	{
		entry: 'render-too-large',
		tokens: ['RENDER_TOO_LARGE', '413'],
		facts: ['413', 'estimated size', 'RENDER_PER_BUDGET_MB', 'Shorten the score', 'polyphony', 'per-render cap'],
	},
	{
		entry: 'render-cancelled',
		tokens: ['RENDER_CANCELLED', '499'],
		facts: ['499', 'disconnected', 'shut down', 'SIGTERM', 'aborts'],
	},
	{ entry: 'cancelled', tokens: ['CANCELLED'], facts: ['jam recording', 'long-running', 'stuck participants'] },
	{
		entry: 'no-recording',
		tokens: ['NO_RECORDING', 'btn-record'],
		facts: ['400', 'never started', 'btn-record', 'Live tab'],
	},
	{
		entry: 'export-failed',
		tokens: ['EXPORT_FAILED'],
		facts: ['500', 'jam export', 'rare', 'disk', 'daemon log', 'RENDER_STORE_DIR'],
	},

	// Presets and scores.
	{
		entry: 'preset-not-found',
		tokens: ['PRESET_NOT_FOUND'],
		facts: ['404', 'PRESET_DIR', '/api/presets', 'available[]'],
	},
	{
		entry: 'asset-not-found',
		tokens: ['ASSET_NOT_FOUND'],
		facts: ['500', 'manifest', '.f32', 'not on disk', 'build-preset'],
	},
	{
		entry: 'asset-integrity-mismatch',
		tokens: ['ASSET_INTEGRITY_MISMATCH', 'assetsHash'],
		facts: ['500', 'SHA', 'assetsHash', 'corrupt', 'rebuild'],
	},
	{
		entry: 'unsupported-preset-version',
		tokens: ['UNSUPPORTED_PRESET_VERSION', 'formatVersion'],
		facts: ['400', 'formatVersion', 'newer', 'Upgrade the engine', 'downgrade the preset'],
	},
	{
		entry: 'unsupported-score-version',
		tokens: ['UNSUPPORTED_SCORE_VERSION', 'SUPPORTED_SCORE_VERSIONS'],
		facts: ['400', 'formatVersion', 'newer', 'SUPPORTED_SCORE_VERSIONS', 'src/types/scoreSchema.ts'],
	},
	{ entry: 'preset-list-failed', tokens: ['PRESET_LIST_FAILED'], facts: ['500', 'PRESET_DIR', 'exists', 'may read'] },

	// Rate limit and lifecycle.
	{
		entry: 'rate-limited',
		tokens: ['RATE_LIMITED', '429', 'Retry-After'],
		facts: [
			'429',
			'IP address',
			'RATE_LIMIT_RPM',
			'20 requests a minute',
			'render endpoints',
			'Throttle',
			'Retry-After',
		],
	},
	{
		entry: 'server-shutdown',
		tokens: ['SERVER_SHUTDOWN', '503'],
		facts: ['503', 'SIGTERM', 'SIGINT', 'draining', 'redeployed instance', 'Fly and Render'],
	},
	{ entry: 'not-found', tokens: ['NOT_FOUND'], facts: ['404', 'route', 'path', '/api/', 'HTML'] },
	{
		entry: 'read-error',
		tokens: ['READ_ERROR'],
		facts: ['500', 'audio.wav', 'telemetry.json', 'score.json', 'health of the disk', 'deleted the render directory'],
	},

	// Variables: the value, what it limits, the code that the limit raises.
	{ entry: 'variable:AUTH_TOKEN', tokens: ['AUTH_TOKEN'], facts: ['bearer token', 'UNAUTHORIZED'] },
	{ entry: 'variable:AUTH_KEYS', tokens: ['AUTH_KEYS'], facts: ['principal', 'createdBy', 'FORBIDDEN'] },
	{
		entry: 'variable:RENDER_QUEUE_MAX_DEPTH',
		tokens: ['RENDER_QUEUE_MAX_DEPTH'],
		facts: ['render queue', 'RENDER_QUEUE_FULL'],
	},
	{
		entry: 'variable:RENDER_STORE_BUDGET_MB',
		tokens: ['RENDER_STORE_BUDGET_MB'],
		facts: ['MB', 'together', 'RENDER_STORE_FULL'],
	},
	{
		entry: 'variable:RENDER_PER_BUDGET_MB',
		tokens: ['RENDER_PER_BUDGET_MB'],
		facts: ['MB', 'single render', 'RENDER_TOO_LARGE', 'RENDER_STORE_BUDGET_MB'],
	},
	{
		entry: 'variable:RENDER_STORE_DIR',
		tokens: ['RENDER_STORE_DIR'],
		facts: ['directory', 'renders are saved', 'EXPORT_FAILED'],
	},
	{
		entry: 'variable:PRESET_DIR',
		tokens: ['PRESET_DIR'],
		facts: ['directory', 'PRESET_NOT_FOUND', 'PRESET_LIST_FAILED'],
	},
	{
		entry: 'variable:RATE_LIMIT_RPM',
		tokens: ['RATE_LIMIT_RPM'],
		facts: ['20', 'minute', 'IP address', 'render endpoints', 'RATE_LIMITED'],
	},
	{ entry: 'variable:ALLOWED_ORIGIN', tokens: ['ALLOWED_ORIGIN'], facts: ['origin of the cockpit', 'daemon'] },
	{ entry: 'variable:PORT', tokens: ['PORT'], facts: ['daemon listens', '65535'] },
	{ entry: 'variable:MAX_LIVE_SESSIONS', tokens: ['MAX_LIVE_SESSIONS'], facts: ['4', 'Server full (X/Y)'] },
	{ entry: 'variable:SLOW_REQUEST_MS', tokens: ['SLOW_REQUEST_MS'], facts: ['1000', 'milliseconds', 'slow_request'] },

	// Symptoms in the cockpit.
	{
		entry: 'daemon-unreachable',
		tokens: ['/api/health', 'red badge'],
		facts: ['every 5 s', 'red', 'daemon log', 'PORT', 'curl', 'another origin', 'ALLOWED_ORIGIN'],
	},
	{
		entry: 'no-presets',
		tokens: ['/api/presets', 'PRESET_DIR', 'build-preset'],
		facts: ['empty', 'PRESET_DIR', 'presets/', 'build-preset'],
	},
	{
		entry: 'stuck-401',
		tokens: ['/api/health/detailed', 'stored token'],
		facts: ['Authorization: Bearer', 'Clear', 'Save', 'AUTH_TOKEN', 'curl', '/api/health/detailed'],
	},
	{
		entry: 'silent-playback',
		tokens: ['authFetch', 'blob URL', '/api/renders/<id>/audio.wav'],
		facts: ['cannot send', 'Authorization', 'authFetch', 'blob URL', '401', 'network tab', 'Reload'],
	},
	{
		entry: 'compare-empty',
		tokens: ['compare modal', 'waveform canvas'],
		facts: ['in parallel', 'corrupt WAV', 'network error', 'stats still render', 'browser console'],
	},
	{
		entry: 'worklet-missing',
		tokens: ['pcm-worklet.js', 'build:cockpit'],
		facts: ['CDN', 'apps/cockpit/public/pcm-worklet.js', 'npm run build:cockpit', 'apps/cockpit/dist/pcm-worklet.js'],
	},

	// Live mode.
	{ entry: 'ws-auth', tokens: ['/ws', '?token='], facts: ['?token=', 'browsers', 'WebSocket', 'Live tab', 'append'] },
	{
		entry: 'server-full',
		tokens: ['MAX_LIVE_SESSIONS', 'Server full (X/Y)'],
		facts: ['MAX_LIVE_SESSIONS', 'default is 4', 'Wait', 'raise', 'live_session_rejected_full'],
	},
	{
		entry: 'underruns',
		tokens: ['underruns', 'latency dropdown', 'polyphony', 'CPU saturation'],
		facts: [
			'from Low to Balanced',
			'from Balanced to Safe',
			'polyphony',
			'CPU saturation',
			'/api/health/detailed',
			'needs the token',
		],
	},
	{
		entry: 'midi-missing',
		tokens: ['requestMIDIAccess'],
		facts: ['Firefox', 'Chrome, Edge', 'Safari', 'flag', 'Refresh the page'],
	},
	{
		entry: 'recording-cap',
		tokens: ['60 s'],
		facts: ['By design', '60 s', 'buffer in memory', 'start a new recording'],
	},

	// Logs.
	{
		entry: 'logs',
		tokens: [
			'requestId',
			'code',
			'slow_request',
			'live_session_rejected_full',
			'boot_auth_open_mode_in_production',
			'pino-pretty',
		],
		facts: [
			'Pino',
			'SLOW_REQUEST_MS',
			'1 s',
			'MAX_LIVE_SESSIONS',
			'without `AUTH_TOKEN`',
			'loud warning',
			'same code that the client saw',
			'node dist/server/index.prod.js',
			'pino-pretty',
		],
	},
];
