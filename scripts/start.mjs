import { setInterval } from 'node:timers';
import { parseArgs } from 'node:util';
import { build } from './build.mjs';
import { onPath } from './host/chromium.mjs';
import { startServer } from './host/server.mjs';
import { inCache, inRoot, root } from './paths.mjs';
import { run, stopwatch } from './process.mjs';

const help = `npm start [-- --port N] [-- --server]

Opens a VS Code with the extension on examples/: the installed one if \`code\` is on PATH, else one that npm carries,
at a local address for the browser. Ctrl-C ends it.

  --port N   the port of that address; without it, any free one
  --server   the one that npm carries even if \`code\` is on PATH (as RUNBOOK_LENS_HOST=server does)`;

const { values } = parseArgs({
	options: {
		port: { type: 'string', default: '0' },
		server: { type: 'boolean', default: process.env.RUNBOOK_LENS_HOST === 'server' },
		help: { type: 'boolean', default: false },
	},
});

/** What is shown first: it says where the mistakes are. */
const guide = inRoot('examples', 'README.md');

/** Opens the installed VS Code; it stays when this process ends. */
async function openInstalled(code) {
	const shell = process.platform === 'win32';
	await run(code, [`--extensionDevelopmentPath=${root}`, inRoot('examples'), guide], { shell });
	console.log('Opened VS Code with Runbook Lens on examples/.');
}

/** Serves a VS Code until this process ends. */
async function serve(elapsed) {
	const server = await startServer({ port: Number(values.port), dataFolder: inCache('start') });
	const address = server.url({ folder: inRoot('examples'), extension: root, file: guide });
	console.log(
		`\nVS Code with Runbook Lens on examples/ is ready after ${elapsed()}. Open in a browser:\n\n  ${address}\n`,
	);
	console.log('The address holds a key of its own: keep it to yourself. Ctrl-C ends the server.');
	// The server is a child: this process waits for it, and to be stopped is how it is meant to end.
	process.exitCode = 0;
	// npm hands a signal to the shell between us only, so an end of npm shows in who our parent is.
	const parent = process.ppid;
	setInterval(() => process.ppid === parent || process.exit(), 1_000).unref();
}

if (values.help) {
	console.log(help);
} else {
	const elapsed = stopwatch();
	try {
		await build({ production: false, watch: false });
		const code = values.server ? undefined : onPath('code');
		await (code === undefined ? serve(elapsed) : openInstalled(code));
	} catch (error) {
		console.error(error.message);
		process.exitCode = 1;
	}
}
