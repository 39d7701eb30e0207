import { readInParallel } from './parallel';
import { stampOf } from './read';
import type { Skipped } from './readOne';
import type { Workspace } from './workspace';

/** Reads files, new or changed, into the service; one that has no text is removed from it. */
export async function readFiles(workspace: Workspace, files: readonly string[]): Promise<void> {
	const { cache, warn } = workspace;
	const skipped: Skipped = { large: [], unreadable: [] };
	const unknown = cache === undefined ? files : files.filter((file) => !restore(workspace, file));
	await readInParallel(workspace, unknown, skipped);
	skipped.unreadable.sort().forEach(warn);
	if (skipped.large.length > 0) warn(`Too large to read: ${listed(skipped.large.sort())}.`);
}

/** Takes a file from the cache when its size and time are what they were. */
function restore({ cache, names, service }: Workspace, file: string): boolean {
	const facts = cache?.byStamp(file, stampOf(names.absolute(names.uri(file))));
	if (facts !== undefined) service.restore(facts);
	return facts !== undefined;
}

/** `a`, `a and b`, `a, b and 3 more`. */
function listed(items: readonly string[]): string {
	const last = items.length > 3 ? `${items.length - 2} more` : items.at(-1);
	const first = items.length > 3 ? items.slice(0, 2) : items.slice(0, -1);
	return first.length === 0 ? (last ?? '') : `${first.join(', ')} and ${last ?? ''}`;
}
