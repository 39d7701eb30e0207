import { namesOf, relevantVariables, type Documented } from '../../env/documented';
import { isSet } from '../../env/lines';
import type { Digest } from '../../facts/definitions/digest';
import { factsOf } from '../../facts/model';
import { servicesAt } from '../../index/services';
import type { IndexedFact } from '../../index/workspaceIndex';
import { defineRule, type RuleContext } from '../rule';

export const mustMatch = defineRule({
	id: 'env/must-match',
	scope: 'workspace',
	severity: 'warning',
	reads: ['env-definition', 'env-file', 'manifest'],
	docs: {
		what: 'A secret that services share has different values in their env files or Compose services.',
		why: 'One service signs or sends what the other one refuses: 401 between services, heartbeats that fail.',
		fix: 'Use the same value in every service. The quick fix copies it from the services that agree, without showing it.',
		bad: [
			{
				'worker/.env': '‹SCAIBUNKER_WORKER_TOKEN›=one\n',
				'controller/.env': 'SCAIBUNKER_WORKER_TOKEN=two\n',
				'storage-proxy/.env': 'SCAIBUNKER_WORKER_TOKEN=two\n',
			},
		],
		good: [
			{
				'worker/.env': 'SCAIBUNKER_WORKER_TOKEN=two\n',
				'controller/.env': 'SCAIBUNKER_WORKER_TOKEN="two"\n',
			},
		],
	},
	messages: {
		differs: '`{name}` differs from the one of {others}, which refuses its requests. Use the same value in both.',
	},
	*detect(context) {
		for (const documented of relevantVariables(context)) {
			if (documented.variable.mustMatch !== true) continue;
			for (const settings of byEnvironment(context, documented)) yield* compare(settings, documented);
		}
	},
	async fix({ uri, range, data }, { index, document }) {
		const file = index.file(uri);
		const fact = factsOf(file ?? { facts: [] }, 'env-definition').find(
			(item) => item.range.start.line === range.start.line && item.name === data['name'],
		);
		const source = [...index.facts('env-definition')].find(
			(item) => item.file.path === data['from'] && item.fact.name === data['fromName'],
		);
		const text = source === undefined ? undefined : await document(source.file.uri);
		if (fact === undefined || source === undefined || text === undefined) return [];
		const { value } = source.fact;
		const newText = text.text.slice(text.offsetAt(value.range.start), text.offsetAt(value.range.end));
		if (value.quote !== fact.value.quote && !/^[\w+/=.:-]*$/.test(newText)) return [];
		return [
			{
				title: `Copy the value from \`${source.file.path}\``,
				safety: 'suggestion',
				confidential: true,
				edits: [{ uri, range: fact.value.range, newText }],
			},
		];
	},
});

interface Setting extends IndexedFact<'env-definition'> {
	readonly service: string;
	readonly digest: Digest;
}

/** The settings that run together: those of `.env.production` are not compared with those of `.env`. */
function byEnvironment({ index }: RuleContext, { catalog, variable }: Documented): Iterable<readonly Setting[]> {
	const names = namesOf(variable);
	const environments = new Map<string, Map<string, Setting>>();
	for (const { file, fact } of index.facts('env-definition')) {
		if (!names.includes(fact.name) || !isSet(fact) || fact.value.digest === undefined) continue;
		if (fact.role !== 'base' && fact.role !== 'local' && fact.role !== 'mode' && fact.role !== 'compose') continue;
		const compose = fact.role === 'compose' ? fact.service : undefined;
		for (const service of servicesAt(index, catalog, file, compose)) {
			if (variable.services?.includes(service) !== true) continue;
			const environment = environments.get(fact.mode ?? '') ?? new Map<string, Setting>();
			environments.set(fact.mode ?? '', environment);
			// Of `.env` and `.env.local` in one folder the local one counts.
			if (fact.role === 'base' && environment.get(service)?.fact.role === 'local') continue;
			environment.set(service, { file, fact, service, digest: fact.value.digest });
		}
	}
	return [...environments.values()].map((environment) => [...environment.values()]);
}

function* compare(settings: readonly Setting[], { entry }: Documented) {
	const agreeing = settings.map((one) => settings.filter((other) => other.digest.equals(one.digest)));
	const most = agreeing.reduce<readonly Setting[]>((best, group) => (group.length > best.length ? group : best), []);
	const [model] = most;
	if (model === undefined || most.length === settings.length) return;
	for (const { file, fact } of settings.filter((setting) => !most.includes(setting))) {
		yield {
			messageId: 'differs',
			data: {
				name: fact.name,
				others: most.map(({ service }) => service).join(' and '),
				from: model.file.path,
				fromName: model.fact.name,
			},
			uri: file.uri,
			range: fact.range,
			related: most.map((other) => ({
				uri: other.file.uri,
				range: other.fact.range,
				message: `The value of ${other.service} is set here.`,
			})),
			entry,
		};
	}
}
