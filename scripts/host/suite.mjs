import { cp, mkdir, mkdtemp, readFile, rm } from 'node:fs/promises';
import path from 'node:path';
import { inCache } from '../paths.mjs';
import { launchBrowser } from './browser.mjs';
import { findDesktop, runInDesktop } from './desktop.mjs';
import { startServer } from './server.mjs';

/** How a bundle in VS Code says what came out; the rest of the line is `{"passes":…,"failures":…}`. */
const resultMark = 'runbook-lens-result ';

/** What a line of a suite begins with, so that VS Code's own log lines stay out of the report. */
const lineMark = 'runbook-lens-suite ';

/** Log lines that every run has: VS Code's own stack frames, mostly about native modules that nobody built. */
const noise = /code-server|node:internal|\/static\/out\/vs\/|bindings file|build\/Release|Require stack|Service Worker/;

/**
 * Runs a test bundle inside a real VS Code.
 * In: `extension`, the folder under test; `tests`, the bundle, which exports `run`; `folder`, a workspace that is
 * copied first, because suites write into it; `web`, true for the extension host in the browser's worker.
 * Out: `{ host, passes, failures }`; throws with the end of the log when no result came back in time.
 */
export async function runSuite({ extension, tests, folder, web = false, timeout = 180_000 }) {
	await mkdir(inCache('runs'), { recursive: true });
	const workspace = await mkdtemp(inCache('runs', 'workspace-'));
	await cp(folder, workspace, { recursive: true });
	const collector = collect();
	const options = { extension, tests, folder: workspace, web, timeout, onLine: collector.read };
	try {
		// The worker host only exists in a browser, so a VS Code on the desktop would prove less.
		const desktop = web ? undefined : await findDesktop();
		let host = desktop === undefined ? undefined : await runInDesktop(desktop, options);
		if (host !== undefined && !collector.done()) {
			console.log(`${host} did not run the suite, so the server from npm:\n${collector.end(10)}`);
			host = undefined;
		}
		host ??= await runInServer(options);
		if (!collector.done()) {
			throw new Error(`The suite ended without a result. The end of VS Code's log:\n${collector.end(60)}`);
		}
		return { host, ...collector.result() };
	} finally {
		await rm(workspace, { recursive: true, force: true, maxRetries: 3 });
	}
}

/** Prints the suite's own lines and keeps the others for the case that no result comes. */
function collect() {
	const log = [];
	let result;
	return {
		read(line) {
			const said = (mark) => (line.includes(mark) ? line.slice(line.indexOf(mark) + mark.length) : undefined);
			const end = said(resultMark);
			const own = said(lineMark);
			if (end !== undefined) {
				result = JSON.parse(end.slice(0, end.indexOf('}') + 1));
			} else if (own !== undefined) {
				console.log(own);
			} else if (!noise.test(line)) {
				log.push(line);
			}
		},
		done: () => result !== undefined,
		result: () => result,
		end: (lines) => log.slice(-lines).join('\n'),
	};
}

/** The id of the extension in a folder, as in `publisher.name`. */
async function extensionId(folder) {
	const { publisher, name } = JSON.parse(await readFile(path.join(folder, 'package.json'), 'utf8'));
	return `${publisher}.${name}`;
}

/** Runs a suite in a browser at a VS Code server. Out: a name of that host for the report. */
async function runInServer({ extension, tests, folder, web, timeout, onLine }) {
	const server = await startServer({ web: web ? [await extensionId(extension)] : [] });
	let browser;
	try {
		browser = await launchBrowser();
		const page = await browser.newPage();
		page.on('crash', () => onLine('The page crashed.'));
		const ended = new Promise((resolve) => {
			void page.exposeFunction('codeAutomationExit', (code) => resolve(code));
			setTimeout(resolve, timeout).unref();
		});
		await page.exposeFunction('codeAutomationLog', (type, args) => {
			for (const line of [args].flat().join(' ').split('\n')) {
				onLine(`[${type}] ${line}`);
			}
		});
		await page.goto(server.url({ folder, extension, tests }));
		await ended;
	} finally {
		await browser?.close();
		await server.close();
	}
	return web ? 'web worker of a VS Code server in Chromium' : 'VS Code server in Chromium';
}
