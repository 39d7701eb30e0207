import { insertKey } from '../../env/insertKey';
import { isPlatformName } from '../../env/platformNames';
import { isTestPath } from '../../env/paths';
import { factsOf } from '../../facts/model';
import { envFilesOf, type EnvFileEntry } from '../../index/envFiles';
import { envReadKinds, resolveEnvReads } from '../../index/envReads';
import { isBelow } from '../../index/packages';
import { defineRule, type RuleContext } from '../rule';

export const missingFromEnv = defineRule({
	id: 'env/missing-from-env',
	scope: 'workspace',
	severity: 'information',
	reads: ['env-definition', 'env-file', ...envReadKinds, 'manifest', 'git-ignore', 'env-load'],
	docs: {
		what: 'The local env file lacks keys of the example beside it that the code reads without a default.',
		why: 'Somebody added a variable, and this working copy has not followed.',
		fix: 'Add the keys. The quick fix copies them from the example.',
		notWhen: 'The shell or a secret manager sets them.',
		bad: [
			{
				'.env': '‹PORT›=3000\n',
				'.env.example': 'PORT=3000\nAPI_URL=http://localhost\n',
				'src/a.ts': 'fetch(`${process.env.API_URL}/x`);\n',
			},
		],
		good: [
			{
				'.env': 'PORT=3000\n',
				'.env.example': 'PORT=3000\nAPI_URL=http://localhost\n',
				'src/a.ts': "fetch(process.env.API_URL ?? 'http://localhost');\n",
			},
		],
	},
	messages: {
		missing: '{names} of `{example}` {are} not set here, and the code has no default. Add {them}.',
	},
	*detect(context) {
		const needed = neededNames(context);
		for (const example of envFilesOf(context.index).all) {
			if (example.role !== 'example' || isTestPath(example.file.path)) continue;
			const local = localFiles(context, example);
			const [target] = local;
			const [first] = target?.definitions ?? [];
			if (target === undefined || first === undefined) continue;
			const known = new Set(local.flatMap(({ definitions }) => definitions.map(({ name }) => name)));
			const absent = example.definitions.filter(
				({ name, commented }) =>
					commented !== true &&
					!known.has(name) &&
					!isPlatformName(name) &&
					needed.some((read) => read.name === name && isBelow(read.path, example.directory)),
			);
			if (absent.length === 0) continue;
			const several = absent.length > 1;
			yield {
				messageId: 'missing',
				data: {
					names: listed(absent.map(({ name }) => name)),
					keys: absent.map(({ name }) => name).join(' '),
					example: example.file.path.slice(example.file.path.lastIndexOf('/') + 1),
					are: several ? 'are' : 'is',
					them: several ? 'them' : 'it',
				},
				uri: target.file.uri,
				range: first.range,
				related: absent.map(({ name, range }) => ({
					uri: example.file.uri,
					range,
					message: `\`${name}\` is documented here.`,
				})),
			};
		}
	},
	async fix({ data, uri, related }, { index, document }) {
		const text = await document(uri);
		const file = index.file(uri);
		const example = related.map((place) => index.file(place.uri)).find((item) => item !== undefined);
		if (text === undefined || file === undefined || example === undefined) return [];
		const own = factsOf(file, 'env-definition');
		const edits = String(data['keys'])
			.split(' ')
			.map((name) => {
				const documented = factsOf(example, 'env-definition').find((item) => item.name === name);
				return insertKey(text, own, { name, value: documented?.value.literal ?? '' });
			});
		return [{ title: `Add ${String(data['names'])}`, safety: 'suggestion', edits }];
	},
});

/** What code needs: it reads the variable somewhere without a default, and nowhere asks whether it is there. */
function neededNames({ index }: RuleContext): { name: string; path: string }[] {
	const reads = resolveEnvReads(index).filter(
		({ file, fact }) => fact.source === 'code' && fact.dynamic === undefined && !isTestPath(file.path),
	);
	const optional = new Set(
		reads
			.filter(({ fact }) => fact.presence === 'defaulted' || fact.presence === 'guarded')
			.map(({ fact }) => fact.name),
	);
	return reads
		.filter(({ fact }) => fact.presence === 'assumes' && !optional.has(fact.name))
		.map(({ file, fact }) => ({ name: fact.name, path: file.path }));
}

/** The files of one working copy: `.env`, then `.env.local`. */
const localFiles = ({ index }: RuleContext, { directory }: EnvFileEntry): readonly EnvFileEntry[] =>
	envFilesOf(index)
		.in(directory)
		.filter(({ role, documents }) => (role === 'base' || role === 'local') && !documents)
		.sort((a, b) => Number(a.role === 'local') - Number(b.role === 'local'));

function listed(names: readonly string[]): string {
	const shown = names.slice(0, 3).map((name) => `\`${name}\``);
	return names.length > 3 ? `${shown.join(', ')} and ${names.length - 3} more` : shown.join(' and ');
}
