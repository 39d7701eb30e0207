import { execFileSync } from 'node:child_process';
import { existsSync, realpathSync } from 'node:fs';
import path from 'node:path';
import { UsageError } from './host';
import { toSlashes } from './root';

/**
 * Takes `--changed`, whose base may be left out, from the arguments: `--changed`, `--changed main`, `--changed=main`. A word
 * behind it that names a file is no base.
 */
export function takeChanged(args: readonly string[], cwd: string): { args: string[]; base: string | undefined } {
	const index = args.findIndex((arg) => arg === '--changed' || arg.startsWith('--changed='));
	const option = args[index];
	if (option === undefined) return { args: [...args], base: undefined };
	const next = args[index + 1];
	const takesNext =
		option === '--changed' && next !== undefined && !next.startsWith('-') && !existsSync(path.resolve(cwd, next));
	const base = option === '--changed' ? (takesNext ? next : 'HEAD') : option.slice('--changed='.length);
	return { args: [...args.slice(0, index), ...args.slice(index + (takesNext ? 2 : 1))], base };
}

/**
 * The files of a workspace that differ from where the working tree left `base`, as paths below the root: committed since,
 * staged, changed or new. Git runs no program that the repository's configuration names.
 */
export function changedFiles(root: string, base: string): ReadonlySet<string> {
	const git = (...args: string[]): string => {
		try {
			return execFileSync('git', ['-c', 'core.fsmonitor=false', '-c', 'core.hooksPath=/dev/null', ...args], {
				cwd: root,
				encoding: 'utf8',
				stdio: ['ignore', 'pipe', 'pipe'],
				maxBuffer: 256 * 1024 * 1024,
			});
		} catch (error) {
			const stderr = error instanceof Error && 'stderr' in error ? String(error.stderr) : '';
			const [reason = ''] = stderr.trim().split('\n');
			throw new UsageError(`--changed ${base}: ${reason === '' ? 'no history in common with HEAD' : reason}.`);
		}
	};
	if (base.startsWith('-')) throw new UsageError(`${base} is no revision.`);
	const top = git('rev-parse', '--show-toplevel').trimEnd();
	const here = realpathSync(root);
	const from = git('merge-base', 'HEAD', base).trim();
	const names = [
		...git('diff', '--no-ext-diff', '--no-textconv', '--name-only', '--diff-filter=d', '-z', from, '--').split('\0'),
		...git('ls-files', '--others', '--exclude-standard', '--full-name', '-z').split('\0'),
	];
	return new Set(
		names.filter((name) => name !== '').map((name) => toSlashes(path.relative(here, path.join(top, name)))),
	);
}
