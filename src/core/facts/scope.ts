import { ancestors, type SyntaxNode } from '../syntax/node';
import { readerFor, type Reader } from '../syntax/read';
import type { TextDocument } from '../text/document';
import type { Span } from '../text/lines';

/** One file, for readers that follow a name to the value it was given. */
export interface Scope {
	readonly document: TextDocument;
	readonly root: SyntaxNode;
	readonly reader: Reader;
	/** The node of a word. */
	nodeAt(span: Span): SyntaxNode | undefined;
	/** The value of a name or of `this.name` where it is used, when the file gives it exactly one. */
	valueOf(use: SyntaxNode): SyntaxNode | undefined;
	/** What a function of this file returns, when it only returns: the value of its one `return` or its bare body. */
	returnOf(name: string): SyntaxNode | undefined;
}

export function createScope(document: TextDocument, root: SyntaxNode): Scope {
	const reader = readerFor(document.language);
	const nodeAt = ({ start, end }: Span): SyntaxNode | undefined =>
		root.descendantForIndex(start, Math.max(start, end - 1)) ?? undefined;

	/** Declarations and assignments of what `pattern` finds. */
	function assigned(pattern: RegExp): { readonly node: SyntaxNode; readonly value: SyntaxNode | undefined }[] {
		return [...document.text.matchAll(pattern)].flatMap((match) => {
			const node = nodeAt({ start: match.index, end: match.index + match[0].length });
			for (const outer of node === undefined ? [] : ancestors(node)) {
				const pair = reader.is(outer, 'assignment') || isField(outer) ? reader.keyValue(outer) : undefined;
				if (pair !== undefined) {
					return pair.keyNode.startIndex <= match.index && pair.keyNode.endIndex > match.index
						? [{ node: outer, value: /augmented|operator_assign/.test(outer.type) ? undefined : pair.value }]
						: [];
				}
				if (reader.is(outer, 'statement') || reader.is(outer, 'block')) return [];
			}
			return [];
		});
	}

	function ofName(use: SyntaxNode): SyntaxNode | undefined {
		const name = use.text;
		const functions = [...ancestors(use)].filter((node) => reader.is(node, 'function'));
		if (functions.some((fn) => isParameterOf(fn, name))) return undefined;
		const all = assigned(
			new RegExp(
				`(?<![\\w$.])${escape(name)}(?![\\w$])(?=\\s*(?::[^=;{}\\n]{0,80})?(?:[-+*/|&?:]{0,2})=(?![=>]))`,
				'g',
			),
		);
		const visible = all.filter(({ node }) => {
			const home = [...ancestors(node)].find((outer) => reader.is(outer, 'function'));
			return (
				home === undefined || functions.some((fn) => fn.startIndex === home.startIndex && fn.endIndex === home.endIndex)
			);
		});
		const innermost = functions.find((fn) => visible.some(({ node }) => contains(fn, node)));
		const nearest = innermost === undefined ? visible : visible.filter(({ node }) => contains(innermost, node));
		return nearest.length === 1 ? nearest[0]?.value : undefined;
	}

	function ofField(name: string): SyntaxNode | undefined {
		const plain = escape(name);
		const all = assigned(
			new RegExp(
				`(?:(?<=\\b(?:this|self)\\.|@)${plain}|(?<![\\w$.])${plain})(?![\\w$])(?=\\s*(?::[^=;{}\\n]{0,80})?[-+*/|&?]{0,2}=(?![=>]))`,
				'g',
			),
		);
		const own = all.filter(
			({ node }) => isField(node) || /^(?:this|self)\.|^@/.test(reader.keyValue(node)?.keyNode.text ?? ''),
		);
		const values = own.filter(({ value }) => value === undefined || !isEmpty(value));
		return values.length === 1 ? values[0]?.value : undefined;
	}

	/** A class field; in a pair of an object the key is no name that code refers to. */
	const isField = (node: SyntaxNode): boolean => /field_definition|^property_declaration$/.test(node.type);
	const isEmpty = (value: SyntaxNode): boolean => /^(?:null|undefined|None|nil|''|"")$/.test(value.text);

	return {
		document,
		root,
		reader,
		nodeAt,
		valueOf(use) {
			const node = reader.unwrap(use);
			if (reader.is(node, 'name')) return ofName(node);
			const member = reader.member(node);
			if (member?.property === undefined || !/^(?:this|self)$/.test(member.object.text)) return undefined;
			return ofField(member.property);
		},
		returnOf(name) {
			if (!/^[\w$#]+$/.test(name)) return undefined;
			const pattern = new RegExp(
				`(?:\\b(?:function|def|func)\\s+${escape(name)}(?=\\s*[(<]))|(?<![\\w$.])${escape(name)}(?=\\s*(?::[^=;{}\\n]{0,80})?=(?![=>]))`,
				'g',
			);
			const found = [...document.text.matchAll(pattern)].flatMap((match) => {
				const end = match.index + match[0].length;
				const node = nodeAt({ start: end - 1, end });
				for (const outer of node === undefined ? [] : ancestors(node)) {
					const fn = reader.is(outer, 'function') ? outer : reader.keyValue(outer)?.value;
					if (fn !== undefined && reader.is(fn, 'function')) return [returned(reader, fn)];
					if (reader.is(outer, 'statement') || reader.is(outer, 'block')) return [];
				}
				return [];
			});
			return found.length === 1 ? found[0] : undefined;
		},
	};
}

/** The text of what a function takes names `name`. */
function isParameterOf(fn: SyntaxNode, name: string): boolean {
	const list = fn.childForFieldName('parameters') ?? fn.childForFieldName('parameter');
	return (
		list !== null && new RegExp(`(?<![\\w$.])${escape(name)}(?![\\w$])(?!\\s*:\\s*[\\w$]+\\s*[,}].*=>)`).test(list.text)
	);
}

function returned(reader: Reader, fn: SyntaxNode): SyntaxNode | undefined {
	const body = fn.childForFieldName('body');
	if (body === null) return undefined;
	if (!reader.is(body, 'block')) return reader.unwrap(body);
	const statements = body.namedChildren.filter((child) => child !== null && !reader.is(child, 'comment'));
	const [only] = statements;
	if (only === null || only === undefined || statements.length > 1 || !/^return/.test(only.type)) return undefined;
	const value = only.namedChildren[0];
	return value === null || value === undefined ? undefined : reader.unwrap(value);
}

export const contains = (outer: SyntaxNode, inner: SyntaxNode): boolean =>
	outer.startIndex <= inner.startIndex && outer.endIndex >= inner.endIndex;

export const escape = (text: string): string => text.replace(/[$()*+.?[\\\]^{|}]/g, '\\$&');
export const spanOf = (node: SyntaxNode): Span => ({ start: node.startIndex, end: node.endIndex });
