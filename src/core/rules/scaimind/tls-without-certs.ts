import { insertLines, isSet } from '../../env/lines';
import type { EnvDefinitionFact } from '../../facts/envDefinition';
import { directoryOf } from '../../facts/manifest';
import { factsOf, type FileFacts } from '../../facts/model';
import type { WorkspaceIndex } from '../../index/workspaceIndex';
import { lineText } from '../../text/document';
import { defineRule } from '../rule';

const switchName = /^scaimind_tls_enabled$/i;
const certificateName = /^scaimind_\w*(?:cert|_ca(?:_|$)|_pem|_key(?:_|$)|keyfile|ca_?file|trust)/i;
const usualName = 'scaimind_tls_ca_cert';
/** Where many images keep the authorities that the system trusts. */
const usualPath = '/etc/ssl/certs/ca-certificates.crt';

export const tlsWithoutCerts = defineRule({
	id: 'scaimind/tls-without-certs',
	scope: 'workspace',
	severity: 'warning',
	reads: ['env-definition', 'env-read'],
	docs: {
		what: '`scaimind_tls_enabled` is on, and no path of a certificate is set beside it.',
		why: 'The channel to the coordinator cannot be set up, so every ScaiMind request fails with 503.',
		fix: 'Set the path of the certificate, or switch TLS off. The quick fix adds the key with the path of the system’s authorities.',
		notWhen: 'The coordinator’s certificate is signed by an authority that the system trusts.',
		bad: [{ 'bridge/.env': 'scaimind_grpc_host=mind.internal\n‹scaimind_tls_enabled›=true\n' }],
		good: [
			{ 'bridge/.env': 'scaimind_tls_enabled=true\nscaimind_tls_ca_cert=/etc/ssl/mind.pem\n' },
			{ 'bridge/.env': 'scaimind_tls_enabled=false\n' },
		],
	},
	messages: {
		missing: '`{name}` is on, but no certificate path is set beside it, so calls to the coordinator fail. Set `{key}`.',
		empty: '`{name}` is on, but `{key}` is empty, so calls to the coordinator fail. Set the path of the certificate.',
	},
	*detect({ index, isRelevant }) {
		if (!isRelevant('scaimind')) return;
		for (const { file, fact } of index.facts('env-definition')) {
			if (!switchName.test(fact.name) || fact.commented === true || !isOn(fact)) continue;
			if (hasDefault(index) || besides(index, file, fact).some((item) => isGiven(item, fact))) continue;
			const key = keyLike(fact.name, certificateNames(index));
			const empty = factsOf(file, 'env-definition').find(
				({ name, service, commented }) => name === key && service === fact.service && commented !== true,
			);
			yield {
				messageId: empty === undefined ? 'missing' : 'empty',
				data: { name: fact.name, key },
				uri: file.uri,
				range: fact.range,
				entry: 'scaimind/coordinator-unavailable',
			};
		}
	},
	async fix({ messageId, data, uri, range }, { document: read, index }) {
		const document = await read(uri);
		const file = index.file(uri);
		if (document?.language !== 'dotenv' || file === undefined || messageId === 'empty') return [];
		const { line } = range.start;
		const exported = /^\s*export\s+/.exec(lineText(document, line))?.[0] ?? '';
		const key = String(data['key']);
		return [
			{
				title: `Add \`${key}\``,
				safety: 'suggestion',
				edits: [insertLines(document, line, [`${exported}${key}=${usualPath}`])],
			},
		];
	},
});

const isOn = ({ value }: EnvDefinitionFact): boolean => /^(?:true|1|yes|on)$/i.test(value.literal ?? '');

/** An example file documents a key by naming it; other files have to give it a value. */
function isGiven(item: EnvDefinitionFact, near: EnvDefinitionFact): boolean {
	return near.role === 'example' || isSet(item);
}

/** The certificate keys of the same file and service, and of the env files in its folder. */
function besides(index: WorkspaceIndex, file: FileFacts, fact: EnvDefinitionFact): EnvDefinitionFact[] {
	const found: EnvDefinitionFact[] = [];
	for (const { file: other, fact: item } of index.facts('env-definition')) {
		if (!certificateName.test(item.name)) continue;
		const isSame = other.uri === file.uri && item.service === fact.service;
		const isSibling =
			other.uri !== file.uri && directoryOf(other.path) === directoryOf(file.path) && item.role !== 'example';
		if (isSame || isSibling) found.push(item);
	}
	return found;
}

/** The program has a path of its own. */
function hasDefault(index: WorkspaceIndex): boolean {
	for (const { fact } of index.facts('env-read'))
		if (certificateName.test(fact.name) && /[/.]/.test(fact.default ?? '')) return true;
	return false;
}

function certificateNames(index: WorkspaceIndex): string[] {
	const names = new Set<string>();
	for (const { fact } of index.facts('env-read')) names.add(fact.name);
	for (const { fact } of index.facts('env-definition')) names.add(fact.name);
	return [...names].filter((name) => certificateName.test(name) && !/key/i.test(name));
}

/** The name that the workspace uses, in the letter case of the switch. */
function keyLike(name: string, known: readonly string[]): string {
	const key = known.find((item) => /ca|root|trust/i.test(item)) ?? known[0] ?? usualName;
	return name === name.toUpperCase() ? key.toUpperCase() : name === name.toLowerCase() ? key.toLowerCase() : key;
}
