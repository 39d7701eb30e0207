import type { Catalog } from '../catalog/model';
import type { CatalogSet } from '../catalog/set';
import type { Config } from '../config/model';
import { createPathMatcher, type PathMatcher } from '../config/paths';
import { factsOf, type FileFacts } from '../facts/model';

/** How much in the workspace speaks for each catalogue. */
export interface Relevance {
	isRelevant(catalogId: string): boolean;
	/** Specific tokens, files and packages of the catalogue in the workspace; orders the cards of a hover. */
	weight(catalogId: string): number;
	add(file: FileFacts): void;
	remove(file: FileFacts): void;
}

/** @param rootNames what the folders that are the workspace's roots are called. */
export function createRelevance(catalogs: CatalogSet, config: Config, rootNames: readonly string[] = []): Relevance {
	const weights = new Map<string, number>();
	const evidences = catalogs.catalogs.map(({ catalog }) => evidenceOf(catalog));
	for (const { id, packages } of evidences) {
		const own = rootNames.filter((name) => packages.has(name)).length;
		if (own > 0) weights.set(id, own);
	}
	const count = (file: FileFacts, sign: 1 | -1): void => {
		for (const evidence of evidences) {
			const found = (file.evidence[evidence.id] ?? 0) + pathsAndNames(file, evidence);
			if (found > 0) weights.set(evidence.id, (weights.get(evidence.id) ?? 0) + sign * found);
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

interface Evidence {
	readonly id: string;
	readonly isFile: PathMatcher;
	readonly packages: ReadonlySet<string>;
	readonly dependencies: ReadonlySet<string>;
}

const evidenceOf = ({ id, relevance }: Catalog): Evidence => ({
	id,
	isFile: createPathMatcher(relevance?.files ?? []),
	packages: new Set(relevance?.packages),
	dependencies: new Set(relevance?.dependencies),
});

/** A file counts once for its place; a manifest for its name and for each dependency. */
function pathsAndNames(file: FileFacts, { isFile, packages, dependencies }: Evidence): number {
	const isInside =
		packages.size > 0 && file.path.split('/').some((part, index, all) => index < all.length - 1 && packages.has(part));
	const named = factsOf(file, 'manifest').flatMap(({ name, dependencies: declared }) => [
		...(name !== undefined && packages.has(name) ? [name] : []),
		...declared.filter((item) => dependencies.has(item.name)),
	]);
	return Number(isInside || isFile(file.path)) + named.length;
}
