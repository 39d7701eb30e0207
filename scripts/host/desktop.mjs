import { downloadAndUnzipVSCode, SilentReporter } from '@vscode/test-electron';
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { inCache } from '../paths.mjs';
import { run, stopwatch } from '../process.mjs';
import { onPath } from './chromium.mjs';

const releases = 'https://update.code.visualstudio.com/api/releases/stable';

/**
 * Out: `{ command, args, version }` of a VS Code for the desktop that starts here, or undefined with one line that
 * says why not: told to use the server, no display, or no way to the download.
 */
export async function findDesktop() {
	const refuse = (reason) => {
		console.log(`Host: no VS Code for the desktop (${reason}), so the server from npm.`);
		return undefined;
	};
	if (process.env.RUNBOOK_LENS_HOST === 'server') {
		return refuse('RUNBOOK_LENS_HOST=server');
	}
	const headless = process.platform === 'linux' && !process.env.DISPLAY && !process.env.WAYLAND_DISPLAY;
	const xvfb = onPath('xvfb-run');
	if (headless && xvfb === undefined) {
		return refuse('no display and no xvfb-run');
	}
	try {
		const [version] = await (await fetch(releases, { signal: globalThis.AbortSignal.timeout(4_000) })).json();
		const elapsed = stopwatch();
		const executable = await downloadAndUnzipVSCode({
			version,
			cachePath: inCache(),
			reporter: new SilentReporter(),
			timeout: 15_000,
		});
		console.log(`Host: VS Code ${version} for the desktop (${elapsed()}).`);
		return headless ? { command: xvfb, args: ['-a', executable], version } : { command: executable, args: [], version };
	} catch (error) {
		return refuse(`no download: ${error.cause?.message ?? error.message}`);
	}
}

/** Runs a suite in a VS Code that {@link findDesktop} found. Out: a name of that host for the report. */
export async function runInDesktop({ command, args, version }, { extension, tests, folder, timeout, onLine }) {
	// In the system's own folder: the socket in there may have no longer path than some hundred characters.
	const data = await mkdtemp(path.join(tmpdir(), 'runbook-lens-'));
	const desktop = [
		...args,
		folder,
		'--no-sandbox',
		'--disable-gpu-sandbox',
		'--disable-updates',
		'--disable-workspace-trust',
		'--disable-extensions',
		'--skip-welcome',
		'--skip-release-notes',
		`--user-data-dir=${path.join(data, 'user')}`,
		`--extensions-dir=${path.join(data, 'extensions')}`,
		`--extensionDevelopmentPath=${extension}`,
		`--extensionTestsPath=${tests}`,
	];
	try {
		const { output } = await run(command, desktop, { quiet: true, timeout });
		output.split(/\r?\n/).forEach(onLine);
	} finally {
		await rm(data, { recursive: true, force: true, maxRetries: 3 });
	}
	return `VS Code ${version} for the desktop`;
}
