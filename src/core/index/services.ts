import type { Catalog, CatalogVariable } from '../catalog/model';
import type { EnvDefinitionFact } from '../facts/envDefinition';
import type { FileFacts } from '../facts/model';
import { derived } from './derived';
import { fileNameOf, foldersAbove, isBelow, packagesOf } from './packages';
import type { WorkspaceIndex } from './workspaceIndex';

/** Files that make a folder a service's own: a manifest, an image, an env file. */
const isServiceFile =
	/^(?:dockerfile|containerfile|package\.json|pyproject\.toml|requirements[\w.-]*\.txt|go\.mod|cargo\.toml|pom\.xml|build\.gradle(?:\.kts)?|gemfile|composer\.json|\.?env[\w.-]*|.*\.env|.*\.csproj)$/i;

/** The folders that hold a service's own files, by their last name. */
const foldersByName = derived(
	['manifest', 'env-file', 'env-definition'],
	(index): ReadonlyMap<string, ReadonlySet<string>> => {
		const byName = new Map<string, Set<string>>();
		for (const file of index.files()) {
			if (!isServiceFile.test(fileNameOf(file))) continue;
			const [folder = ''] = foldersAbove(file.path);
			const name = folder.slice(folder.lastIndexOf('/') + 1);
			byName.set(name, (byName.get(name) ?? new Set()).add(folder));
		}
		return byName;
	},
);

/** The folders of a catalogue's service: packages of one of its names, or folders called so. */
export function foldersOfService(index: WorkspaceIndex, catalog: Catalog, serviceId: string): readonly string[] {
	const names = catalog.services?.find(({ id }) => id === serviceId)?.names ?? [];
	const packages = packagesOf(index);
	const byName = foldersByName(index);
	const folders = names.flatMap((name) => [
		...packages.named(name).map(({ directory }) => directory),
		...(byName.get(name) ?? []),
	]);
	return [...new Set(folders)];
}

/** The services of a catalogue that a file belongs to, the one in the innermost folder; a compose service by its name. */
export function servicesAt(
	index: WorkspaceIndex,
	catalog: Catalog,
	file: Pick<FileFacts, 'path'>,
	composeService?: string,
): readonly string[] {
	const services = catalog.services ?? [];
	if (composeService !== undefined) {
		return services.filter(({ names }) => names.includes(composeService)).map(({ id }) => id);
	}
	const placed = services.flatMap(({ id }) =>
		foldersOfService(index, catalog, id)
			.filter((folder) => isBelow(file.path, folder))
			.map((folder) => ({ id, depth: folder.length })),
	);
	const deepest = Math.max(...placed.map(({ depth }) => depth), -1);
	return placed.filter(({ depth }) => depth === deepest).map(({ id }) => id);
}

/**
 * Whether a catalogued variable is the one that stands in a file. A common name is, in a file of one of its services; where
 * none of them is found, anywhere.
 */
export function isVariableOf(
	index: WorkspaceIndex,
	catalog: Catalog,
	variable: CatalogVariable,
	file: Pick<FileFacts, 'path'>,
	definition?: EnvDefinitionFact,
): boolean {
	const { services = [] } = variable;
	if (variable.generic !== true || services.length === 0) return true;
	if (services.every((id) => foldersOfService(index, catalog, id).length === 0)) return true;
	const compose = definition?.role === 'compose' ? definition.service : undefined;
	return servicesAt(index, catalog, file, compose).some((id) => services.includes(id));
}
