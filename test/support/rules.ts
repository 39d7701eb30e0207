import { createCatalogSet } from '../../src/core/catalog/set';
import { allRules } from '../../src/core/rules';
import type { Rule } from '../../src/core/rules/rule';
import { bundledCatalogs } from './workspace';

/** Every rule, those of the bundled catalogues included. */
export const bundledRules: readonly Rule[] = allRules(createCatalogSet(bundledCatalogs));

/** A rule that a bundled catalogue brings. */
export function bundledRule(id: string): Rule {
	const rule = bundledRules.find((item) => item.id === id);
	if (rule === undefined) throw new Error(`No catalogue brings ${id}.`);
	return rule;
}
