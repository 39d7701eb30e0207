import { namedChildren, type SyntaxNode } from '../../syntax/node';
import { readerFor } from '../../syntax/read';
import type { EnvDefinitionFact, EnvDefinitionRole } from '../envDefinition';
import type { ExtractContext } from '../extractor';
import { readValue } from './value';

const reader = readerFor('json');
const settings = /(?:^|\/)appsettings(?:\.[\w-]+)?\.json$/i;
const launch =
	/(?:^|\/)(?:Properties\/launchSettings|app|vercel|\.vscode\/launch|\.?devcontainer(?:\/[\w-]+)?)\.json$/i;

/** JSON files that set variables, or whose keys variables override. */
export const isSettingsJson = (path: string): boolean => settings.test(path) || launch.test(path);

/** `environmentVariables` of a launch profile, `env` of `app.json`, and .NET settings as `Section__Key`. */
export function* jsonDefinitions(context: ExtractContext): Generator<EnvDefinitionFact> {
	const root = context.tree()?.root;
	const top = root === undefined ? undefined : namedChildren(root)[0];
	if (top === undefined) return;
	if (settings.test(context.document.path)) yield* flattened(context, top, '', 0);
	else yield* environments(context, top, 0);
}

function* flattened(
	context: ExtractContext,
	node: SyntaxNode,
	prefix: string,
	depth: number,
): Generator<EnvDefinitionFact> {
	if (depth > 8) return;
	for (const { key, keyNode, value } of reader.pairs(node)) {
		if (key === undefined || value === undefined) continue;
		const name = prefix + key;
		if (reader.is(value, 'object')) yield* flattened(context, value, `${name}__`, depth + 1);
		else if (!reader.is(value, 'array')) yield definition(context, name, keyNode, value, 'settings');
	}
}

const environmentKeys = new Set(['environmentVariables', 'env', 'containerEnv', 'remoteEnv']);

function* environments(context: ExtractContext, node: SyntaxNode, depth: number): Generator<EnvDefinitionFact> {
	if (depth > 6) return;
	for (const { key, value } of reader.pairs(node)) {
		if (key === undefined || value === undefined) continue;
		if (environmentKeys.has(key)) {
			for (const pair of reader.pairs(value)) {
				if (pair.key === undefined || !/^[A-Za-z_]\w*$/.test(pair.key)) continue;
				const given = pair.value !== undefined && reader.is(pair.value, 'object') ? undefined : pair.value;
				yield definition(context, pair.key, pair.keyNode, given, 'manifest');
			}
		} else if (reader.is(value, 'object')) yield* environments(context, value, depth + 1);
		else for (const item of reader.items(value) ?? []) yield* environments(context, item, depth + 1);
	}
}

function definition(
	{ document, catalogs }: ExtractContext,
	name: string,
	keyNode: SyntaxNode,
	value: SyntaxNode | undefined,
	role: EnvDefinitionRole,
): EnvDefinitionFact {
	const key = reader.string(keyNode) ?? { start: keyNode.startIndex, end: keyNode.endIndex };
	const literal = value === undefined ? undefined : reader.string(value);
	const span = literal ?? { start: value?.startIndex ?? key.end, end: value?.endIndex ?? key.end };
	return {
		kind: 'env-definition',
		name,
		role,
		range: document.range(key),
		statement: document.range({ start: keyNode.startIndex, end: value?.endIndex ?? keyNode.endIndex }),
		value: readValue(document, catalogs, name, {
			...span,
			text: value === undefined || value.type === 'null' ? undefined : document.text.slice(span.start, span.end),
			quote: literal === undefined ? '' : '"',
		}),
	};
}
