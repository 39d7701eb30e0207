import type { CatalogSet } from '../catalog/set';
import type { Config } from '../config/model';
import { createPathMatcher, type PathMatcher } from '../config/paths';
import type { FileFacts } from '../facts/model';

/** How much in the workspace speaks for each catalogue. */
export interface Relevance {
	isRelevant(catalogId: string): boolean;
	/** Specific tokens, files and packages of the catalogue in the workspace; orders the cards of a hover. */
	weight(catalogId: string): number;
	add(file: FileFacts): void;
	remove(file: FileFacts): void;
}

export function createRelevance(catalogs: CatalogSet, config: Config): Relevance {
	const weights = new Map<string, number>();
	const matchers = new Map<string, PathMatcher>();
	for (const { catalog } of catalogs.catalogs) {
		matchers.set(catalog.id, createPathMatcher(catalog.relevance?.files ?? []));
	}
	const count = (file: FileFacts, sign: 1 | -1): void => {
		for (const { catalog } of catalogs.catalogs) {
			const found = (file.evidence[catalog.id] ?? 0) + (matchers.get(catalog.id)?.(file.path) === true ? 1 : 0);
			if (found > 0) weights.set(catalog.id, (weights.get(catalog.id) ?? 0) + sign * found);
		}
	};
	return {
		isRelevant(catalogId) {
			const mode = config.catalogs[catalogId] ?? 'auto';
			if (mode !== 'auto') return mode === 'on';
			return catalogs.catalog(catalogId)?.standard === true || (weights.get(catalogId) ?? 0) > 0;
		},
		weight: (catalogId) => weights.get(catalogId) ?? 0,
		add: (file) => count(file, 1),
		remove: (file) => count(file, -1),
	};
}
