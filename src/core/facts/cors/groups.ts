import { ancestors, type SyntaxNode } from '../../syntax/node';
import type { Member } from './members';
import { memberOf } from './members';
import { chainOf, chainTop, enclosingFunction, type PolicyContext } from './read';

/** One thing that a policy says. */
export interface PolicyPart {
	readonly member: Member;
	readonly keyNode: SyntaxNode;
	/** The values: one for a key, all arguments for a method. */
	readonly values: readonly SyntaxNode[];
	/** The values are the arguments of a method. */
	readonly isCall?: true;
}

/** Parts that belong to one policy. */
export interface PolicyGroup {
	/** Equal for parts of one policy. */
	readonly key: string;
	/** The object, chain or function that holds the parts. */
	readonly container: SyntaxNode;
	readonly form: 'object' | 'chain' | 'settings';
	readonly parts: PolicyPart[];
}

/** The group that a word belongs to, with the parts that can be told from it. */
export function groupAt(context: PolicyContext, word: SyntaxNode): PolicyGroup | undefined {
	const { reader } = context;
	let depth = 0;
	for (const node of ancestors(word)) {
		if (++depth > 6) return undefined;
		const call = reader.call(node);
		if (call !== undefined && covers(call.nameNode, word)) return chainGroup(context, node);
		const pair = reader.keyValue(node);
		if (pair !== undefined && covers(pair.keyNode, word)) {
			return reader.is(node, 'assignment') && !isArgument(context, node)
				? settingGroup(context, node)
				: objectGroup(context, node.parent);
		}
		if (reader.is(node, 'statement') || reader.is(node, 'string') ? node.startIndex < word.startIndex - 1 : false)
			return undefined;
	}
	return undefined;
}

export function objectGroup(context: PolicyContext, container: SyntaxNode | null): PolicyGroup | undefined {
	if (container === null) return undefined;
	const parts = context.reader.pairs(container).flatMap(({ key, keyNode, value }): PolicyPart[] => {
		const member = key === undefined ? undefined : memberOf(key);
		return member === undefined || value === undefined ? [] : [{ member, keyNode, values: [value] }];
	});
	return { key: `object ${container.startIndex}`, container, form: 'object', parts };
}

function chainGroup(context: PolicyContext, node: SyntaxNode): PolicyGroup {
	const { reader } = context;
	const top = chainTop(reader, node);
	const { calls, start } = chainOf(reader, top);
	const parts = calls.flatMap((call): PolicyPart[] => {
		const member = memberOf(call.name);
		return member === undefined ? [] : [{ member, keyNode: call.nameNode, values: call.arguments, isCall: true }];
	});
	// Setters of one object belong together; a chain is a policy of its own.
	const owner = calls.length > 1 ? top : enclosingFunction(reader, node);
	return { key: `chain ${owner.startIndex} ${start.text.slice(0, 60)}`, container: top, form: 'chain', parts };
}

/** `config.AllowHeaders = …` in Go, `CORS_ALLOW_HEADERS = …` in Django's settings. */
function settingGroup(context: PolicyContext, node: SyntaxNode): PolicyGroup | undefined {
	const { reader } = context;
	const pair = reader.keyValue(node);
	const name = pair === undefined ? undefined : reader.lastName(pair.keyNode);
	const member = name === undefined ? undefined : memberOf(name);
	if (pair?.value === undefined || member === undefined) return undefined;
	const receiver = reader.member(pair.keyNode)?.object.text ?? '';
	if (receiver === '' && !/^cors/i.test(name ?? '')) return undefined;
	const owner = enclosingFunction(reader, node);
	const key = receiver === '' ? `settings ${owner.startIndex}` : `chain ${owner.startIndex} ${receiver}`;
	return { key, container: node, form: 'settings', parts: [{ member, keyNode: pair.keyNode, values: [pair.value] }] };
}

/** `Name = "X"` in a C# attribute reads like an assignment. */
const isArgument = ({ reader }: PolicyContext, node: SyntaxNode): boolean =>
	node.parent !== null && (reader.is(node.parent, 'arguments') || /argument/.test(node.parent.type));

export const covers = (outer: SyntaxNode, inner: SyntaxNode): boolean =>
	outer.startIndex <= inner.startIndex && outer.endIndex >= inner.endIndex;
