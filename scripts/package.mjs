import { existsSync } from 'node:fs';
import { readFile, stat, writeFile } from 'node:fs/promises';
import { inRoot, root } from './paths.mjs';
import { run } from './process.mjs';

const contents = 'test/package-contents.txt';

/** The manifest names no repository, so links in the README stay relative to the package. */
const withoutRepository = ['--allow-missing-repository', '--no-rewrite-relative-links'];

/** In bytes, grammars included. */
const limit = 4 * 1024 * 1024;

const vsce = (...args) =>
	run(process.execPath, [inRoot('node_modules', '@vscode', 'vsce', 'vsce'), ...args], { cwd: root, quiet: true });

/**
 * Packages the extension and compares what is in it with the checked-in list.
 * In: true to write that list anew. Throws when a file is new or gone, vsce warns, or the package is too large.
 */
export async function checkPackage(update) {
	const listed = await vsce('ls', '--no-dependencies');
	if (listed.code !== 0) {
		throw new Error(listed.output);
	}
	const files = listed.output
		.split(/\r?\n/)
		.filter((line) => existsSync(inRoot(line)) && line !== '')
		.sort();
	if (update) {
		await writeFile(inRoot(contents), `${files.join('\n')}\n`);
		console.log(`Wrote ${contents}.`);
	}
	const expected = (await readFile(inRoot(contents), 'utf8')).split(/\r?\n/).filter(Boolean);
	const differences = [
		...files.filter((file) => !expected.includes(file)).map((file) => `  + ${file}`),
		...expected.filter((file) => !files.includes(file)).map((file) => `  - ${file}`),
	];
	if (differences.length > 0) {
		const hint = 'If that is meant: npm test -- package --update-package-contents';
		throw new Error([`The package has other files than ${contents}:`, ...differences, hint].join('\n'));
	}
	const out = 'dist/runbook-lens.vsix';
	const packed = await vsce('package', '--no-dependencies', ...withoutRepository, '--out', out);
	if (packed.code !== 0 || /^\s*WARNING/m.test(packed.output)) {
		throw new Error(packed.output);
	}
	const { size } = await stat(inRoot(out));
	console.log(`${out}: ${files.length} files, ${(size / 1024 / 1024).toFixed(2)} MB`);
	if (size > limit) {
		throw new Error(`${out} is larger than ${limit / 1024 / 1024} MB.`);
	}
}
