import { readFile } from './read';
import type { Workspace } from './workspace';

/** What is said of files that were not read. */
export interface Skipped {
	readonly large: string[];
	readonly unreadable: string[];
}

/** Reads one file in this thread. */
export async function readOne(
	{ names, service, cache }: Pick<Workspace, 'names' | 'service' | 'cache'>,
	file: string,
	{ large, unreadable }: Skipped,
): Promise<void> {
	const uri = names.uri(file);
	const result = readFile(names.absolute(uri));
	if (result.kind === 'text') {
		const same = cache?.byBytes(file, result.stamp, result.bytes);
		if (same === undefined) await service.update({ uri, path: file, text: result.file.text });
		else service.restore(same);
		return;
	}
	service.remove(uri);
	if (result.kind === 'unreadable') unreadable.push(`${file} cannot be read: ${result.reason}.`);
	if (result.kind === 'large') large.push(`${file} (${Math.ceil(result.size / 1024 / 1024)} MB)`);
}
