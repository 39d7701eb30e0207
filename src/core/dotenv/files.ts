/**
 * What a `.env` file is for. `example` documents the keys for people, `local` holds one machine's values, `mode` those of
 * one environment (`.env.production`), `mode-local` both, and `base` is what remains.
 */
export type EnvFileRole = 'example' | 'local' | 'mode' | 'mode-local' | 'base';

export interface EnvFile {
	readonly role: EnvFileRole;
	/** `production` of `.env.production.example`, as the name spells it. */
	readonly mode?: string;
}

const exampleWords = new Set([
	'example',
	'examples',
	'sample',
	'samples',
	'template',
	'tmpl',
	'tpl',
	'dist',
	'default',
	'defaults',
	'schema',
]);

/** Words that mean an environment also where a name is no `.env.*`: `prod.env`, `env.dev`. */
const modeWords = new Set(
	(
		'dev development prod production test testing tests stage staging ci qa uat e2e preview sandbox demo docker compose ' +
		'integration beta canary'
	).split(' '),
);

/** Last words that make the file something else: code, a document, a copy, keys or an encrypted archive. */
const foreignWords = new Set(
	(
		'bak backup orig old save swp swo tmp lock vault keys key enc gpg age asc pem zip gz tar ' +
		'ts mts cts tsx js mjs cjs jsx json jsonc json5 yaml yml toml ini xml md mdx txt html css scss csv sql log pdf png svg ' +
		'py pyi rb go rs java kt kts cs php sh bash zsh fish ps1 bat cmd lua ex exs swift dart vue svelte astro tf hcl ' +
		'properties conf cfg cmake nix d map snap'
	).split(' '),
);

/** Directories are no part of the role, the name alone is: `.envrc`, `environment.ts` and `env.d.ts` have none. */
export function envFile(path: string): EnvFile | undefined {
	const name = path.slice(Math.max(path.lastIndexOf('/'), path.lastIndexOf('\\')) + 1).toLowerCase();
	const words = wordsOf(name);
	if (words === undefined || words.some((word) => !/^[\w-]+$/.test(word)) || foreignWords.has(words.at(-1) ?? '')) {
		return undefined;
	}
	const mode = words.find((word) => word !== 'local' && !exampleWords.has(word));
	if (words.some((word) => exampleWords.has(word))) {
		const named = mode !== undefined && (modeWords.has(mode) || words.indexOf(mode) === 0) ? mode : undefined;
		return withMode('example', named);
	}
	if (words.includes('local')) return withMode(mode === undefined ? 'local' : 'mode-local', mode);
	return withMode(mode === undefined ? 'base' : 'mode', mode);
}

export const envFileRole = (path: string): EnvFileRole | undefined => envFile(path)?.role;

const withMode = (role: EnvFileRole, mode: string | undefined): EnvFile =>
	mode === undefined ? { role } : { role, mode };

/** The words of a name beside `env`: `[production, local]` of `.env.production.local`; undefined for other files. */
function wordsOf(name: string): readonly string[] | undefined {
	if (name === '.flaskenv') return [];
	const dotted = /^\.(?:env|dev\.vars)(?:[._-](.+))?$/.exec(name);
	if (dotted !== null) return split(dotted[1]);
	const bare = /^env[._-](.+)$/.exec(name);
	if (bare !== null) {
		const words = split(bare[1]);
		return words.every(known) ? words : undefined;
	}
	const suffixed = /^\.?(.+?)\.env(?:[._-](.+))?$/.exec(name);
	if (suffixed === null) return undefined;
	// `backend.env` and `app.env.example` name a service, which is no environment.
	return [...split(suffixed[1]).filter(known), ...split(suffixed[2])];
}

const known = (word: string): boolean => word === 'local' || exampleWords.has(word) || modeWords.has(word);

/** A dash joins as a dot does only before a word that is known: `.env.pre-prod` is one environment. */
function split(text: string | undefined): readonly string[] {
	return (text ?? '')
		.split('.')
		.flatMap((part) => {
			const words = part.split(/[_-]/);
			return words.length > 1 && words.some((word) => word === 'local' || exampleWords.has(word)) ? words : [part];
		})
		.filter((word) => word !== '');
}
