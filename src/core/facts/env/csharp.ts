import { ancestors, type SyntaxNode } from '../../syntax/node';
import { callOver, indexOver, objectAt, readGetter, type Getter } from './access';
import { collectCalls } from './calls';
import { createCollector, type Collector } from './collector';
import { collectConstants } from './constants';
import { nodeAt, type EnvContext, type EnvLanguage } from './context';
import { usageOf } from './presence/usage';
import { wrapperNames } from './wrapperNames';

const getters: readonly Getter[] = [
	{ callee: /^GetEnvironmentVariable$/, receiver: /(?:^|\.)Environment$/, via: 'Environment' },
	{ callee: /^SetEnvironmentVariable$/, receiver: /(?:^|\.)Environment$/, via: 'Environment', sets: 'assign' },
];
const configuration = /(?:^|\.|_)(?:[cC]onfiguration|[cC]onfig)(?:Root|Manager)?!?$/;

export const csharp: EnvLanguage = {
	markers: [
		'getenvironmentvariable',
		'setenvironmentvariable',
		'configuration',
		'config',
		'_configuration',
		'_config',
		'getvalue',
		'getsection',
		'getconnectionstring',
		'getrequiredsection',
	],
	needs:
		/EnvironmentVariable\b|\bIConfiguration|\bWebApplication\b|\bHostApplicationBuilder\b|\bConfigurationBuilder\b/,
	extract(outer) {
		const { context, names } = wrapperNames(outer);
		const collector = createCollector(context);
		const isConfigured =
			/\bIConfiguration(?:Root|Section|Manager)?\b|\bWebApplication\b|\bHostApplicationBuilder\b|\bConfigurationBuilder\b/.test(
				context.document.text,
			);
		for (const word of context.words) {
			const node = nodeAt(context.root, word);
			if (node?.type !== 'identifier') continue;
			if (/^[GS]etEnvironmentVariable$/.test(node.text)) {
				const found = callOver(context, node, 3);
				if (found !== undefined) readGetter(context, collector, found, getters);
			} else if (isConfigured && configuration.test(node.text))
				readConfiguration(context, collector, objectAt(context, node));
		}
		collectConstants(context);
		collectCalls(context, collector, names);
		collector.finish();
	},
};

/** `configuration["A:B"]`, `.GetValue<int>("A:B", 3)`, `.GetConnectionString("X")`, `.GetSection("A")["B"]`: `A__B`. */
function readConfiguration(context: EnvContext, collector: Collector, object: SyntaxNode): void {
	if (!configuration.test(object.text)) return;
	readKeys(context, collector, object, '', 0);
}

function readKeys(context: EnvContext, collector: Collector, object: SyntaxNode, path: string, depth: number): void {
	const { reader } = context;
	if (depth > 4) return;
	const index = indexOver(context, object);
	if (index !== undefined) {
		emitKey(context, collector, index.at, index.key, path);
		return;
	}
	const found = callOver(context, object, 3);
	if (found === undefined || found.call.receiver === undefined || found.call.receiver.endIndex < object.endIndex)
		return;
	const method = found.call.name.replace(/<.*$/s, '');
	const [first, second] = found.call.arguments;
	const key = first === undefined ? undefined : reader.string(first)?.value;
	if (first === undefined || key === undefined) return;
	if (/^Get(?:Required)?Section$/.test(method)) {
		readKeys(context, collector, found.at, `${path}${key}:`, depth + 1);
		return;
	}
	if (method === 'GetConnectionString') {
		emitKey(context, collector, found.at, first, 'ConnectionStrings:');
		return;
	}
	if (method === 'GetValue') emitKey(context, collector, found.at, first, path, second);
}

function emitKey(
	context: EnvContext,
	collector: Collector,
	at: SyntaxNode,
	key: SyntaxNode,
	path: string,
	fallback?: SyntaxNode,
): void {
	const { reader } = context;
	const literal = reader.string(key);
	if (literal === undefined || !/^[\w:.-]+$/.test(literal.value)) return;
	if (
		[...ancestors(at)]
			.slice(0, 2)
			.some(
				(outer) =>
					outer.type === 'assignment_expression' && outer.childForFieldName('left')?.startIndex === at.startIndex,
			)
	)
		return;
	const usage = usageOf(context, at);
	collector.named({
		name: `${path}${literal.value}`.replace(/:/g, '__'),
		span: literal,
		via: 'IConfiguration',
		presence: fallback === undefined ? usage.presence : 'defaulted',
	});
}
