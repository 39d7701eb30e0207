import { lstat, readFile } from 'node:fs/promises';
import path from 'node:path';
import { root } from './paths.mjs';
import { npm, stopwatch } from './process.mjs';

/**
 * Installs the locked dependencies if they are missing or differ from `package-lock.json`.
 * Only Node's own modules may be imported up to here: on a fresh clone there is nothing else.
 * What is compared is the content, not the time: a checkout touches files without changing them.
 */
export async function ensureDependencies() {
	const missing = await difference();
	if (missing === undefined) {
		return;
	}
	const folder = await lstat(path.join(root, 'node_modules')).catch(() => undefined);
	if (folder?.isSymbolicLink()) {
		throw new Error(`${missing}, and node_modules is a link: npm ci would empty the folder that it leads to.`);
	}
	const elapsed = stopwatch();
	console.log(`Installing dependencies (${missing}) …`);
	const { code, output } = await npm(['ci', '--ignore-scripts', '--no-audit', '--no-fund', '--loglevel=error'], {
		cwd: root,
		quiet: true,
	});
	if (code !== 0) {
		throw new Error(`npm ci failed:\n${output}`);
	}
	console.log(`Installed dependencies in ${elapsed()}.`);
}

/** Out: why the installed packages are not the locked ones, as in `esbuild is missing`; undefined if they are. */
async function difference() {
	const locked = await packages(path.join(root, 'package-lock.json'));
	const installed = await packages(path.join(root, 'node_modules', '.package-lock.json')).catch(() => undefined);
	if (installed === undefined) {
		return 'nothing is installed yet';
	}
	for (const [where, entry] of locked) {
		const found = installed.get(where);
		if (found === undefined ? !entry.optional : found.version !== entry.version) {
			return `${where.slice('node_modules/'.length)} ${found ? 'has another version' : 'is missing'}`;
		}
	}
	return undefined;
}

/** In: a lock file. Out: its packages by folder, without the project itself. */
async function packages(file) {
	const lock = JSON.parse(await readFile(file, 'utf8'));
	return new Map(Object.entries(lock.packages).filter(([where]) => where !== ''));
}
