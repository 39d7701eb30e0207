import type { Catalog, CatalogPayload, PayloadCondition } from '../catalog/model';
import type { CatalogSet } from '../catalog/set';
import { endpointMethod } from '../catalog/tokens';
import type { ObjectValue } from '../facts/object';
import { compileCondition, evaluate, type Condition } from './condition';
import { parsePaths, type Path } from './path';
import { mergeWants, newWants, type Wants } from './wants';

/** A documented endpoint, ready to be compared: `{id}` stands for any one segment. */
export interface Endpoint {
	readonly text: string;
	readonly method: string | undefined;
	readonly segments: readonly string[];
}

/** A payload constraint of a catalogue, ready to be evaluated. */
export interface Payload {
	/** `scaibunker/short-exec-timeout` */
	readonly id: string;
	readonly catalog: Catalog;
	readonly source: CatalogPayload;
	/** Groups of keys and conditions; an object that meets all of one is the body. */
	readonly groups: readonly (readonly Condition[])[];
	readonly endpoints: readonly Endpoint[];
	/** Plain names of the functions that take the body: `drainnode`, `cluster.drain`. */
	readonly calls: ReadonlySet<string>;
	readonly when: readonly Condition[];
	readonly at: readonly Path[];
	/** What has to be known of a body. */
	readonly wants: Wants;
}

export interface Payloads {
	readonly all: readonly Payload[];
	/** Lower-case words by which a file is found that may hold one of the bodies. */
	readonly markers: readonly string[];
	/** By a key that each body of a group has. */
	readonly byKey: ReadonlyMap<string, readonly Payload[]>;
	/** By a word of the endpoint's path. */
	readonly byPathWord: ReadonlyMap<string, readonly Payload[]>;
	/** By a word of the function's name. */
	readonly byCallWord: ReadonlyMap<string, readonly Payload[]>;
}

const compiled = new WeakMap<CatalogSet, Payloads>();

/** The constraints of all catalogues. */
export function compilePayloads(catalogs: CatalogSet): Payloads {
	let payloads = compiled.get(catalogs);
	if (payloads === undefined) {
		payloads = compileAll(catalogs);
		compiled.set(catalogs, payloads);
	}
	return payloads;
}

function compileAll(catalogs: CatalogSet): Payloads {
	const all = catalogs.catalogs.flatMap(({ catalog }) =>
		(catalog.payloads ?? []).map((source) => compilePayload(source, catalog)),
	);
	const byKey = new Map<string, Payload[]>();
	const byPathWord = new Map<string, Payload[]>();
	const byCallWord = new Map<string, Payload[]>();
	const add = (map: Map<string, Payload[]>, key: string | undefined, payload: Payload): void => {
		if (key !== undefined && map.get(key)?.includes(payload) !== true) map.set(key, [...(map.get(key) ?? []), payload]);
	};
	for (const payload of all) {
		for (const group of payload.groups)
			add(byKey, longest(group.flatMap(({ paths }) => paths.map(([key]) => key ?? ''))), payload);
		for (const endpoint of payload.endpoints) add(byPathWord, longestWord(endpoint), payload);
		for (const name of payload.source.body.call ?? [])
			for (const spelled of spellings(name)) add(byCallWord, spelled, payload);
	}
	const markers = new Set([
		...[...byKey.keys()].flatMap((key) => longest(words(key)) ?? []),
		...byPathWord.keys(),
		...byCallWord.keys(),
	]);
	return { all, markers: [...markers].map((word) => word.toLowerCase()), byKey, byPathWord, byCallWord };
}

function compilePayload(source: CatalogPayload, catalog: Catalog): Payload {
	const { body } = source;
	const groups = (body.keys ?? []).map((group) =>
		group.map((item) => compileCondition(typeof item === 'string' ? { path: item, present: true } : item)),
	);
	const when = source.when.map(compileCondition);
	const at = parsePaths(source.at);
	return {
		id: `${catalog.id}/${source.id}`,
		catalog,
		source,
		groups,
		endpoints: (body.endpoint ?? []).map(compileEndpoint),
		calls: new Set((body.call ?? []).map(plainName)),
		when,
		at,
		wants: wantsOf(source, [...groups.flat(), ...when], at),
	};
}

function wantsOf(source: CatalogPayload, conditions: readonly Condition[], at: readonly Path[]): Wants {
	const wants = newWants();
	for (const { paths, source: test, factors } of conditions) {
		mergeWants(wants, paths, literalsOf(test), test.matches === undefined ? [] : [test.matches]);
		for (const factor of factors) mergeWants(wants, factor.paths);
	}
	mergeWants(wants, at);
	for (const edit of (source.fixes ?? []).flatMap(({ edits }) => edits)) {
		mergeWants(wants, parsePaths(edit.set ?? edit.remove ?? []));
		for (const factor of edit.product ?? []) mergeWants(wants, parsePaths(factor.path));
	}
	return wants;
}

const literalsOf = ({ equals, oneOf = [], noneOf = [] }: PayloadCondition): string[] =>
	[equals, ...oneOf, ...noneOf].filter((value) => typeof value === 'string');

/** Whether an object is the body of a constraint by what it holds. */
export const isBody = (payload: Payload, root: ObjectValue): boolean =>
	payload.groups.some((group) => group.every((condition) => evaluate(condition, root).truth === true));

export function compileEndpoint(text: string): Endpoint {
	const path = text.slice(text.indexOf('/'));
	return { text, method: endpointMethod(text), segments: path.split('/').filter((part) => part !== '') };
}

/** A function's name without case and underscores. */
export const plainName = (name: string): string => name.replaceAll('_', '').toLowerCase();

/** `drain_node` and `drainnode`: a word scan ignores case, not underscores. */
const spellings = (name: string): string[] => {
	const last = name.slice(name.lastIndexOf('.') + 1);
	return [...new Set([last.toLowerCase(), plainName(last)])];
};

const words = (text: string): string[] => (/\{[^}]*\}/.test(text) ? [] : (text.match(/\w+/g) ?? []));

/** The word of an endpoint's path by which a file is found that names it. */
export const longestWord = ({ segments }: Endpoint): string | undefined => longest(segments.flatMap(words));

/** Of equally long ones the last. */
const longest = (all: readonly string[]): string | undefined =>
	all.reduce<string | undefined>((best, word) => (word.length >= (best?.length ?? 1) ? word : best), undefined);
