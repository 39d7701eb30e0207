import { watch, type FSWatcher } from 'node:fs';
import path from 'node:path';

/** Changes come in bursts: an editor writes twice, a branch switch writes everything. */
const burst = 100;

/**
 * Calls `onChange` with the files that changed, as paths below the root, until the signal ends it. Directories are watched
 * one by one, because most of a tree is not worth watching; `onChange` answers with those to watch from then on.
 */
export async function watchDirectories(
	root: string,
	directories: ReadonlySet<string>,
	onChange: (changed: ReadonlySet<string>) => Promise<ReadonlySet<string>>,
	signal: AbortSignal | undefined,
): Promise<void> {
	const watchers = new Map<string, FSWatcher>();
	const pending = new Set<string>();
	let wake: (() => void) | undefined;

	function follow(wanted: ReadonlySet<string>): void {
		for (const [directory, watcher] of watchers) {
			if (wanted.has(directory)) continue;
			watcher.close();
			watchers.delete(directory);
		}
		for (const directory of wanted) {
			if (watchers.has(directory)) continue;
			try {
				const watcher = watch(path.join(root, directory), (_, name) => {
					pending.add(path.posix.join(directory, name ?? ''));
					wake?.();
				});
				watcher.on('error', () => watcher.close()); // the directory is gone
				watchers.set(directory, watcher);
			} catch {
				continue; // gone before it was watched
			}
		}
	}

	follow(directories);
	const stop = (): void => wake?.();
	signal?.addEventListener('abort', stop);
	while (signal?.aborted !== true) {
		if (pending.size === 0) await new Promise<void>((resolve) => (wake = resolve));
		wake = undefined;
		await new Promise((resolve) => setTimeout(resolve, burst));
		if (pending.size === 0) continue;
		const changed = new Set(pending);
		pending.clear();
		follow(await onChange(changed));
	}
	signal.removeEventListener('abort', stop);
	follow(new Set());
}
