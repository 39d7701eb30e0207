import { randomBytes } from 'node:crypto';
import { existsSync } from 'node:fs';
import { cp, mkdir, mkdtemp, readFile, rename, rm, symlink, writeFile } from 'node:fs/promises';
import path from 'node:path';
import { inCache, inRoot, root } from '../paths.mjs';
import { npm, start, stop, stopwatch } from '../process.mjs';

/** Settings that keep everything off the screen that is not the editor. */
const settings = {
	'chat.disableAIFeatures': true,
	'workbench.secondarySideBar.defaultVisibility': 'hidden',
	'workbench.startupEditor': 'none',
	'workbench.tips.enabled': false,
	'telemetry.telemetryLevel': 'off',
	'extensions.ignoreRecommendations': true,
	'git.openRepositoryInParentFolders': 'never',
	// As on the desktop: in a browser the default is to save by itself, before anybody has seen what a fix did.
	'files.autoSave': 'off',
	'security.workspace.trust.enabled': false,
};

const quietInstall = ['--ignore-scripts', '--no-audit', '--no-fund', '--loglevel=error'];

/**
 * Installs the VS Code server that npm carries, at the locked version, into the cache unless it is there.
 * Native modules stay unbuilt, so no compiler is needed; the server logs their absence and works without them.
 * Out: its program as `[node, server-main.js]`.
 */
async function installServer() {
	const lock = await readFile(inRoot('scripts', 'host', 'server', 'package-lock.json'), 'utf8');
	const home = inCache('server');
	const stamp = path.join(home, 'installed-lock.json');
	if (!existsSync(stamp) || (await readFile(stamp, 'utf8')) !== lock) {
		const elapsed = stopwatch();
		console.log('Installing the VS Code server from npm (once, about 30 s) …');
		await mkdir(inCache(), { recursive: true });
		const draft = await mkdtemp(inCache('server-'));
		await cp(inRoot('scripts', 'host', 'server'), draft, { recursive: true });
		await npmOrThrow(['ci', ...quietInstall], draft);
		await npmOrThrow(['install', ...quietInstall, '--omit=dev', '--no-package-lock'], serverFolder(draft));
		await writeFile(path.join(draft, 'installed-lock.json'), lock);
		await rm(home, { recursive: true, force: true });
		await rename(draft, home);
		console.log(`Installed the VS Code server in ${elapsed()}.`);
	}
	return [await nodeIn(home), path.join(serverFolder(home), 'out', 'server-main.js')];
}

const serverFolder = (home) => path.join(home, 'node_modules', 'code-server', 'lib', 'vscode');

async function npmOrThrow(args, cwd) {
	const { code, output } = await npm(args, { cwd, quiet: true });
	if (code !== 0) {
		throw new Error(`The VS Code server can't be installed: npm ${args[0]} failed in ${cwd}\n${output}`);
	}
}

/** The server needs Node 22 or newer: npm's own copy where there is one for this machine, else this process's Node. */
async function nodeIn(home) {
	const platform = process.platform === 'win32' ? 'win' : process.platform;
	const node = path.join(home, 'node_modules', `node-${platform}-${process.arch}`, 'bin', 'node');
	const packaged = process.platform === 'win32' ? `${node}.exe` : node;
	if (existsSync(packaged)) {
		return packaged;
	}
	if (Number(process.versions.node.split('.')[0]) >= 22) {
		return process.execPath;
	}
	throw new Error(`The VS Code server needs Node 22 or newer on ${process.platform}-${process.arch}.`);
}

/**
 * Starts a VS Code server on this machine's loopback address.
 * In: `port` (0 is any free one); `dataFolder`, kept between starts if given, else thrown away at the end;
 * `web`, ids of extensions that run in the browser's worker although they could run in Node.
 * Out: `url({ folder, … })`, the address of a window, and `close()`.
 */
export async function startServer({ port = 0, dataFolder, web = [] } = {}) {
	const [node, main] = await installServer();
	await mkdir(inCache('runs'), { recursive: true });
	const data = dataFolder ?? (await mkdtemp(inCache('runs', 'server-')));
	await writeSettings(path.join(data, 'user', 'User', 'settings.json'), web);
	// A token, even on the loopback address: without one, any page in the person's browser could drive the server.
	const token = randomBytes(16).toString('hex');
	const child = start(
		node,
		[
			main,
			...['--host', '127.0.0.1', '--port', String(port), '--connection-token', token],
			'--accept-server-license-terms',
			...['--server-data-dir', path.join(data, 'server')],
			...['--user-data-dir', path.join(data, 'user')],
			...['--extensions-dir', path.join(data, 'extensions')],
			...['--telemetry-level', 'off', '--disable-workspace-trust'],
			// Without it, a built VS Code refuses an extension under development and a test path.
			'--enable-smoke-test-driver',
		],
		{ stdio: ['ignore', 'pipe', 'pipe'] },
	);
	const close = async () => {
		await stop(child);
		if (dataFolder === undefined) {
			await rm(data, { recursive: true, force: true, maxRetries: 3 });
		}
	};
	try {
		const authority = `127.0.0.1:${await listening(child)}`;
		const link = await linkTo(root, path.join(data, 'extension'));
		return { url: (window) => address(authority, token, throughLink(window, link)), close };
	} catch (error) {
		await close();
		throw error;
	}
}

/** Out: the path of a link to a folder; it is made unless an earlier start did. */
async function linkTo(folder, link) {
	if (!existsSync(link)) {
		await rm(link, { force: true });
		await symlink(folder, link, 'junction');
	}
	return link;
}

/**
 * The same window, with an extension in this repository reached through a link to it.
 * A theme below the folder of an extension under development counts as its own and is shown at once: without the
 * link, those are the ones of the server, which lies in the repository's cache.
 */
function throughLink({ extension, tests, ...window }, link) {
	const through = (file) => (file === undefined ? undefined : path.join(link, path.relative(root, file)));
	return extension === root
		? { ...window, extension: through(extension), tests: through(tests) }
		: { ...window, extension, tests };
}

/** Writes the person's settings, unless an earlier start did: they may have changed them. */
async function writeSettings(file, web) {
	if (existsSync(file)) {
		return;
	}
	// The window's own `extensionDevelopmentKind` is read from the address and then used nowhere: only this works.
	const kinds = Object.fromEntries(web.map((id) => [id, ['web']]));
	await mkdir(path.dirname(file), { recursive: true });
	await writeFile(file, JSON.stringify({ ...settings, 'remote.extensionKind': kinds }, undefined, '\t'));
}

/** Out: the port on which the server listens, as soon as it says so. */
function listening(child) {
	return new Promise((resolve, reject) => {
		let log = '';
		const fail = (reason) => reject(new Error(`The VS Code server ${reason}:\n${log}`));
		const limit = setTimeout(() => fail('did not start within a minute'), 60_000);
		const read = (chunk) => {
			log += chunk;
			const port = /Extension host agent listening on (\d+)/.exec(log)?.[1];
			if (port !== undefined) {
				clearTimeout(limit);
				child.stdout.off('data', read).resume();
				child.stderr.off('data', read).resume();
				resolve(port);
			}
		};
		child.stdout.on('data', read);
		child.stderr.on('data', read);
		child.once('error', (error) => fail(`did not start (${error.message})`));
		child.once('close', () => {
			clearTimeout(limit);
			fail('ended');
		});
	});
}

/**
 * The address of one window.
 * In: `folder` to open; `extension`, the folder of one under development; `tests`, a bundle that exports `run` and
 * lies in the extension's folder; `file`, one to show.
 */
function address(authority, token, { folder, extension, tests, file }) {
	const remote = (local) => `vscode-remote://${authority}${encodeURI(posix(local))}`;
	const payload = [
		...(extension ? [['extensionDevelopmentPath', remote(extension)]] : []),
		...(tests ? [['extensionTestsPath', remote(tests)]] : []),
		...(file ? [['openFile', remote(file)]] : []),
	];
	const url = new URL(`http://${authority}/`);
	url.searchParams.set('tkn', token);
	url.searchParams.set('folder', posix(folder));
	url.searchParams.set('payload', JSON.stringify(payload));
	return url.href;
}

/** A path the way a URI spells it: `/c:/work` for `C:\work`. */
function posix(local) {
	const slashes = local.replaceAll('\\', '/');
	return slashes.startsWith('/') ? slashes : `/${slashes[0].toLowerCase()}${slashes.slice(1)}`;
}
