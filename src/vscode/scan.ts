import { workspace, type Uri } from 'vscode';
import { createPathMatcher } from '../core/config/paths';
import { createGitIgnore } from '../core/files/gitignore';
import { isReadThoughIgnored, isSkippedFile, skippedDirectoryGlobs } from '../core/files/select';
import type { Service } from '../core/service';
import { pathOf, readSource, readText } from './files';

export interface ScanOptions {
	readonly service: Service;
	/** False once a newer scan has started. */
	readonly isCurrent: () => boolean;
	readonly exclude: readonly string[];
	readonly maxFiles: number;
	/** Called with the number of files read so far. */
	readonly onProgress: (files: number) => void;
}

/** How long one stretch of reading may hold the extension host, in milliseconds. */
const stretch = 8;
const together = 16;

/** Reads every file of the workspace into the service, in stretches that leave the extension host responsive. */
export async function scanWorkspace(options: ScanOptions): Promise<{ files: number; capped: boolean }> {
	const { service, isCurrent, maxFiles, onProgress } = options;
	const found = await workspace.findFiles('**/*', `{${skippedDirectoryGlobs.join(',')}}`, maxFiles + 1);
	const isExcluded = createPathMatcher(options.exclude);
	const isIgnored = await readGitIgnore(found);
	const uris = found
		.slice(0, maxFiles)
		.map((uri) => ({ uri, path: pathOf(uri) }))
		.filter(({ path }) => !isSkippedFile(path) && !isExcluded(path) && (isReadThoughIgnored(path) || !isIgnored(path)));
	let files = 0;
	let began = Date.now();
	for (let index = 0; index < uris.length && isCurrent(); index += together) {
		const sources = await Promise.all(uris.slice(index, index + together).map(({ uri }) => readSource(uri)));
		for (const source of sources) {
			if (source === undefined || !isCurrent()) continue;
			await service.update(source);
			files++;
			if (Date.now() - began < stretch) continue;
			await pause();
			began = Date.now();
		}
		onProgress(files);
	}
	return { files, capped: found.length > maxFiles };
}

/** Whether a path, or a directory above it, is ignored by a `.gitignore` among the files. */
async function readGitIgnore(files: readonly Uri[]): Promise<(path: string) => boolean> {
	const ignore = createGitIgnore();
	for (const uri of files.filter(({ path }) => path.endsWith('/.gitignore'))) {
		const path = pathOf(uri);
		ignore.add(path.slice(0, Math.max(0, path.lastIndexOf('/'))), (await readText(uri)) ?? '');
	}
	const directories = new Map<string, boolean>();
	const isIgnoredDirectory = (directory: string): boolean => {
		let known = directories.get(directory);
		if (known === undefined) {
			const slash = directory.lastIndexOf('/');
			known = (slash > 0 && isIgnoredDirectory(directory.slice(0, slash))) || ignore.ignores(directory, true);
			directories.set(directory, known);
		}
		return known;
	};
	return (path) => {
		const slash = path.lastIndexOf('/');
		return (slash > 0 && isIgnoredDirectory(path.slice(0, slash))) || ignore.ignores(path, false);
	};
}

const pause = (): Promise<void> => new Promise((resolve) => setTimeout(resolve, 0));
