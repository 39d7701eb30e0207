import { dialects, loaderDialect, type DotenvDialect, type DotenvProblemKind } from '../../dotenv';
import { isTestPath } from '../../env/paths';
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
			{ '.env': '‹KEY="open›\n', 'pyproject.toml': '[project]\nname = "a"\n' },
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
			if (isTestPath(item.file.path)) continue;
			const loaders = loadersOf(context, item, composed);
			const lines = new Set<number>();
			for (const problems of byLine(item.fact.problems)) {
				const found = worst(problems, loaders);
				if (found === undefined) continue;
				const { loader, problem, messageId } = found;
				lines.add(problem.range.start.line);
				const exact = messageId === 'mark' || messageId === 'swallowed';
				yield {
					messageId,
					data: { loader: dialects[loader].title },
					uri: item.file.uri,
					range: exact ? problem.range : hull(problems),
				};
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

function byLine(problems: readonly Problem[]): Iterable<readonly Problem[]> {
	const lines = new Map<number, Problem[]>();
	for (const problem of problems) {
		const { line } = problem.range.start;
		lines.set(line, [...(lines.get(line) ?? []), problem]);
	}
	return lines.values();
}

/** Loaders of three languages; what all of them stumble over is wrong whoever loads it. */
const common: readonly DotenvDialect[] = ['node-dotenv', 'python-dotenv', 'compose'];

interface Found {
	readonly loader: DotenvDialect;
	readonly problem: Problem;
	readonly messageId: string;
}

/** What is said of a line: the first loader of the file that it harms, and the worst that this one makes of it. */
function worst(line: readonly Problem[], loaders: readonly DotenvDialect[]): Found | undefined {
	const all = common.map((loader) => harm(line, loader));
	const [found] =
		loaders.length > 0 ? loaders.flatMap((loader) => harm(line, loader) ?? []) : all.includes(undefined) ? [] : all;
	return found;
}

/** A key without `=` harms only where the line is dropped, or the file rejected. */
function harm(line: readonly Problem[], loader: DotenvDialect): Found | undefined {
	const own = line.filter((problem) => problem.dialects.includes(loader));
	const isDropped = own.some((problem) => problem.problem === 'dropped-line' || problem.rejectedBy.includes(loader));
	const fatal = own.find(
		({ problem, rejectedBy }) =>
			rejectedBy.includes(loader) && problem !== 'byte-order-mark' && problem !== 'unterminated-quote',
	);
	if (fatal !== undefined && kinds.some(([kind]) => kind === fatal.problem))
		return { loader, problem: fatal, messageId: 'rejected' };
	for (const [kind, messageId] of kinds) {
		const problem = own.find((item) => item.problem === kind && (kind !== 'no-equals' || isDropped));
		if (problem !== undefined) return { loader, problem, messageId };
	}
	return undefined;
}

/** From the first to the last character on their line that a loader complains of. */
function hull(problems: readonly Problem[]): Report['range'] {
	const onLine = problems.filter(({ range }) => range.end.line === range.start.line).map(({ range }) => range);
	const [first = problems[0]?.range ?? { start: { line: 0, character: 0 }, end: { line: 0, character: 0 } }] = onLine;
	return onLine.reduce(
		(all, { start, end }) => ({
			start: start.character < all.start.character ? start : all.start,
			end: end.character > all.end.character ? end : all.end,
		}),
		onLine.length > 0 ? first : { start: first.start, end: first.start },
	);
}

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
