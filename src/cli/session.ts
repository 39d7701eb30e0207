import path from 'node:path';
import { projectFileName } from '../core/config/model';
import { teamCatalogSuffix } from '../core/files/select';
import { UsageError, type Host } from './host';
import { watchDirectories } from './watch';
import { openWorkspace, refreshWorkspace, type Workspace, type WorkspaceOptions } from './workspace';

/** Keeps a workspace up to date and calls `onChange` after each burst of changes, until the host ends it. */
export async function keepWatching(
	opened: Workspace,
	host: Host,
	options: WorkspaceOptions,
	onChange: (workspace: Workspace) => Promise<unknown>,
): Promise<void> {
	let workspace = opened;
	const tell = (): void => host.stderr(`Watching ${workspace.service.index.size} files.\n`);

	async function update(changed: ReadonlySet<string>): Promise<void> {
		if ([...changed].some((file) => decidesWhatIsRead(workspace, file))) workspace = await openWorkspace(host, options);
		else {
			const refreshed = await refreshWorkspace(workspace, changed);
			if (refreshed === undefined) return;
			workspace = refreshed;
		}
		await onChange(workspace);
		tell();
	}

	tell();
	await watchDirectories(
		opened.names.root,
		directoriesOf(workspace),
		async (changed) => {
			try {
				await update(changed);
			} catch (error) {
				if (!(error instanceof UsageError)) throw error;
				host.stderr(`runbook-lens: ${error.message}\n`); // half-typed configuration: the next save may mend it
			}
			return directoriesOf(workspace);
		},
		host.signal,
	);
}

const decidesWhatIsRead = ({ catalogs, names }: Workspace, file: string): boolean =>
	path.posix.basename(file) === projectFileName ||
	path.posix.basename(file) === '.gitignore' ||
	file.endsWith(teamCatalogSuffix) ||
	catalogs.some(({ uri }) => uri === names.uri(file));

function directoriesOf({ files }: Workspace): ReadonlySet<string> {
	const directories = new Set(['']);
	for (const file of files) {
		for (let slash = file.lastIndexOf('/'); slash > 0; slash = file.lastIndexOf('/', slash - 1)) {
			const directory = file.slice(0, slash);
			if (directories.has(directory)) break;
			directories.add(directory);
		}
	}
	return directories;
}
