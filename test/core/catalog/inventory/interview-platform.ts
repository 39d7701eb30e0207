import type { InventoryRow } from './row';

export const rows: readonly InventoryRow[] = [
	// Live session room.
	{
		entry: 'no-session-id',
		tokens: ['postMessage', 'sessionId', 'X-Session-Id', 'src/livekit/correlation.js'],
		facts: [
			'embeds',
			'iframe',
			'query parameter',
			'parent origins',
			'silently',
			'X-Session-Id',
			'host checking on purpose',
			'src/livekit/correlation.js',
		],
	},
	{
		entry: 'wrong-media-server',
		tokens: ['src/livekit/endpoints.js', 'LiveKit WebSocket URL'],
		facts: ['unset', 'hard-coded fallback', 'every environment', 'never rely', 'wss://', 'HTTPS', 'resolution order'],
	},
	{
		entry: 'room-token',
		tokens: ['src/livekit/tokenService.js', 'token API URL'],
		facts: ['mints no tokens', 'token API URL', 'video-streaming-server', 'logs of the streaming server'],
	},

	// CORS and calls between services.
	{
		entry: 'cors-preflight',
		tokens: ['allowedHeaders', 'OPTIONS', 'X-Session-Id', 'X-Request-Id', 'index.js'],
		facts: ['explicit CORS allowed-headers list', 'same change', 'never fires', 'index.js', 'interceptor'],
	},
	{
		entry: 'internal-auth',
		tokens: ['/api/internal/*', '401', '503', 'HS256'],
		facts: [
			'byte-identical',
			'bot-backend, video-streaming-server and user-management',
			'32 characters',
			'boot',
			'auth filter',
			'.env.example',
		],
	},

	// Feature flags and cached configuration.
	{
		entry: 'stale-flag',
		tokens: ['platform_config'],
		facts: ['without a TTL', 'row', 'Restart', 'public-flags endpoint'],
	},
	{
		entry: 'gated-feature',
		tokens: ['*.enabled', 'Coming soon', '503'],
		facts: [
			'not an outage',
			'PDF export',
			'platform_config',
			'integration',
			'503',
			'lite orb',
			'STT',
			'flag is on',
			'real error',
			'response body',
		],
	},
	{ entry: 'livekit-503', tokens: ['/livekit/*', '503'], facts: ['failed to load', 'startup', 'on purpose'] },

	// Recording and camera.
	{
		entry: 'camera-light',
		tokens: ['tracks', 'pagehide', 'useAiRoomPublish'],
		facts: ['disconnect the room before', 'untimed', 'clone needs its own stop', 'pagehide', 'useAiRoomPublish'],
	},
	{
		entry: 'avatar-cascade',
		tokens: ['WebGL context loss', 'avatar vendor timeout'],
		facts: [
			'vendor times out',
			'CDN fetch',
			'WebGL context',
			'Isolate the layers',
			'deliberate',
			'timeout middleware',
			'avatar route handlers',
		],
	},

	// Backend boot and schema.
	{
		entry: 'schema-validation',
		tokens: ['ddl-auto', 'validate'],
		facts: ['no automatic migrations', 'names the missing column', 'migration first', 'drifted', 'dev and prod'],
	},
	{
		entry: 'reactive-return',
		tokens: ['Mono', 'Flux'],
		facts: ['switches the whole stack', 'HTTP client only', 'plain DTOs'],
	},

	// Environment files and local development.
	{
		entry: 'derived-env',
		tokens: ['.env', 'restore:local', '.env.local', '.env.dev', '.env.production'],
		facts: [
			'derived',
			'copy a target file over it',
			'canonical',
			'npm run restore:local',
			'hosting service reads no',
			'each branch',
		],
	},
	{ entry: 'build-env-check', tokens: ['scripts/check-env.js'], facts: ['before every build', 'the error names'] },
	{
		entry: 'environment-detection',
		tokens: ['NEXT_PUBLIC_ENVIRONMENT', 'NODE_ENV'],
		facts: ['hosting branch, then the hostname', 'NEXT_PUBLIC_ENVIRONMENT', 'NODE_ENV', 'explicitly'],
	},
	{ entry: 'watch-mode-tests', tokens: ['npm test', 'CI=true'], facts: ['watches by default', 'CI=true npm test'] },
	{
		entry: 'two-env-loaders',
		tokens: ['env.local', 'env.{ENV}', 'pydantic-settings', 'dotenv'],
		facts: ['FastAPI app', 'pydantic-settings reads', 'env.local', 'Worker', 'dotenv reads', 'both loaders'],
	},
	{ entry: 'python-pin', tokens: ['Python 3.13', 'livekit-agents'], facts: ['3.13', 'load-bearing', 'livekit-agents'] },
	{
		entry: 'vendor-stub',
		tokens: ['NotImplementedError'],
		facts: ['on purpose', 'migration wave', 'OpenAI chat and TTS', 'wave plan'],
	},

	// Where to look.
	{
		entry: 'where-logs-live',
		tokens: ['request-id', 'session-id'],
		facts: [
			'cloud app environment',
			'log bundles',
			'boot failures',
			'build log for each branch',
			'network tab',
			'WebSocket',
			'terminal',
			'Structured',
			'Ask a teammate',
		],
	},

	// Variables.
	{
		entry: 'variable:REACT_APP_ALLOWED_PARENT_ORIGINS',
		tokens: ['REACT_APP_ALLOWED_PARENT_ORIGINS', 'ALLOWED_PARENT_ORIGINS'],
		facts: ['embed the session room', 'dropped silently', 'does not name'],
	},
	{
		entry: 'variable:REACT_APP_LIVEKIT_WS_URL',
		tokens: ['REACT_APP_LIVEKIT_WS_URL', 'LIVEKIT_WS_URL'],
		facts: ['LiveKit WebSocket URL', 'explicitly', 'does not name'],
	},
	{
		entry: 'variable:REACT_APP_TOKEN_API_URL',
		tokens: ['REACT_APP_TOKEN_API_URL', 'TOKEN_API_URL'],
		facts: ['fetches its tokens', 'does not name'],
	},
	{
		entry: 'variable:INTERNAL_SERVICE_JWT_SECRET',
		tokens: ['INTERNAL_SERVICE_JWT_SECRET', 'INTERNAL_JWT_SECRET'],
		facts: ['HS256', 'byte-identical', '32 characters', 'does not name'],
	},
	{
		entry: 'variable:NEXT_PUBLIC_ENVIRONMENT',
		tokens: ['NEXT_PUBLIC_ENVIRONMENT'],
		facts: ['interviews-ui', 'NODE_ENV'],
	},
];
