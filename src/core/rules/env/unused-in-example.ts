import { isImplicit } from '../../env/implicitReaders';
import { isTestPath } from '../../env/paths';
import { isPlatformName } from '../../env/platformNames';
import { envFilesOf } from '../../index/envFiles';
import { envReadKinds, resolveEnvReads } from '../../index/envReads';
import { defineRule, type RuleContext } from '../rule';

export const unusedInExample = defineRule({
	id: 'env/unused-in-example',
	scope: 'workspace',
	severity: 'hint',
	reads: [
		'env-definition',
		'env-file',
		'env-file-use',
		...envReadKinds,
		'env-mention',
		'manifest',
		'git-ignore',
		'env-load',
	],
	docs: {
		what: 'An example env file names a variable that nothing in the workspace reads or mentions.',
		why: 'People go on setting a value that has no effect.',
		fix: 'Remove the key, or the code that should read it is missing. The quick fix removes the line.',
		notWhen: 'A program outside of the workspace reads it.',
		bad: [{ '.env.example': 'PORT=3000\n‹LEGACY_CACHE_HOST›=\n', 'src/a.ts': 'listen(process.env.PORT);\n' }],
		good: [{ '.env.example': 'PORT=3000\n# LEGACY_CACHE_HOST=\n', 'src/a.ts': 'listen(process.env.PORT);\n' }],
	},
	messages: {
		unused: 'Nothing in the workspace reads `{name}`. Remove it if it is a leftover.',
	},
	*detect(context) {
		const { index } = context;
		const used = usedNames(context);
		const dynamic = resolveEnvReads(index).flatMap(({ fact }) =>
			fact.dynamic === undefined ? [] : [{ prefix: fact.name, suffix: fact.dynamic.suffix }],
		);
		for (const { file, role, definitions } of envFilesOf(index).all) {
			if (role !== 'example' || isTestPath(file.path)) continue;
			for (const { name, range, commented } of definitions) {
				if (commented === true || used.has(name.toUpperCase()) || !/^[A-Z][A-Z0-9]*_[A-Z0-9_]+$/.test(name)) continue;
				if (isPlatformName(name) || isImplicit(index, file.path, name)) continue;
				if (dynamic.some(({ prefix, suffix }) => name.startsWith(prefix) && name.endsWith(suffix))) continue;
				yield { messageId: 'unused', data: { name }, uri: file.uri, range, confidence: 'inferred' };
			}
		}
	},
});

/** Every name that is read, referenced by another key, or spelled out somewhere in code or infrastructure. */
function usedNames({ index }: RuleContext): ReadonlySet<string> {
	const used = new Set<string>();
	for (const { fact } of resolveEnvReads(index)) if (fact.dynamic === undefined) used.add(fact.name.toUpperCase());
	for (const { fact } of index.facts('env-mention')) for (const name of fact.names) used.add(name);
	for (const { fact } of index.facts('env-definition')) for (const name of fact.value.references ?? []) used.add(name);
	return used;
}
