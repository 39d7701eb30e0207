import { envFileRole } from '../../dotenv';
import { insertLines } from '../../env/lines';
import type { EnvDefinitionFact } from '../../facts/envDefinition';
import { factsOf } from '../../facts/model';
import { envCopiesOf, type EnvCopy } from '../../index/envCopies';
import { envFilesOf, type EnvFileEntry } from '../../index/envFiles';
import { defineRule, type RuleContext } from '../rule';

export const derivedFile = defineRule({
	id: 'env/derived-file',
	scope: 'workspace',
	severity: 'warning',
	reads: ['env-definition', 'env-file', 'manifest', 'git-ignore', 'env-load'],
	docs: {
		what: 'A key stands in an env file that a package script overwrites with another file, and in none of the files it is copied from.',
		why: 'The next run of the script loses it.',
		fix: 'Set it in the file that is copied. The quick fix adds it there.',
		bad: [
			{
				'.env': '‹FEATURE_PDF›=true\nAPI_URL=http://localhost\n',
				'.env.local': 'API_URL=http://localhost\n',
				'.env.dev': 'API_URL=https://dev.example.com\n',
				'package.json': '{ "scripts": { "use:dev": "cp .env.dev .env", "restore": "cp .env.local .env" } }',
			},
		],
		good: [
			{
				'.env': 'API_URL=http://localhost\n',
				'.env.example': 'API_URL=\n',
				'package.json': '{ "scripts": { "setup": "cp .env.example .env" } }',
			},
		],
	},
	messages: {
		lost: '`{name}` is only here, and `{script}` overwrites this file with `{source}`. Set it there.',
	},
	*detect(context) {
		for (const { target, sources, copies } of derivedFiles(context)) {
			const source = closest(target, sources);
			const copy = copies.find(({ from }) => from === source?.file.path);
			if (source === undefined || copy === undefined) continue;
			const known = new Set(sources.flatMap(({ definitions }) => definitions.map(({ name }) => name)));
			for (const { name, range, commented } of target.definitions) {
				if (commented === true || known.has(name)) continue;
				yield {
					messageId: 'lost',
					data: { name, script: copy.script.name, source: nameOf(copy.from), path: copy.from },
					uri: target.file.uri,
					range,
					related: [{ uri: copy.uri, range: copy.script.commandRange, message: `\`${copy.script.name}\` copies it.` }],
				};
			}
		}
	},
	async fix({ data, uri, range }, { index, document }) {
		const source = [...index.facts('env-file')].find(({ file }) => file.path === data['path'])?.file;
		const [from, to] = [await document(uri), source === undefined ? undefined : await document(source.uri)];
		const fact = factsOf(index.file(uri) ?? { facts: [] }, 'env-definition').find(
			(item) => item.range.start.line === range.start.line,
		);
		if (source === undefined || from === undefined || to === undefined || fact === undefined) return [];
		const line = from.text.slice(from.offsetAt(fact.statement.start), from.offsetAt(fact.statement.end));
		if (/[\r\n]/.test(line)) return [];
		const last = factsOf(source, 'env-definition').at(-1)?.statement.end.line ?? -1;
		return [
			{
				title: `Add it to \`${nameOf(source.path)}\``,
				safety: 'suggestion',
				confidential: true,
				edits: [insertLines(to, last, [line])],
			},
		];
	},
});

const nameOf = (path: string): string => path.slice(path.lastIndexOf('/') + 1);

interface Derived {
	readonly target: EnvFileEntry;
	readonly sources: readonly EnvFileEntry[];
	readonly copies: readonly EnvCopy[];
}

/** Files that scripts write over. A first copy of the example is how a working copy starts, no derivation. */
function derivedFiles({ index }: RuleContext): Derived[] {
	const byPath = new Map(envFilesOf(index).all.map((entry) => [entry.file.path, entry]));
	const copies = envCopiesOf(index).filter(({ from }) => envFileRole(from) !== 'example');
	return [...new Set(copies.map(({ to }) => to))].flatMap((path) => {
		const target = byPath.get(path);
		const own = copies.filter(({ to }) => to === path);
		const sources = own.flatMap(({ from }) => byPath.get(from) ?? []);
		const isComplete = own.every(({ from }) => byPath.has(from));
		return target === undefined || !isComplete ? [] : [{ target, sources, copies: own }];
	});
}

/** The source that the file was last copied from, by the number of equal values. */
function closest(target: EnvFileEntry, sources: readonly EnvFileEntry[]): EnvFileEntry | undefined {
	const equal = (source: EnvFileEntry): number =>
		target.definitions.filter((one) => source.definitions.some((other) => isSame(one, other))).length;
	return [...sources].sort((a, b) => equal(b) - equal(a))[0];
}

const isSame = (one: EnvDefinitionFact, other: EnvDefinitionFact): boolean =>
	one.name === other.name && one.value.digest !== undefined && other.value.digest?.equals(one.value.digest) === true;
