import { readFileSync, statSync } from 'node:fs';
import { readFile } from 'node:fs/promises';
import path from 'node:path';
import { text } from 'node:stream/consumers';
import { isMainThread } from 'node:worker_threads';
import { parseBundle } from '../core/catalog/bundle';
import type { Assets, Host } from './host';
import { run } from './run';
import { runWorker } from './worker';

/** What a build puts beside this file. */
const assets: Assets = {
	grammar: (name) => readFile(path.join(__dirname, 'grammars', name)),
	catalogs: () => parseBundle(readFileSync(path.join(__dirname, 'catalogs.json'), 'utf8')),
	worker: __filename,
	get build() {
		const files = [__filename, path.join(__dirname, 'catalogs.json')];
		return files
			.map((file) => statSync(file))
			.map(({ size, mtimeMs }) => `${size} ${mtimeMs}`)
			.join(' ');
	},
};

/** The same script runs as the command and as a thread that helps it. */
if (isMainThread) runCommand();
else void runWorker(assets.grammar);

function runCommand(): void {
	const { env, stdout, stderr } = process;
	const host: Host = {
		cwd: process.cwd(),
		env,
		color: (env['FORCE_COLOR'] ?? '') !== '' || (stdout.isTTY && (env['NO_COLOR'] ?? '') === ''),
		stdout: (part) => stdout.write(part),
		stderr: (part) => stderr.write(part),
		readStdin: () => text(process.stdin),
		assets,
	};
	// `runbook-lens facts | head` closes the pipe when it has enough.
	stdout.on('error', (error: NodeJS.ErrnoException) => process.exit(error.code === 'EPIPE' ? 0 : 2));
	void run(process.argv.slice(2), host).then((code) => (process.exitCode = code));
}
