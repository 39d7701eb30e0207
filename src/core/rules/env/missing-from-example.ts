import { documentedVariables } from '../../env/documented';
import { gapFacts, gapsOf, type Gap } from '../../env/gaps';
import { insertKey } from '../../env/insertKey';
import { isSecret } from '../../facts/definitions/secrets';
import { factsOf } from '../../facts/model';
import { fileNameOf } from '../../index/packages';
import { defineRule, type FixContext, type Finding, type Report, type RuleContext } from '../rule';

export const missingFromExample = defineRule({
	id: 'env/missing-from-example',
	scope: 'workspace',
	severity: 'warning',
	reads: gapFacts,
	docs: {
		what: 'Code reads a variable that the example env file above it does not name: a warning where the code goes wrong without it, an information where nothing is said.',
		why: 'Whoever sets the service up from the example starts it without the value.',
		fix: 'Name the variable in the example, with what it is for. The quick fix adds it beside its kin, in the style of the file.',
		notWhen: 'The host or the runtime gives the variable: ignore the finding with a reason that says so.',
		bad: [
			{
				'src/db.ts': 'const url = new URL(process.env.‹DATABASE_URL›!);\n',
				'.env.example': 'PORT=3000\n',
			},
			{
				'app/config.py': 'import os\nkey = os.environ["‹API_KEY›"]\n',
				'.env.example': 'PORT=3000\n',
			},
		],
		good: [
			{ 'src/db.ts': 'const url = new URL(process.env.DATABASE_URL!);\n', '.env.example': '# DATABASE_URL=\n' },
			{ 'src/db.ts': "const size = process.env.POOL_SIZE ?? '10';\n", '.env.example': 'PORT=3000\n' },
		],
	},
	messages: {
		assumes: 'The code needs `{name}`, but `{example}` does not name it. Add it there.',
		plain: 'The code reads `{name}`, but `{example}` does not name it. Add it there if it must be set.',
	},
	*detect(context) {
		for (const gap of gapsOf(context)) {
			if (gap.need !== 'optional') yield gapReport(context, gap, gap.need);
		}
	},
	fix: (finding, context) => addToExample(finding, context, finding.messageId === 'assumes' ? 'safe' : 'suggestion'),
});

/** One report for a variable, at the read that needs it most; the others are related. */
export function gapReport(context: RuleContext, { name, governing, reads }: Gap, messageId: string): Report {
	const [{ file, fact }, ...others] = reads;
	const [documented] = documentedVariables(context, name, file);
	return {
		messageId,
		data: { name, example: governing.file.path, file: fileNameOf(governing.file) },
		uri: file.uri,
		range: fact.range,
		...(messageId === 'assumes' ? {} : { severity: 'information', confidence: 'inferred' }),
		related: [
			...others
				.slice(0, 5)
				.map((read) => ({ uri: read.file.uri, range: read.fact.range, message: `\`${name}\` is read here, too.` })),
			{ uri: governing.file.uri, range: governing.fact.range, message: 'It belongs in this file.' },
		],
		...(documented === undefined ? {} : { entry: documented.entry }),
	};
}

/** Puts the key into the governing file, with what catalogue and code know of it. */
export async function addToExample({ data, uri, range }: Finding, context: FixContext, safety: 'safe' | 'suggestion') {
	const name = String(data['name']);
	const target = [...context.index.facts('env-file')].find(({ file }) => file.path === data['example'])?.file;
	const file = context.index.file(uri);
	const text = target === undefined ? undefined : await context.document(target.uri);
	if (target === undefined || file === undefined || text === undefined) return [];
	const [documented] = documentedVariables(context, name, file);
	const read = factsOf(file, 'env-read').find(
		(fact) => fact.range.start.line === range.start.line && fact.name === name,
	);
	const standard = isSecret(context.catalogs, name) ? undefined : (documented?.variable.default ?? read?.default);
	const edit = insertKey(text, factsOf(target, 'env-definition'), {
		name,
		value: standard === undefined ? '' : String(standard),
		comment: documented?.variable.summary,
	});
	return [{ title: `Add \`${name}\` to \`${fileNameOf(target)}\``, safety, edits: [edit] }];
}
