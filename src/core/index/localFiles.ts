import { directoryOf } from '../facts/manifest';
import type { FileFacts } from '../facts/model';
import { joinPath, packagesOf } from './packages';
import type { MutableIndex, WorkspaceIndex } from './workspaceIndex';

/** Where a relative path of code may lead: beside the file, in its packages, at the root of the workspace. */
export function placesOf(index: WorkspaceIndex, { path: from }: Pick<FileFacts, 'path'>, path: string): string[] {
	const folders = [
		directoryOf(from),
		...packagesOf(index)
			.enclosing(from)
			.map(({ directory }) => directory),
		'',
	];
	return [...new Set(folders.flatMap((folder) => joinPath(folder, path) ?? []))];
}

/** The address of another path below the root that a file stands below. */
export function uriBeside({ uri, path: own }: Pick<FileFacts, 'uri' | 'path'>, path: string): string {
	const root = uri.split('/').slice(0, -own.split('/').length);
	return [...root, ...path.split('/').map(encodeURIComponent)].join('/');
}

/** Looks up the sizes of the files that code sends. */
export async function measureFiles(
	index: MutableIndex,
	sizeOf: (uri: string) => Promise<number | undefined>,
): Promise<void> {
	for (const { file, fact } of [...index.facts('inline-file')]) {
		for (const path of placesOf(index, file, fact.path)) index.measure(path, await sizeOf(uriBeside(file, path)));
	}
}
