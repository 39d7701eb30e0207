import { ancestors, type SyntaxNode } from '../../syntax/node';
import { callOver, readGetter, type Getter } from './access';
import { collectCalls } from './calls';
import { createCollector, type Collector } from './collector';
import { collectConstants } from './constants';
import { constantName, nodeAt, type EnvContext, type EnvLanguage } from './context';
import { springPlaceholders } from './spring';
import { wrapperNames } from './wrapperNames';

const system = /^(?:java\.lang\.)?System$/;
const getters: readonly Getter[] = [
	{ callee: /^getenv$/, receiver: system, via: 'System.getenv' },
	{
		callee: /^getOrDefault$/,
		receiver: /\bSystem\.getenv\(\)$|^(?:env|environment)$/,
		via: 'System.getenv',
		fallback: 1,
	},
	{ callee: /^get$/, receiver: /\bSystem\.getenv\(\)$/, via: 'System.getenv' },
	{ callee: /^containsKey$/, receiver: /\bSystem\.getenv\(\)$/, via: 'System.getenv', presence: 'guarded' },
];
const dotenv: readonly Getter[] = [{ callee: /^get$/, receiver: /^(?:this\.)?dotenv$/i, via: 'dotenv', fallback: 1 }];
const environment: readonly Getter[] = [
	{ callee: /^getProperty$/, receiver: /^(?:this\.)?(?:env|environment)$/, via: 'Environment', fallback: 1 },
	{
		callee: /^getRequiredProperty$/,
		receiver: /^(?:this\.)?(?:env|environment)$/,
		via: 'Environment',
		presence: 'assumes',
	},
];

export const java: EnvLanguage = {
	markers: ['getenv', 'value', 'dotenv', 'getproperty', 'getrequiredproperty', 'configproperty'],
	needs: /\bgetenv\b|@Value\b|@ConfigProperty\b|\bdotenv\b|\bget(?:Required)?Property\(/i,
	extract(outer) {
		const { context, names } = wrapperNames(outer);
		const collector = createCollector(context);
		for (const word of context.words) {
			const node = nodeAt(context.root, word);
			if (node?.type !== 'identifier') continue;
			if (node.text === 'getenv') readGetenv(context, collector, node);
			else if (/^(?:Value|ConfigProperty)$/.test(node.text)) readAnnotation(collector, node);
			else if (/^get(?:Required)?Property$/.test(node.text)) readNamed(context, collector, node, environment);
			else if (/^dotenv$/i.test(node.text)) readNamed(context, collector, node, dotenv);
		}
		collectConstants(context);
		collectCalls(context, collector, names);
		collector.finish();
	},
};

/** `System.getenv("X")`, `System.getenv().get("X")`. */
function readGetenv(context: EnvContext, collector: Collector, node: SyntaxNode): void {
	const found = callOver(context, node, 3);
	if (found === undefined) return;
	if (found.call.arguments.length > 0) readGetter(context, collector, found, getters);
	const outer = found.at.parent;
	const call = outer === null ? undefined : context.reader.call(outer);
	if (outer !== null && call !== undefined && found.call.arguments.length === 0)
		readGetter(context, collector, { at: outer, call }, getters);
}

/** A property with dots or lower case is the application's configuration, not a variable. */
function readNamed(context: EnvContext, collector: Collector, node: SyntaxNode, fitting: readonly Getter[]): void {
	const found = callOver(context, node, 3);
	const [name] = found?.call.arguments ?? [];
	const literal = name === undefined ? undefined : context.reader.string(name)?.value;
	if (found !== undefined && literal !== undefined && constantName.test(literal))
		readGetter(context, collector, found, fitting);
}

/** `@Value("${X:default}")`. */
function readAnnotation(collector: Collector, node: SyntaxNode): void {
	const annotation = [...ancestors(node)].slice(0, 3).find((outer) => outer.type === 'annotation');
	if (annotation === undefined) return;
	for (const read of springPlaceholders(annotation.text, annotation.startIndex))
		collector.named({ ...read, via: '@Value', source: 'code' });
	const property = /\bname\s*=\s*"([A-Z][A-Z0-9_]*)"/.exec(annotation.text);
	if (property?.[1] === undefined) return;
	const start = annotation.startIndex + property.index + property[0].length - 1 - property[1].length;
	collector.named({
		name: property[1],
		span: { start, end: start + property[1].length },
		via: '@ConfigProperty',
		presence: annotation.text.includes('defaultValue') ? 'defaulted' : 'assumes',
	});
}
