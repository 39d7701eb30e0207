import { readdirSync, readFileSync } from 'node:fs';
import { join, relative } from 'node:path';
import { loadCatalog, type LoadedCatalog } from '../src/core/catalog/load';

const root = join(import.meta.dirname, '..');

/** Every catalogue under `catalogs/`, validated. Throws with file, line and pointer when one is bad. */
export function readBundledCatalogs(): readonly LoadedCatalog[] {
	const files = readdirSync(join(root, 'catalogs'), { recursive: true, encoding: 'utf8' })
		.filter((file) => file.endsWith('.jsonc'))
		.sort();
	return files.map((file) => {
		const path = join(root, 'catalogs', file);
		const { loaded, problems } = loadCatalog(readFileSync(path, 'utf8'), relative(root, path), 'bundled');
		if (loaded === undefined) {
			throw new Error(problems.map((p) => `${p.uri}:${p.line}:${p.column} ${p.pointer} ${p.message}`).join('\n'));
		}
		return loaded;
	});
}
