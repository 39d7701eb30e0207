import { packagesOf } from '../../index/packages';
import type { WorkspaceIndex } from '../../index/workspaceIndex';
import { defineRule } from '../rule';

export const staleCacheTable = defineRule({
	id: 'scaimind/stale-cache-table',
	scope: 'workspace',
	severity: 'information',
	reads: ['table-use', 'manifest'],
	docs: {
		what: 'Code reads the table `mod_scaimind_jobs`.',
		why: 'The table is a cache that `GET /jobs` refreshes, best effort; reading one job or a lifecycle call does not, so its states lag.',
		fix: 'Ask `GET /jobs` instead, or send a list call before reading the table.',
		notWhen: 'The package that writes the table reads it: that is the bridge itself, and nothing is reported there.',
		bad: [{ 'report.py': 'QUERY = "SELECT state FROM ‹mod_scaimind_jobs› WHERE id = :id"\n' }],
		good: [{ 'report.py': 'jobs = client.get("/jobs").json()\n' }],
	},
	messages: {
		stale:
			'`{table}` is a cache that only `GET /jobs` refreshes, so states read from it may be stale. List the jobs instead.',
	},
	*detect({ index, isRelevant }) {
		if (!isRelevant('scaimind')) return;
		const owners = new Set<string>();
		for (const { file, fact } of index.facts('table-use'))
			if (fact.use === 'write') owners.add(homeOf(index, file.path));
		for (const { file, fact } of index.facts('table-use')) {
			if (fact.use === 'write' || owners.has(homeOf(index, file.path))) continue;
			yield {
				messageId: 'stale',
				data: { table: fact.table },
				uri: file.uri,
				range: fact.range,
				entry: 'scaimind/stale-dashboard',
			};
		}
	},
});

/** The package of a file; a file of its own where there is none. */
const homeOf = (index: WorkspaceIndex, path: string): string => packagesOf(index).of(path)?.directory ?? path;
