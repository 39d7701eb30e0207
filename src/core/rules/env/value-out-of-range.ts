import { limitOfComment } from '../../env/commentLimits';
import { documentedVariables } from '../../env/documented';
import { withQuotes } from '../../env/lines';
import { isTestPath } from '../../env/paths';
import { violation, type Limits } from '../../env/limits';
import type { EnvDefinitionFact } from '../../facts/envDefinition';
import { factsOf, type FileFacts } from '../../facts/model';
import { envFilesOf } from '../../index/envFiles';
import { defineRule, type Report, type RuleContext } from '../rule';

export const valueOutOfRange = defineRule({
	id: 'env/value-out-of-range',
	scope: 'workspace',
	severity: 'warning',
	reads: ['env-definition', 'env-file', 'manifest', 'git-ignore'],
	docs: {
		what: 'A value breaks the documented type, range, list of words or pattern of its variable, or is larger than the variable that bounds it.',
		why: 'The service refuses to start, or runs with a limit that makes every request fail.',
		fix: 'Use a value inside the documented limits. The quick fix sets the documented default, or the nearest limit.',
		notWhen: 'The document is out of date: change the catalogue, or the comment in the example file.',
		bad: [
			{ 'controller/.env': 'WORKER_STALE_THRESHOLD_MULTIPLIER=‹1›\n' },
			{
				'docker-compose.yml':
					'services:\n  controller:\n    environment:\n      DEFAULT_SNAPSHOT_RETENTION_DAYS: ‹"0"›\n',
			},
			{ '.env': 'LEVEL=‹loud›\n', '.env.example': '# One of: debug, info, warn\nLEVEL=info\n' },
		],
		good: [{ 'controller/.env': 'WORKER_STALE_THRESHOLD_MULTIPLIER=3\n' }],
	},
	messages: {
		limit: '`{name}` is `{value}`, but must be {expected}. Use `{better}`.',
		open: '`{name}` is `{value}`, but must be {expected}.',
		hidden: 'The value of `{name}` is not {expected}, as documented.',
		relation: '`{name}` is `{value}`, more than `{other}` (`{bound}`) allows. Lower it to `{better}` at most.',
	},
	*detect(context) {
		const { index } = context;
		for (const { file, fact } of index.facts('env-definition')) {
			if (fact.commented === true || fact.role === 'settings') continue;
			const documented = documentedVariables(context, fact.name, file, fact);
			for (const { catalog, variable, entry } of documented) {
				if (variable.secret === true) continue;
				const report = broken(file, fact, variable) ?? aboveBound(file, fact, catalog.variables ?? [], variable.atMost);
				if (report === undefined) continue;
				yield { ...report, entry };
				break;
			}
			if (documented.length === 0) yield* commented(context, file, fact);
		}
	},
	fix({ data, uri, range }, { index }) {
		const better = data['better'];
		const file = index.file(uri);
		const fact =
			file === undefined
				? undefined
				: factsOf(file, 'env-definition').find(({ value }) => same(withQuotes(value), range));
		if (better === undefined || fact === undefined) return Promise.resolve([]);
		return Promise.resolve([
			{
				title: `Set to \`${better}\``,
				safety: 'suggestion',
				edits: [{ uri, range: fact.value.range, newText: String(better) }],
			},
		]);
	},
});

const same = (a: Report['range'], b: Report['range']): boolean =>
	a.start.line === b.start.line && a.start.character === b.start.character && a.end.character === b.end.character;

function broken(file: FileFacts, fact: EnvDefinitionFact, limits: Limits): Report | undefined {
	const { name, value, role } = fact;
	const at = { uri: file.uri, range: withQuotes(value) };
	if (value.literal === undefined) {
		const isNumber = limits.type === 'integer' || limits.type === 'number' || limits.type === 'port';
		if (!isNumber || value.shape !== 'text') return undefined;
		return { messageId: 'hidden', data: { name, expected: 'a number' }, ...at };
	}
	if (role === 'example' && value.shape === 'word' && limits.type !== 'enum') return undefined;
	const found = violation(value.literal, limits);
	if (found === undefined) return undefined;
	const { expected, better } = found;
	const data = { name, value: value.literal, expected, ...(better === undefined ? {} : { better }) };
	return { messageId: better === undefined ? 'open' : 'limit', data, ...at };
}

/** `RENDER_PER_BUDGET_MB` may not exceed `RENDER_STORE_BUDGET_MB` of the same file and service. */
function aboveBound(
	file: FileFacts,
	fact: EnvDefinitionFact,
	variables: readonly (Limits & { readonly name: string; readonly aliases?: readonly string[] | undefined })[],
	atMost: string | undefined,
): Report | undefined {
	const bounding = variables.find((item) => item.name === atMost);
	if (bounding === undefined || fact.value.literal === undefined) return undefined;
	const names = [bounding.name, ...(bounding.aliases ?? [])];
	const other = factsOf(file, 'env-definition').findLast(
		(item) => names.includes(item.name) && item.service === fact.service && item.commented !== true,
	);
	const bound = other === undefined ? bounding.default : other.value.literal;
	if (bound === undefined || !(Number(fact.value.literal) > Number(bound))) return undefined;
	return {
		messageId: 'relation',
		data: {
			name: fact.name,
			value: fact.value.literal,
			other: bounding.name,
			bound: String(bound),
			better: String(bound),
		},
		uri: file.uri,
		range: withQuotes(fact.value),
		...(other === undefined
			? {}
			: { related: [{ uri: file.uri, range: other.range, message: `\`${other.name}\` is set here.` }] }),
	};
}

/** Everyone invents environments that the example does not list. */
const environmentName = /(?:^|_)(?:ENV|ENVIRONMENT|STAGE)$/;

/** What the example's own comment says: a reading, so no more than an information. */
function* commented({ index }: RuleContext, file: FileFacts, fact: EnvDefinitionFact): Generator<Report> {
	if (fact.role === 'example' || fact.value.literal === undefined || environmentName.test(fact.name)) return;
	if (isTestPath(file.path)) return;
	const documentation = envFilesOf(index).documentation(file.path, fact.name);
	const limits = documentation === undefined ? undefined : limitOfComment(documentation.definition);
	const report = limits === undefined ? undefined : broken(file, fact, limits);
	if (report === undefined || documentation === undefined) return;
	yield {
		...report,
		severity: 'information',
		confidence: 'inferred',
		related: [
			{
				uri: documentation.entry.file.uri,
				range: documentation.definition.range,
				message: `\`${fact.name}\` is documented here.`,
			},
		],
	};
}
