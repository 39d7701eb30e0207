import { isHeaderName, isVendorHeader } from '../http/headers';
import type { HeaderReadFact, HeaderSentFact, RequestTarget } from '../facts/headers/model';
import type { FileFacts } from '../facts/model';
import { runsInBrowser, isFullStack } from './browserCode';
import { corsServersOf, namesOf, type CorsServer, type Located } from './corsServers';
import { derived } from './derived';
import { packagesOf } from './packages';
import { realmOf } from './realm';
import type { WorkspaceIndex } from './workspaceIndex';

/** A header that a page exchanges with servers of the workspace. */
export interface ClientHeader extends Located {
	readonly name: string;
	readonly file: FileFacts;
	/** The servers it may go to, none of which is known to be out of reach. */
	readonly servers: readonly CorsServer[];
}

type ClientFact = HeaderSentFact | HeaderReadFact;

/** Headers that pages send to servers of the workspace, with the servers that they may reach. */
export const sentByPages = derived(
	['header-sent', 'header-read', 'header-constant', 'http-client', 'cors-policy', 'manifest'],
	(index) => pages(index, index.facts('header-sent')),
);

/** Headers that pages read from the responses of servers of the workspace. */
export const readByPages = derived(
	['header-read', 'header-sent', 'header-constant', 'http-client', 'cors-policy', 'manifest'],
	(index) => pages(index, responses(index)),
);

function* responses(index: WorkspaceIndex) {
	for (const item of index.facts('header-read')) if (item.fact.side === 'response') yield item;
}

function pages(
	index: WorkspaceIndex,
	facts: Iterable<{ readonly file: FileFacts; readonly fact: ClientFact }>,
): readonly ClientHeader[] {
	const found: ClientHeader[] = [];
	if (corsServersOf(index).length === 0) return found;
	const readers = readersOf(index);
	for (const { file, fact } of facts) {
		const realm = realmOf(file.path);
		if (realm === undefined || runsInBrowser(index, file.path, fact.runtime) !== true) continue;
		const names = fact.constant === true ? namesOf(index, fact.name, file.uri) : [fact.name];
		const [name, another] = names;
		if (name === undefined || another !== undefined || !isHeaderName(name)) continue;
		const servers = reachable(index, file.path, realm, fact.target ?? { kind: 'unknown' });
		if (servers.length === 0) continue;
		const reading = servers.filter((server) => readers.get(name.toLowerCase())?.has(server.directory) === true);
		if (fact.kind === 'header-sent' && isVendorHeader(name) && reading.length === 0) continue;
		found.push({ name, file, uri: file.uri, range: fact.range, servers: reading.length > 0 ? reading : servers });
	}
	return found;
}

/** The servers nearest to a client, unless its requests go elsewhere. */
function reachable(index: WorkspaceIndex, path: string, realm: string, target: RequestTarget): readonly CorsServer[] {
	const own = packagesOf(index).of(path)?.directory ?? '';
	const servers = corsServersOf(index).filter((server) => server.realm === realm);
	const resolved = resolveTarget(index, path, target);
	if (resolved.kind === 'same' || resolved.kind === 'relative') return [];
	const fitting =
		resolved.kind === 'other' ? servers.filter((server) => isOwnHost(server, resolved.host ?? '')) : servers;
	const shared = fitting.map((server) => commonDepth(own, server.directory));
	const nearest = Math.max(...shared);
	return fitting.filter((server, position) => {
		if (shared[position] !== nearest && server.directory !== realm) return false;
		return !(server.directory === own && isFullStack(index, path) && !/env\b|PUBLIC_|VITE_/i.test(resolved.base ?? ''));
	});
}

function resolveTarget(index: WorkspaceIndex, path: string, target: RequestTarget): RequestTarget {
	if (target.client === undefined && target.kind !== 'relative') return target;
	const name = target.client ?? 'axios';
	const own = packagesOf(index).of(path)?.directory;
	const found: RequestTarget[] = [];
	for (const { file, fact } of index.facts('http-client')) {
		if (fact.name !== name) continue;
		if (name === 'axios' && packagesOf(index).of(file.path)?.directory !== own) continue;
		found.push(fact.target);
	}
	const [first] = found;
	if (first === undefined) return target;
	return found.every(({ kind }) => kind === first.kind) ? first : { kind: 'unknown' };
}

/** `api.example.com` belongs to a server that lists `https://app.example.com` among its origins. */
function isOwnHost(server: CorsServer, host: string): boolean {
	const domain = domainOf(host);
	return server.policies.some(({ fact }) =>
		fact.origins.entries.some(({ name }) => domainOf(name.replace(/^https?:\/\//, '')) === domain),
	);
}

const domainOf = (host: string): string =>
	host
		.replace(/[:/].*$/, '')
		.toLowerCase()
		.split('.')
		.slice(-2)
		.join('.');

function commonDepth(one: string, other: string): number {
	const a = one.split('/').filter((part) => part !== '');
	const b = other.split('/').filter((part) => part !== '');
	let depth = 0;
	while (depth < a.length && a[depth] === b[depth]) depth++;
	return depth;
}

/** Folders of the packages whose servers read a header, by its lower-case name. */
export const readersOf = derived(
	['header-read', 'header-constant', 'manifest'],
	(index): ReadonlyMap<string, ReadonlySet<string>> => {
		const readers = new Map<string, Set<string>>();
		const packages = packagesOf(index);
		for (const { file, fact } of index.facts('header-read')) {
			if (
				fact.side !== 'request' ||
				realmOf(file.path) === undefined ||
				runsInBrowser(index, file.path, fact.runtime) === true
			)
				continue;
			for (const name of fact.constant === true ? namesOf(index, fact.name, file.uri) : [fact.name]) {
				const known = readers.get(name.toLowerCase()) ?? new Set<string>();
				readers.set(name.toLowerCase(), known.add(packages.of(file.path)?.directory ?? ''));
			}
		}
		return readers;
	},
);
