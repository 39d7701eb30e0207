import type { InventoryRow } from './row';

export const rows: readonly InventoryRow[] = [
	{ entry: '204-no-content', tokens: ['204'], facts: ['No Content', 'no body', 'response.json()'] },
	{ entry: '301-moved-permanently', tokens: ['301'], facts: ['Moved Permanently', 'for good', '308', 'Cached'] },
	{ entry: '400-bad-request', tokens: ['400'], facts: ['Bad Request', 'malformed', 'response body'] },
	{ entry: '401-unauthorized', tokens: ['401'], facts: ['Unauthorized', 'missing', 'expired', 'WWW-Authenticate'] },
	{ entry: '404-not-found', tokens: ['404'], facts: ['Not Found', 'No route matches', 'instead of 403'] },
	{
		entry: '413-content-too-large',
		tokens: ['413'],
		facts: ['Content Too Large', 'client_max_body_size', 'Payload Too Large'],
	},
	{ entry: '422-unprocessable-content', tokens: ['422'], facts: ['Unprocessable Content', 'validation'] },
	{ entry: '429-too-many-requests', tokens: ['429'], facts: ['Too Many Requests', 'Retry-After', 'jitter'] },
	{
		entry: '499-client-closed-request',
		tokens: ['499'],
		facts: ['Client Closed Request', 'Not in the IANA registry', 'nginx'],
	},
	{ entry: '503-service-unavailable', tokens: ['503'], facts: ['Service Unavailable', 'overloaded', 'Retry-After'] },
	{ entry: '504-gateway-timeout', tokens: ['504'], facts: ['Gateway Timeout', 'upstream', 'timeout of the proxy'] },
];
