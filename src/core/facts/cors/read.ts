import { ancestors, namedChildren, type SyntaxNode } from '../../syntax/node';
import { readerFor, type Call, type Reader } from '../../syntax/read';
import type { TextDocument } from '../../text/document';
import type { ListContext } from './list';

/** Everything that readers of policies share about one file. */
export interface PolicyContext extends ListContext {
	readonly root: SyntaxNode;
	/** The node of the word at an offset. */
	readonly nodeAt: (start: number, end: number) => SyntaxNode | undefined;
}

export function createPolicyContext(document: TextDocument, root: SyntaxNode): PolicyContext {
	const reader = readerFor(document.language);
	const nodeAt = (start: number, end: number): SyntaxNode | undefined =>
		root.descendantForIndex(start, Math.max(start, end - 1)) ?? undefined;
	return { document, root, reader, nodeAt, definition: (name) => definitionOf(document, reader, nodeAt, name) };
}

/** The value that the file gives a name, when it is declared or assigned once. */
function definitionOf(
	document: TextDocument,
	reader: Reader,
	nodeAt: PolicyContext['nodeAt'],
	name: string,
): SyntaxNode | undefined {
	if (!/^[$\w]+$/.test(name)) return undefined;
	const pattern = new RegExp(`(?<![\\w$.])${name.replace(/\$/g, '\\$')}\\b(?=\\s*(?::[^=;{]{0,80})?:?=(?![=>]))`, 'g');
	const found: SyntaxNode[] = [];
	for (const match of document.text.matchAll(pattern)) {
		const node = nodeAt(match.index, match.index + name.length);
		for (const ancestor of node === undefined ? [] : ancestors(node)) {
			const pair = reader.is(ancestor, 'assignment') ? reader.keyValue(ancestor) : undefined;
			if (pair?.value !== undefined && pair.keyNode.startIndex <= match.index && pair.keyNode.endIndex > match.index) {
				found.push(pair.value);
				break;
			}
			if (reader.is(ancestor, 'statement')) break;
		}
	}
	return found.length === 1 ? found[0] : undefined;
}

/** The function around a node, or the file. */
export function enclosingFunction(reader: Reader, node: SyntaxNode): SyntaxNode {
	let last = node;
	for (const ancestor of ancestors(node)) {
		if (reader.is(ancestor, 'function') && ancestor.startIndex !== node.startIndex) return ancestor;
		last = ancestor;
	}
	return last;
}

/** The calls of `a.b().c().d()`, from the one given inwards, and what they start from. */
export function chainOf(reader: Reader, outermost: SyntaxNode): { calls: Call[]; start: SyntaxNode } {
	const calls: Call[] = [];
	let current: SyntaxNode = outermost;
	for (let call = reader.call(current); call !== undefined; call = reader.call(current)) {
		calls.push(call);
		if (call.receiver === undefined) break;
		current = reader.unwrap(call.receiver);
	}
	return { calls, start: current };
}

/** The outermost call of the chain that a call belongs to. */
export function chainTop(reader: Reader, call: SyntaxNode): SyntaxNode {
	let top = call;
	for (const ancestor of ancestors(call)) {
		if (ancestor.startIndex !== top.startIndex && !reader.is(ancestor, 'member')) break;
		if (reader.call(ancestor) !== undefined && ancestor.startIndex === call.startIndex) top = ancestor;
		if (reader.is(ancestor, 'statement') || reader.is(ancestor, 'arguments')) break;
	}
	return top;
}

const environment =
	/\b(?:is_?)?(?:dev|devel|development|debug|local|prod|production|staging|test|testing)\b|NODE_ENV|APP_ENV|environment|IsDevelopment|isProd|isDev|__DEV__|\.DEV\b|\.PROD\b/i;

/** Whether a node stands in a branch that only some environments take. */
export function isConditional(reader: Reader, node: SyntaxNode): boolean {
	let branch = node;
	for (const ancestor of ancestors(node)) {
		if (/(?:^|_)(?:if|unless|conditional|ternary|elif|else|elsif)(?:_|$)/.test(ancestor.type)) {
			const condition = namedChildren(ancestor).find((child) => child.startIndex !== branch.startIndex);
			const head =
				condition !== undefined && condition.startIndex < branch.startIndex
					? condition.text
					: ancestor.text.slice(0, 120);
			if (environment.test(head.slice(0, 300))) return true;
		}
		if (reader.is(ancestor, 'class')) break;
		branch = ancestor;
	}
	return false;
}

/** A file that only some environments read: `appsettings.Development.json`, `settings/local.py`. */
export const isConditionalFile = (path: string): boolean =>
	/(?:^|[/._-])(?:dev|development|local|debug|staging|test)(?:[._-][\w-]+)?\.\w+$/i.test(path);

export const text = (node: SyntaxNode, length = 200): string => node.text.slice(0, length);
