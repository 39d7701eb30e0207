import { existsSync, statSync } from 'node:fs';
import path from 'node:path';
import { projectFileName } from '../core/config/model';
import { UsageError } from './host';

export interface Root {
	/** The absolute path of the workspace. */
	readonly directory: string;
	/** What the arguments narrow the report to, as paths below the workspace; empty for all of it. */
	readonly targets: readonly string[];
}

/**
 * The workspace of a command: the nearest directory upward from what its arguments name, or from the working directory, with
 * a project file or a `.git`. Where there is none it is the working directory, or what absolute arguments have in common.
 */
export function findRoot(cwd: string, paths: readonly string[]): Root {
	const named = paths.map((item) => path.resolve(cwd, item));
	const missing = named.findIndex((item) => !existsSync(item));
	if (missing >= 0) throw new UsageError(`There is no file or directory ${paths[missing] ?? ''}.`);
	const start = named.length === 0 ? cwd : commonDirectory(named);
	const loose = named.length > 0 && paths.every((item) => path.isAbsolute(item)) ? start : cwd;
	const directory = upward(start, hasMarker) ?? (isInside(loose, start) ? loose : start);
	const targets = named.map((item) => toSlashes(path.relative(directory, item)));
	return { directory, targets: targets.includes('') ? [] : targets };
}

/** The root of the repository that holds the directory, if one does. */
export const findRepository = (directory: string): string | undefined =>
	upward(directory, (item) => existsSync(path.join(item, '.git')));

export const toSlashes = (file: string): string => (path.sep === '/' ? file : file.replaceAll(path.sep, '/'));

/** Whether a path leads to the directory or into it. */
export function isInside(directory: string, file: string): boolean {
	const relative = path.relative(directory, file);
	return relative === '' || (!relative.startsWith(`..${path.sep}`) && relative !== '..' && !path.isAbsolute(relative));
}

const hasMarker = (directory: string): boolean =>
	existsSync(path.join(directory, projectFileName)) || existsSync(path.join(directory, '.git'));

function upward(from: string, matches: (directory: string) => boolean): string | undefined {
	for (let current = from; ; current = path.dirname(current)) {
		if (matches(current)) return current;
		if (path.dirname(current) === current) return undefined;
	}
}

function commonDirectory(files: readonly string[]): string {
	const [first = '', ...others] = files.map((file) => (statSync(file).isDirectory() ? file : path.dirname(file)));
	let common = first;
	while (!others.every((other) => isInside(common, other))) common = path.dirname(common);
	return common;
}
