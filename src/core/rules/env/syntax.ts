import { dialects, loaderDialect, type DotenvDialect, type DotenvProblemKind } from '../../dotenv';
import type { EnvFileFact } from '../../facts/envDefinition';
import { directoryOf } from '../../facts/manifest';
import { frameworksOf } from '../../index/envFrameworks';
import { joinPath } from '../../index/packages';
import type { IndexedFact } from '../../index/workspaceIndex';
import { defineRule, type Report, type RuleContext } from '../rule';

type Problem = EnvFileFact['problems'][number];

/** What is said of a problem; the first of several on one line. */
const kinds: readonly (readonly [DotenvProblemKind, string])[] = [
	['byte-order-mark', 'mark'],
	['unterminated-quote', 'open'],
	['text-after-quote', 'after'],
	['swallowed-line', 'swallowed'],
	['empty-key', 'nameless'],
	['bad-key', 'key'],
	['no-equals', 'dropped'],
	['dropped-line', 'dropped'],
	['invalid-template', 'template'],
];

export const syntax = defineRule({
	id: 'env/syntax',
	scope: 'workspace',
	severity: 'warning',
	reads: ['env-file', 'env-file-use', 'env-load', 'manifest'],
	docs: {
		what: 'A line of an env file that its loader drops or reads otherwise than it looks, or that two loaders of the package read differently.',
		why: 'The variable is absent or holds another value, and nothing says so.',
		fix: 'Write the line so that the loader reads what is meant. The quick fix removes a byte order mark or a stray blank.',
		bad: [
			{ '.env': '‹API URL=http://localhost›\n', 'package.json': '{ "dependencies": { "dotenv": "16" } }' },
			{ '.env': 'KEY=‹"open›\n', 'pyproject.toml': '[project]\nname = "a"\n' },
		],
		good: [
			{
				'.env': 'API_URL="http://localhost" # the backend\n',
				'package.json': '{ "dependencies": { "dotenv": "16" } }',
			},
		],
	},
	messages: {
		dropped: '{loader} drops this line, since it sets nothing. Write `KEY=value`, or put `#` in front of it.',
		open: 'The quote never closes, so {loader} does not read the value that is meant. Close it.',
		after: 'Text follows the closing quote, so {loader} does not read the value that is meant. Put `#` before it.',
		key: '{loader} does not take this as a key. Use letters, digits and `_` only.',
		nameless: 'There is no name before `=`, so {loader} drops the line. Add one.',
		mark: '{loader} reads the byte order mark as a part of the first key. Save the file without it.',
		swallowed: '{loader} takes the next line for this value, since a blank follows `=`. Remove the blank.',
		template: '{loader} cannot read this reference. Close its brace, or write `$$` for a dollar.',
		rejected: '{loader} rejects the whole file because of this line. Write `KEY=value`, or put `#` in front of it.',
		differs: '`{name}` gets another value from {one} than from {other}. Put it in quotes that both read alike.',
	},
	*detect(context) {
		const composed = composedFiles(context);
		for (const item of context.index.facts('env-file')) {
			const loaders = loadersOf(context, item, composed);
			const lines = new Set<number>();
			for (const [kind, messageId] of kinds) {
				for (const problem of item.fact.problems.filter((found) => found.problem === kind)) {
					const { line } = problem.range.start;
					const loader = harmed(problem, item.fact.problems, loaders);
					if (loader === undefined || lines.has(line)) continue;
					lines.add(line);
					const gaveUp = problem.rejectedBy.includes(loader) && messageId !== 'mark' && messageId !== 'open';
					yield {
						messageId: gaveUp ? 'rejected' : messageId,
						data: { loader: dialects[loader].title },
						uri: item.file.uri,
						range: firstLine(problem.range),
					};
				}
			}
			yield* differences(item, loaders, lines);
		}
	},
	fix({ uri, range, messageId }) {
		if (messageId !== 'mark' && messageId !== 'swallowed') return Promise.resolve([]);
		const title = messageId === 'mark' ? 'Remove the byte order mark' : 'Remove the blank';
		return Promise.resolve([{ title, safety: 'safe', edits: [{ uri, range, newText: '' }] }]);
	},
});

/** Paths of the files that a Compose service loads, and of the `.env` beside a Compose file. */
function composedFiles({ index }: RuleContext): ReadonlySet<string> {
	const uses = [...index.facts('env-file-use')];
	return new Set(
		uses.flatMap(({ file, fact }) =>
			[fact.path, '.env'].flatMap((path) => joinPath(directoryOf(file.path), path) ?? []),
		),
	);
}

function loadersOf(
	{ index }: RuleContext,
	{ file }: IndexedFact<'env-file'>,
	composed: ReadonlySet<string>,
): readonly DotenvDialect[] {
	const own = frameworksOf(index, file.path)
		.slice(0, 1)
		.flatMap((framework) => loaderDialect(framework) ?? []);
	return [...new Set<DotenvDialect>([...own, ...(composed.has(file.path) ? (['compose'] as const) : [])])];
}

/** Loaders of three languages; what all of them stumble over is wrong whoever loads it. */
const common: readonly DotenvDialect[] = ['node-dotenv', 'python-dotenv', 'compose'];

/** The loader that the problem harms; a key without `=` harms only where the line is dropped. */
function harmed(
	problem: Problem,
	all: readonly Problem[],
	loaders: readonly DotenvDialect[],
): DotenvDialect | undefined {
	const isHarmed = (dialect: DotenvDialect): boolean =>
		problem.dialects.includes(dialect) &&
		(problem.problem !== 'no-equals' ||
			problem.rejectedBy.includes(dialect) ||
			all.some(
				(other) =>
					other.problem === 'dropped-line' &&
					other.range.start.line === problem.range.start.line &&
					other.dialects.includes(dialect),
			));
	if (loaders.length > 0) return loaders.find(isHarmed);
	return common.every(isHarmed) ? common[0] : undefined;
}

const firstLine = ({ start, end }: Report['range']): Report['range'] =>
	start.line === end.line ? { start, end } : { start, end: start };

function* differences(
	{ file, fact }: IndexedFact<'env-file'>,
	loaders: readonly DotenvDialect[],
	reported: ReadonlySet<number>,
): Generator<Report> {
	for (const { name, range, groups } of fact.readings) {
		if (reported.has(range.start.line)) continue;
		const [one, ...others] = loaders.filter((dialect) => groups[dialect] !== undefined);
		const other = others.find((dialect) => one !== undefined && groups[dialect] !== groups[one]);
		if (one === undefined || other === undefined) continue;
		yield {
			messageId: 'differs',
			data: { name, one: dialects[one].title, other: dialects[other].title },
			uri: file.uri,
			range,
			severity: 'information',
		};
	}
}
