import { documentedVariables, namesOf } from '../../env/documented';
import { isSet } from '../../env/lines';
import { factsOf } from '../../facts/model';
import type { IndexedFact } from '../../index/workspaceIndex';
import { defineRule, type FixContext } from '../rule';

export const tooShort = defineRule({
	id: 'env/too-short',
	scope: 'workspace',
	severity: 'warning',
	reads: ['env-definition', 'manifest'],
	docs: {
		what: 'A value is shorter than its document demands.',
		why: 'The service refuses to start, or signs with a key that can be guessed.',
		fix: 'Use a longer value. The quick fix writes a generated one into the local env files that hold the variable, the same in each.',
		bad: [{ 'bot-backend/.env': '‹INTERNAL_SERVICE_JWT_SECRET›=short\n' }],
		good: [{ 'bot-backend/.env': 'INTERNAL_SERVICE_JWT_SECRET=7f3a9c4e5d6b8a1f7f3a9c4e5d6b8a1f\n' }],
	},
	messages: {
		short: '`{name}` has {length} characters, but needs at least {minimum}. Use a longer value.',
	},
	*detect(context) {
		for (const { file, fact } of context.index.facts('env-definition')) {
			if (!isSet(fact) || fact.role === 'example' || fact.value.shape === 'reference') continue;
			for (const { variable, entry } of documentedVariables(context, fact.name, file, fact)) {
				const { minLength } = variable;
				if (minLength === undefined || fact.value.length >= minLength) continue;
				yield {
					messageId: 'short',
					data: { name: fact.name, length: fact.value.length, minimum: minLength },
					uri: file.uri,
					range: fact.range,
					entry,
				};
				break;
			}
		}
	},
	fix({ data, uri }, context) {
		const name = String(data['name']);
		const file = context.index.file(uri);
		if (
			file === undefined ||
			!factsOf(file, 'env-definition').some((fact) => fact.name === name && isLocal(fact.role))
		) {
			return Promise.resolve([]);
		}
		const generated = randomHex(Math.max(32, Math.ceil(Number(data['minimum']) / 2)));
		const places = localDefinitions(context, name, file.path);
		const elsewhere = places.length > 1 ? ` in ${places.length} env files` : '';
		return Promise.resolve([
			{
				title: `Generate a new \`${name}\`${elsewhere}`,
				safety: 'suggestion',
				confidential: true,
				edits: places.map((place) => ({ uri: place.file.uri, range: place.fact.value.range, newText: generated })),
			},
		]);
	},
});

const isLocal = (role: string): boolean => role === 'base' || role === 'local';

/** Services that share the variable must go on holding the same value. */
function localDefinitions(context: FixContext, name: string, path: string): IndexedFact<'env-definition'>[] {
	const documented = documentedVariables(context, name, { path });
	const shared = documented.find(({ variable }) => variable.mustMatch === true)?.variable;
	const names = shared === undefined ? [name] : namesOf(shared);
	return [...context.index.facts('env-definition')].filter(
		({ file, fact }) =>
			names.includes(fact.name) && isLocal(fact.role) && isSet(fact) && (shared !== undefined || file.path === path),
	);
}

/** 64 hexadecimal digits and more: letters and digits need no quotes in any dialect. */
function randomHex(bytes: number): string {
	const values = globalThis.crypto.getRandomValues(new Uint8Array(bytes));
	return Array.from(values, (value) => value.toString(16).padStart(2, '0')).join('');
}
