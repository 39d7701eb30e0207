import { existsSync } from 'node:fs';
import type { LoadedCatalog } from '../core/catalog/load';
import { mergeConfig, type Config } from '../core/config/model';
import { baselineFileName } from '../core/rules/baseline';
import { createService, type Service } from '../core/service';
import { createParser } from '../core/syntax/parser';
import type { TextSource } from '../core/text/document';
import { cacheFile, cacheKey, openCache, type FactCache } from './cache';
import { readProjectFile, readTeamCatalogs } from './configuration';
import { findFiles } from './files';
import type { Host } from './host';
import { createNames, readSource, stampOf, type Names } from './read';
import type { WorkerSetup } from './parallel';
import { readFiles } from './readFiles';
import { findRoot } from './root';

export interface WorkspaceOptions {
	readonly paths: readonly string[];
	/** The project file to read instead of the workspace's own. */
	readonly config?: string | undefined;
	/** Levels of rules that win over the project file. */
	readonly rules?: Config['rules'];
	/** Reads facts, too, that no rule asks for in this workspace. */
	readonly readsAll?: boolean;
	/** How many threads beside this one read files. */
	readonly threads?: number | undefined;
	/** Where to keep what was read: in this file, or in the user's cache directory. */
	readonly cache?: string | boolean;
}

/** A workspace on disk and the engine over it. */
export interface Workspace {
	readonly names: Names;
	readonly service: Service;
	readonly catalogs: readonly LoadedCatalog[];
	/** Paths of the files that may be read. */
	readonly files: readonly string[];
	/** Globs of those that may not. */
	readonly exclude: readonly string[];
	/** Texts that stand for what is on disk, by URI. */
	readonly overlay: Map<string, TextSource>;
	/** Whether the arguments ask for a file's findings. */
	readonly isReported: (file: string) => boolean;
	readonly read: (uri: string) => TextSource | undefined;
	readonly cache: FactCache | undefined;
	/** What another thread needs to read files as this one does. */
	readonly setup: WorkerSetup;
	/** How many other threads help; undefined leaves it to the number of files. */
	readonly threads: number | undefined;
	/** The script that they run. */
	readonly worker: string | undefined;
	/** Says something on standard error. */
	readonly warn: (message: string) => void;
}

/** The configuration and catalogues of a workspace; its files are found, not yet read. */
export function prepareWorkspace(host: Host, options: WorkspaceOptions): Workspace {
	const warn = (message: string): void => host.stderr(`runbook-lens: ${message}\n`);
	const { directory, targets } = findRoot(host.cwd, options.paths);
	const names = createNames(directory);
	const project = readProjectFile(directory, host.cwd, options.config);
	const config = mergeConfig(project, { rules: options.rules ?? {} });
	const found = findFiles(directory, config.exclude);
	found.warnings.forEach(warn);

	const bundled = host.assets.catalogs();
	const team = readTeamCatalogs(names, { named: found.catalogs, files: found.files }, config, bundled);
	team.warnings.forEach(warn);
	const catalogs = [...team.catalogs, ...bundled];
	const overlay = new Map<string, TextSource>();
	const read = (uri: string): TextSource | undefined => overlay.get(uri) ?? readSource(names, uri);
	const service = createService({
		parser: createParser(host.assets.grammar, warn),
		read: (uri) => Promise.resolve(read(uri)),
		log: warn,
		sizeOf(uri) {
			const { size } = stampOf(names.absolute(uri));
			return Promise.resolve(size < 0 ? undefined : size);
		},
		exists: (uri) => Promise.resolve(existsSync(names.absolute(uri))),
		readsAll: options.readsAll === true,
	});
	service.configure(catalogs, config);
	const { cache: option = false } = options;
	const cache =
		option === false
			? undefined
			: openCache(cacheFile(host, directory, option), cacheKey(host, team.catalogs, config), names, warn);
	return {
		cache,
		setup: { root: directory, catalogs, config, readsAll: options.readsAll === true },
		threads: options.threads,
		worker: host.assets.worker,
		names,
		service,
		catalogs,
		files: found.files,
		exclude: config.exclude,
		warn,
		overlay,
		isReported: (file) =>
			targets.length === 0 || targets.some((target) => file === target || file.startsWith(`${target}/`)),
		read,
	};
}

/** A workspace with every file read. */
export async function openWorkspace(host: Host, options: WorkspaceOptions): Promise<Workspace> {
	const workspace = prepareWorkspace(host, options);
	await readFiles(workspace, workspace.files);
	return workspace;
}

/** Takes up what changed on disk: files that are new, gone or other than before. Undefined when none is. */
export async function refreshWorkspace(
	workspace: Workspace,
	changed: ReadonlySet<string>,
): Promise<Workspace | undefined> {
	const { names, service, files: before, exclude } = workspace;
	const { files } = findFiles(names.root, exclude);
	const known = new Set(before);
	const present = new Set(files);
	const gone = before.filter((file) => !present.has(file));
	const other = files.filter((file) => changed.has(file) || !known.has(file));
	if (gone.length + other.length === 0 && !changed.has(baselineFileName)) return undefined;
	for (const file of gone) service.remove(names.uri(file));
	await readFiles(workspace, other);
	return { ...workspace, files };
}
