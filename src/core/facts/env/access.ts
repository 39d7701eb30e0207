import { ancestors, type SyntaxNode } from '../../syntax/node';
import type { Call } from '../../syntax/read';
import type { Span } from '../../text/lines';
import type { Collector, ReadSite } from './collector';
import type { EnvContext } from './context';
import type { EnvPresence, EnvSetFact } from './types';

/** A function that reads, sets or removes the variable that its first argument names. */
export interface Getter {
	/** The callee's last name. */
	readonly callee: RegExp;
	/** What it is called on; absent when it is called on nothing, or on anything. */
	readonly receiver?: RegExp;
	readonly via: string;
	/** The position of the default, beside an argument called `default`. */
	readonly fallback?: number;
	readonly presence?: EnvPresence;
	/** It sets or removes the variable. Those that set it only when absent read it, too. */
	readonly sets?: EnvSetFact['how'];
	/** Every argument is a name. */
	readonly many?: boolean;
}

export interface CallAt {
	readonly at: SyntaxNode;
	readonly call: Call;
}

/** The call whose callee or receiver `node` is part of. */
export function callOver({ reader }: EnvContext, node: SyntaxNode, depth = 6): CallAt | undefined {
	let steps = 0;
	for (const at of ancestors(node)) {
		if (++steps > depth || reader.is(at, 'statement') || reader.is(at, 'function')) return undefined;
		const call = reader.call(at);
		if (call !== undefined) return call.nameNode.endIndex >= node.endIndex ? { at, call } : undefined;
	}
	return undefined;
}

/** Reads the call if one of the getters fits it. */
export function readGetter(
	context: EnvContext,
	collector: Collector,
	{ at, call }: CallAt,
	getters: readonly Getter[],
): boolean {
	const name = call.name.replace(/(?:::)?<.*$/s, '');
	const getter = getters.find(
		(item) =>
			item.callee.test(name) &&
			(item.receiver === undefined || (call.receiver !== undefined && item.receiver.test(call.receiver.text))),
	);
	if (getter === undefined) return false;
	const names = getter.many === true ? call.arguments : call.arguments.slice(0, 1);
	for (const argument of names) readArgument(context, collector, { at, call }, getter, argument);
	return true;
}

function readArgument(
	context: EnvContext,
	collector: Collector,
	{ at, call }: CallAt,
	getter: Getter,
	argument: SyntaxNode,
): void {
	const { reader } = context;
	const name = reader.keyValue(argument)?.value ?? argument;
	if (getter.sets !== undefined) {
		const literal = reader.string(name);
		if (literal !== undefined) collector.set(literal.value, literal, getter.sets, getter.via);
		if (getter.sets !== 'default') return;
	}
	collector.read({
		expression: at,
		name,
		via: getter.via,
		...fallbackOf(context, call, getter),
		...(getter.presence === undefined ? {} : { presence: getter.presence }),
	});
}

/** The default among a call's arguments and where it stands, with its comma. */
function fallbackOf(
	{ reader }: EnvContext,
	call: Call,
	{ fallback: position }: Getter,
): Pick<ReadSite, 'fallback' | 'fallbackSpan'> {
	const named = call.arguments.findIndex((argument) =>
		/^(?:default|fallback|default_value|defaultValue)$/.test(reader.keyValue(argument)?.key ?? ''),
	);
	const index = named >= 0 ? named : (position ?? -1);
	const argument = index > 0 ? call.arguments[index] : undefined;
	const before = call.arguments[index - 1];
	if (argument === undefined || before === undefined) return {};
	const pair = reader.keyValue(argument);
	if (named < 0 && pair !== undefined && reader.is(argument, 'named-argument')) return {};
	const span: Span = { start: before.endIndex, end: argument.endIndex };
	return { fallback: pair?.value ?? argument, fallbackSpan: span };
}

/** `ENV['X']`, `os.environ["X"]`: the index expression over the object at `object`. */
export function indexOver(
	{ reader }: EnvContext,
	object: SyntaxNode,
): { readonly at: SyntaxNode; readonly key: SyntaxNode } | undefined {
	const at = object.parent;
	if (at === null || !reader.is(at, 'index')) return undefined;
	const member = reader.member(at);
	return member !== undefined &&
		member.object.startIndex === object.startIndex &&
		member.object.endIndex === object.endIndex
		? { at, key: member.propertyNode }
		: undefined;
}

/** Whether an expression is assigned to; with the way it is. */
export function assigned(
	{ reader }: EnvContext,
	node: SyntaxNode,
): { readonly how: 'assign' | 'default'; readonly value: SyntaxNode | undefined } | undefined {
	const { parent } = node;
	const pair = parent === null || !reader.is(parent, 'assignment') ? undefined : reader.keyValue(parent);
	if (
		parent === null ||
		pair === undefined ||
		pair.keyNode.startIndex !== node.startIndex ||
		pair.keyNode.endIndex !== node.endIndex
	)
		return undefined;
	const operator = parent.text.slice(node.text.length).trimStart();
	return { how: /^(?:\|\||\?\?)=/.test(operator) ? 'default' : 'assign', value: pair.value };
}

/** Reads or sets the variable of an index expression. */
export function readIndex(
	context: EnvContext,
	collector: Collector,
	{ at, key }: { at: SyntaxNode; key: SyntaxNode },
	via: string,
	presence?: EnvPresence,
): void {
	const write = assigned(context, at);
	const literal = context.reader.string(key);
	if (write !== undefined && literal !== undefined) collector.set(literal.value, literal, write.how, via);
	if (write?.how === 'assign') return;
	const fallback = write?.value;
	collector.read({
		expression: at,
		name: key,
		via,
		...(fallback === undefined ? {} : { fallback }),
		...(presence === undefined ? {} : { presence }),
	});
}

/** The node that a name or the end of a member chain stands for: `os.environ` for the word `environ`. */
export function objectAt({ reader }: EnvContext, node: SyntaxNode): SyntaxNode {
	const { parent } = node;
	const member = parent === null ? undefined : reader.member(parent);
	return parent !== null &&
		member !== undefined &&
		!reader.is(parent, 'index') &&
		member.propertyNode.startIndex === node.startIndex
		? parent
		: node;
}
