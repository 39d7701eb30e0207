import { distance } from 'fastest-levenshtein';
import { isPlatformName } from '../../env/platformNames';
import { relevantVariables, namesOf } from '../../env/documented';
import type { EnvDefinitionFact } from '../../facts/envDefinition';
import type { FileFacts } from '../../facts/model';
import { envFilesOf } from '../../index/envFiles';
import { envReadKinds, resolveEnvReads } from '../../index/envReads';
import { packagesOf } from '../../index/packages';
import { isVariableOf } from '../../index/services';
import { defineRule, type Report, type RuleContext } from '../rule';

export const misspelledVariable = defineRule({
	id: 'env/misspelled',
	scope: 'workspace',
	severity: 'warning',
	reads: ['env-definition', 'env-file', ...envReadKinds, 'env-mention', 'manifest', 'git-ignore'],
	docs: {
		what: 'A key of an env file that nothing reads is one or two letters from a variable that is documented or read.',
		why: 'The service never sees the value and runs with its default.',
		fix: 'Use the right name. The quick fix replaces it.',
		bad: [{ 'render-daemon/.env': '‹RENDER_PER_BUGET_MB›=512\n' }],
		good: [{ 'render-daemon/.env': 'RENDER_PER_BUDGET_MB=512\n' }],
	},
	messages: {
		documented: '`{name}` is not documented; `{meant}` is. The value is never read under this name. Use `{meant}`.',
		read: 'Nothing reads `{name}`, but `{meant}` is read and missing here. Use `{meant}`.',
	},
	*detect(context) {
		const used = usedNames(context);
		const documented = [...relevantVariables(context)];
		const known = new Set(documented.flatMap(({ variable }) => namesOf(variable)));
		for (const { file, fact } of context.index.facts('env-definition')) {
			const { name } = fact;
			if (fact.commented === true || fact.role === 'image' || fact.role === 'settings') continue;
			if (known.has(name) || used.reads.has(name) || isPlatformName(name)) continue;
			const target = only(
				documented.filter(
					({ catalog, variable }) =>
						isNear(name, variable.name) &&
						isVariableOf(context.index, catalog, { ...variable, generic: true }, file, fact),
				),
			);
			if (target !== undefined) {
				yield { ...reportOf(file, fact, 'documented', target.variable.name), entry: target.entry };
				continue;
			}
			if (fact.role === 'example' || used.mentions.has(name)) continue;
			const inFile = new Set(file.facts.flatMap((item) => (item.kind === 'env-definition' ? item.name : [])));
			const meant = only(
				[...(used.byPackage.get(homeOf(context, file.path)) ?? [])].filter(
					(item) => !inFile.has(item) && isNear(name, item),
				),
			);
			const isKnownKey = envFilesOf(context.index).documentation(file.path, name) !== undefined;
			if (meant !== undefined && !isKnownKey) {
				yield { ...reportOf(file, fact, 'read', meant), severity: 'information', confidence: 'inferred' };
			}
		}
	},
	fix({ data, uri, range, messageId }) {
		const newText = String(data['meant']);
		const safety = messageId === 'documented' ? 'safe' : 'suggestion';
		return Promise.resolve([{ title: `Change to \`${newText}\``, safety, edits: [{ uri, range, newText }] }]);
	},
});

const reportOf = (file: FileFacts, { name, range }: EnvDefinitionFact, messageId: string, meant: string): Report => ({
	messageId,
	data: { name, meant },
	uri: file.uri,
	range,
});

const only = <T>(items: readonly T[]): T | undefined => (items.length === 1 ? items[0] : undefined);

const homeOf = ({ index }: RuleContext, path: string): string => packagesOf(index).of(path)?.directory ?? '';

interface UsedNames {
	readonly reads: ReadonlySet<string>;
	/** Every word that may be a variable in use. */
	readonly mentions: ReadonlySet<string>;
	/** The variables that the code of a package reads. */
	readonly byPackage: ReadonlyMap<string, ReadonlySet<string>>;
}

function usedNames(context: RuleContext): UsedNames {
	const reads = new Set<string>();
	const mentions = new Set<string>();
	const byPackage = new Map<string, Set<string>>();
	for (const { file, fact } of resolveEnvReads(context.index)) {
		if (fact.dynamic !== undefined) continue;
		reads.add(fact.name);
		const home = homeOf(context, file.path);
		byPackage.set(home, (byPackage.get(home) ?? new Set()).add(fact.name));
	}
	for (const { file, fact } of context.index.facts('env-mention')) {
		// The manifest that sets the key mentions it too.
		if (file.facts.some(({ kind }) => kind === 'env-definition')) continue;
		for (const name of fact.names) mentions.add(name);
	}
	return { reads, mentions, byPackage };
}

/** One slip in a name of eight letters, two in a long one. A plural or another number is another name. */
function isNear(name: string, other: string): boolean {
	const limit = other.length >= 14 ? 2 : other.length >= 8 ? 1 : 0;
	if (limit === 0 || Math.abs(name.length - other.length) > limit || name === other) return false;
	if (name.toLowerCase() === other.toLowerCase()) return false;
	const plain = (text: string): string => text.replace(/\d+/g, '#').replace(/S(?=_|$)/gi, '');
	return plain(name) !== plain(other) && sameParts(name, other) && distance(name, other) <= limit;
}

/** `DB_HOST` and `DB_PORT` differ in a word; a slip leaves the words' number and most of their letters as they are. */
function sameParts(name: string, other: string): boolean {
	const [parts, others] = [name.split('_'), other.split('_')];
	if (parts.length !== others.length) return name.replaceAll('_', '') === other.replaceAll('_', '') || name.length > 12;
	return parts.every((part, index) => {
		const same = others[index] ?? '';
		return (
			part === same || (Math.min(part.length, same.length) >= 4 && distance(part, same) <= 2 && part[0] === same[0])
		);
	});
}
