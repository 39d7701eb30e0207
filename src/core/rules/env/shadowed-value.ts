import { precedence, type EnvFramework } from '../../dotenv';
import { isSet } from '../../env/lines';
import { isTestPath } from '../../env/paths';
import type { EnvDefinitionFact } from '../../facts/envDefinition';
import { directoryOf } from '../../facts/manifest';
import { factsOf } from '../../facts/model';
import { envFilesOf, type EnvFileEntry } from '../../index/envFiles';
import { frameworksOf } from '../../index/envFrameworks';
import { fileNameOf, joinPath } from '../../index/packages';
import { defineRule, type Report, type RuleContext } from '../rule';

export const shadowedValue = defineRule({
	id: 'env/shadowed-value',
	scope: 'workspace',
	severity: 'information',
	reads: ['env-definition', 'env-file', 'env-file-use', 'manifest', 'git-ignore', 'env-load'],
	docs: {
		what: 'A key is set in two files, and the one that people expect to win does not: Vite reads `.env.development` before `.env.local`, and Compose prefers `environment` to `env_file`.',
		why: 'Editing the file changes nothing.',
		fix: 'Set the value in the file that wins, or remove it there.',
		bad: [
			{
				'.env.local': '‹VITE_API_URL›=http://localhost:8080\n',
				'.env.development': 'VITE_API_URL=https://dev.example.com\n',
				'package.json': '{ "devDependencies": { "vite": "6" } }',
			},
		],
		good: [
			{
				'.env.local': 'API_URL=http://localhost:8080\n',
				'.env.development': 'API_URL=https://dev.example.com\n',
				'package.json': '{ "dependencies": { "next": "15" } }',
			},
		],
	},
	messages: {
		mode: '`{name}` is not used in {mode}: `{winner}` is read before `{file}`. Set it there.',
		compose: '`{name}` is not used by `{service}`, whose `environment` in `{winner}` sets another value. Set it there.',
	},
	*detect(context) {
		yield* behindMode(context);
		yield* behindCompose(context);
	},
});

/** `.env.local` behind the files of a mode. */
function* behindMode({ index }: RuleContext): Generator<Report> {
	for (const local of envFilesOf(index).all) {
		if (local.role !== 'local') continue;
		const framework = frameworksOf(index, local.file.path)[0];
		if (framework === undefined) continue;
		for (const winner of envFilesOf(index).in(local.directory)) {
			if (winner.role !== 'mode' || !wins(framework, winner, local)) continue;
			for (const { one, other } of pairs(local.definitions, winner.definitions)) {
				const file = fileNameOf(local.file);
				const data = { name: one.name, mode: winner.mode ?? '', winner: fileNameOf(winner.file), file };
				yield reportOf('mode', data, local.file.uri, one, winner.file.uri, other);
			}
		}
	}
}

function wins(framework: EnvFramework, winner: EnvFileEntry, loser: EnvFileEntry): boolean {
	const order = precedence(framework, winner.mode);
	const [first, second] = [order.indexOf(fileNameOf(winner.file)), order.indexOf(fileNameOf(loser.file))];
	return first >= 0 && second > first;
}

/** A file of `env_file` behind the same service's `environment`. */
function* behindCompose({ index }: RuleContext): Generator<Report> {
	const byPath = new Map(envFilesOf(index).all.map((entry) => [entry.file.path, entry]));
	for (const { file, fact } of index.facts('env-file-use')) {
		const used = byPath.get(joinPath(directoryOf(file.path), fact.path) ?? '');
		const own = factsOf(file, 'env-definition').filter(
			(item) => item.role === 'compose' && item.service === fact.service,
		);
		if (used === undefined || used.role === 'example' || isTestPath(file.path)) continue;
		for (const { one, other } of pairs(used.definitions, own)) {
			const data = { name: one.name, service: fact.service, winner: file.path };
			// A host name for use in containers is the usual reason, so this is no more than worth knowing.
			yield { ...reportOf('compose', data, used.file.uri, one, file.uri, other), severity: 'hint' };
		}
	}
}

/** Keys that both set, to different values. */
function pairs(losers: readonly EnvDefinitionFact[], winners: readonly EnvDefinitionFact[]) {
	return losers.filter(isSet).flatMap((one) => {
		const other = winners.findLast((item) => item.name === one.name && isSet(item));
		if (other?.value.digest === undefined || one.value.digest === undefined) return [];
		return other.value.digest.equals(one.value.digest) ? [] : [{ one, other }];
	});
}

const reportOf = (
	messageId: string,
	data: Record<string, string>,
	uri: string,
	{ range }: EnvDefinitionFact,
	winner: string,
	other: EnvDefinitionFact,
): Report => ({
	messageId,
	data,
	uri,
	range,
	related: [{ uri: winner, range: other.range, message: 'This value is used.' }],
});
