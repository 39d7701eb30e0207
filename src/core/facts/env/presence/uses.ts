import { ancestors, namedChildren, sameNode, type SyntaxNode } from '../../../syntax/node';
import type { EnvContext } from '../context';
import { escape } from '../lookup';

const maxUses = 24;

/** The places that use the variable or constant which takes the value of `node`; undefined when nothing does. */
export function bindingUses(
	context: EnvContext,
	node: SyntaxNode,
	parent: SyntaxNode,
): readonly SyntaxNode[] | undefined {
	const declared = namesTaking(context, node, parent);
	if (declared === undefined) return undefined;
	const { at, names } = declared;
	const scope = scopeOf(context, at);
	return names.flatMap((name) => usesOf(context, name, at, scope));
}

/** The places after `at` that use the variable `name` within `scope`. */
export function usesOf(context: EnvContext, name: string, at: SyntaxNode, scope: SyntaxNode): readonly SyntaxNode[] {
	const uses: SyntaxNode[] = [];
	const pattern = new RegExp(`(?<![\\w$.])\\$?${escape(name)}\\b`, 'g');
	pattern.lastIndex = at.endIndex;
	const text = context.document.text.slice(0, scope.endIndex);
	for (let match = pattern.exec(text); match !== null && uses.length < maxUses; match = pattern.exec(text)) {
		const use = context.root.descendantForIndex(match.index, match.index + match[0].length);
		if (use !== null && isUse(context, use, name)) uses.push(use.parent?.type === 'variable_name' ? use.parent : use);
	}
	return uses;
}

function namesTaking(
	{ reader }: EnvContext,
	node: SyntaxNode,
	parent: SyntaxNode,
): { at: SyntaxNode; names: readonly string[] } | undefined {
	const pair = reader.is(parent, 'assignment') ? reader.keyValue(parent) : undefined;
	if (pair?.value === undefined || !(pair.value.startIndex <= node.startIndex && pair.value.endIndex >= node.endIndex))
		return undefined;
	const left =
		parent.childForFieldName('left') ??
		parent.childForFieldName('name') ??
		parent.childForFieldName('pattern') ??
		pair.keyNode;
	const names = (left.type === 'expression_list' ? namedChildren(left) : [left]).map((item) =>
		item.text.replace(/^\$|^mut /g, ''),
	);
	const plain = names.filter((name) => /^\w+$/.test(name) && name !== '_' && name !== 'err');
	return plain.length === 0 ? undefined : { at: parent, names: plain };
}

function scopeOf({ reader, root }: EnvContext, at: SyntaxNode): SyntaxNode {
	for (const outer of ancestors(at)) if (outer !== at && reader.is(outer, 'function')) return outer;
	return root;
}

function isUse({ reader }: EnvContext, use: SyntaxNode, name: string): boolean {
	if (!/identifier|variable_name|constant|^name$/.test(use.type) || use.text.replace(/^\$/, '') !== name) return false;
	const { parent } = use;
	if (parent === null || /property|shorthand/.test(use.type)) return false;
	const pair = reader.keyValue(parent);
	return pair === undefined || !sameNode(pair.keyNode, use);
}
