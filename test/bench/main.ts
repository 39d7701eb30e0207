import { inRoot } from '../../scripts/paths.mjs';
import { benchActivation } from './activation';
import { benchCheck } from './check';
import { benchCore } from './core';
import { printSamples } from './sample';

interface Options {
	readonly directories: readonly string[];
	readonly rounds: number;
	readonly window: boolean;
}

async function main(): Promise<void> {
	const options = JSON.parse(process.argv[2] ?? '{}') as Options;
	printSamples('In the core, milliseconds', await benchCore(inRoot('dist')));
	if (options.window) printSamples('In VS Code, milliseconds', await benchActivation(options.rounds));
	for (const { title, samples } of benchCheck(options.directories, options.rounds)) printSamples(title, samples);
}

main().catch((error: unknown) => {
	console.error(error);
	process.exitCode = 1;
});
