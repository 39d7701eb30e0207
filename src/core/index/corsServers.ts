import type { CorsPolicyFact, Insertion, ValueList } from '../facts/cors/policy';
import { memberOf } from '../facts/cors/members';
import { derived } from './derived';
import { packagesOf } from './packages';
import { realmOf } from './realm';
import type { IndexedFact, WorkspaceIndex } from './workspaceIndex';
import type { Range } from 'vscode-languageserver-types';

export interface Located {
	readonly uri: string;
	readonly range: Range;
}

export interface LocatedEntry extends Located {
	readonly name: string;
}

/** A list with its constants looked up; `unknown` when one of them is not known. */
export interface ResolvedList {
	readonly state: ValueList['state'];
	readonly entries: readonly LocatedEntry[];
	readonly insert?: { readonly uri: string; readonly insertion: Insertion };
}

export interface ResolvedPolicy extends Located {
	readonly path: string;
	readonly fact: CorsPolicyFact;
	readonly allowed: ResolvedList;
	readonly exposed: ResolvedList;
}

/** The policies of one package, or of what stands in front of all of them. */
export interface CorsServer {
	readonly directory: string;
	readonly realm: string;
	readonly policies: readonly ResolvedPolicy[];
}

/** Every server of the workspace that says something about requests from other origins. */
export const corsServersOf = derived(['cors-policy', 'header-constant', 'manifest'], (index): readonly CorsServer[] => {
	const constants = constantsOf(index);
	const packages = packagesOf(index);
	const found: { readonly item: IndexedFact<'cors-policy'>; readonly realm: string }[] = [];
	for (const item of index.facts('cors-policy')) {
		const realm = realmOf(item.file.path);
		if (realm !== undefined) found.push({ item, realm });
	}
	const options = new Set(found.flatMap(({ item }) => item.fact.constant ?? []));
	const configured = found.some(({ item }) => item.fact.name === 'config');
	const bound = new Set(found.filter(({ item }) => configured && isBound(item.fact)).map(({ item }) => item.file.uri));
	const servers = new Map<string, { directory: string; realm: string; policies: ResolvedPolicy[] }>();
	for (const { item, realm } of found) {
		const { file, fact } = item;
		if (
			fact.allowed.state === 'unknown' &&
			fact.allowed.refs.some((name) => options.has(name.split('.').at(-1) ?? name))
		)
			continue;
		if (bound.has(file.uri) && fact.name !== 'config') continue;
		const directory = fact.infrastructure === true ? realm : (packages.of(file.path)?.directory ?? realm);
		const key = `${realm}\n${directory}`;
		const server = servers.get(key) ?? { directory, realm, policies: [] };
		servers.set(key, server);
		server.policies.push({
			uri: file.uri,
			path: file.path,
			range: fact.range,
			fact,
			allowed: resolve(fact.allowed, file.uri, constants),
			exposed: resolve(fact.exposed, file.uri, constants),
		});
	}
	return [...servers.values()].map((server) => ({ ...server, policies: withoutDefaults(server.policies) }));
});

/** `WithHeaders(settings.AllowedHeaders)`: what the list is stands in a configuration file. */
const isBound = ({ allowed }: CorsPolicyFact): boolean =>
	allowed.state === 'listed' &&
	allowed.entries.length === 0 &&
	allowed.refs.some((name) => memberOf(name.split('.').at(-1) ?? name) === 'allowed');

/** The default list of a library holds only where no list is set. */
function withoutDefaults(policies: readonly ResolvedPolicy[]): readonly ResolvedPolicy[] {
	const explicit = policies.some(
		({ fact }) => fact.name === 'django' && fact.allowed.state !== 'absent' && !isDefault(fact),
	);
	return explicit ? policies.filter(({ fact }) => !(fact.name === 'django' && isDefault(fact))) : policies;
}

const isDefault = ({ allowed }: CorsPolicyFact): boolean => {
	const [first, second] = allowed.entries;
	return (
		allowed.insert === undefined &&
		second !== undefined &&
		first?.range.start.line === second.range.start.line &&
		first.range.start.character === second.range.start.character
	);
};

type Constants = ReadonlyMap<string, readonly IndexedFact<'header-constant'>[]>;

/** Named lists and names, by their name and by its last part. */
export const constantsOf = derived(['header-constant'], (index): Constants => {
	const constants = new Map<string, IndexedFact<'header-constant'>[]>();
	for (const item of index.facts('header-constant')) {
		const { name } = item.fact;
		for (const key of new Set([name, name.split('.').at(-1) ?? name]))
			constants.set(key, [...(constants.get(key) ?? []), item]);
	}
	return constants;
});

/** What a constant of a file stands for: the definition of the same file, else all that the workspace has. */
export function lookUp(constants: Constants, name: string, uri: string): readonly IndexedFact<'header-constant'>[] {
	const found = constants.get(name) ?? constants.get(name.split('.').at(-1) ?? name) ?? [];
	const own = found.filter(({ file }) => file.uri === uri);
	return own.length > 0 ? own : found;
}

function resolve(list: ValueList, uri: string, constants: Constants, depth = 0): ResolvedList {
	const own = list.entries.map((entry) => ({ ...entry, uri }));
	const insert = list.insert === undefined ? undefined : { uri, insertion: list.insert };
	const others = list.refs.map((name): ResolvedList => {
		const items = depth > 3 ? [] : lookUp(constants, name, uri);
		if (items.length === 0) return { state: 'unknown', entries: [] };
		return join(items.map(({ file, fact }) => resolve(fact.list, file.uri, constants, depth + 1)));
	});
	const all = join([{ state: list.state, entries: own, ...(insert === undefined ? {} : { insert }) }, ...others]);
	return list.state === 'listed' || list.state === 'unknown' ? all : { ...all, state: list.state };
}

function join(lists: readonly ResolvedList[]): ResolvedList {
	const insert = lists.find((list) => list.insert !== undefined)?.insert;
	return {
		state: lists.some(({ state }) => state === 'unknown') ? 'unknown' : (lists[0]?.state ?? 'unknown'),
		entries: lists.flatMap(({ entries }) => entries),
		...(insert === undefined ? {} : { insert }),
	};
}

/** The constants' values as plain names. */
export function namesOf(index: WorkspaceIndex, name: string, uri: string): readonly string[] {
	return lookUp(constantsOf(index), name, uri).flatMap(({ fact }) =>
		fact.list.entries.length === 1 ? fact.list.entries.map((entry) => entry.name) : [],
	);
}
