import { grammarOf, type GrammarName, type LanguageId } from '../languages';
import { bash } from './bash';
import { csharp } from './csharp';
import { ecmascript } from './ecmascript';
import { go } from './go';
import { java } from './java';
import { php } from './php';
import { plain } from './plain';
import { python } from './python';
import { ruby } from './ruby';
import { rust } from './rust';
import type { Parts, Role, RoleTable } from './table';

export type { Role } from './table';

const tables: Readonly<Record<GrammarName, RoleTable>> = {
	typescript: ecmascript,
	tsx: ecmascript,
	javascript: ecmascript,
	python,
	go,
	java,
	'c-sharp': csharp,
	rust,
	ruby,
	php,
	bash,
};

/** A {@link RoleTable} in the form that readers want. */
export interface Roles {
	readonly of: ReadonlyMap<string, ReadonlySet<Role>>;
	readonly parts: Parts;
	readonly wrappers: ReadonlySet<string>;
	readonly interpolation: ReadonlySet<string>;
	readonly bodies: ReadonlyMap<string, string>;
	readonly flatPairs: ReadonlySet<string>;
}

const compiled = new Map<RoleTable, Roles>();

export function rolesFor(language: LanguageId): Roles {
	const grammar = grammarOf(language);
	const table = grammar === undefined ? plain : tables[grammar];
	let roles = compiled.get(table);
	if (roles === undefined) {
		roles = compile(table);
		compiled.set(table, roles);
	}
	return roles;
}

function compile(table: RoleTable): Roles {
	const of = new Map<string, Set<Role>>();
	for (const [role, types] of Object.entries(table.roles) as [Role, readonly string[]][]) {
		for (const type of types) {
			const set = of.get(type) ?? new Set<Role>();
			set.add(role);
			of.set(type, set);
		}
	}
	return {
		of,
		parts: table.parts,
		wrappers: new Set(table.wrappers),
		interpolation: new Set(table.interpolation),
		bodies: new Map(Object.entries(table.bodies ?? {})),
		flatPairs: new Set(table.flatPairs),
	};
}
