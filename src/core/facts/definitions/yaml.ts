import { ancestors, namedChildren, type SyntaxNode } from '../../syntax/node';
import { readerFor, type KeyValue } from '../../syntax/read';
import type { EnvDefinitionFact, EnvDefinitionFacts, EnvDefinitionRole } from '../envDefinition';
import type { ExtractContext } from '../extractor';
import { readValue } from './value';

const reader = readerFor('yaml');
const environmentKey =
	/^[ \t-]*(?:environment|env|env_file|env_variables|envVars|extraEnv|extraEnvVars|stringData|data|containerEnv):/m;
const environmentKeys =
	/^([ \t-]*)(environment|env|env_file|env_variables|envVars|extraEnv|extraEnvVars|stringData|data):/gm;
const name = /^[A-Za-z_][\w.]*$/;

export const isYamlWithEnvironment = (text: string): boolean => environmentKey.test(text);

/** A pair `environment: …` and the keys above it, outermost first. */
interface Block {
	readonly key: string;
	readonly value: SyntaxNode;
	readonly pair: SyntaxNode;
	readonly path: readonly string[];
}

function* blocks({ document, tree }: ExtractContext): Generator<Block> {
	const root = tree()?.root;
	if (root === undefined) return;
	for (const match of document.text.matchAll(environmentKeys)) {
		const [, lead = '', key = ''] = match;
		const start = match.index + lead.length;
		const node = root.descendantForIndex(start, start + key.length);
		const pair = node?.parent ?? undefined;
		const found = pair === undefined ? undefined : reader.keyValue(pair);
		if (pair === undefined || found?.key !== key || found.value === undefined) continue;
		const path = [...ancestors(pair)].flatMap((item) => reader.keyValue(item)?.key ?? []).reverse();
		yield { key, value: found.value, pair, path: path.slice(0, -1) };
	}
}

/** Compose files: `environment` as map and as list, and `env_file`. */
export function* composeDefinitions(context: ExtractContext): Generator<EnvDefinitionFacts> {
	for (const { key, value, path } of blocks(context)) {
		const [top = '', service = top] = path;
		const isService = top === 'services' && path.length === 2;
		if (key === 'environment' && (isService || (/^x-/.test(top) && path.length <= 2))) {
			yield* definitions(context, value, 'compose', service);
		}
		if (key === 'env_file' && isService) {
			for (const item of reader.items(value) ?? [value]) {
				const node = reader.is(item, 'object') ? reader.pairs(item).find((pair) => pair.key === 'path')?.value : item;
				const literal = node === undefined ? undefined : reader.string(node);
				if (literal === undefined) continue;
				yield { kind: 'env-file-use', service, path: literal.value, range: context.document.range(literal) };
			}
		}
	}
}

/** Kubernetes and its kin, CI workflows, serverless and hosting manifests. */
export function* manifestDefinitions(context: ExtractContext): Generator<EnvDefinitionFact> {
	const isWorkflow = /(?:^|\/)\.(?:github|gitea|forgejo)\/|(?:^|\/)(?:action|\.gitlab-ci|\.travis)\.ya?ml$/.test(
		context.document.path,
	);
	for (const { key, value, path, pair } of blocks(context)) {
		if (key === 'env_file' || (key === 'environment' && path[0] === 'services')) continue;
		if (key === 'environment' && (isWorkflow || /^x-/.test(path[0] ?? ''))) continue;
		if (key === 'data' || key === 'stringData') {
			const kind = siblingOf(pair, 'kind');
			if (kind !== 'ConfigMap' && kind !== 'Secret') continue;
		}
		yield* definitions(context, value, isWorkflow ? 'workflow' : 'manifest', path.at(-1));
	}
}

function siblingOf(pair: SyntaxNode, key: string): string | undefined {
	const value = pair.parent === null ? undefined : reader.pairs(pair.parent).find((item) => item.key === key)?.value;
	return value === undefined ? undefined : reader.string(value)?.value;
}

function* definitions(
	context: ExtractContext,
	value: SyntaxNode,
	role: EnvDefinitionRole,
	service: string | undefined,
): Generator<EnvDefinitionFact> {
	for (const item of reader.items(value) ?? []) {
		const entry = reader.is(item, 'object') ? namedEntry(item) : undefined;
		if (entry !== undefined) yield* definition(context, entry, role, service);
		else yield* listed(context, item, role, service);
	}
	if (reader.items(value) !== undefined) return;
	for (const pair of reader.pairs(value)) yield* definition(context, pair, role, service);
}

/** `- name: A` with `value: b`, or `- key: A` as Render writes it. */
function namedEntry(item: SyntaxNode): KeyValue | undefined {
	const pairs = reader.pairs(item);
	const named = pairs.find(({ key }) => key === 'name' || key === 'key')?.value;
	const key = named === undefined ? undefined : reader.string(named)?.value;
	if (named === undefined || key === undefined) return undefined;
	const given = pairs.find((pair) => pair.key === 'value')?.value;
	return { key, keyNode: named, value: given };
}

function* definition(
	{ document, catalogs }: ExtractContext,
	{ key, keyNode, value }: KeyValue,
	role: EnvDefinitionRole,
	service: string | undefined,
): Generator<EnvDefinitionFact> {
	if (key === undefined || !name.test(key)) return;
	if (value !== undefined && (reader.is(value, 'object') || reader.is(value, 'array'))) return;
	const literal = value === undefined ? undefined : reader.string(value);
	const span = literal ?? spanOf(value) ?? { start: keyNode.endIndex, end: keyNode.endIndex };
	const isNull = value === undefined || value.type === 'null';
	const keyLiteral = reader.string(keyNode) ?? { start: keyNode.startIndex, end: keyNode.endIndex };
	yield {
		kind: 'env-definition',
		name: key,
		role,
		...(service === undefined ? {} : { service }),
		range: document.range(keyLiteral),
		statement: document.range({ start: keyNode.startIndex, end: value?.endIndex ?? keyNode.endIndex }),
		value: readValue(document, catalogs, key, {
			...span,
			text: isNull ? undefined : document.text.slice(span.start, span.end),
			quote: /^["']/.exec(value?.text ?? '')?.[0] ?? '',
		}),
	};
}

const spanOf = (node: SyntaxNode | undefined): { start: number; end: number } | undefined =>
	node === undefined ? undefined : { start: node.startIndex, end: node.endIndex };

/** `- A=b` and `- A`. */
function* listed(
	{ document, catalogs }: ExtractContext,
	item: SyntaxNode,
	role: EnvDefinitionRole,
	service: string | undefined,
): Generator<EnvDefinitionFact> {
	const literal = reader.string(item);
	const match = /^([A-Za-z_][\w.]*)(?:(=)([\s\S]*))?$/.exec(literal?.value ?? '');
	if (literal === undefined || match === null || namedChildren(item).length > 0) return;
	const [, key = '', equals, text] = match;
	const end = literal.start + key.length;
	yield {
		kind: 'env-definition',
		name: key,
		role,
		...(service === undefined ? {} : { service }),
		range: document.range({ start: literal.start, end }),
		statement: document.range(literal),
		value: readValue(document, catalogs, key, {
			start: equals === undefined ? end : end + 1,
			end: literal.end,
			text: equals === undefined ? undefined : (text ?? ''),
			quote: '',
		}),
	};
}
