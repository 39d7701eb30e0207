import { spawnSync } from 'node:child_process';
import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { performance } from 'node:perf_hooks';
import { inRoot } from '../../scripts/paths.mjs';
import { largeFile } from './core';
import type { Sample } from './sample';

interface Program {
	readonly name: string;
	readonly command: string;
	readonly arguments: readonly string[];
}

const check: Program = {
	name: 'runbook-lens check',
	command: process.execPath,
	arguments: [inRoot('dist', 'cli.js'), 'check', '--format', 'json'],
};

/** The floor: one pass of word shapes over every file. */
const ripgrep: Program = { name: 'rg', command: 'rg', arguments: ['--count', '[A-Z][A-Z0-9_]{3,}', '.'] };

/** A cold check of a generated tree and of each directory, in turn with `rg` where that is installed. */
export function benchCheck(
	directories: readonly string[],
	rounds: number,
): { readonly title: string; readonly samples: Sample[] }[] {
	const generated = generateTree(2000);
	try {
		const programs = spawnSync('rg', ['--version']).status === 0 ? [ripgrep, check] : [check];
		return [generated, ...directories].map((directory) => ({
			title: `Cold check of ${directory === generated ? '2,000 generated files' : path.basename(directory)}, milliseconds`,
			samples: inTurn(programs, directory, rounds),
		}));
	} finally {
		rmSync(generated, { recursive: true, force: true });
	}
}

function inTurn(programs: readonly Program[], directory: string, rounds: number): Sample[] {
	const times = new Map(programs.map(({ name }) => [name, [] as number[]]));
	for (let round = -1; round < rounds; round++) {
		for (const program of programs) {
			const start = performance.now();
			spawnSync(program.command, program.arguments, { cwd: directory, stdio: 'ignore' });
			if (round >= 0) times.get(program.name)?.push(performance.now() - start);
		}
	}
	return programs.map(({ name }) => ({
		name,
		milliseconds: times.get(name) ?? [],
		...(name === check.name && programs.includes(ripgrep) ? { against: ripgrep.name } : {}),
	}));
}

/** A tree of TypeScript files of 120 lines, every fiftieth with a documented code in it. */
function generateTree(files: number): string {
	const root = mkdtempSync(path.join(tmpdir(), 'runbook-lens-bench-'));
	for (let index = 0; index < files; index++) {
		const directory = path.join(root, 'src', `part${index % 40}`);
		mkdirSync(directory, { recursive: true });
		const text = largeFile(120);
		writeFileSync(
			path.join(directory, `file${index}.ts`),
			index % 50 === 0 ? text : text.replaceAll('RATE_LIMITED', 'slow'),
		);
	}
	return root;
}
