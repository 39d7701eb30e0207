import { loadCatalog, type LoadedCatalog } from '../../src/core/catalog/load';
import type { CatalogEntry } from '../../src/core/catalog/model';
import { problemText } from '../../src/core/text/jsonc';

/** A catalogue made of what a test says, and of nothing where it says nothing. */
export function catalogOf(
	id: string,
	parts: Record<string, unknown>,
	origin: LoadedCatalog['origin'] = 'team',
): LoadedCatalog {
	const text = JSON.stringify({ id, title: id, source: { title: 'Notes' }, entries: [], ...parts });
	const { loaded, problems } = loadCatalog(text, `${id}.runbook.jsonc`, origin);
	if (loaded === undefined) throw new Error(problems.map(problemText).join('\n'));
	return loaded;
}

/** An entry with what a test says. */
export const entryOf = (id: string, parts: Partial<CatalogEntry>): CatalogEntry => ({
	id,
	title: `Title of ${id}`,
	match: [],
	causes: [],
	...parts,
});
