import { Uri, workspace, type LogOutputChannel } from 'vscode';
import type { LoadedCatalog } from '../core/catalog/load';
import { loadTeamCatalogs } from '../core/catalog/team';
import { mergeConfig, projectFileName, type Config } from '../core/config/model';
import { readProject as readProjectFile } from '../core/config/project';
import { teamCatalogSuffix } from '../core/files/select';
import { problemText } from '../core/text/jsonc';
import { findBelow, readText } from './files';

export interface Project {
	readonly config: Partial<Config>;
	/** Of the team, then the bundled ones. */
	readonly catalogs: readonly LoadedCatalog[];
}

/** The project files and team catalogues of every folder. A broken one is logged with its place, and left out. */
export async function readProject(
	bundled: readonly LoadedCatalog[],
	runbooks: readonly string[],
	log: LogOutputChannel,
): Promise<Project> {
	const folders = workspace.workspaceFolders ?? [];
	const sources = new Map<string, { uri: string; text: string }>();
	let config: Partial<Config> = {};
	for (const { uri, name } of folders) {
		const file = await readFolder(uri, log);
		config = mergeConfig(config, folders.length > 1 ? below(`${name}/`, file) : file);
		for (const glob of [`**/*${teamCatalogSuffix}`, ...runbooks, ...(file.runbooks ?? [])]) {
			for (const found of await findBelow(uri, glob)) {
				const text = await readText(found);
				if (text !== undefined) sources.set(found.toString(), { uri: found.toString(), text });
			}
		}
	}
	const { loaded, problems } = loadTeamCatalogs([...sources.values()], bundled);
	for (const problem of problems) log.error(problemText(problem));
	return { config, catalogs: [...loaded, ...bundled] };
}

async function readFolder(folder: Uri, log: LogOutputChannel): Promise<Partial<Config>> {
	const uri = Uri.joinPath(folder, projectFileName);
	const text = await readText(uri);
	if (text === undefined) return {};
	const { config, problems } = readProjectFile(text, uri.toString());
	for (const problem of problems) log.error(problemText(problem));
	return config;
}

/** A project file's globs are relative to it; with several folders the core's paths start with the folder's name. */
function below(prefix: string, config: Partial<Config>): Partial<Config> {
	const within = (globs: readonly string[] = []): string[] => globs.map((glob) => prefix + glob);
	return {
		...config,
		exclude: within(config.exclude),
		ignore: (config.ignore ?? []).map((item) => ({ ...item, files: within(item.files) })),
	};
}
