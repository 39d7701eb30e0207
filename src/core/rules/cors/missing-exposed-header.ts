import { isHeaderName, needsExposure } from '../../http/headers';
import { readByPages, type ClientHeader } from '../../index/corsClients';
import { namesOf, type CorsServer, type ResolvedPolicy } from '../../index/corsServers';
import { exposedBy } from '../../index/corsVerdict';
import { derived } from '../../index/derived';
import { packagesOf } from '../../index/packages';
import { realmOf } from '../../index/realm';
import { defineRule } from '../rule';
import { addToListFix, placeOf } from './addToList';

export const missingExposedHeader = defineRule({
	id: 'cors/missing-exposed-header',
	scope: 'workspace',
	severity: 'warning',
	reads: ['header-read', 'header-sent', 'header-returned', 'header-constant', 'http-client', 'cors-policy', 'manifest'],
	docs: {
		what: 'Code of a page reads a response header that the server returns but does not expose.',
		why: 'A page of another origin gets `null` for it, although the header is there in the network panel.',
		fix: 'Name the header among the exposed headers of the server. The quick fix adds it in the style of the list.',
		notWhen: 'Page and server share an origin.',
		bad: [
			{
				'web/src/api.ts':
					"export async function list() {\n\tconst response = await fetch(`${import.meta.env.VITE_API_URL}/jobs`);\n\treturn response.headers.get(‹'X-Total-Count'›);\n}\n",
				'server/index.js':
					"const cors = require('cors');\napp.use(cors({ origin, exposedHeaders: ['ETag'] }));\napp.get('/jobs', (req, res) => { res.setHeader('X-Total-Count', '3'); res.json([]); });\n",
			},
		],
		good: [
			{
				'web/src/api.ts':
					"export async function list() {\n\tconst response = await fetch(`${import.meta.env.VITE_API_URL}/jobs`);\n\treturn response.headers.get('X-Total-Count');\n}\n",
				'server/index.js':
					"const cors = require('cors');\napp.use(cors({ origin, exposedHeaders: ['X-Total-Count'] }));\napp.get('/jobs', (req, res) => { res.setHeader('X-Total-Count', '3'); res.json([]); });\n",
			},
		],
	},
	messages: {
		missing:
			'`{header}` is not among the exposed headers of `{server}`, so a page of another origin reads `null`. Add it to the list.',
		none: '`{server}` exposes no headers, so a page of another origin reads `null` for `{header}`. Expose it.',
	},
	*detect({ index }) {
		const reported = new Set<string>();
		const returned = returnedOf(index);
		for (const header of readByPages(index)) {
			const key = `${header.uri} ${header.name.toLowerCase()}`;
			if (!needsExposure(header.name) || reported.has(key)) continue;
			const sending = header.servers.filter(
				({ directory }) => returned.get(header.name.toLowerCase())?.has(directory) === true,
			);
			const lacking = lackingEverywhere(sending, header.name);
			const [first] = lacking ?? [];
			if (lacking === undefined || first === undefined) continue;
			reported.add(key);
			yield reportOf(header, first, lacking);
		}
	},
	fix(finding, { index }) {
		return Promise.resolve(
			addToListFix(
				finding,
				index,
				({ exposed }) => exposed,
				(name) => `Add \`${name}\` to the exposed headers`,
			),
		);
	},
});

function lackingEverywhere(servers: readonly CorsServer[], name: string): readonly ResolvedPolicy[] | undefined {
	const found: ResolvedPolicy[] = [];
	for (const server of servers) {
		const verdict = exposedBy(server, name);
		const silent = server.policies.filter(({ fact, exposed }) => fact.scope === 'server' && exposed.state === 'absent');
		const nothing = server.policies.every(({ exposed }) => exposed.state === 'absent') ? silent : [];
		if (verdict.granted && nothing.length === 0) return undefined;
		found.push(...verdict.lacking, ...nothing);
	}
	return found;
}

function reportOf(
	{ name, uri, range, servers }: ClientHeader,
	first: ResolvedPolicy,
	lacking: readonly ResolvedPolicy[],
) {
	return {
		messageId: first.exposed.state === 'absent' ? 'none' : 'missing',
		data: { header: name, server: first.path, list: placeOf(first) },
		uri,
		range,
		confidence: servers.length === 1 ? ('certain' as const) : ('inferred' as const),
		related: lacking.map((policy) => ({
			uri: policy.uri,
			range: policy.range,
			message: `\`${name}\` is not exposed here.`,
		})),
	};
}

/** Folders of the packages that return a header, by its lower-case name. */
const returnedOf = derived(
	['header-returned', 'header-constant', 'manifest'],
	(index): ReadonlyMap<string, ReadonlySet<string>> => {
		const found = new Map<string, Set<string>>();
		for (const { file, fact } of index.facts('header-returned')) {
			if (realmOf(file.path) === undefined) continue;
			for (const name of fact.constant === true ? namesOf(index, fact.name, file.uri) : [fact.name]) {
				if (!isHeaderName(name)) continue;
				const known = found.get(name.toLowerCase()) ?? new Set<string>();
				found.set(name.toLowerCase(), known.add(packagesOf(index).of(file.path)?.directory ?? ''));
			}
		}
		return found;
	},
);
