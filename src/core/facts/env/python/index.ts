import { ancestors, namedChildren, type SyntaxNode } from '../../../syntax/node';
import { assigned, callOver, indexOver, objectAt, readGetter, readIndex, type Getter } from '../access';
import { collectCalls } from '../calls';
import { collectConstants } from '../constants';
import { createCollector, type Collector } from '../collector';
import { nodeAt, type EnvContext, type EnvLanguage } from '../context';
import { importsOf } from '../imports';
import { escape } from '../lookup';
import { wrapperNames } from '../wrapperNames';
import { readPythonLibraries } from './libraries';
import { readSettingsClasses, settingsMarkers } from './settings';

const methods: readonly Getter[] = [
	{ callee: /^get$/, via: 'os.environ', fallback: 1 },
	{ callee: /^setdefault$/, via: 'os.environ', fallback: 1, sets: 'default' },
	{ callee: /^(?:pop|__delitem__|unsetenv)$/, via: 'os.environ', sets: 'remove' },
	{ callee: /^__getitem__$/, via: 'os.environ', presence: 'assumes' },
];
const getenv: readonly Getter[] = [{ callee: /^getenvb?$/, via: 'os.getenv', fallback: 1 }];

export const python: EnvLanguage = {
	markers: [
		'environ',
		'environb',
		'getenv',
		'env',
		'config',
		'decouple',
		'envvar',
		'auto_envvar_prefix',
		'dotenv_values',
		...settingsMarkers,
	],
	needs:
		/\b(?:environb?|getenvb?|env|envvar|auto_envvar_prefix|dotenv_values|decouple|BaseSettings|env_prefix)\b|from starlette\.config|\(\s*\w*Settings\w*\s*[,)]/,
	extract(outer) {
		const { context, names } = wrapperNames(outer);
		const collector = createCollector(context);
		const visited = new Set<number>();
		for (const word of context.words) {
			const node = nodeAt(context.root, word);
			if (node?.type !== 'identifier') continue;
			if (node.text === 'getenv') readGetenv(context, collector, node);
			else if (/^environb?$/.test(node.text) && isEnvironment(context, node))
				readEnvironment(context, collector, objectAt(context, node), visited);
			else if (node.text === 'dotenv_values') {
				const found = callOver(context, node);
				if (found !== undefined) readEnvironment(context, collector, found.at, visited);
			}
		}
		readAliases(context, collector, visited);
		readPythonLibraries(context, collector);
		readSettingsClasses(context);
		collectConstants(context);
		collectCalls(context, collector, names);
		collector.finish();
	},
};

/** `os.environ`, or a bare `environ` that is imported from `os`; `environ.Env()` is a library and WSGI's `environ` a request. */
function isEnvironment(context: EnvContext, node: SyntaxNode): boolean {
	const object = objectAt(context, node);
	if (object !== node) return /^(?:_?os|o|sys_os|\w*os)\.environb?$/.test(object.text);
	return node.parent?.type !== 'keyword_argument' && /^_?os$/.test(importsOf(context).get(node.text)?.source ?? '');
}

function readGetenv(context: EnvContext, collector: Collector, node: SyntaxNode): void {
	const found = callOver(context, node);
	if (found !== undefined) readGetter(context, collector, found, getenv);
}

/** `from os import environ as e, getenv as g`. */
function readAliases(context: EnvContext, collector: Collector, visited: Set<number>): void {
	for (const [local, { source, imported }] of importsOf(context)) {
		if (source !== 'os' || imported === undefined || local === imported) continue;
		for (const node of namesOf(context, local)) {
			if (imported === 'environ') readEnvironment(context, collector, node, visited);
			const found = imported === 'getenv' ? callOver(context, node) : undefined;
			if (found !== undefined) readGetter(context, collector, found, [{ callee: /./, via: 'os.getenv', fallback: 1 }]);
		}
	}
}

function namesOf({ document, root }: EnvContext, name: string): SyntaxNode[] {
	return [...document.text.matchAll(new RegExp(`(?<![\\w.])${escape(name)}(?!\\w)`, 'g'))].flatMap((match) => {
		const node = root.descendantForIndex(match.index, match.index + name.length);
		return node?.type === 'identifier' ? [node] : [];
	});
}

/** What is done with an expression that is the environment. */
function readEnvironment(context: EnvContext, collector: Collector, object: SyntaxNode, visited: Set<number>): void {
	const { reader } = context;
	const { parent } = object;
	if (parent === null || visited.has(object.startIndex)) return;
	visited.add(object.startIndex);
	const index = indexOver(context, object);
	if (index !== undefined) {
		const isRemoved = index.at.parent?.type === 'delete_statement';
		const literal = reader.string(index.key);
		if (isRemoved && literal !== undefined) {
			collector.set(literal.value, literal, 'remove', 'os.environ');
			return;
		}
		readIndex(context, collector, index, 'os.environ', isCaught(index.at) ? 'guarded' : 'assumes');
		return;
	}
	if (parent.type === 'attribute') {
		const found = callOver(context, object, 3);
		if (
			found !== undefined &&
			!readGetter(context, collector, found, methods) &&
			/^(?:update|copy)$/.test(found.call.name)
		)
			readUpdate(context, collector, found.at);
		return;
	}
	if (parent.type === 'comparison_operator') {
		const [left] = namedChildren(parent);
		if (left !== undefined && left.startIndex !== object.startIndex)
			collector.read({ expression: parent, name: left, via: 'os.environ', presence: 'guarded' });
		return;
	}
	if (parent.type === 'dictionary_splat' && parent.parent !== null) {
		readChild(context, collector, parent.parent);
		return;
	}
	if (parent.type === 'argument_list' && parent.parent !== null && reader.call(parent.parent)?.name === 'dict') {
		readChild(context, collector, parent.parent);
		return;
	}
	const name = nameTaking(parent, object);
	if (name !== undefined && assigned(context, object) === undefined) {
		for (const use of namesOf(context, name))
			if (use.startIndex > object.endIndex) readEnvironment(context, collector, use, visited);
	}
}

/** `env = os.environ`, `def f(env=os.environ)`, `env = env or os.environ`. */
function nameTaking(parent: SyntaxNode, object: SyntaxNode): string | undefined {
	let at: SyntaxNode | null = parent;
	while (at !== null && /^(?:boolean_operator|conditional_expression|parenthesized_expression)$/.test(at.type))
		at = at.parent;
	if (at === null || !/^(?:assignment|default_parameter|typed_default_parameter|named_expression)$/.test(at.type))
		return undefined;
	const target = at.childForFieldName('left') ?? at.childForFieldName('name');
	return target?.type === 'identifier' && target.endIndex < object.startIndex ? target.text : undefined;
}

/** `{**os.environ, "X": "1"}`, `dict(os.environ, X="1")`. */
function readChild({ reader }: EnvContext, collector: Collector, holder: SyntaxNode): void {
	for (const { key, keyNode } of reader.pairs(holder)) {
		if (key !== undefined)
			collector.set(
				key,
				reader.string(keyNode) ?? { start: keyNode.startIndex, end: keyNode.endIndex },
				'child',
				'os.environ',
			);
	}
}

function readUpdate({ reader }: EnvContext, collector: Collector, at: SyntaxNode): void {
	const call = reader.call(at);
	for (const argument of call?.arguments ?? []) {
		const pairs = reader.keyValue(argument);
		for (const { key, keyNode } of pairs === undefined ? reader.pairs(argument) : [pairs]) {
			if (key !== undefined)
				collector.set(
					key,
					reader.string(keyNode) ?? { start: keyNode.startIndex, end: keyNode.endIndex },
					'assign',
					'os.environ',
				);
		}
	}
}

/** Inside `try: … except KeyError:` whose handler goes on. */
function isCaught(node: SyntaxNode): boolean {
	const around = [...ancestors(node)].find(
		(outer) => outer.type === 'try_statement' || outer.type === 'function_definition',
	);
	if (around?.type !== 'try_statement') return false;
	const handler = namedChildren(around).find((child) => child.type === 'except_clause');
	return (
		handler !== undefined &&
		handler.startIndex > node.endIndex &&
		/^except\s*(?::|\(?[\w, ]*(?:KeyError|Exception))/.test(handler.text) &&
		!/\b(?:raise|exit)\b/.test(handler.text)
	);
}
