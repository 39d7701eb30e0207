import type { DotenvDialect } from './types';

export type EnvFramework =
	| 'dotenv'
	| 'dotenv-cli'
	| 'dotenv-flow'
	| 'node'
	| 'next'
	| 'vite'
	| 'cra'
	| 'expo'
	| 'wrangler'
	| 'varlock'
	| 'compose'
	| 'python-dotenv'
	| 'pydantic-settings'
	| 'flask'
	| 'godotenv'
	| 'rails'
	| 'laravel'
	| 'symfony'
	| 'spring';

interface Loader {
	/** The files that one run reads, the winner first; `{mode}` stands for the environment. */
	readonly files: readonly string[];
	/** Environments in which `.env.local` is left out, so that tests give everyone the same result. */
	readonly withoutLocal?: readonly string[];
	/** Only the first file that exists is read. */
	readonly exclusive?: boolean;
	/** Which file of a list that the project writes itself wins; absent where there is no such list. */
	readonly listed?: 'first' | 'last';
	/** Whether a variable of the process wins over every file. */
	readonly processWins: boolean;
	/** Absent where no dialect of ours reads as this loader does. */
	readonly dialect?: DotenvDialect;
}

/** `.env.local` before the environment's own file … */
const localFirst = ['.env.{mode}.local', '.env.local', '.env.{mode}', '.env'];
/** … and behind it. That two conventions exist is what trips people up. */
const modeFirst = ['.env.{mode}.local', '.env.{mode}', '.env.local', '.env'];
const onlyEnv = ['.env'];
const inTests = ['test'];

const loaders: Readonly<Record<EnvFramework, Loader>> = {
	dotenv: { files: onlyEnv, listed: 'first', processWins: true, dialect: 'node-dotenv' },
	'dotenv-cli': { files: localFirst, listed: 'first', processWins: true, dialect: 'dotenv-expand' },
	'dotenv-flow': { files: modeFirst, withoutLocal: inTests, processWins: true, dialect: 'node-dotenv' },
	node: { files: onlyEnv, listed: 'last', processWins: true, dialect: 'node-parse-env-22' },
	next: { files: localFirst, withoutLocal: inTests, processWins: true, dialect: 'dotenv-expand' },
	vite: { files: modeFirst, processWins: true, dialect: 'dotenv-expand' },
	cra: { files: localFirst, withoutLocal: inTests, processWins: true, dialect: 'dotenv-expand' },
	expo: { files: localFirst, withoutLocal: inTests, processWins: true, dialect: 'dotenv-expand' },
	wrangler: { files: ['.dev.vars.{mode}', '.dev.vars'], exclusive: true, processWins: false, dialect: 'node-dotenv' },
	varlock: { files: [...modeFirst, '.env.schema'], processWins: true },
	compose: { files: onlyEnv, listed: 'last', processWins: true, dialect: 'compose' },
	'python-dotenv': { files: onlyEnv, processWins: true, dialect: 'python-dotenv' },
	'pydantic-settings': { files: onlyEnv, listed: 'last', processWins: true, dialect: 'python-dotenv' },
	flask: { files: ['.env', '.flaskenv'], processWins: true, dialect: 'python-dotenv' },
	godotenv: { files: onlyEnv, listed: 'first', processWins: true, dialect: 'godotenv' },
	rails: { files: localFirst, withoutLocal: inTests, processWins: true, dialect: 'ruby-dotenv' },
	laravel: { files: ['.env.{mode}', '.env'], exclusive: true, processWins: true },
	symfony: { files: modeFirst, withoutLocal: inTests, processWins: true },
	spring: { files: [], processWins: true },
};

export const envFrameworks = Object.keys(loaders) as readonly EnvFramework[];

/** The names that a framework reads in an environment, the winner first. Without a mode only the files for every mode. */
export function precedence(framework: EnvFramework, mode?: string): readonly string[] {
	const { files, withoutLocal = [] } = loaders[framework];
	return files.flatMap((file) => {
		if (file === '.env.local' && mode !== undefined && withoutLocal.includes(mode)) return [];
		if (!file.includes('{mode}')) return [file];
		return mode === undefined ? [] : [file.replace('{mode}', () => mode)];
	});
}

/** Whether only the first existing file of {@link precedence} is read, as Laravel does. */
export const readsOneFile = (framework: EnvFramework): boolean => loaders[framework].exclusive === true;

/** Which file of a written list wins: dotenv's `path: [a, b]` the first, pydantic's `env_file=(a, b)` the last. */
export const listWinner = (framework: EnvFramework): 'first' | 'last' | undefined => loaders[framework].listed;

/** Whether a variable that the process has already wins over the files. */
export const processWins = (framework: EnvFramework): boolean => loaders[framework].processWins;

/** The dialect in which a framework reads its files; undefined where none of ours is near enough to speak of differences. */
export const loaderDialect = (framework: EnvFramework): DotenvDialect | undefined => loaders[framework].dialect;
