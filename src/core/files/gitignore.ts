import ignore, { type Ignore } from 'ignore';

/** What the `.gitignore` files of a workspace leave out. Paths are below the workspace root, with `/`. */
export interface GitIgnore {
	/** Adds the text of a `.gitignore` by its directory; `''` is the root. */
	add(directory: string, text: string): void;
	/** Whether the path itself is ignored; a path below an ignored directory is not asked for. */
	ignores(path: string, isDirectory: boolean): boolean;
}

/**
 * @param prefix the path from the repository's root to the workspace's, `packages/app`, when the workspace is a part of one;
 * the directories of `add` are then below the repository's root.
 */
export function createGitIgnore(prefix = ''): GitIgnore {
	const lead = prefix === '' ? '' : `${prefix}/`;
	const byDirectory = new Map<string, Ignore>();

	return {
		add(directory, text) {
			const rules = byDirectory.get(directory) ?? ignore({ ignorecase: false, allowRelativePaths: true });
			byDirectory.set(directory, rules.add(text));
		},
		ignores(path, isDirectory) {
			if (byDirectory.size === 0) return false;
			const full = lead + path;
			// The nearest file decides; one that says nothing leaves it to those above.
			for (let slash = full.lastIndexOf('/'); ; slash = full.lastIndexOf('/', slash - 1)) {
				const rules = byDirectory.get(slash < 0 ? '' : full.slice(0, slash));
				const result = rules?.test(full.slice(slash + 1) + (isDirectory ? '/' : ''));
				if (result?.ignored === true) return true;
				if (result?.unignored === true || slash < 0) return false;
			}
		},
	};
}
