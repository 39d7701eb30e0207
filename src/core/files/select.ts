import { projectFileName } from '../config/model';
import { baselineFileName } from '../rules/baseline';
import { languageOf } from '../syntax/languages';

/** Directories of other people's code, of caches and of version control; never read, wherever they stand. */
const skippedDirectories: ReadonlySet<string> = new Set(
	(
		'node_modules bower_components jspm_packages vendor third_party site-packages ' +
		'.git .hg .svn .jj dist .next .nuxt .output .svelte-kit .astro .angular .turbo .parcel-cache .cache .yarn .pnpm-store ' +
		'.venv venv __pycache__ .tox .nox .mypy_cache .pytest_cache .ruff_cache .gradle .idea .terraform .serverless .aws-sam ' +
		'.dart_tool Pods DerivedData .vscode-test .nyc_output .stack-work'
	).split(' '),
);

export const isSkippedDirectory = (name: string): boolean => skippedDirectories.has(name);

/** Globs of {@link isSkippedDirectory}, for a host that searches files itself. */
export const skippedDirectoryGlobs: readonly string[] = [...skippedDirectories].map((name) => `**/${name}/**`);

/** Generated or binary by name; opening them is a waste. */
const skippedExtensions: ReadonlySet<string> = new Set(
	(
		'map lock lockb snap tsbuildinfo ' +
		'png jpg jpeg gif webp avif bmp ico icns tif tiff psd ai svg mp3 mp4 m4a wav ogg opus flac aac webm mov avi mkv ' +
		'woff woff2 ttf otf eot pdf doc docx xls xlsx ppt pptx zip gz tgz bz2 xz zst 7z rar tar jar war ear whl egg ' +
		'exe dll so dylib a o obj lib class pyc pyo pyd wasm bin dat db sqlite sqlite3 parquet pb onnx pt safetensors npy npz ' +
		'pem crt cer der p12 pfx jks keystore gpg asc vsix nupkg deb rpm dmg iso img'
	).split(' '),
);

const skippedNames: ReadonlySet<string> = new Set([
	'package-lock.json',
	'npm-shrinkwrap.json',
	'pnpm-lock.yaml',
	'packages.lock.json',
	'go.sum',
	'.DS_Store',
	projectFileName,
	baselineFileName,
]);

export const teamCatalogSuffix = '.runbook.jsonc';

/** Whether a file is passed over because of its name: generated, binary, or one of our own. */
export function isSkippedFile(path: string): boolean {
	const name = path.slice(path.lastIndexOf('/') + 1);
	const extension = name.slice(name.lastIndexOf('.') + 1).toLowerCase();
	return (
		skippedExtensions.has(extension) ||
		skippedNames.has(name) ||
		/\.min\.(?:js|css|mjs|cjs|html)$/i.test(name) ||
		name.endsWith(teamCatalogSuffix)
	);
}

/**
 * Whether a file is read although git ignores it: the `.env` of a working copy is what the examples and the code are compared
 * with. Its values are never shown.
 */
export const isReadThoughIgnored = (path: string): boolean => languageOf(path) === 'dotenv';

const megabyte = 1024 * 1024;

/** The most bytes of a file that are read: code of this length is generated, but logs are long. */
export const maxFileSize = (path: string): number => (languageOf(path) === 'log' ? 16 : 2) * megabyte;

/** A workspace of more files is read up to here. */
export const maxFiles = 50_000;
