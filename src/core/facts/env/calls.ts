import { ancestors, type SyntaxNode } from '../../syntax/node';
import type { Call } from '../../syntax/read';
import type { Collector } from './collector';
import { constantName, rangeOf, spanOf, variableName, type EnvContext } from './context';
import { isNothing, literalDefault } from './defaults';
import { containerOf, functionName } from './functions';
import { importsOf } from './imports';
import { escape } from './lookup';
import { envNameOf, type EnvName } from './names';
import { usageOf } from './presence/usage';
import type { EnvCallee, EnvCallFact } from './types';
import { wrapperOf } from './wrappers';

/** A quoted constant-like word as an argument. */
export const literalArgument = /(?:[(,]|\w[:=]|[\w!?] )\s*["'`:]([A-Z][A-Z0-9_]{2,})\b["'`]?/g;
/** A function that is called as if it read the environment. */
export const envCallee = /\b\w*env(?!ironment(?!_?var))\w*[!?]?(?:(?:::)?<[^<>()]*>)?\(\s*[^)\s]/gi;
/** Calls that take constants of another sort. */
export const otherCallee =
	/^(?:log|info|warn|error|debug|trace|print\w*|puts|echo|require|import|describe|it|test|expect|toBe|toEqual|equal\w*|assert\w*|t|i18n|translate|addEventListener|on|once|emit|dispatch|commit|append\w*|push|Error|\w*Exception|\w*Error|setenv|Setenv|stubEnv|set_var|remove_var|unsetenv|Unsetenv|putenv|setEnv|getElementById|querySelector\w*|createElement|useState|status|json|send|write|query|execute|Symbol|includes|startsWith|endsWith|indexOf|split|replace|join|has_header|header|enum|Column|column|field|z|define|defined|raise|throw)$/;

/** Calls that read the environment if their callee does, and functions that hand their parameter on to such a call. */
export function collectCalls(context: EnvContext, collector: Collector, wrappers: ReadonlySet<string>): void {
	const { document, root } = context;
	const done = new Set<number>();
	const names = new Set([...wrappers, ...importedReaders(context)]);
	for (let round: readonly string[] = [...names]; ;) {
		const found = callsOf(context, round, done).flatMap((at) => readCall(context, collector, at, true));
		const added = found.filter((name) => !names.has(name));
		for (const name of added) names.add(name);
		if (added.length === 0) break;
		round = added;
	}
	for (const match of document.text.matchAll(literalArgument)) {
		const literal = root.descendantForIndex(match.index + match[0].length - 2);
		const at = literal === null ? undefined : callAround(context, literal);
		if (at === undefined || done.has(at.startIndex * 8 + at.type.length)) continue;
		done.add(at.startIndex * 8 + at.type.length);
		readCall(context, collector, at, false);
	}
}

/** Functions of modules that are called as if they read the environment: `import { get } from './env'`. */
function importedReaders(context: EnvContext): string[] {
	return [...importsOf(context)].flatMap(([local, { source, imported }]) =>
		imported !== undefined && aboutEnvironment.test(source) ? [local] : [],
	);
}

const aboutEnvironment = /env|conf|setting|secret/i;

function callsOf(context: EnvContext, names: readonly string[], done: Set<number>): SyntaxNode[] {
	const { document, root } = context;
	const patterns = [
		envCallee,
		...names.map((name) => new RegExp(`(?<![\\w$])${escape(name)}(?:(?:::)?<[^<>()]*>)?(?:\\(|[ \\t]+["':])`, 'g')),
	];
	return patterns.flatMap((pattern) =>
		[...document.text.matchAll(pattern)].flatMap((match) => {
			const node = root.descendantForIndex(match.index);
			const at = node === null ? undefined : callOfName(context, node);
			if (at === undefined || done.has(at.startIndex * 8 + at.type.length)) return [];
			done.add(at.startIndex * 8 + at.type.length);
			return [at];
		}),
	);
}

/** The call whose callee ends in the name at `node`. */
function callOfName({ reader }: EnvContext, node: SyntaxNode): SyntaxNode | undefined {
	let steps = 0;
	for (const outer of ancestors(node)) {
		if (++steps > 5) return undefined;
		const call = reader.call(outer);
		if (call !== undefined)
			return call.nameNode.startIndex <= node.startIndex && call.nameNode.endIndex >= node.endIndex ? outer : undefined;
	}
	return undefined;
}

/** The call that takes the literal as an argument. */
function callAround({ reader }: EnvContext, literal: SyntaxNode): SyntaxNode | undefined {
	let steps = 0;
	for (const outer of ancestors(literal)) {
		if (++steps > 6 || reader.is(outer, 'object') || reader.is(outer, 'statement')) return undefined;
		if (reader.is(outer, 'call')) return outer;
	}
	return undefined;
}

/** Emits the facts of one call; the names of the wrappers that it makes of the functions around it. */
function readCall(context: EnvContext, collector: Collector, at: SyntaxNode, isKnown: boolean): string[] {
	const { reader } = context;
	const call = reader.call(at);
	if (call === undefined) return [];
	const name = call.name.replace(/(?:::)?<.*$/s, '').replace(/^\\/, '');
	if (name === '' || /\s/.test(name) || otherCallee.test(name)) return [];
	const found: string[] = [];
	call.arguments.forEach((argument, index) => {
		const pair = reader.keyValue(argument);
		const value = pair?.value ?? argument;
		const callee = calleeOf(context, at, call, name, pair?.key ?? index);
		const list = reader.items(value);
		for (const item of list ?? [value]) {
			if (collector.has(spanOf(reader.unwrap(item)))) continue;
			const named = envNameOf(context, item);
			if (named.kind === 'parameter') {
				const own = functionName(reader, named.parameter.fn);
				if (!isKnown || own === undefined || own === name) continue;
				const wrapper = wrapperOf(context, named, usageOf(context, at), callee);
				if (wrapper === undefined) continue;
				context.emit(wrapper);
				found.push(wrapper.name);
			} else emitCall(context, at, call, callee, named, isKnown);
		}
	});
	return found;
}

function emitCall(
	context: EnvContext,
	at: SyntaxNode,
	call: Call,
	callee: EnvCallee,
	named: Exclude<EnvName, { kind: 'parameter' }>,
	isKnown: boolean,
): void {
	const shape = isKnown ? variableName : constantName;
	if (named.kind === 'literal') {
		for (const { name, node } of named.names)
			if (shape.test(name) && name.length > 1)
				context.emit(callFact(context, at, call, callee, { literal: name, node }));
		return;
	}
	if (!isKnown || (named.kind === 'dynamic' && named.prefix === '' && named.suffix === '' && !/env/i.test(callee.name)))
		return;
	const node = call.arguments[typeof callee.argument === 'number' ? callee.argument : 0] ?? at;
	context.emit({
		...callFact(context, at, call, callee, { literal: named.prefix, node }),
		dynamic: { suffix: named.suffix },
		...(named.kind === 'constant' ? { constant: named.constant } : {}),
	});
}

function callFact(
	context: EnvContext,
	at: SyntaxNode,
	call: Call,
	callee: EnvCallee,
	{ literal, node }: { literal: string; node: SyntaxNode },
): EnvCallFact {
	const { document, reader } = context;
	const usage = usageOf(context, at);
	const own = usage.fallback === undefined ? undefined : literalDefault(reader, usage.fallback, literal);
	const defaults: Record<string, string> = own === undefined ? {} : { '': own };
	const others: string[] = [];
	call.arguments.forEach((argument, index) => {
		const pair = reader.keyValue(argument);
		const value = pair?.value ?? argument;
		const key = pair?.key ?? String(index);
		if (key === String(callee.argument) || isNothing(value)) return;
		others.push(key);
		const text = literalDefault(reader, value, literal);
		if (text !== undefined) defaults[key] = text;
	});
	const contents = reader.string(node);
	return {
		kind: 'env-call',
		...callee,
		literal,
		range:
			contents === undefined ? rangeOf(document, node) : document.range({ start: contents.start, end: contents.end }),
		presence: usage.presence,
		...(Object.keys(defaults).length === 0 ? {} : { defaults }),
		...(others.length === 0 ? {} : { others }),
		...(usage.fallbackSpan === undefined ? {} : { fallbackRange: document.range(usage.fallbackSpan) }),
	};
}

function calleeOf(context: EnvContext, at: SyntaxNode, call: Call, name: string, argument: number | string): EnvCallee {
	const { reader } = context;
	const receiver =
		call.receiver === undefined
			? undefined
			: (reader.lastName(call.receiver) ?? lastWord(call.receiver.text))?.replace(/^\$/, '');
	const isSelf = receiver !== undefined && /^(?:this|self|Self|static|cls)$/.test(receiver);
	const container = isSelf ? containerOf(reader, at) : undefined;
	const root = call.receiver === undefined ? name : (/^\$?\w+/.exec(call.receiver.text)?.[0] ?? '');
	const imported = importsOf(context).get(root);
	return {
		name,
		...(receiver === undefined ? {} : { receiver }),
		...(imported === undefined ? {} : { source: imported.source }),
		...(imported?.imported === undefined ? {} : { imported: imported.imported }),
		...(container === undefined ? {} : { container }),
		argument,
	};
}

const lastWord = (text: string): string | undefined => /(\w+)\W*$/.exec(text)?.[1];
