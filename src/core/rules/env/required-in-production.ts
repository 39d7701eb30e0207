import { namesOf, relevantVariables, type Documented } from '../../env/documented';
import { insertLines, isSet } from '../../env/lines';
import type { EnvDefinitionFact } from '../../facts/envDefinition';
import { factsOf, type FileFacts } from '../../facts/model';
import { foldersOfService, servicesAt } from '../../index/services';
import { joinPath } from '../../index/packages';
import { directoryOf } from '../../facts/manifest';
import { defineRule, type RuleContext } from '../rule';

export const requiredInProduction = defineRule({
	id: 'env/required-in-production',
	scope: 'workspace',
	severity: 'warning',
	reads: ['env-definition', 'env-file', 'env-file-use', 'manifest'],
	docs: {
		what: 'A production env file or Compose service lacks a variable that its document demands in production.',
		why: 'The service runs open to everyone, or refuses to start, only where it matters.',
		fix: 'Set the variable. The quick fix adds the key to an env file; the value is yours to fill in.',
		notWhen: 'The host injects the variable: ignore the finding with a reason that says so.',
		bad: [{ 'render-daemon/.env.production': '‹NODE_ENV›=production\nPORT=8080\n' }],
		good: [{ 'render-daemon/.env.production': 'NODE_ENV=production\nAUTH_TOKEN=3f9a…\n' }],
	},
	messages: {
		missing: '`{name}` is not set here, but {service} needs it in production. Set it.',
	},
	*detect(context) {
		const required = [...relevantVariables(context)].filter(({ variable }) => variable.required !== undefined);
		for (const { file, service, facts } of productionPlaces(context)) {
			const [first] = facts;
			if (first === undefined) continue;
			for (const documented of required) {
				const owner = ownerOf(context, documented, file, service);
				if (owner === undefined) continue;
				const names = namesOf(documented.variable);
				const present = facts.find((fact) => names.includes(fact.name) && fact.commented !== true);
				if (present !== undefined && present.value.shape !== 'empty') continue;
				yield {
					messageId: 'missing',
					data: { name: documented.variable.name, service: owner },
					uri: file.uri,
					range: (present ?? facts.find(saysProduction) ?? first).range,
					entry: documented.entry,
				};
			}
		}
	},
	async fix({ data, uri, range }, { document, index }) {
		const text = await document(uri);
		const file = index.file(uri);
		const name = String(data['name']);
		const keys = factsOf(file ?? { facts: [] }, 'env-definition');
		if (text === undefined || keys.some((fact) => fact.name === name || fact.role === 'compose')) return [];
		return [
			{
				title: `Add \`${name}\` for you to fill in`,
				safety: 'suggestion',
				edits: [insertLines(text, range.start.line, [`${name}=`])],
			},
		];
	},
});

interface Place {
	readonly file: FileFacts;
	/** The compose service; absent for an env file. */
	readonly service?: string;
	readonly facts: readonly EnvDefinitionFact[];
}

const saysProduction = ({ name, value }: EnvDefinitionFact): boolean =>
	/^(?:NODE_ENV|APP_ENV|ENV|ENVIRONMENT|RAILS_ENV|FLASK_ENV)$/.test(name) &&
	/^prod(?:uction)?$/.test(value.literal ?? '');

function* productionPlaces({ index }: RuleContext): Generator<Place> {
	for (const { file, fact } of index.facts('env-file')) {
		if (fact.role === 'example') continue;
		const facts = factsOf(file, 'env-definition');
		const set = facts.filter((item) => item.commented !== true);
		if (/^prod(?:uction)?$/.test(fact.mode ?? '') || set.some(saysProduction)) yield { file, facts: set };
	}
	for (const file of index.files()) {
		const composed = factsOf(file, 'env-definition').filter(({ role }) => role === 'compose');
		for (const service of new Set(composed.filter(saysProduction).flatMap((fact) => fact.service ?? []))) {
			const uses = factsOf(file, 'env-file-use').filter((use) => use.service === service);
			const used = uses.map((use) => fileAt(index.files(), joinPath(directoryOf(file.path), use.path)));
			// An env file that isn't here may hold the variable.
			if (used.some((item) => item === undefined)) continue;
			const own = composed.filter((fact) => fact.service === service);
			yield {
				file,
				service,
				facts: [...own, ...used.flatMap((item) => factsOf(item ?? { facts: [] }, 'env-definition'))],
			};
		}
	}
}

function fileAt(files: Iterable<FileFacts>, path: string | undefined): FileFacts | undefined {
	for (const file of files) if (file.path === path) return file;
	return undefined;
}

/** The service of the variable that the place belongs to; undefined when it is another's, or nobody can tell. */
function ownerOf(
	{ index }: RuleContext,
	{ catalog, variable }: Documented,
	file: FileFacts,
	composeService: string | undefined,
): string | undefined {
	const here = servicesAt(index, catalog, file, composeService).find((id) => variable.services?.includes(id) === true);
	if (here !== undefined || composeService !== undefined) return here;
	const [only, ...others] = variable.services ?? [];
	const isAlone = (catalog.services ?? []).every(({ id }) => foldersOfService(index, catalog, id).length === 0);
	const knows = factsOf(file, 'env-definition').filter(
		(fact) => isSet(fact) && (catalog.variables ?? []).some(({ name }) => name === fact.name),
	);
	return isAlone && others.length === 0 && knows.length > 2 ? only : undefined;
}
