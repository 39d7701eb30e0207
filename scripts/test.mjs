import { existsSync } from 'node:fs';
import { readFile } from 'node:fs/promises';
import { parseArgs, stripVTControlCharacters } from 'node:util';
import { ensureDependencies } from './bootstrap.mjs';
import { build } from './build.mjs';
import { inRoot, root } from './paths.mjs';
import { npm, run, start, stop, stopwatch } from './process.mjs';

/**
 * The parts in their order. A part throws, or returns the sums of its tests, or nothing when it is a gate;
 * a failing gate counts as one failed test. `groups` are other names for it on the command line.
 */
const parts = [
	{
		name: 'format',
		groups: ['gates'],
		title: 'Format',
		run: () => tool('prettier/bin/prettier.cjs', '--check', '.', '--log-level', 'warn'),
	},
	{
		name: 'lint',
		groups: ['gates'],
		title: 'Lint',
		run: () => tool('eslint/bin/eslint.js', '.', '--max-warnings', '0'),
	},
	{ name: 'typecheck', groups: ['gates'], title: 'Types', run: () => tool('typescript/bin/tsc', '--noEmit') },
	{ name: 'core', groups: [], title: 'Core and command line', run: () => mocha() },
	{ name: 'build', groups: ['gates'], title: 'Production build', run: () => build({ production: true, watch: false }) },
	{ name: 'generated', groups: ['gates'], title: 'Generated files', run: checkGenerated },
	{ name: 'package', groups: ['gates'], title: 'Package', needs: 'build', run: packageContents },
	{
		name: 'node',
		groups: ['vscode'],
		title: 'VS Code, Node host',
		needs: 'build',
		run: () => suite('index.js', false),
	},
	{
		name: 'web',
		groups: ['vscode'],
		title: 'VS Code, web worker host',
		needs: 'build',
		run: () => suite('web.js', true),
	},
	{
		name: 'ui',
		groups: [],
		title: 'VS Code, user interface',
		needs: 'build',
		run: () => mocha('--no-config', '--import=tsx', '--timeout=120000', 'test/ui/**/*.test.ts'),
	},
	{ name: 'start', groups: [], title: 'npm start', run: checkStart },
];

const names = [...new Set(parts.flatMap(({ name, groups }) => [name, ...groups]))];

const help = `npm test [-- PART…] [-- --update-package-contents]

All parts in their order up to the first that fails, or only the named ones: ${names.join(', ')}.
The last line says how many tests passed and failed.

  --update-package-contents   writes test/package-contents.txt anew`;

const { values, positionals } = parseArgs({
	allowPositionals: true,
	options: {
		'update-package-contents': { type: 'boolean', default: false },
		help: { type: 'boolean', default: false },
	},
});

/** Runs a tool of node_modules; throws when it fails, after it has said why. */
async function tool(script, ...args) {
	const { code } = await run(process.execPath, [inRoot('node_modules', script), ...args], { cwd: root });
	if (code !== 0) {
		throw new Error(`${script.split('/')[0]} failed.`);
	}
}

/** Runs mocha. In: its arguments; without any, those of its own configuration. Out: its sums. */
async function mocha(...args) {
	const env = { ...process.env, ...(process.stdout.isTTY ? { FORCE_COLOR: '1' } : {}) };
	const { code, output } = await run(process.execPath, [inRoot('node_modules', 'mocha', 'bin', 'mocha.js'), ...args], {
		cwd: root,
		env,
	});
	const count = (word) =>
		Number(new RegExp(`^\\s*(\\d+) ${word}`, 'm').exec(stripVTControlCharacters(output))?.[1] ?? 0);
	const sums = { passes: count('passing'), failures: count('failing') };
	if (code !== 0 && sums.failures === 0) {
		throw new Error(`mocha ended with ${code ?? 'a signal'}.`);
	}
	if (sums.passes + sums.failures === 0) {
		throw new Error('mocha ran no test.');
	}
	return sums;
}

/** Runs one of the two test bundles inside VS Code. Out: its sums. */
async function suite(bundle, web) {
	const { runSuite } = await import('./host/suite.mjs');
	const { host, ...sums } = await runSuite({
		extension: root,
		tests: inRoot('dist', 'test', 'vscode', bundle),
		folder: inRoot('test', 'workspaces', 'editor'),
		web,
	});
	console.log(`Ran in: ${host}.`);
	return sums;
}

async function packageContents() {
	const { checkPackage } = await import('./package.mjs');
	await checkPackage(values['update-package-contents']);
}

/** Generates anew what is generated and fails if that changes a file. */
async function checkGenerated() {
	const { scripts } = JSON.parse(await readFile(inRoot('package.json'), 'utf8'));
	if (scripts.generate === undefined || !existsSync(inRoot('.git'))) {
		console.log('Nothing to compare.');
		return;
	}
	const state = async () => {
		const ask = async (...args) => (await run('git', args, { cwd: root, quiet: true })).output;
		return (await ask('diff')) + (await ask('status', '--porcelain'));
	};
	const before = await state();
	const { code } = await npm(['run', '--silent', 'generate'], { cwd: root });
	if (code !== 0) {
		throw new Error('npm run generate failed.');
	}
	if ((await state()) !== before) {
		await run('git', ['diff', '--stat'], { cwd: root });
		throw new Error('Generated files are not up to date: npm run generate, then commit them.');
	}
}

/** Starts what `npm start` starts, waits for its address, opens it, and stops it as Ctrl-C does. */
async function checkStart() {
	const child = start(process.execPath, [inRoot('scripts', 'start.mjs'), '--server'], {
		cwd: root,
		stdio: ['ignore', 'pipe', 'inherit'],
	});
	const address = await new Promise((resolve, reject) => {
		let output = '';
		child.stdout.on('data', (chunk) => {
			process.stdout.write(chunk);
			output += chunk;
			const found = /http:\S+/.exec(output)?.[0];
			if (found !== undefined) {
				resolve(found);
			}
		});
		child.once('close', (code) => reject(new Error(`npm start ended with ${code} before it printed an address.`)));
	});
	try {
		// It answers with a cookie for the key, and sends the browser to itself without the key.
		const { status, headers } = await fetch(address, { redirect: 'manual' });
		if (status !== 302 || !headers.has('set-cookie')) {
			throw new Error(`The address answers ${status}.`);
		}
	} finally {
		await stop(child);
	}
	const gone = await fetch(address).catch(() => undefined);
	if (gone !== undefined) {
		throw new Error('The server goes on after npm start ended.');
	}
}

/** Out: the named parts with what they need, in order; all of them when none is named. */
function selection() {
	const unknown = positionals.find((name) => !names.includes(name));
	if (unknown !== undefined) {
		throw new Error(`There is no part ${unknown}.\n\n${help}`);
	}
	const chosen = parts.filter(({ name, groups }) => [name, ...groups].some((each) => positionals.includes(each)));
	const needed = new Set(chosen.flatMap(({ name, needs }) => (needs === undefined ? [name] : [needs, name])));
	return positionals.length === 0 ? parts : parts.filter(({ name }) => needed.has(name));
}

/** Runs the selected parts. Out: the sums over all of them. */
async function main() {
	const sums = { passes: 0, failures: 0 };
	const all = stopwatch();
	await ensureDependencies();
	for (const part of selection()) {
		console.log(`\n── ${part.title}`);
		const elapsed = stopwatch();
		let failures;
		try {
			const result = (await part.run()) ?? { passes: 0, failures: 0 };
			sums.passes += result.passes;
			failures = result.failures;
		} catch (error) {
			console.log(error.errors ? 'The build failed.' : error.message);
			failures = 1;
		}
		sums.failures += failures;
		console.log(`── ${part.title}: ${failures === 0 ? 'passed' : 'FAILED'} in ${elapsed()}`);
		if (failures > 0) {
			break;
		}
	}
	console.log(`\nAll of it took ${all()}.`);
	return sums;
}

if (values.help) {
	console.log(help);
} else {
	const sums = await main().catch((error) => {
		console.log(error.message);
		return { passes: 0, failures: 1 };
	});
	process.exitCode = sums.failures > 0 ? 1 : 0;
	console.log(`${sums.passes} passed, ${sums.failures} failed`);
}
