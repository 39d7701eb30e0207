import { entryOf } from '../catalog/routes';
import type { CatalogSet } from '../catalog/set';
import type { FileFacts } from '../facts/model';
import type { RouteMountFact, StreamRouteFact } from '../facts/streams/model';
import { joinRoute } from '../facts/streams/routers';
import { derived } from './derived';
import { packagesOf } from './packages';
import type { IndexedFact, WorkspaceIndex } from './workspaceIndex';

/** A route of the workspace, or of a catalogue, that answers with an event stream. */
export interface StreamRoute {
	readonly path: string;
	/** False when a prefix that is not known may stand before the path. */
	readonly whole: boolean;
	readonly unbuffered: boolean;
	readonly heartbeat: boolean;
	/** Where it is declared. */
	readonly source?: { readonly file: FileFacts; readonly fact: StreamRouteFact };
	readonly entry?: string | undefined;
}

/** The routes that the workspace's code declares, below the prefixes of the routers that they belong to. */
export const declaredStreams = derived(['stream-route', 'route-mount', 'manifest'], (index): readonly StreamRoute[] => {
	const mounts = [...index.facts('route-mount')];
	return [...index.facts('stream-route')].flatMap(({ file, fact }) => {
		if (fact.path === undefined) return [];
		const prefixes = prefixesOf(index, mounts, file, fact);
		const base = {
			unbuffered: fact.unbuffered === true,
			heartbeat: fact.heartbeat === true,
			source: { file, fact },
		};
		const { path } = fact;
		return (prefixes ?? ['']).map((prefix) => ({
			...base,
			path: joinRoute(prefix, path),
			whole: prefixes !== undefined,
		}));
	});
});

/** The routes that relevant catalogues know to stream; what stands before their path is the deployment's. */
export const documentedStreams = (catalogs: CatalogSet, isRelevant: (id: string) => boolean): readonly StreamRoute[] =>
	catalogs.catalogs
		.filter(({ catalog }) => isRelevant(catalog.id))
		.flatMap(({ catalog }) =>
			(catalog.streams ?? []).map(({ path, entry }) => ({
				path: path.replace(/\{\w+\}/g, '{}'),
				whole: false,
				unbuffered: false,
				heartbeat: false,
				entry: entryOf(catalog, entry),
			})),
		);

type Mounts = readonly IndexedFact<'route-mount'>[];

function prefixesOf(
	index: WorkspaceIndex,
	mounts: Mounts,
	file: FileFacts,
	{ router, root }: StreamRouteFact,
): readonly string[] | undefined {
	if (router === undefined) return [''];
	if (router === '*') {
		const own = packagesOf(index).of(file.path)?.directory;
		const global = mounts.filter(
			(mount) => mount.fact.router === '*' && packagesOf(index).of(mount.file.path)?.directory === own,
		);
		return global.length > 0 ? global.map(({ fact }) => fact.prefix) : [''];
	}
	return above(mounts, file, router, root === true, 0);
}

/** The prefixes above a router; undefined when nothing tells. */
function above(
	mounts: Mounts,
	file: FileFacts,
	router: string,
	root: boolean,
	depth: number,
): readonly string[] | undefined {
	if (depth > 5) return undefined;
	const own = mounts.filter((mount) => mountsRouter(mount.fact, mount.file, file, router));
	if (own.length === 0) return root ? [''] : undefined;
	const prefixes: string[] = [];
	for (const mount of own) {
		const outer = above(mounts, mount.file, mount.fact.into, mount.fact.root === true, depth + 1);
		if (outer === undefined) return undefined;
		prefixes.push(...outer.map((prefix) => joinRoute(prefix, mount.fact.prefix)));
	}
	return [...new Set(prefixes)];
}

/** Whether a mount means the router `router` of a file. */
function mountsRouter(mount: RouteMountFact, at: FileFacts, file: FileFacts, router: string): boolean {
	if (mount.router === '*' || mount.into === router) return false;
	if (mount.module === undefined) return at.uri === file.uri && mount.router === router;
	const place = file.path.replace(/\.\w+$/, '').replace(/\/(?:index|__init__)$/, '');
	const isPython = file.language === 'python';
	const module = isPython
		? mount.module.replace(/^\.+/, '').replaceAll('.', '/')
		: mount.module
				.replace(/^[./@~#]+/, '')
				.replace(/\.\w+$/, '')
				.replace(/\/index$/, '');
	if (module === '') return false;
	const ends = (name: string): boolean => place === name || place.endsWith(`/${name}`);
	// A default import may have any name.
	if (!isPython) return ends(module);
	return (
		(ends(module) && mount.router === router) ||
		(module.endsWith(`/${router}`) && ends(module.slice(0, -router.length - 1)))
	);
}
