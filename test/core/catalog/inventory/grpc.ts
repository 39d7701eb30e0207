import type { InventoryRow } from './row';

export const rows: readonly InventoryRow[] = [
	{ entry: 'cancelled', tokens: ['CANCELLED'], facts: ['499', 'caller'] },
	{ entry: 'unknown', tokens: ['UNKNOWN'], facts: ['500', 'exception'] },
	{
		entry: 'invalid-argument',
		tokens: ['INVALID_ARGUMENT', 'InvalidArgument'],
		facts: ['400 Bad Request', 'whatever the state', '3'],
	},
	{
		entry: 'deadline-exceeded',
		tokens: ['DEADLINE_EXCEEDED', 'DeadlineExceeded'],
		facts: ['504 Gateway Timeout', 'deadline', 'may have finished'],
	},
	{ entry: 'not-found', tokens: ['NOT_FOUND'], facts: ['404', 'does not exist'] },
	{ entry: 'permission-denied', tokens: ['PERMISSION_DENIED'], facts: ['403', 'permission'] },
	{ entry: 'resource-exhausted', tokens: ['RESOURCE_EXHAUSTED'], facts: ['429', 'quota', '4 MB'] },
	{ entry: 'failed-precondition', tokens: ['FAILED_PRECONDITION'], facts: ['400', 'state'] },
	{ entry: 'unimplemented', tokens: ['UNIMPLEMENTED'], facts: ['501', 'method'] },
	{
		entry: 'unavailable',
		tokens: ['UNAVAILABLE', 'Unavailable'],
		facts: ['503 Service Unavailable', '14', 'growing delay'],
	},
	{ entry: 'unauthenticated', tokens: ['UNAUTHENTICATED'], facts: ['401', '16', 'token'] },
];
