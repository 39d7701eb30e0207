import { stat } from 'node:fs/promises';
import { parseArgs } from 'node:util';
import { ensureDependencies } from './bootstrap.mjs';
import { build } from './build.mjs';
import { inRoot } from './paths.mjs';
import { run } from './process.mjs';

const help = `npm run bench [-- DIRECTORY…] [-- --rounds N] [-- --no-window]

Measures the production build: hovers and edits in the core, activation in a real VS Code, and a cold check of a
generated tree and of each named directory, against named programs in the same run.

  --rounds N    how often each program runs, in turn; 5
  --no-window   leaves VS Code out`;

const { values, positionals } = parseArgs({
	allowPositionals: true,
	options: {
		rounds: { type: 'string', default: '5' },
		'no-window': { type: 'boolean', default: false },
		help: { type: 'boolean', default: false },
	},
});

if (values.help) {
	console.log(help);
} else {
	await bench();
}

async function bench() {
	await ensureDependencies();
	await build({ production: true, watch: false });
	const { size } = await stat(inRoot('dist', 'extension.js'));
	console.log(`\nextension.js: ${Math.ceil(size / 1024)} KB`);
	const { code } = await run(
		process.execPath,
		[
			'--import',
			'tsx',
			inRoot('test', 'bench', 'main.ts'),
			JSON.stringify({ directories: positionals, rounds: Number(values.rounds), window: !values['no-window'] }),
		],
		{ cwd: inRoot() },
	);
	process.exitCode = code ?? 1;
}
