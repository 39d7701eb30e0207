import type { EnvClassFact, EnvField, EnvReadFact } from '../../facts/env/types';
import { variableName } from '../../facts/env/context';
import type { FileFacts } from '../../facts/model';
import type { IndexedFact } from '../workspaceIndex';

interface ClassAt {
	readonly fact: EnvClassFact;
	readonly file: FileFacts;
}

interface ReadAt {
	readonly fact: EnvReadFact;
	readonly file: FileFacts;
}

const maxDepth = 6;

/** The variables of classes and structs that are filled from the environment, through inheritance and nesting. */
export function classReads(facts: Iterable<IndexedFact<'env-class'>>): ReadAt[] {
	const classes = [...facts];
	const byName = new Map<string, ClassAt[]>();
	for (const item of classes) byName.set(item.fact.name, [...(byName.get(item.fact.name) ?? []), item]);

	/** The class of that name that is nearest: of the same file, else the only one. */
	function classOf(name: string, near: ClassAt): ClassAt | undefined {
		const all = (byName.get(name) ?? []).filter((item) => item.file.language === near.file.language && item !== near);
		return all.find((item) => item.file.uri === near.file.uri) ?? (all.length === 1 ? all[0] : undefined);
	}

	function isRoot(item: ClassAt, depth = 0): boolean {
		return item.fact.root || (depth < maxDepth && basesOf(item).some((base) => isRoot(base, depth + 1)));
	}
	function basesOf(item: ClassAt): ClassAt[] {
		return item.fact.bases.map((base) => classOf(base, item)).filter((base) => base !== undefined);
	}
	function inherited(item: ClassAt, key: 'prefix' | 'delimiter', depth = 0): string | undefined {
		if (item.fact[key] !== undefined || depth >= maxDepth) return item.fact[key];
		return basesOf(item)
			.map((base) => inherited(base, key, depth + 1))
			.find((value) => value !== undefined);
	}

	/** Structs that others hold with a prefix are not read without it. */
	const nested = new Set(
		classes.flatMap(({ fact }) =>
			fact.fields
				.filter(({ type, prefix }) => type !== undefined && prefix !== '' && fact.via !== 'pydantic-settings')
				.map(({ type }) => type),
		),
	);

	function fieldsOf(item: ClassAt, prefix: string, depth: number): ReadAt[] {
		const delimiter = inherited(item, 'delimiter');
		return item.fact.fields.flatMap((field) => {
			const inner = field.type === undefined || depth >= maxDepth ? undefined : classOf(field.type, item);
			if (
				inner !== undefined &&
				(item.fact.via !== 'pydantic-settings' || (delimiter !== undefined && !isRoot(inner)))
			) {
				return fieldsOf(inner, prefix + (field.prefix ?? '') + (delimiter ?? ''), depth + 1);
			}
			// A nested model without a delimiter is one variable of JSON, which hardly anyone sets.
			if (inner !== undefined && (isRoot(inner) || field.presence === 'defaulted')) return [];
			const fact = readOf(item.fact, field, prefix);
			return fact === undefined ? [] : [{ fact, file: item.file }];
		});
	}

	return classes.flatMap((item) => {
		if (!isRoot(item) || nested.has(item.fact.name)) return [];
		const prefix = inherited(item, 'prefix') ?? '';
		const fromBases = basesOf(item).flatMap((base) =>
			isRoot(base) && (inherited(base, 'prefix') ?? '') === prefix ? [] : fieldsOf(base, prefix, 0),
		);
		return [...fieldsOf(item, prefix, 0), ...fromBases];
	});
}

function readOf(owner: EnvClassFact, field: EnvField, prefix: string): EnvReadFact | undefined {
	const joined = field.whole === true ? field.name : prefix + field.name;
	// pydantic ignores the case; a variable is written in capitals.
	const name = owner.via === 'pydantic-settings' && field.whole !== true ? joined.toUpperCase() : joined;
	if (!variableName.test(name)) return undefined;
	return {
		kind: 'env-read',
		name,
		range: field.range,
		presence: field.presence,
		via: owner.via,
		source: 'code',
		...(field.default === undefined ? {} : { default: field.default }),
		...(field.alternatives === undefined ? {} : { alternatives: field.alternatives }),
	};
}
