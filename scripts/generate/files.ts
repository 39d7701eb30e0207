import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { createCatalogSet } from '../../src/core/catalog/set';
import { allRules } from '../../src/core/rules';
import { readBundledCatalogs } from '../catalogs';
import { withBlocks } from './blocks';
import { catalogsPage } from './catalogs';
import { readManifest } from './manifest';
import { ruleIndex, rulePage } from './rules';
import { schemaFiles } from './schemas';

export const root = join(import.meta.dirname, '..', '..');

const ruleFolder = 'docs/rules';
const withMarkers = ['README.md', 'CONTRIBUTING.md'];

/** Every generated file as it should be, by path below the root. */
export async function generatedFiles(): Promise<ReadonlyMap<string, string>> {
	const catalogs = readBundledCatalogs();
	const rules = allRules(createCatalogSet(catalogs));
	const files = new Map<string, string>(await schemaFiles());
	for (const rule of rules) files.set(`${ruleFolder}/${rule.id}.md`, rulePage(rule));
	files.set(`${ruleFolder}/README.md`, ruleIndex(rules));
	files.set('docs/catalogs.md', catalogsPage(catalogs));
	for (const path of withMarkers) {
		const text = readFileSync(join(root, path), 'utf8');
		files.set(path, withBlocks(text, { rules, catalogs, manifest: readManifest(root) }));
	}
	return files;
}

/** Pages of rules that are no more. */
export function staleFiles(files: ReadonlyMap<string, string>): string[] {
	if (!existsSync(join(root, ruleFolder))) return [];
	return readdirSync(join(root, ruleFolder), { recursive: true, encoding: 'utf8' })
		.map((path) => `${ruleFolder}/${path.replaceAll('\\', '/')}`)
		.filter((path) => path.endsWith('.md') && !files.has(path));
}
