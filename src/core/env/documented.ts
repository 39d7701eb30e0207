import type { Catalog, CatalogVariable } from '../catalog/model';
import type { EnvDefinitionFact } from '../facts/envDefinition';
import type { FileFacts } from '../facts/model';
import { isVariableOf } from '../index/services';
import type { RuleContext } from '../rules/rule';

export interface Documented {
	readonly catalog: Catalog;
	readonly variable: CatalogVariable;
	/** Id of the catalogue target. */
	readonly entry: string;
}

/** What relevant catalogues say of a variable in a file. */
export function documentedVariables(
	{ index, catalogs, isRelevant }: RuleContext,
	name: string,
	file: Pick<FileFacts, 'path'>,
	definition?: EnvDefinitionFact,
): readonly Documented[] {
	return catalogs
		.variables(name)
		.filter(
			({ catalog, variable }) => isRelevant(catalog.id) && isVariableOf(index, catalog, variable, file, definition),
		)
		.map(({ catalog, variable }) => ({ catalog, variable, entry: `${catalog.id}/variable:${variable.name}` }));
}

/** All variables of relevant catalogues. */
export function* relevantVariables({ catalogs, isRelevant }: RuleContext): Generator<Documented> {
	for (const { catalog } of catalogs.catalogs) {
		if (!isRelevant(catalog.id)) continue;
		for (const variable of catalog.variables ?? []) {
			yield { catalog, variable, entry: `${catalog.id}/variable:${variable.name}` };
		}
	}
}

/** A variable's names, the documented one first. */
export const namesOf = ({ name, aliases = [] }: CatalogVariable): readonly string[] => [name, ...aliases];
