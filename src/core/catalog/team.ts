import { problemAt, type Problem } from '../text/jsonc';
import { loadCatalog, type LoadedCatalog } from './load';

export interface TeamSource {
	readonly uri: string;
	readonly text: string;
}

export interface TeamCatalogs {
	readonly loaded: readonly LoadedCatalog[];
	readonly problems: readonly Problem[];
}

/**
 * Reads the catalogues of a team, in the order given. A broken one, and one whose id is taken, yields problems and nothing
 * else; all others stand.
 */
export function loadTeamCatalogs(sources: readonly TeamSource[], bundled: readonly LoadedCatalog[]): TeamCatalogs {
	const taken = new Map(bundled.map(({ catalog, uri }) => [catalog.id, uri]));
	const loaded: LoadedCatalog[] = [];
	const problems: Problem[] = [];
	for (const { uri, text } of sources) {
		const result = loadCatalog(text, uri, 'team');
		problems.push(...result.problems);
		if (result.loaded === undefined) continue;
		const { id } = result.loaded.catalog;
		const other = taken.get(id);
		if (other === undefined) {
			taken.set(id, uri);
			loaded.push(result.loaded);
		} else {
			const start = Math.max(0, text.indexOf(`"${id}"`));
			problems.push(
				problemAt(text, uri)(start, start + id.length + 2, '/id', `\`${id}\` is already the id of ${nameOf(other)}.`),
			);
		}
	}
	return { loaded, problems };
}

const nameOf = (uri: string): string => uri.slice(uri.lastIndexOf('/') + 1);
