import { existsSync } from 'node:fs';
import path from 'node:path';
import { run, stopwatch } from '../process.mjs';

const names = ['chromium', 'chromium-browser', 'google-chrome', 'google-chrome-stable', 'microsoft-edge'];

/** Where the browsers put themselves when they don't care for PATH. */
const places = {
	darwin: [
		'/Applications/Google Chrome.app/Contents/MacOS/Google Chrome',
		'/Applications/Chromium.app/Contents/MacOS/Chromium',
	],
	win32: [process.env.PROGRAMFILES, process.env['PROGRAMFILES(X86)'], process.env.LOCALAPPDATA].map((folder) =>
		path.join(folder ?? 'C:\\', 'Google', 'Chrome', 'Application', 'chrome.exe'),
	),
};

/** Out: the absolute path of the first of these programs on PATH; undefined if none is there. */
export function onPath(...programs) {
	const folders = (process.env.PATH ?? '').split(path.delimiter).filter(Boolean);
	const endings = process.platform === 'win32' ? ['.exe', '.cmd'] : [''];
	return programs
		.flatMap((program) => folders.flatMap((folder) => endings.map((ending) => path.join(folder, program + ending))))
		.find((file) => existsSync(file));
}

const find = () =>
	process.env.RUNBOOK_LENS_CHROMIUM ??
	onPath(...names) ??
	(places[process.platform] ?? []).find((file) => existsSync(file));

/**
 * Out: the path of a Chromium or Chrome. Where there is none, Debian's is installed, which needs root or
 * a sudo that asks nothing.
 */
export async function ensureChromium() {
	const found = find();
	if (found !== undefined) {
		return found;
	}
	const apt = await aptGet();
	if (apt === undefined) {
		throw new Error('No Chromium or Chrome: install one, or set RUNBOOK_LENS_CHROMIUM to its path.');
	}
	const elapsed = stopwatch();
	console.log('Installing Chromium with apt-get (once, about a minute) …');
	await apt('update');
	await apt('install', '-y', '--no-install-recommends', 'chromium');
	const installed = find();
	if (installed === undefined) {
		throw new Error('apt-get installed no Chromium: install one, or set RUNBOOK_LENS_CHROMIUM to its path.');
	}
	console.log(`Installed ${installed} in ${elapsed()}.`);
	return installed;
}

/** Out: a function that runs apt-get and throws with its output when it fails; undefined where that can't work. */
async function aptGet() {
	if (onPath('apt-get') === undefined) {
		return undefined;
	}
	const root = process.getuid?.() === 0;
	if (!root && (onPath('sudo') === undefined || (await run('sudo', ['-n', 'true'], { quiet: true })).code !== 0)) {
		return undefined;
	}
	const [command, ...before] = [...(root ? [] : ['sudo', '-n']), 'apt-get'];
	return async (...args) => {
		const env = { ...process.env, DEBIAN_FRONTEND: 'noninteractive' };
		const { code, output } = await run(command, [...before, ...args], { quiet: true, env });
		if (code !== 0) {
			throw new Error(`apt-get ${args[0]} failed: install Chromium by hand.\n${output.slice(-2_000)}`);
		}
	};
}
