/** Grammars that `@vscode/tree-sitter-wasm` ships and that we use. */
export type GrammarName =
	'bash' | 'c-sharp' | 'go' | 'java' | 'javascript' | 'php' | 'python' | 'ruby' | 'rust' | 'tsx' | 'typescript';

interface LanguageInfo {
	/** A tree-sitter grammar; absent when the language is read another way or as lines of text. */
	readonly grammar?: GrammarName;
	readonly extensions: readonly string[];
	/** Whole file names, lower case. */
	readonly names?: readonly string[];
	/** Language ids of editors beside our own. */
	readonly aliases?: readonly string[];
	/** Text between these tags is code of the grammar; everything else is blank to the parser. */
	readonly embedded?: RegExp;
	readonly lineComment?: readonly string[];
}

const languageTable = {
	typescript: { grammar: 'typescript', extensions: ['ts', 'mts', 'cts'], lineComment: ['//'] },
	tsx: { grammar: 'tsx', extensions: ['tsx'], aliases: ['typescriptreact'], lineComment: ['//'] },
	javascript: {
		grammar: 'javascript',
		extensions: ['js', 'mjs', 'cjs', 'jsx'],
		aliases: ['javascriptreact'],
		lineComment: ['//'],
	},
	vue: { grammar: 'typescript', extensions: ['vue'], embedded: /(<script\b[^>]*>)([\s\S]*?)<\/script/gi },
	svelte: { grammar: 'typescript', extensions: ['svelte'], embedded: /(<script\b[^>]*>)([\s\S]*?)<\/script/gi },
	astro: {
		grammar: 'typescript',
		extensions: ['astro'],
		embedded: /(^\uFEFF?---\r?\n|<script\b[^>]*>)([\s\S]*?)(?:^---|<\/script)/gim,
	},
	python: { grammar: 'python', extensions: ['py', 'pyi', 'pyw'], lineComment: ['#'] },
	go: { grammar: 'go', extensions: ['go'], lineComment: ['//'] },
	java: { grammar: 'java', extensions: ['java'], lineComment: ['//'] },
	csharp: { grammar: 'c-sharp', extensions: ['cs', 'csx'], lineComment: ['//'] },
	rust: { grammar: 'rust', extensions: ['rs'], lineComment: ['//'] },
	ruby: {
		grammar: 'ruby',
		extensions: ['rb', 'rake', 'gemspec', 'ru'],
		names: ['gemfile', 'rakefile', 'config.ru'],
		lineComment: ['#'],
	},
	php: { grammar: 'php', extensions: ['php', 'phtml'], lineComment: ['//', '#'] },
	shell: {
		grammar: 'bash',
		extensions: ['sh', 'bash', 'zsh', 'ksh'],
		names: ['.envrc', '.bashrc', '.zshrc', '.profile'],
		aliases: ['shellscript', 'bash'],
		lineComment: ['#'],
	},
	kotlin: { extensions: ['kt', 'kts'], lineComment: ['//'] },
	groovy: { extensions: ['gradle', 'groovy'], names: ['jenkinsfile'], lineComment: ['//'] },
	scala: { extensions: ['scala'], lineComment: ['//'] },
	swift: { extensions: ['swift'], lineComment: ['//'] },
	dart: { extensions: ['dart'], lineComment: ['//'] },
	elixir: { extensions: ['ex', 'exs'], lineComment: ['#'] },
	sql: { extensions: ['sql'], lineComment: ['--'] },
	json: {
		extensions: ['json', 'jsonc', 'json5', 'webmanifest', 'har'],
		names: ['.babelrc', '.eslintrc', '.prettierrc'],
		aliases: ['jsonc', 'json5', 'jsonl'],
		lineComment: ['//'],
	},
	yaml: { extensions: ['yaml', 'yml'], aliases: ['dockercompose', 'github-actions-workflow'], lineComment: ['#'] },
	toml: { extensions: ['toml'], names: ['pipfile', 'poetry.lock'], lineComment: ['#'] },
	properties: {
		extensions: ['properties', 'ini', 'cfg', 'conf'],
		names: ['.npmrc', '.editorconfig'],
		lineComment: ['#', ';'],
	},
	dotenv: { extensions: ['env'], names: [], lineComment: ['#'] },
	nginx: { extensions: ['nginx', 'vhost'], names: ['nginx.conf'], lineComment: ['#'] },
	caddyfile: { extensions: ['caddyfile'], names: ['caddyfile'], lineComment: ['#'] },
	dockerfile: { extensions: ['dockerfile'], names: ['dockerfile', 'containerfile'], lineComment: ['#'] },
	makefile: { extensions: ['mk'], names: ['makefile', 'justfile', 'procfile'], lineComment: ['#'] },
	prisma: { extensions: ['prisma'], lineComment: ['//'] },
	hcl: { extensions: ['tf', 'hcl', 'tfvars'], aliases: ['terraform'], lineComment: ['#', '//'] },
	graphql: { extensions: ['graphql', 'gql'], lineComment: ['#'] },
	proto: { extensions: ['proto'], aliases: ['proto3'], lineComment: ['//'] },
	html: { extensions: ['html', 'htm', 'hbs', 'erb', 'ejs'], aliases: ['handlebars'] },
	xml: { extensions: ['xml', 'csproj', 'fsproj', 'vbproj', 'props', 'config'] },
	markdown: { extensions: ['md', 'mdx', 'markdown', 'rst', 'adoc'], aliases: ['mdx', 'restructuredtext'] },
	http: { extensions: ['http', 'rest'], lineComment: ['#', '//'] },
	log: { extensions: ['log', 'jsonl', 'ndjson', 'out'] },
	plaintext: { extensions: ['txt'], names: ['go.mod', 'go.work', '.gitignore'] },
} as const satisfies Record<string, LanguageInfo>;

export type LanguageId = keyof typeof languageTable;

const table: Readonly<Record<LanguageId, LanguageInfo>> = languageTable;
export const languageIds = Object.keys(languageTable) as readonly LanguageId[];

const byExtension = new Map<string, LanguageId>();
const byName = new Map<string, LanguageId>();
const byEditorId = new Map<string, LanguageId>();
for (const id of languageIds) {
	byEditorId.set(id, id);
	for (const extension of table[id].extensions) byExtension.set(extension, id);
	for (const name of table[id].names ?? []) byName.set(name, id);
	for (const alias of table[id].aliases ?? []) byEditorId.set(alias, id);
}

const dotenvName = /^(?:\.env(?![a-z])(?!rc)|.*\.env$|env\.[\w.-]+$|.*\.env\.(?:example|sample|template|dist|local)$)/i;

/**
 * The language of a file. The name decides before the editor does, because editors disagree about `.env*` and `nginx*.conf`.
 * Unknown files are plain text.
 */
export function languageOf(path: string, editorLanguageId?: string): LanguageId {
	const name = path.slice(path.lastIndexOf('/') + 1).toLowerCase();
	const extension = name.slice(name.lastIndexOf('.') + 1);
	const named = byName.get(name);
	if (named !== undefined) return named;
	if (/^(?:dockerfile|containerfile)(?:[.-]|$)/.test(name) && !byExtension.has(extension)) return 'dockerfile';
	if (extension === 'conf' && /nginx|sites-(?:available|enabled)|conf\.d/i.test(path)) return 'nginx';
	if (dotenvName.test(name) && (!byExtension.has(extension) || extension === 'env')) return 'dotenv';
	return (
		byExtension.get(extension) ??
		(editorLanguageId === undefined ? undefined : byEditorId.get(editorLanguageId)) ??
		'plaintext'
	);
}

export const grammarOf = (language: LanguageId): GrammarName | undefined => table[language].grammar;
export const embeddedCode = (language: LanguageId): RegExp | undefined => table[language].embedded;
export const lineComments = (language: LanguageId): readonly string[] => table[language].lineComment ?? [];
/** Every file extension and whole name that is read, for the adapters' file patterns. */
export const readExtensions: readonly string[] = [...byExtension.keys()];
export const readNames: readonly string[] = [...byName.keys()];
