import { createPathMatcher } from '../../config/paths';
import { insertLines } from '../../env/lines';
import { isDevelopmentPath, isTestPath } from '../../env/paths';
import { factsOf } from '../../facts/model';
import { envFilesOf, type EnvFileEntry } from '../../index/envFiles';
import { foldersAbove, joinPath, packagesOf } from '../../index/packages';
import type { IndexedFact } from '../../index/workspaceIndex';
import { defineRule, type RuleContext } from '../rule';

export const twoLoaders = defineRule({
	id: 'env/two-loaders',
	scope: 'workspace',
	severity: 'warning',
	reads: ['env-definition', 'env-file', 'env-load', 'manifest', 'git-ignore'],
	docs: {
		what: 'Two parts of one package load different env files, and a variable stands in the file of one only.',
		why: 'The app works, and the worker beside it runs without the value.',
		fix: 'Keep both files fed. The quick fix adds the variable to the other one.',
		notWhen: 'The other part does not need the variable.',
		bad: [
			{
				'.env': 'API_KEY=change-me\nAPI_URL=http://localhost\n‹API_MODEL›=small\n',
				'env.dev': 'API_KEY=change-me\nAPI_URL=http://localhost\n',
				'pyproject.toml': '[project]\nname = "bot"\n',
				'app/config.py': 'model_config = SettingsConfigDict(env_file=".env")\n',
				'worker/main.py': 'load_dotenv(f"env.{ENV}")\n',
			},
		],
		good: [
			{
				'.env': 'API_KEY=change-me\n',
				'app/config.py': 'model_config = SettingsConfigDict(env_file=".env")\n',
				'worker/main.py': 'load_dotenv()\n',
			},
		],
	},
	messages: {
		absent: '`{name}` is missing from `{other}`, which `{by}` loads instead of this file. Keep both fed.',
	},
	*detect(context) {
		const loads = loadsByPackage(context);
		for (const group of loads) {
			for (const one of group) {
				for (const other of group) {
					if (one === other || one.files.some((file) => other.files.includes(file))) continue;
					yield* missing(one, other);
				}
			}
		}
	},
	async fix({ data, uri, range }, { index, document }) {
		const target = [...index.facts('env-file')].find(({ file }) => file.path === data['other'])?.file;
		const [from, to] = [await document(uri), target === undefined ? undefined : await document(target.uri)];
		const own = factsOf(index.file(uri) ?? { facts: [] }, 'env-definition');
		const fact = own.find((item) => item.range.start.line === range.start.line);
		if (target === undefined || from === undefined || to === undefined || fact === undefined) return [];
		const line = from.text.slice(from.offsetAt(fact.statement.start), from.offsetAt(fact.statement.end));
		if (/[\r\n]/.test(line)) return [];
		return [
			{
				title: `Add it to \`${target.path}\``,
				safety: 'suggestion',
				confidential: true,
				edits: [insertLines(to, lineBefore(own, fact, factsOf(target, 'env-definition')), [line])],
			},
		];
	},
});

interface Loaded {
	readonly load: IndexedFact<'env-load'>;
	readonly files: readonly EnvFileEntry[];
}

/** Loads of the product's own code, with the files of the working copy that they mean. */
function loadsByPackage({ index }: RuleContext): Loaded[][] {
	const groups = new Map<string, Loaded[]>();
	for (const load of index.facts('env-load')) {
		const { file, fact } = load;
		const root = packagesOf(index).of(file.path)?.directory ?? '';
		if (isTestPath(file.path) || isDevelopmentPath(file.path) || fact.files.length === 0) continue;
		const matches = createPathMatcher(
			[...new Set([root, ...foldersAbove(file.path).slice(0, 1)])].flatMap((folder) =>
				fact.files.flatMap((name) => joinPath(folder, name) ?? []),
			),
		);
		const files = envFilesOf(index).all.filter(
			(entry) => entry.role !== 'example' && entry.mode !== 'test' && matches(entry.file.path),
		);
		const same = groups.get(root) ?? [];
		// A fallback chain in one file is one loader: `load_dotenv(".env.local")`, then `load_dotenv()`.
		const sibling = same.find((item) => item.load.file === file);
		if (sibling !== undefined) same[same.indexOf(sibling)] = { load, files: [...sibling.files, ...files] };
		else if (files.length > 0) same.push({ load, files });
		groups.set(root, same);
	}
	return [...groups.values()];
}

/** What one loader's files hold and a file of the other lacks; only where that file is clearly meant to hold the same. */
function* missing(one: Loaded, other: Loaded) {
	const keys = one.files.flatMap((entry) =>
		entry.definitions.filter(({ commented }) => commented !== true).map((fact) => ({ entry, fact })),
	);
	for (const target of other.files) {
		const known = new Set(target.definitions.map(({ name }) => name));
		const absent = keys.filter(({ fact }) => !known.has(fact.name));
		if (known.size === 0 || absent.length * 2 > keys.length) continue;
		for (const { entry, fact } of absent) {
			yield {
				messageId: 'absent',
				data: { name: fact.name, other: target.file.path, by: other.load.file.path },
				uri: entry.file.uri,
				range: fact.range,
				confidence: 'inferred' as const,
				related: [
					{ uri: other.load.file.uri, range: other.load.fact.range, message: 'The other file is loaded here.' },
				],
			};
		}
	}
}

interface Keyed {
	readonly name: string;
	readonly statement: { readonly end: { readonly line: number } };
}

/** Behind the key that precedes it in its own file too, else at the end. */
function lineBefore(own: readonly Keyed[], fact: Keyed, theirs: readonly Keyed[]): number {
	const before = own.slice(0, own.indexOf(fact)).reverse();
	const neighbour = before
		.map(({ name }) => theirs.find((item) => item.name === name))
		.find((item) => item !== undefined);
	return (neighbour ?? theirs.at(-1))?.statement.end.line ?? -1;
}
