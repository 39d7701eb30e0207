import { ancestors, type SyntaxNode } from '../syntax/node';
import type { TextDocument } from '../text/document';
import { isHeaderName } from '../http/headers';
import { readList } from './cors/list';
import { memberOf } from './cors/members';
import type { HeaderConstantFact, ValueList } from './cors/policy';
import { createPolicyContext, type PolicyContext } from './cors/read';
import type { Extractor } from './extractor';

const declaration = /\b([A-Za-z_$][\w$]*header[\w$]*|headers?[\w$]*)\b(?=\s*(?::[^=;{\n]{0,80})?:?=(?![=>]))/gi;
const member = /\b([A-Za-z_$][\w$]*)\b(?=\s*[:=]\s*["'`]x-[\w-]+["'`])/gi;

/** Constants that stand for a header or a list of headers, so that other files can be read that use them. */
export const headerConstantExtractor: Extractor = {
	kinds: ['header-constant'],
	markers: [],
	after: ['cors-policy'],
	reads: ({ text, language }) =>
		language !== 'markdown' && language !== 'json' && language !== 'yaml' && /headers?/i.test(text),
	*extract({ document, tree }) {
		const names = [...namesIn(document, declaration), ...namesIn(document, member)].filter(
			({ start, end }) => !isOption(document.text.slice(start, end), document.text.slice(end, end + 2)),
		);
		if (names.length === 0) return;
		const root = tree()?.root;
		if (root === undefined) return;
		const context = createPolicyContext(document, root);
		const seen = new Set<number>();
		for (const { start, end } of names) {
			const fact = seen.has(start) ? undefined : constantAt(context, start, end);
			seen.add(start);
			if (fact !== undefined) yield fact;
		}
	},
};

function namesIn({ text }: TextDocument, pattern: RegExp): { start: number; end: number }[] {
	return Array.from(text.matchAll(pattern), (match) => ({ start: match.index, end: match.index + match[0].length }));
}

function constantAt(context: PolicyContext, start: number, end: number): HeaderConstantFact | undefined {
	const { document, reader } = context;
	const node = context.nodeAt(start, end);
	const text = document.text.slice(start, end);
	if (node === undefined || !reader.is(node, 'name')) return undefined;
	for (const ancestor of [...ancestors(node)].slice(1, 4)) {
		const pair = reader.keyValue(ancestor) ?? enumMember(context, ancestor);
		if (pair?.value === undefined) continue;
		if (reader.is(ancestor, 'named-argument') || (reader.is(ancestor, 'pair') && isOption(text, ':'))) return undefined;
		if (pair.keyNode.startIndex !== node.startIndex && pair.keyNode.endIndex !== node.endIndex) return undefined;
		const list = plainList(context, pair.value);
		if (list === undefined) return undefined;
		const owner = reader.is(ancestor, 'assignment') ? undefined : ownerName(context, ancestor);
		const name = owner === undefined ? text : `${owner}.${text}`;
		return { kind: 'header-constant', name, range: document.range({ start, end }), list };
	}
	return undefined;
}

/** Options of calls look like declarations but are no constants: `allowedHeaders: […]`. */
const isOption = (name: string, after: string): boolean =>
	(memberOf(name) !== undefined && after.startsWith(':') && !after.startsWith(':=')) ||
	/^(?:alias|name|value|key|headers?)$/i.test(name);

function enumMember({ reader }: PolicyContext, node: SyntaxNode) {
	if (!reader.is(node, 'enum-member')) return undefined;
	const keyNode = node.childForFieldName('name');
	const value = node.childForFieldName('value');
	return keyNode === null || value === null ? undefined : { keyNode, value };
}

/** Only literals: what a constant is computed from is not followed. */
function plainList(context: PolicyContext, value: SyntaxNode): ValueList | undefined {
	const { reader } = context;
	if (reader.is(value, 'object') && reader.items(value) === undefined) return undefined;
	const isText = reader.string(value) !== undefined;
	if (isText && !isHeaderName(reader.string(value)?.value.trim() ?? '') && !/,/.test(value.text)) return undefined;
	if (value.text.length > 5000) return undefined;
	const list = readList(context, value);
	return list.state === 'listed' && list.entries.length > 0 ? list : undefined;
}

function ownerName({ reader }: PolicyContext, node: SyntaxNode): string | undefined {
	for (const ancestor of ancestors(node)) {
		if (ancestor.startIndex === node.startIndex) continue;
		if (reader.is(ancestor, 'assignment')) {
			const pair = reader.keyValue(ancestor);
			return pair === undefined ? undefined : reader.lastName(pair.keyNode);
		}
		const name = ancestor.childForFieldName('name');
		if (name !== null && (reader.is(ancestor, 'class') || /enum/.test(ancestor.type))) return name.text;
	}
	return undefined;
}
