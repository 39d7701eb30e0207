import { mkdirSync, mkdtempSync, readFileSync, realpathSync, rmSync, writeFileSync } from 'node:fs';
import { readFile } from 'node:fs/promises';
import { createRequire } from 'node:module';
import { tmpdir } from 'node:os';
import path from 'node:path';
import type { Host } from '../../../src/cli/host';
import { run } from '../../../src/cli/run';
import { bundledCatalogs } from '../../support/workspace';

const grammars = path.dirname(createRequire(import.meta.url).resolve('@vscode/tree-sitter-wasm'));

export interface CliResult {
	readonly code: number;
	readonly stdout: string;
	readonly stderr: string;
}

/** A directory of files that a test may change; gone after the test. */
export interface TestDirectory {
	readonly path: string;
	write(file: string, content: string | Uint8Array): void;
	read(file: string): string;
	/** Runs the command line in the directory, or in one below it. */
	run(args: readonly string[], options?: Partial<Host>): Promise<CliResult>;
}

export async function runCli(args: readonly string[], options: Partial<Host> = {}): Promise<CliResult> {
	let stdout = '';
	let stderr = '';
	const code = await run(args, {
		cwd: process.cwd(),
		env: {},
		color: false,
		stdout: (text) => (stdout += text),
		stderr: (text) => (stderr += text),
		readStdin: () => Promise.resolve(''),
		assets: {
			grammar: (name) => readFile(path.join(grammars, name)),
			catalogs: () => bundledCatalogs,
			build: 'test',
		},
		...options,
	});
	return { code, stdout, stderr };
}

const directories: string[] = [];

/** Makes a workspace on disk; `.git` marks it as one, as a clone has it. */
export function createDirectory(files: Readonly<Record<string, string | Uint8Array>>, marked = true): TestDirectory {
	const root = realpathSync(mkdtempSync(path.join(tmpdir(), 'runbook-lens-')));
	directories.push(root);
	if (marked) mkdirSync(path.join(root, '.git'));
	const directory: TestDirectory = {
		path: root,
		write(file, content) {
			mkdirSync(path.dirname(path.join(root, file)), { recursive: true });
			writeFileSync(path.join(root, file), content);
		},
		read: (file) => readFileSync(path.join(root, file), 'utf8'),
		run: (args, options) => runCli(args, { cwd: root, ...options }),
	};
	for (const [file, content] of Object.entries(files)) directory.write(file, content);
	return directory;
}

after(() => {
	for (const directory of directories.splice(0)) rmSync(directory, { recursive: true, force: true });
});
