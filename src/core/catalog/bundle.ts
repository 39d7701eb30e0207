import type { Catalog } from './model';
import type { LoadedCatalog } from './load';

/** One catalogue of the bundle that a build writes. */
interface BundledCatalog {
	readonly uri: string;
	readonly catalog: Catalog;
	readonly offsets: Readonly<Record<string, number>>;
}

/** The catalogues that ship with the product, as one JSON text. They were validated when they were read. */
export function stringifyBundle(loaded: readonly LoadedCatalog[]): string {
	const bundled = loaded.map(({ uri, catalog, offsets }): BundledCatalog => ({
		uri,
		catalog,
		offsets: Object.fromEntries(offsets),
	}));
	return JSON.stringify(bundled);
}

/**
 * Reads what {@link stringifyBundle} wrote, without validating it again: reading a megabyte costs milliseconds, validating
 * it does not. A catalogue's `uri` is its path below the package.
 */
export function parseBundle(json: string): LoadedCatalog[] {
	const bundled = JSON.parse(json) as readonly BundledCatalog[];
	return bundled.map(({ uri, catalog, offsets }) => ({
		uri,
		catalog,
		origin: 'bundled',
		offsets: new Map(Object.entries(offsets)),
	}));
}
