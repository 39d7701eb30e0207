import { misspelled } from './code/misspelled';
import { wrongStatus } from './code/wrong-status';
import { malformedList } from './cors/malformed-list';
import { missingAllowedHeader } from './cors/missing-allowed-header';
import { missingExposedHeader } from './cors/missing-exposed-header';
import { unlistedReadHeader } from './cors/unlisted-read-header';
import { wildcardWithCredentials } from './cors/wildcard-with-credentials';
import { unusedIgnore } from './ignore/unused';
import { payloadRules } from './payload';
import type { Rule } from './rule';
import type { CatalogSet } from '../catalog/set';

/** The rules that are code, sorted by id. */
export const rules: readonly Rule[] = [
	misspelled,
	wrongStatus,
	malformedList,
	missingAllowedHeader,
	missingExposedHeader,
	unlistedReadHeader,
	wildcardWithCredentials,
	unusedIgnore,
];

const all = new WeakMap<CatalogSet, readonly Rule[]>();

/** Every rule, those that catalogues bring included, sorted by id. */
export function allRules(catalogs: CatalogSet): readonly Rule[] {
	let known = all.get(catalogs);
	if (known === undefined) {
		const own = new Set<string>(rules.map(({ id }) => id));
		const brought = payloadRules(catalogs).filter(({ id }) => !own.has(id));
		known = [...rules, ...brought].sort((a, b) => (a.id < b.id ? -1 : 1));
		all.set(catalogs, known);
	}
	return known;
}
