import { readBundledCatalogs } from './catalogs';

for (const { catalog, uri } of readBundledCatalogs()) {
	const tokens = catalog.entries.reduce((sum, entry) => sum + entry.match.length, 0);
	console.log(
		`${uri}: ${catalog.entries.length} entries, ${tokens} tokens, ${catalog.variables?.length ?? 0} variables`,
	);
}
