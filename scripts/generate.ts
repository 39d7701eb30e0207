import { mkdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { generatedFiles, root, staleFiles } from './generate/files';

/** The generated files that are not as they should be, by path below the root. */
export async function driftedFiles(): Promise<string[]> {
	const files = await generatedFiles();
	const changed = [...files].filter(([path, text]) => readOrUndefined(path) !== text).map(([path]) => path);
	return [...changed, ...staleFiles(files)].sort();
}

async function writeFiles(): Promise<void> {
	const files = await generatedFiles();
	for (const [path, text] of files) {
		if (readOrUndefined(path) === text) continue;
		mkdirSync(dirname(join(root, path)), { recursive: true });
		writeFileSync(join(root, path), text);
		console.log(`wrote ${path}`);
	}
	for (const path of staleFiles(files)) {
		rmSync(join(root, path));
		console.log(`removed ${path}`);
	}
}

function readOrUndefined(path: string): string | undefined {
	try {
		return readFileSync(join(root, path), 'utf8');
	} catch {
		return undefined; // it is not there yet
	}
}

async function main(): Promise<void> {
	if (!process.argv.includes('--check')) {
		await writeFiles();
		return;
	}
	const drifted = await driftedFiles();
	if (drifted.length === 0) return;
	console.error(`Not as generated; run \`npm run generate\`:\n${drifted.map((path) => `  ${path}`).join('\n')}`);
	process.exitCode = 1;
}

if (import.meta.url === pathToFileURL(process.argv[1] ?? '').href) {
	main().catch((error: unknown) => {
		console.error(error);
		process.exitCode = 2;
	});
}
