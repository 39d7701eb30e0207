import { isOwnHost, matchesRoute, segmentsOf, type UrlParts } from '../http/url';
import type { Catalog, CatalogGuardedRoute, CatalogSocket } from './model';
import type { CatalogSet } from './set';

/** A documented route that an address leads to. */
export interface RouteMatch<R> {
	readonly route: R;
	/** The id of the target that explains it. */
	readonly entry: string | undefined;
}

type IsRelevant = (catalogId: string) => boolean;

export const socketRouteOf = (url: UrlParts, catalogs: CatalogSet, isRelevant: IsRelevant) =>
	find(url, catalogs, isRelevant, (catalog): readonly CatalogSocket[] => catalog.sockets ?? []);

export const guardedRouteOf = (url: UrlParts, catalogs: CatalogSet, isRelevant: IsRelevant) =>
	find(url, catalogs, isRelevant, (catalog): readonly CatalogGuardedRoute[] => catalog.guarded ?? []);

function find<R extends { readonly path: string; readonly entry?: string | undefined }>(
	url: UrlParts,
	catalogs: CatalogSet,
	isRelevant: IsRelevant,
	routesOf: (catalog: Catalog) => readonly R[],
): RouteMatch<R> | undefined {
	for (const { catalog } of catalogs.catalogs) {
		if (!isRelevant(catalog.id)) continue;
		for (const route of routesOf(catalog)) {
			// A short path such as `/ws` is everybody's: on a stranger's host it means nothing.
			if (segmentsOf(route.path).length < 2 && !isOwnHost(url.host)) continue;
			if (matchesRoute(route.path, url.path, url.rooted)) return { route, entry: entryOf(catalog, route.entry) };
		}
	}
	return undefined;
}

/** An entry's id with its catalogue. */
export const entryOf = (catalog: Catalog, entry: string | undefined): string | undefined =>
	entry === undefined || entry.includes('/') ? entry : `${catalog.id}/${entry}`;
