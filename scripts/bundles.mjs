import { readdir, readFile } from 'node:fs/promises';
import path from 'node:path';
import { inRoot } from './paths.mjs';

/** What Node gives and a browser doesn't; only code that asks first where it runs may import it. */
const nodeOnly = ['fs', 'fs/promises', 'path', 'url', 'module', 'os', 'crypto', 'worker_threads'];

/**
 * Makes the tree-sitter runtime load in a web worker, where no script has a file name and no document exists.
 * The address stands for the one that it can't find there; nothing is read from it, because our code hands over
 * the runtime's bytes as `wasmBinary`.
 */
const treeSitterInWorker = {
	name: 'tree-sitter-in-worker',
	setup(build) {
		build.onLoad({ filter: /tree-sitter-wasm[\\/]wasm[\\/]tree-sitter\.js$/ }, async ({ path: file }) => {
			const text = await readFile(file, 'utf8');
			const own = /function getCurrentScriptUrl\(\) \{[\s\S]*?\n {4}\}/;
			if (!own.test(text)) {
				throw new Error(`${file} finds its script in another way than before.`);
			}
			return { contents: text.replace(own, 'function getCurrentScriptUrl() { return "file:///extension.js"; }') };
		});
		build.onResolve({ filter: new RegExp(`^(node:)?(${nodeOnly.join('|')})$`) }, ({ path: id, importer }) =>
			importer.includes('tree-sitter-wasm') ? { path: id, namespace: 'empty' } : undefined,
		);
		build.onLoad({ filter: /.*/, namespace: 'empty' }, () => ({ contents: 'module.exports = {};' }));
	},
};

/** Libraries that Node loads on first use from files of their own, so that activation does not pay for them. */
const libraries = {
	re2js: 'node_modules/re2js/build/index.cjs',
	yaml: 'node_modules/yaml/dist/index.js',
	'@vscode/tree-sitter-wasm': 'node_modules/@vscode/tree-sitter-wasm/wasm/tree-sitter.js',
};
const libraryFile = (name) => `lib/${path.basename(name)}.js`;

const librariesApart = {
	name: 'libraries-apart',
	setup(build) {
		build.onResolve({ filter: new RegExp(`^(?:${Object.keys(libraries).join('|')})$`) }, ({ path: name }) => ({
			path: `./${libraryFile(name)}`,
			external: true,
		}));
	},
};

/** What the entry imports when it is activated is a file of its own, too. */
const engineApart = {
	name: 'engine-apart',
	setup(build) {
		build.onResolve({ filter: /^\.\/start$/ }, () => ({ path: './engine.js', external: true }));
	},
};

/** Reads mocha's browser script as the script it is; its package calls every file of it a module. */
const mochaInWorker = {
	name: 'mocha-in-worker',
	setup(build) {
		const file = inRoot('node_modules', 'mocha', 'mocha.js');
		build.onResolve({ filter: /^mocha\/mocha\.js$/ }, () => ({ path: file, namespace: 'script' }));
		build.onLoad({ filter: /.*/, namespace: 'script' }, async () => ({ contents: await readFile(file, 'utf8') }));
	},
};

/**
 * Gives `#suites` its content: one function that loads every suite, so that mocha's globals exist when they run.
 * `x.test.ts` runs in both hosts, `x.node.test.ts` and `x.web.test.ts` in the named one.
 */
function suites(host) {
	const folder = inRoot('test', 'vscode', 'suite');
	const other = host === 'node' ? '.web.test.ts' : '.node.test.ts';
	return {
		name: 'suites',
		setup(build) {
			build.onResolve({ filter: /^#suites$/ }, () => ({ path: 'suites', namespace: 'suites' }));
			build.onLoad({ filter: /.*/, namespace: 'suites' }, async () => {
				const files = (await readdir(folder, { recursive: true }))
					.map((file) => file.replaceAll(path.sep, '/'))
					.filter((file) => file.endsWith('.test.ts') && !file.endsWith(other))
					.sort();
				const calls = files.map((file) => `\trequire(${JSON.stringify(`./${file}`)});`);
				return {
					contents: `exports.loadSuites = () => {\n${calls.join('\n')}\n};`,
					resolveDir: folder,
					watchDirs: [folder],
				};
			});
		},
	};
}

/**
 * What esbuild makes.
 * In: true for what is shipped. Out: name, entry and esbuild options of each bundle, in the order of the report.
 */
export function bundles(production) {
	const common = {
		bundle: true,
		format: 'cjs',
		target: 'es2022',
		external: ['vscode'],
		sourcemap: !production,
		minify: production,
		// A UMD module may not mistake another loader's `define` for its own.
		define: { define: 'undefined' },
		logLevel: 'warning',
	};
	const node = { ...common, platform: 'node', target: 'node20', mainFields: ['module', 'main'] };
	const apart = { ...node, plugins: [librariesApart] };
	const web = {
		...common,
		platform: 'browser',
		mainFields: ['browser', 'module', 'main'],
		plugins: [treeSitterInWorker],
	};
	// Not minified: a failing test has to name the line.
	const test = { minify: false, sourcemap: 'inline' };
	return [
		{
			name: 'extension',
			entry: 'src/vscode/extension.ts',
			out: 'dist/extension.js',
			limit: 400,
			options: { ...node, plugins: [engineApart] },
		},
		{ name: 'engine', entry: 'src/vscode/start.ts', out: 'dist/engine.js', limit: 800, options: apart },
		{
			name: 'web extension',
			entry: 'src/vscode/extension.ts',
			out: 'dist/web/extension.js',
			limit: 1200,
			options: web,
		},
		{ name: 'command line', entry: 'src/cli/main.ts', out: 'dist/cli.js', executable: true, options: apart },
		...Object.entries(libraries).map(([name, entry]) => ({
			name,
			entry,
			out: `dist/${libraryFile(name)}`,
			options: { ...node, minify: true, sourcemap: false },
		})),
		{
			name: 'suites in Node',
			entry: 'test/vscode/index.ts',
			out: 'dist/test/vscode/index.js',
			options: { ...node, ...test, external: ['vscode', 'mocha'], plugins: [suites('node')] },
		},
		{
			name: 'suites in a worker',
			entry: 'test/vscode/web.ts',
			out: 'dist/test/vscode/web.js',
			options: { ...web, ...test, plugins: [treeSitterInWorker, mochaInWorker, suites('web')] },
		},
	];
}
