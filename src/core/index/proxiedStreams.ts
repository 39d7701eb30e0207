import type { CatalogSet } from '../catalog/set';
import type { ProxyLocationFact } from '../facts/proxies/model';
import { segmentsOf } from '../http/url';
import { declaredStreams, documentedStreams, type StreamRoute } from './streamRoutes';
import { locationOf, publicPath } from './proxyMatch';
import { realmOf } from './realm';
import type { IndexedFact, WorkspaceIndex } from './workspaceIndex';

type Location = IndexedFact<'proxy-location'>;

/** A place of a proxy that event streams go through. */
export interface ProxiedStream {
	readonly location: Location;
	readonly routes: readonly StreamRoute[];
	/** False when a path was put together from what is likely. */
	readonly certain: boolean;
}

/** The locations of all proxies that event streams of the workspace, or of its catalogues, go through. */
export function* proxiedStreams(
	index: WorkspaceIndex,
	catalogs: CatalogSet,
	isRelevant: (id: string) => boolean,
): Generator<ProxiedStream> {
	const routes = [...declaredStreams(index), ...documentedStreams(catalogs, isRelevant)];
	const servers = new Map<string, Location[]>();
	for (const item of index.facts('proxy-location')) {
		if (realmOf(item.file.path) === undefined) continue;
		servers.set(item.fact.server, [...(servers.get(item.fact.server) ?? []), item]);
	}
	for (const locations of servers.values()) {
		const found = new Map<Location, { routes: StreamRoute[]; certain: boolean }>();
		for (const route of routes) {
			for (const { location, certain } of through(route, locations)) {
				const known = found.get(location);
				found.set(location, { routes: [...(known?.routes ?? []), route], certain: certain || known?.certain === true });
			}
		}
		for (const location of locations) {
			if (location.fact.streams === true && !found.has(location) && isForStreams(location, locations)) {
				found.set(location, { routes: [], certain: true });
			}
		}
		for (const [location, item] of found) yield { location, ...item };
	}
}

/** A comment says so, and no other location of the server is the one that is made for them. */
const isForStreams = (location: Location, all: readonly Location[]): boolean =>
	location.fact.upstream !== undefined &&
	!all.some((other) => other !== location && (other.fact.streams === true || other.fact.buffering?.value === 'off'));

interface Through {
	readonly location: Location;
	readonly certain: boolean;
}

/** The locations of one server that a route is reached through. */
function through(route: StreamRoute, locations: readonly Location[]): readonly Through[] {
	const [first] = locations;
	if (first === undefined || (route.source !== undefined && !ofOneProject(first.file.path, route.source.file.path)))
		return [];
	const proxied = locations.filter(
		({ fact }) => fact.upstream !== undefined && fact.upstream.replace !== null && !isForeign(fact),
	);
	if (first.fact.proxy === 'traefik') return route.source === undefined ? [] : [{ location: first, certain: false }];
	const own = byName(proxied, route);
	if (route.whole) {
		const hits = proxied.filter((location) => {
			const path = publicPath(route.path, location.fact);
			return (
				path !== undefined &&
				locationOf(
					path,
					locations.map(({ fact }) => fact),
				) === location.fact
			);
		});
		return ofOneUpstream(hits, own, proxied).map((location) => ({ location, certain: true }));
	}
	const beside = proxied.filter(({ fact }) => overlaps(fact, route.path));
	if (beside.length > 0)
		return ofOneUpstream(beside, own, proxied).map((location) => ({ location, certain: route.source === undefined }));
	// The one way to the service that the route is part of, or the one way there is.
	const likely = own.size === 1 ? proxied.filter(({ fact }) => own.has(addressOf(fact))) : proxied;
	const [only, ...others] = likely.filter(({ fact }) => fact.match.kind !== 'exact');
	return only === undefined || others.length > 0 || route.source === undefined
		? []
		: [{ location: only, certain: false }];
}

/** A location such as `/v1/streams/logs/` ends with what the route `/streams/logs/{}` starts with. */
function overlaps({ match }: ProxyLocationFact, path: string): boolean {
	if (match.kind === 'regex') return false;
	const given = segmentsOf(match.path);
	const wanted = segmentsOf(path).filter((segment) => segment !== '{}');
	for (let length = Math.min(given.length, wanted.length); length > 0; length--) {
		if (wanted.slice(0, length).every((segment, index) => segment === given[given.length - length + index])) {
			return length > 1 || !/^(?:api|v\d+|app|rest|public|web)$/i.test(wanted[0] ?? '');
		}
	}
	return false;
}

/** Another company's API is no route of ours. */
const isForeign = ({ upstream }: ProxyLocationFact): boolean =>
	upstream !== undefined &&
	upstream.hosts.length > 0 &&
	upstream.hosts.every(
		(host) =>
			/\.[a-z]{2,}$/i.test(host) && !/\.(?:local|internal|svc|lan|docker|test|localhost|cluster\.local)$/i.test(host),
	);

const addressOf = ({ upstream }: ProxyLocationFact): string =>
	`${upstream?.hosts.join(' ') ?? ''}:${upstream?.port ?? ''}`;
const pages =
	/^(?:.*[-_])?(?:front-?end|web|ui|client|www|site|static|next(?:js)?|nuxt|vite|dashboard|admin|storybook|docs?|landing)(?:[-_].*)?$/i;

/** The upstreams that are called like a folder on the way to the route. */
function byName(locations: readonly Location[], { source }: StreamRoute): ReadonlySet<string> {
	const folders = (source?.file.path ?? '').toLowerCase().split('/').slice(0, -1);
	return new Set(
		locations
			.filter(
				({ fact }) =>
					fact.upstream?.hosts.some((host) =>
						folders.some(
							(folder) =>
								folder.length > 2 &&
								(folder === host.toLowerCase() || host.toLowerCase().split(/[-_.]/).includes(folder)),
						),
					) === true,
			)
			.map(({ fact }) => addressOf(fact)),
	);
}

/** Several upstreams could serve the path: the one that is called like the route's folder does, else the one that serves no pages. */
function ofOneUpstream(
	hits: readonly Location[],
	own: ReadonlySet<string>,
	all: readonly Location[],
): readonly Location[] {
	const addresses = new Set(all.map(({ fact }) => addressOf(fact)));
	if (addresses.size <= 1) return hits;
	if (own.size > 0) return own.size === 1 ? hits.filter(({ fact }) => own.has(addressOf(fact))) : [];
	const services = hits.filter(({ fact }) => fact.upstream?.hosts.some((host) => pages.test(host)) !== true);
	return new Set(services.map(({ fact }) => addressOf(fact))).size === 1 ? services : [];
}

/** Folders that hold a proxy's configuration beside the services of the same project. */
const beside =
	/^(?:deploy\w*|docker\w*|.*nginx.*|conf(?:ig)?s?|conf\.d|infra\w*|ops|k8s|kubernetes|helm|charts?|templates|manifests?|.*proxy.*|gateway|ingress|web\w*|front\w*|.*-front\w*|client|ui|apps?|packages|services|server|sites-\w+|etc|base|overlays|prod\w*|dev\w*|staging|scripts|build|site|static|public|dashboard|caddy|traefik|stack|compose|rootfs|hosting|setup|files|roles|ansible)$/i;

function ofOneProject(proxy: string, route: string): boolean {
	if (realmOf(proxy) !== realmOf(route)) return false;
	const folders = proxy.split('/').slice(0, -1);
	while (beside.test(folders.at(-1) ?? '')) folders.pop();
	return folders.length === 0 || route.startsWith(`${folders.join('/')}/`);
}
