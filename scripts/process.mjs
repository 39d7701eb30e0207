import { spawn } from 'node:child_process';
import { performance } from 'node:perf_hooks';

/** Children that are still running; whatever ends this process ends them too. */
const running = new Set();

const windows = process.platform === 'win32';

/** The signal's exit code by the shell's convention; a script that is meant to be stopped sets `process.exitCode`. */
const exitCodes = { SIGINT: 130, SIGTERM: 143, SIGHUP: 129 };

for (const [signal, code] of Object.entries(exitCodes)) {
	process.on(signal, () => process.exit(process.exitCode ?? code));
}
process.on('exit', () => {
	for (const child of running) {
		kill(child, 'SIGTERM');
	}
});

/** Signals a child and everything that it started: each child leads a process group of its own. */
function kill(child, signal) {
	try {
		if (windows) {
			child.kill(signal);
		} else {
			process.kill(-child.pid, signal);
		}
	} catch {
		// It ended between the look and the signal.
	}
}

/**
 * Starts a program that outlives the call, such as a server.
 * In: program, arguments, `spawn` options. Out: the child; it ends with this process at the latest.
 */
export function start(command, args, options = {}) {
	const child = spawn(command, args, { detached: !windows, windowsHide: true, ...options });
	running.add(child);
	child.once('close', () => running.delete(child));
	return child;
}

/** Ends a child and its children: asks first, insists after two seconds. Resolves when it is gone. */
export async function stop(child) {
	if (child.exitCode !== null || child.signalCode !== null) {
		return;
	}
	const closed = new Promise((resolve) => child.once('close', resolve));
	kill(child, 'SIGTERM');
	const insist = setTimeout(() => kill(child, 'SIGKILL'), 2_000);
	await closed;
	clearTimeout(insist);
}

/**
 * Runs a program to its end.
 * In: program, arguments, and: `quiet` keeps its output off the terminal, `timeout` ends it after so many
 * milliseconds, the rest goes to `spawn`. Out: its exit code (null when a signal or the time limit ended it)
 * and everything that it printed.
 */
export async function run(command, args, { quiet = false, timeout, ...options } = {}) {
	const child = start(command, args, { stdio: ['ignore', 'pipe', 'pipe'], ...options });
	const chunks = [];
	const collect = (to) => (chunk) => {
		chunks.push(chunk);
		if (!quiet) {
			to.write(chunk);
		}
	};
	child.stdout.on('data', collect(process.stdout));
	child.stderr.on('data', collect(process.stderr));
	const limit = timeout === undefined ? undefined : setTimeout(() => void stop(child), timeout);
	try {
		const code = await new Promise((resolve, reject) => {
			child.once('error', reject);
			child.once('close', resolve);
		});
		return { code, output: Buffer.concat(chunks).toString('utf8') };
	} finally {
		clearTimeout(limit);
	}
}

/** Runs npm with the same npm that started this script, if one did. In and out as with {@link run}. */
export function npm(args, options = {}) {
	const script = process.env.npm_execpath;
	return script?.endsWith('.js')
		? run(process.execPath, [script, ...args], options)
		: run('npm', args, { shell: windows, ...options });
}

/** A stopwatch that starts now. Out: a function that says how long it has been, as in `12.3 s`. */
export function stopwatch() {
	const begin = performance.now();
	return () => `${((performance.now() - begin) / 1000).toFixed(1)} s`;
}
