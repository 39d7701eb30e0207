import type { EnvReadFact } from '../../facts/env/types';
import type { FileFacts } from '../../facts/model';
import type { IndexedFact } from '../workspaceIndex';
import { directoryOf, familyOf } from './modules';

/** The read with the value of the constant that names it; as it is when no one value is known. */
export type PutConstant = (fact: EnvReadFact, file: FileFacts) => EnvReadFact;

/** Constants of the workspace by name: those of the same directory decide, else all must agree. */
export function createConstants(facts: Iterable<IndexedFact<'env-constant'>>): PutConstant {
	const byName = new Map<string, { value: string; file: FileFacts }[]>();
	for (const { fact, file } of facts)
		byName.set(fact.name, [...(byName.get(fact.name) ?? []), { value: fact.value, file }]);

	return (fact, file) => {
		const { constant, dynamic, ...rest } = fact;
		if (constant === undefined || dynamic === undefined) return fact;
		const all = (byName.get(constant) ?? []).filter((item) => familyOf(item.file) === familyOf(file));
		const near = all.filter((item) => directoryOf(item.file.path) === directoryOf(file.path));
		const values = new Set((near.length > 0 ? near : all).map((item) => item.value));
		const [value] = values;
		return values.size === 1 && value !== undefined ? { ...rest, name: fact.name + value + dynamic.suffix } : fact;
	};
}
