import type { InventoryRow } from './row';

export const rows: readonly InventoryRow[] = [
	{ entry: '23502-not-null-violation', tokens: ['23502', 'not_null_violation'], facts: ['NOT NULL', 'column'] },
	{
		entry: '23503-foreign-key-violation',
		tokens: ['23503', 'foreign_key_violation'],
		facts: ['does not exist', 'ON DELETE'],
	},
	{
		entry: '23505-unique-violation',
		tokens: ['23505', 'unique_violation'],
		facts: ['unique index', 'ON CONFLICT', 'setval'],
	},
	{ entry: '22p02-invalid-text-representation', tokens: ['22P02'], facts: ['uuid', 'enum'] },
	{ entry: '28p01-invalid-password', tokens: ['28P01'], facts: ['password', 'connection string'] },
	{ entry: '40001-serialization-failure', tokens: ['40001'], facts: ['repeat the whole transaction'] },
	{
		entry: '40p01-deadlock-detected',
		tokens: ['40P01', 'deadlock_detected'],
		facts: ['wait for each other', 'one order'],
	},
	{ entry: '42703-undefined-column', tokens: ['42703'], facts: ['column is missing', 'migration'] },
	{ entry: '42p01-undefined-table', tokens: ['42P01', 'undefined_table'], facts: ['table is missing', 'search_path'] },
	{ entry: '53300-too-many-connections', tokens: ['53300'], facts: ['max_connections', 'PgBouncer'] },
	{
		entry: '57014-query-canceled',
		tokens: ['57014', 'query_canceled'],
		facts: ['statement_timeout', 'EXPLAIN ANALYZE'],
	},
];
