import type { Uri } from 'vscode';
import { workspace } from 'vscode';
import { createPathMatcher } from '../core/config/paths';
import type { Service } from '../core/service';
import { languageOf } from '../core/syntax/languages';
import { pathOf, readSource } from './files';

export interface ScanOptions {
	readonly service: Service;
	/** False once a newer scan has started. */
	readonly isCurrent: () => boolean;
	readonly exclude: readonly string[];
	readonly maxFiles: number;
	/** Called with the number of files read so far. */
	readonly onProgress: (files: number) => void;
}

/** Folders that hold what others wrote or what a build made. */
const generated =
	'**/{node_modules,bower_components,.git,.hg,.svn,.next,.nuxt,.svelte-kit,.turbo,.venv,venv,__pycache__,.tox,.gradle,target,dist,build,out,coverage,vendor,.vscode-test}/**';
/** How long one stretch of reading may hold the extension host, in milliseconds. */
const stretch = 8;
const together = 16;

/** Reads every file of the workspace into the service, in stretches that leave the extension host responsive. */
export async function scanWorkspace(options: ScanOptions): Promise<{ files: number; capped: boolean }> {
	const { service, isCurrent, maxFiles, onProgress } = options;
	const found = await workspace.findFiles('**/*', generated, maxFiles + 1);
	const isExcluded = createPathMatcher(options.exclude);
	const uris = found.slice(0, maxFiles).filter((uri) => !isExcluded(pathOf(uri)) && isRead(uri));
	let files = 0;
	let began = Date.now();
	for (let index = 0; index < uris.length && isCurrent(); index += together) {
		const sources = await Promise.all(uris.slice(index, index + together).map((uri) => readSource(uri)));
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

const isRead = (uri: Uri): boolean => languageOf(uri.path) !== 'plaintext' || /\.txt$/i.test(uri.path);

const pause = (): Promise<void> => new Promise((resolve) => setTimeout(resolve, 0));
