import type { InventoryRow } from './row';

export const rows: readonly InventoryRow[] = [
	{ entry: '1000-normal-closure', tokens: ['1000'], facts: ['Normal Closure', 'Reconnect only'] },
	{ entry: '1001-going-away', tokens: ['1001'], facts: ['Going Away', 'shuts down', 'leaves the page'] },
	{ entry: '1003-unsupported-data', tokens: ['1003'], facts: ['Unsupported Data', 'binary'] },
	{
		entry: '1006-abnormal-closure',
		tokens: ['1006'],
		facts: ['Abnormal Closure', 'without a close frame', 'idle timeout', 'handshake', 'Never'],
	},
	{ entry: '1008-policy-violation', tokens: ['1008'], facts: ['Policy Violation', 'close reason'] },
	{ entry: '1009-message-too-big', tokens: ['1009'], facts: ['Message Too Big', 'maxPayload'] },
	{ entry: '1011-internal-error', tokens: ['1011'], facts: ['Internal Error', 'stack trace'] },
	{ entry: '1012-service-restart', tokens: ['1012'], facts: ['Service Restart', 'random delay'] },
	{ entry: '1013-try-again-later', tokens: ['1013'], facts: ['Try Again Later', 'overloaded'] },
	{ entry: '3000-unauthorized', tokens: ['3000'], facts: ['Unauthorized', '401', 'first come'] },
	{ entry: 'registered-range', tokens: ['3000-3999'], facts: ['registered', 'library', '3003', '3008'] },
	{
		entry: 'private-range',
		tokens: ['4000-4999', '4000', '4429'],
		facts: ['private', 'nobody can register', '4401 for 401', 'habit'],
	},
];
