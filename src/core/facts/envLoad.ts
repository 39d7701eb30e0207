import type { EnvFramework } from '../dotenv';
import type { TextDocument } from '../text/document';
import type { Extractor } from './extractor';
import type { FactBase } from './model';

/** Code that loads `.env` files by itself. */
export interface EnvLoadFact extends FactBase {
	readonly kind: 'env-load';
	readonly via: EnvFramework;
	/** As written, `*` for a computed part: `env.*` of `load_dotenv(f"env.{ENV}")`. Empty when the path is unknown. */
	readonly files: readonly string[];
}

interface Loader {
	readonly via: EnvFramework;
	/** Up to what holds the file names; its first group is that text. */
	readonly pattern: RegExp;
	/** What it loads without a file name. */
	readonly standard?: string;
}

const python: readonly Loader[] = [
	{
		via: 'pydantic-settings',
		pattern: /\benv_file\s*=\s*(\([^)]*\)|\[[^\]]*\]|[rf]{0,2}["'][^"'\n]*["']|[A-Za-z_][\w.]*)/g,
	},
	{ via: 'python-dotenv', pattern: /\b(?:load_dotenv|dotenv_values)\(((?:[^()]|\([^()]*\))*)\)/g, standard: '.env' },
];
const ecmascript: readonly Loader[] = [
	{ via: 'dotenv', pattern: /\bdotenv(?:Expand)?(?:["']\))?\.config\(((?:[^()]|\([^()]*\))*)\)/g, standard: '.env' },
	{ via: 'dotenv', pattern: /(?:\bfrom\s+|\bimport\s+|\brequire\(\s*)["']dotenv\/config(\b)/g, standard: '.env' },
	{ via: 'node', pattern: /\bprocess\.loadEnvFile\(([^()]*)\)/g, standard: '.env' },
];
const go: readonly Loader[] = [
	{ via: 'godotenv', pattern: /\bgodotenv\.(?:Load|Overload|Read)\(([^()]*)\)/g, standard: '.env' },
];
const ruby: readonly Loader[] = [
	{ via: 'rails', pattern: /\bDotenv\.(?:load|overload)!?(?:\(([^()]*)\)|(?=\s))/g, standard: '.env' },
];

const byLanguage: Readonly<Partial<Record<TextDocument['language'], readonly Loader[]>>> = {
	python,
	typescript: ecmascript,
	tsx: ecmascript,
	javascript: ecmascript,
	go,
	ruby,
};

const quoted = /([rf]{0,2})(["'`])([^"'`\n]*)\2/gi;

export const envLoadExtractor: Extractor = {
	kinds: ['env-load'],
	markers: ['load_dotenv', 'dotenv_values', 'env_file', 'dotenv', 'godotenv', 'loadenvfile'],
	*extract({ document }) {
		for (const { via, pattern, standard } of byLanguage[document.language] ?? []) {
			for (const match of document.text.matchAll(pattern)) {
				const files = [...(match[1] ?? '').matchAll(quoted)].flatMap(
					(item) => fileName(item[3] ?? '', item[2] === '`' || /f/i.test(item[1] ?? '')) ?? [],
				);
				const silent = /^\s*$|^\s*(?:override|verbose|encoding|interpolate|stream|debug|quiet)\b/.test(match[1] ?? '');
				yield {
					kind: 'env-load',
					via,
					files: files.length === 0 && standard !== undefined && silent ? [standard] : files,
					range: document.range({ start: match.index, end: match.index + match[0].length }),
				};
			}
		}
	},
};

/** The name of an env file with `*` for what is computed; undefined for other strings such as an encoding. */
function fileName(text: string, isTemplate: boolean): string | undefined {
	const name = isTemplate ? text.replace(/\$?\{[^}]*\}/g, '*') : text;
	return /(?:^|[/.])(?:\.?env|\.flaskenv|.*\.env)(?:[._-][\w.*-]*)?$/i.test(name) ? name : undefined;
}
