import { Uri, workspace, type LogOutputChannel } from 'vscode';
import { loadCatalog, type LoadedCatalog } from '../core/catalog/load';
import { mergeConfig, projectFileName, projectSchema, type Config, type ProjectFile } from '../core/config/model';
import { parseJsonc, problemText } from '../core/text/jsonc';
import { findBelow, readText } from './files';

export interface Project {
	readonly config: Partial<Config>;
	readonly catalogs: readonly LoadedCatalog[];
}

/** The project files and team catalogues of every folder. A broken one is logged with its place, and left out. */
export async function readProject(log: LogOutputChannel): Promise<Project> {
	const folders = workspace.workspaceFolders ?? [];
	const catalogs: LoadedCatalog[] = [];
	let config: Partial<Config> = {};
	for (const { uri, name } of folders) {
		const file = await readProjectFile(Uri.joinPath(uri, projectFileName), log);
		const prefix = folders.length > 1 ? `${name}/` : '';
		config = mergeConfig(config, below(prefix, file));
		for (const glob of ['**/*.runbook.jsonc', ...(file.runbooks ?? [])]) {
			for (const found of await findBelow(uri, glob)) {
				if (catalogs.some((known) => known.uri === found.toString())) continue;
				const { loaded, problems } = loadCatalog((await readText(found)) ?? '', found.toString(), 'team');
				for (const problem of problems) log.error(problemText(problem));
				if (loaded !== undefined) catalogs.push(loaded);
			}
		}
	}
	return { config, catalogs };
}

async function readProjectFile(uri: Uri, log: LogOutputChannel): Promise<ProjectFile> {
	const text = await readText(uri);
	if (text === undefined) return {};
	const { value, problems } = parseJsonc(text, uri.toString(), projectSchema);
	for (const problem of problems) log.error(problemText(problem));
	return value ?? {};
}

/** A project file's globs are relative to it; with several folders the core's paths start with the folder's name. */
function below(prefix: string, { catalogs, rules, runbooks, exclude, ignore }: ProjectFile): Partial<Config> {
	const within = (globs: readonly string[]): string[] => globs.map((glob) => prefix + glob);
	return {
		...(catalogs === undefined ? {} : { catalogs }),
		...(rules === undefined ? {} : { rules }),
		...(runbooks === undefined ? {} : { runbooks: within(runbooks) }),
		...(exclude === undefined ? {} : { exclude: within(exclude) }),
		...(ignore === undefined ? {} : { ignore: ignore.map((item) => ({ ...item, files: within(item.files) })) }),
	};
}
