import { ancestors, descendants, namedChildren, sameNode, type SyntaxNode } from '../../syntax/node';
import { escape, type Scope } from '../scope';

/** Whether a call stops the tracks of a camera or a microphone, or leaves a room. */
export function isTeardown({ reader, document }: Scope, node: SyntaxNode): boolean {
	const call = reader.call(node);
	if (call?.receiver === undefined || call.arguments.length > 0) return false;
	const receiver = call.receiver.text;
	if (call.name === 'disconnect') return /\broom\b|Room\b/.test(receiver) && !/socket/i.test(receiver);
	if (call.name !== 'stop') return false;
	if (/[tT]rack(?:s\[\w+\])?(?:\.current)?[?!]?$/.test(receiver)) return true;
	if (!/^[\w$]{1,20}$/.test(receiver)) return false;
	// `for (const t of stream.getTracks()) t.stop()` and `tracks.forEach((t) => t.stop())`
	const id = escape(receiver);
	const around = document.text.slice(Math.max(0, node.startIndex - 200), node.startIndex);
	return new RegExp(
		`[tT]racks?(?:\\(\\)|\\.current|[?!])*\\s*(?:\\.forEach\\(\\s*(?:async\\s*)?\\(?\\s*${id}\\b[^;]*$|\\)\\s*\\{?\\s*$)`,
	).test(around);
}

/** Names of functions of the file that do the teardown themselves. */
export function teardownFunctions(scope: Scope, calls: readonly SyntaxNode[]): ReadonlySet<string> {
	const { reader } = scope;
	const names = new Set<string>();
	for (const call of calls) {
		for (const fn of [...ancestors(call)].filter((node) => reader.is(node, 'function'))) {
			if (isCallback(scope, fn)) continue;
			const name = nameOf(scope, fn);
			if (name !== undefined) names.add(name);
			break;
		}
	}
	return names;
}

/** A function that is an argument of `forEach` and its kin belongs to the function around it. */
export function isCallback({ reader }: Scope, fn: SyntaxNode): boolean {
	const call = fn.parent?.parent ?? null;
	const name = call === null ? undefined : reader.call(call)?.name;
	return name !== undefined && /^(?:forEach|map|filter)$/.test(name);
}

function nameOf({ reader }: Scope, fn: SyntaxNode): string | undefined {
	const own = fn.childForFieldName('name')?.text;
	if (own !== undefined) return own;
	const { parent } = fn;
	const holder = parent !== null && reader.is(parent, 'arguments') ? (parent.parent?.parent ?? null) : parent;
	return holder === null ? undefined : reader.keyValue(holder)?.key;
}

/** The function that code runs in, callbacks of lists left out. */
export function homeOf(scope: Scope, node: SyntaxNode): SyntaxNode | undefined {
	return [...ancestors(node)].find(
		(outer) => !sameNode(outer, node) && scope.reader.is(outer, 'function') && !isCallback(scope, outer),
	);
}

/** The statements after `statement` in its block that tear down or reset, the last of them. */
export function lastOfTeardown(
	scope: Scope,
	statement: SyntaxNode,
	isPart: (node: SyntaxNode) => boolean,
): SyntaxNode | undefined {
	const block = statement.parent;
	if (block === null || !scope.reader.is(block, 'block')) return undefined;
	const siblings = namedChildren(block).filter((child) => !scope.reader.is(child, 'comment'));
	const index = siblings.findIndex((child) => sameNode(child, statement));
	let last: SyntaxNode | undefined;
	for (const sibling of siblings.slice(index + 1)) {
		const parts = [...descendants(sibling)];
		if (parts.some(isPart)) last = sibling;
		else if (!isReset(sibling)) break;
		else if (last !== undefined && !resetsUsed(sibling, statement)) last = sibling;
		else if (resetsUsed(sibling, statement)) break;
	}
	return last;
}

/** `tracks.current = [];`, `setStream(null);` */
const isReset = ({ text }: SyntaxNode): boolean =>
	/^[\w$.#?!]+\s*=\s*(?:null|undefined|\[\]|\{\}|false|'')\s*;?$|^set[A-Z]\w*\((?:null|undefined|\[\]|false)\)\s*;?$/.test(
		text,
	);

/** A value that the request still needs must not be reset before it. */
function resetsUsed(reset: SyntaxNode, statement: SyntaxNode): boolean {
	const target = /^([\w$.#]+)\s*=/.exec(reset.text)?.[1];
	return target !== undefined && statement.text.includes(target.replace(/\.current$/, ''));
}
