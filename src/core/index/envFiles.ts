import type { EnvFileRole } from '../dotenv';
import type { EnvDefinitionFact, EnvFileFact } from '../facts/envDefinition';
import { directoryOf } from '../facts/manifest';
import { factsOf, type FileFacts } from '../facts/model';
import { derived } from './derived';
import { frameworksOf } from './envFrameworks';
import { fileNameOf, foldersAbove } from './packages';
import type { WorkspaceIndex } from './workspaceIndex';

/** A `.env` file with its keys. */
export interface EnvFileEntry {
	readonly file: FileFacts;
	readonly fact: EnvFileFact;
	readonly directory: string;
	readonly role: EnvFileRole;
	readonly mode: string | undefined;
	/** Commented keys too, in the order of the text. */
	readonly definitions: readonly EnvDefinitionFact[];
	/** It tells people which variables there are: an example, or a `.env` that Git keeps where there is no example. */
	readonly documents: boolean;
	/** Everyone who has the repository has it: an example, or a `.env` that Git keeps. */
	readonly shared: boolean;
}

export interface EnvFiles {
	readonly all: readonly EnvFileEntry[];
	/** Those in a folder itself. */
	in(directory: string): readonly EnvFileEntry[];
	/** The documenting files of the nearest folder above a path that has one, the most general first. */
	governing(path: string): readonly EnvFileEntry[];
	/** Where a variable is documented for a path: the governing file or one of a folder further up. */
	documentation(path: string, name: string): { entry: EnvFileEntry; definition: EnvDefinitionFact } | undefined;
}

export const envFilesOf = derived(
	['env-file', 'env-definition', 'manifest', 'git-ignore', 'env-load'],
	(index): EnvFiles => {
		const byDirectory = new Map<string, EnvFileEntry[]>();
		const exampleFolders = new Set(
			[...index.facts('env-file')].flatMap(({ file, fact }) => (fact.role === 'example' ? directoryOf(file.path) : [])),
		);
		for (const { file, fact } of index.facts('env-file')) {
			const directory = directoryOf(file.path);
			const kept = fileNameOf(file) === '.env' && isKept(index, file.path);
			const entry: EnvFileEntry = {
				file,
				fact,
				directory,
				role: fact.role,
				mode: fact.mode,
				definitions: factsOf(file, 'env-definition'),
				documents:
					fact.role === 'example' ||
					(kept && !exampleFolders.has(directory) && tellsOfProgram(factsOf(file, 'env-definition'))),
				shared: fact.role === 'example' || (kept && !exampleFolders.has(directory)),
			};
			byDirectory.set(directory, [...(byDirectory.get(directory) ?? []), entry]);
		}
		const documenting = new Map(
			[...byDirectory].map(([directory, entries]) => [
				directory,
				entries.filter((entry) => entry.documents).sort((a, b) => generality(b) - generality(a)),
			]),
		);
		const names = new Map<EnvFileEntry, ReadonlyMap<string, EnvDefinitionFact>>();
		function find(entry: EnvFileEntry, name: string): EnvDefinitionFact | undefined {
			const known = names.get(entry) ?? new Map(entry.definitions.map((item) => [item.name.toLowerCase(), item]));
			names.set(entry, known);
			return known.get(name.toLowerCase());
		}
		return {
			all: [...byDirectory.values()].flat(),
			in: (directory) => byDirectory.get(directory) ?? [],
			governing(path) {
				const found = foldersAbove(path).flatMap((directory) => {
					const entries = documenting.get(directory) ?? [];
					return entries.length > 0 ? [entries] : [];
				});
				// `.env.development.example` alone documents what one environment changes.
				return found.find(([entry]) => entry?.mode === undefined) ?? found[0] ?? [];
			},
			documentation(path, name) {
				for (const directory of foldersAbove(path)) {
					for (const entry of documenting.get(directory) ?? []) {
						const definition = find(entry, name);
						if (definition !== undefined) return { entry, definition };
					}
				}
				return undefined;
			},
		};
	},
);

/** A kept `.env` of a key or two is for a tool, as Compose's `COMPOSE_PROJECT_NAME` is: it says nothing of the program. */
const tellsOfProgram = (definitions: readonly EnvDefinitionFact[]): boolean =>
	definitions.filter(({ name }) => !name.startsWith('COMPOSE_')).length >= 3;

/**
 * Whether Git keeps a `.env`: frameworks that want it so say it, everywhere else a `.gitignore` above the file that doesn't
 * name it. Without any `.gitignore` nobody knows.
 */
function isKept(index: WorkspaceIndex, path: string): boolean {
	const folders = new Set(foldersAbove(path));
	const ignores = [...index.facts('git-ignore')].filter(({ fact }) => folders.has(fact.directory));
	if (ignores.some(({ fact }) => fact.env)) return false;
	return ignores.length > 0 || frameworksOf(index, path).includes('symfony');
}

/** `.env.example` before `.env.sample` before `.env.production.example` before `.env`. */
function generality({ file, role, mode }: EnvFileEntry): number {
	const name = fileNameOf(file);
	return (
		(role === 'example' ? 8 : 0) +
		(mode === undefined ? 4 : 0) +
		(name === '.env.example' ? 2 : 0) +
		(/^\.env\.(?:sample|template|dist)$/.test(name) ? 1 : 0)
	);
}
