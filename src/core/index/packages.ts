import { createPathMatcher, type PathMatcher } from '../config/paths';
import { directoryOf, type Ecosystem, type ManifestDependency, type ManifestFact } from '../facts/manifest';
import type { FileFacts } from '../facts/model';
import { derived } from './derived';
import type { IndexedFact } from './workspaceIndex';

/** A folder with at least one manifest. */
export interface Package {
	/** Below the workspace root with `/`; '' for the root itself. */
	readonly directory: string;
	/** As its manifests call it. */
	readonly names: readonly string[];
	readonly ecosystems: ReadonlySet<Ecosystem>;
	readonly manifests: readonly IndexedFact<'manifest'>[];
	/** The monorepo root that lists it among its workspaces. */
	readonly root: Package | undefined;
}

export interface Packages {
	/** In order of folder. */
	readonly all: readonly Package[];
	/** The nearest package above or at a path. */
	of(path: string): Package | undefined;
	/** All packages above a path, the nearest first. */
	enclosing(path: string): readonly Package[];
	/** Packages that call themselves so. */
	named(name: string): readonly Package[];
	/** The dependency as the nearest package, its monorepo root, or a package of the same folder tree without one declares it. */
	dependency(path: string, name: string): ManifestDependency | undefined;
}

/** The packages of the workspace. */
export const packagesOf = derived(['manifest'], (index): Packages => {
	const grouped = new Map<string, IndexedFact<'manifest'>[]>();
	for (const item of index.facts('manifest')) {
		const group = grouped.get(item.fact.directory) ?? [];
		grouped.set(item.fact.directory, [...group, item]);
	}
	const byDirectory = new Map<string, Package>();
	const shared: { readonly root: Package; readonly holds: PathMatcher }[] = [];
	for (const directory of [...grouped.keys()].sort()) {
		const manifests = grouped.get(directory) ?? [];
		const own: Package = {
			directory,
			manifests,
			names: [...new Set(manifests.flatMap(({ fact }) => fact.name ?? []))],
			ecosystems: new Set(manifests.map(({ fact }) => fact.ecosystem)),
			root: shared.find(({ holds }) => holds(directory))?.root,
		};
		byDirectory.set(directory, own);
		const globs = manifests.flatMap(({ fact }) => workspaceGlobs(fact));
		if (globs.length > 0) shared.push({ root: own, holds: createPathMatcher(globs) });
	}
	const all = [...byDirectory.values()];
	const names = new Map<string, Package[]>();
	for (const item of all) for (const name of item.names) names.set(name, [...(names.get(name) ?? []), item]);

	function enclosing(path: string): Package[] {
		return foldersAbove(path).flatMap((directory) => byDirectory.get(directory) ?? []);
	}

	return {
		all,
		enclosing,
		of: (path) => enclosing(path)[0],
		named: (name) => names.get(name) ?? [],
		dependency(path, name) {
			const [nearest] = enclosing(path);
			const candidates = nearest === undefined ? [] : [nearest, ...(nearest.root === undefined ? [] : [nearest.root])];
			for (const { manifests } of candidates) {
				for (const { fact } of manifests) {
					const found = fact.dependencies.find((item) => sameName(fact.ecosystem, item.name, name));
					if (found !== undefined) return found;
				}
			}
			return undefined;
		},
	};
});

/** The folders that hold a path, the nearest first; '' is the root. */
export function foldersAbove(path: string): string[] {
	const folders: string[] = [];
	for (let folder = directoryOf(path); folder !== ''; folder = directoryOf(folder)) folders.push(folder);
	return [...folders, ''];
}

/** A path relative to a folder, with `.` and `..` resolved; undefined when it leaves the workspace. */
export function joinPath(folder: string, relative: string): string | undefined {
	const parts: string[] = relative.startsWith('/') ? [] : folder.split('/');
	for (const part of relative.split('/')) {
		if (part === '..') {
			if (parts.filter((item) => item !== '').length === 0) return undefined;
			parts.pop();
		} else if (part !== '.' && part !== '') parts.push(part);
	}
	return parts.filter((part) => part !== '').join('/');
}

/** Whether a file is in a folder or below it. */
export const isBelow = (path: string, folder: string): boolean => folder === '' || path.startsWith(`${folder}/`);

export const fileNameOf = (file: Pick<FileFacts, 'path'>): string => file.path.slice(file.path.lastIndexOf('/') + 1);

/** Python calls `Foo_Bar` and `foo-bar` the same package. */
function sameName(ecosystem: Ecosystem, one: string, other: string): boolean {
	if (ecosystem !== 'python') return one === other;
	const plain = (name: string): string => name.toLowerCase().replace(/[._-]+/g, '-');
	return plain(one) === plain(other);
}

function workspaceGlobs({ directory, workspaces }: ManifestFact): string[] {
	return workspaces
		.filter((glob) => !glob.startsWith('!'))
		.flatMap((glob) => joinPath(directory, glob.replace(/\/+$/, '')) ?? [])
		.filter((glob) => glob !== directory && glob !== '');
}
