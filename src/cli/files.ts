import { readdirSync, readFileSync, realpathSync, statSync, type Dirent } from 'node:fs';
import path from 'node:path';
import { createPathMatcher } from '../core/config/paths';
import { createGitIgnore, type GitIgnore } from '../core/files/gitignore';
import {
	isReadThoughIgnored,
	isSkippedDirectory,
	isSkippedFile,
	maxFiles,
	teamCatalogSuffix,
} from '../core/files/select';
import { findRepository, isInside, toSlashes } from './root';

export interface FoundFiles {
	/** The files to read, as paths below the root. */
	readonly files: readonly string[];
	/** Team catalogues, by their names. */
	readonly catalogs: readonly string[];
	/** Directories that could not be read, and whether the cap was reached, in words. */
	readonly warnings: readonly string[];
}

/** Every file of a workspace that is worth reading: neither ignored, nor generated, nor binary by name. */
export function findFiles(root: string, exclude: readonly string[]): FoundFiles {
	const { ignored, prefix } = readOuterIgnores(root);
	const isExcluded = createPathMatcher(exclude);
	const files: string[] = [];
	const catalogs: string[] = [];
	const warnings: string[] = [];

	function visit(directory: string): void {
		const entries = readDirectory(path.join(root, directory), directory, warnings);
		if (directory !== '' && entries.some((entry) => entry.name === '.gitignore')) {
			ignored.add(prefix + directory, readText(path.join(root, directory, '.gitignore')));
		}
		for (const entry of entries) {
			if (files.length >= maxFiles) return;
			const file = directory === '' ? entry.name : `${directory}/${entry.name}`;
			if (entry.isDirectory()) {
				if (!isSkippedDirectory(entry.name) && !isExcluded(file) && !ignored.ignores(file, true)) visit(file);
			} else if (entry.name.endsWith(teamCatalogSuffix)) {
				if (entry.isFile() && !isExcluded(file)) catalogs.push(file);
			} else if (!isSkippedFile(file) && !isExcluded(file) && isWanted(entry, file)) files.push(file);
		}
	}

	function isWanted(entry: Dirent, file: string): boolean {
		if (isReadThoughIgnored(file)) return entry.isFile() || (entry.isSymbolicLink() && leadsInside(root, file));
		// What another link leads to is read by its own name.
		return entry.isFile() && !ignored.ignores(file, false);
	}

	visit('');
	if (files.length >= maxFiles) {
		warnings.push(`The workspace has more than ${maxFiles} files; the rest is not read. Use \`exclude\` to choose.`);
	}
	return { files, catalogs, warnings };
}

/** The `.gitignore` files from the repository's root down to the workspace's, and `.git/info/exclude`. */
function readOuterIgnores(root: string): { ignored: GitIgnore; prefix: string } {
	const repository = findRepository(root) ?? root;
	const inner = toSlashes(path.relative(repository, root));
	const ignored = createGitIgnore(inner);
	ignored.add('', readText(path.join(repository, '.git', 'info', 'exclude')));
	let directory = '';
	for (const part of ['', ...inner.split('/').filter(Boolean)]) {
		directory = directory === '' ? part : `${directory}/${part}`;
		ignored.add(directory, readText(path.join(repository, directory, '.gitignore')));
	}
	return { ignored, prefix: inner === '' ? '' : `${inner}/` };
}

function readDirectory(absolute: string, directory: string, warnings: string[]): Dirent[] {
	try {
		return readdirSync(absolute, { withFileTypes: true }).sort((a, b) => (a.name < b.name ? -1 : 1));
	} catch (error) {
		warnings.push(`${directory === '' ? '.' : directory} cannot be read: ${reasonOf(error)}.`);
		return [];
	}
}

/** The text of a file that need not exist. */
function readText(file: string): string {
	try {
		return readFileSync(file, 'utf8');
	} catch {
		return ''; // most directories have none
	}
}

function leadsInside(root: string, file: string): boolean {
	try {
		const target = realpathSync(path.join(root, file));
		return isInside(realpathSync(root), target) && statSync(target).isFile();
	} catch {
		return false; // a link that leads nowhere
	}
}

const reasons: Readonly<Record<string, string>> = {
	EACCES: 'permission denied',
	EPERM: 'permission denied',
	ENOENT: 'it does not exist',
	EISDIR: 'it is a directory',
	ENOTDIR: 'it is no directory',
};

/** `permission denied` of an `EACCES`. */
export function reasonOf(error: unknown): string {
	const code = error instanceof Error && 'code' in error ? String(error.code) : '';
	return reasons[code] ?? (code === '' ? String(error) : code);
}
