import { existsSync } from 'node:fs';
import { chmod, copyFile, mkdir, readFile, rm, stat } from 'node:fs/promises';
import path from 'node:path';
import { parseArgs } from 'node:util';
import { gzipSync } from 'node:zlib';
import { ensureDependencies } from './bootstrap.mjs';
import { bundles } from './bundles.mjs';
import { inRoot, root } from './paths.mjs';
import { run, stopwatch } from './process.mjs';

const help = `node scripts/build.mjs [--production] [--watch]

  --production  minified, without source maps, within the size limits
  --watch       builds again whenever a source file changes`;

/** The languages whose grammars are shipped, in tree-sitter's spelling. */
const grammars = ['bash', 'c-sharp', 'go', 'java', 'javascript', 'php', 'python', 'ruby', 'rust', 'tsx', 'typescript'];

/** What a build does, in this order. A step gets the flags; it says what it did, or throws. */
const steps = [
	{ name: 'clean', run: () => rm(inRoot('dist'), { recursive: true, force: true }) },
	{ name: 'grammars', run: copyGrammars },
	{ name: 'catalogues', run: bundleCatalogs },
	{ name: 'bundles', run: bundle },
];

/** Copies tree-sitter's runtime and the grammars to where the extension and the command line look for them. */
async function copyGrammars() {
	const from = inRoot('node_modules', '@vscode', 'tree-sitter-wasm', 'wasm');
	const to = inRoot('dist', 'grammars');
	await mkdir(to, { recursive: true });
	const files = ['tree-sitter.wasm', ...grammars.map((language) => `tree-sitter-${language}.wasm`)];
	let size = 0;
	for (const file of files) {
		await copyFile(path.join(from, file), path.join(to, file));
		size += (await stat(path.join(to, file))).size;
	}
	console.log(`${files.length} grammars and runtime: ${(size / 1024 / 1024).toFixed(1)} MB`);
}

/** Validates the catalogues and writes them as one file, which is what loads fast. */
async function bundleCatalogs() {
	const { code } = await run(process.execPath, ['--import', 'tsx', inRoot('scripts', 'catalogsBundle.ts')], {
		cwd: root,
	});
	if (code !== 0) {
		throw new Error('A catalogue is not valid.');
	}
}

/** Bundles everything, prints sizes, and with `watch` goes on until it is stopped. */
async function bundle({ production, watch }) {
	const esbuild = await import('esbuild');
	const watcher = watch ? announcer() : undefined;
	for (const { name, entry, out, limit, executable, options } of bundles(production)) {
		if (!existsSync(inRoot(entry))) {
			throw new Error(`There is no ${entry}, so there is no ${name} to build.`);
		}
		const shebang = executable && !(await readFile(inRoot(entry), 'utf8')).startsWith('#!');
		const all = {
			...options,
			entryPoints: [inRoot(entry)],
			outfile: inRoot(out),
			...(shebang ? { banner: { js: '#!/usr/bin/env node' } } : {}),
		};
		if (watcher !== undefined) {
			const context = await esbuild.context({ ...all, plugins: [...(all.plugins ?? []), watcher.plugin] });
			await context.rebuild().catch(() => undefined); // It has printed its errors, and a later save may mend them.
			await context.watch();
			continue;
		}
		await esbuild.build(all);
		if (executable) {
			await chmod(inRoot(out), 0o755);
		}
		await report(name, out, production ? limit : undefined);
	}
	watcher?.ready();
}

/** Prints a bundle's size; in: its limit in KB, if it has one. */
async function report(name, out, limit) {
	const content = await readFile(inRoot(out));
	const [size, packed] = [content.length, gzipSync(content).length].map((bytes) => Math.ceil(bytes / 1024));
	console.log(`${name}: ${out} ${size} KB, ${packed} KB compressed${limit ? `, limit ${limit} KB` : ''}`);
	if (limit !== undefined && size > limit) {
		throw new Error(`${out} has ${size} KB; its limit is ${limit} KB.`);
	}
}

/**
 * Says when builds begin and when the last of them is done, in the words that the editor's task waits for.
 * Out: the plugin that every bundle gets, and `ready`, to be called when all of them have it.
 */
function announcer() {
	let running = 1;
	const ended = () => {
		running--;
		if (running === 0) {
			console.log('Watching.');
		}
	};
	const setup = (build) => {
		build.onStart(() => {
			if (running === 0) {
				console.log('Building …');
			}
			running++;
		});
		build.onEnd(ended);
	};
	console.log('Building …');
	return { plugin: { name: 'announcer', setup }, ready: ended };
}

/** In: the flags above. Throws with one reason when the build can't be had. */
export async function build(flags) {
	await ensureDependencies();
	const elapsed = stopwatch();
	for (const step of steps) {
		await step.run(flags);
	}
	if (!flags.watch) {
		console.log(`Built${flags.production ? ' for production' : ''} in ${elapsed()}.`);
	}
}

if (process.argv[1] === import.meta.filename) {
	const { values } = parseArgs({
		options: {
			production: { type: 'boolean', default: false },
			watch: { type: 'boolean', default: false },
			help: { type: 'boolean', default: false },
		},
	});
	if (values.help) {
		console.log(help);
	} else {
		await build(values).catch((error) => {
			// esbuild has printed its own errors already.
			console.error(error.errors ? 'The build failed.' : error.message);
			process.exitCode = 1;
		});
	}
}
