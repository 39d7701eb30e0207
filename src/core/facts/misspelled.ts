import { siteOf, type Site } from '../recognition/site';
import { targetId } from '../catalog/tokens';
import { ancestors, type SyntaxNode } from '../syntax/node';
import { readerFor, type KeyValue, type Reader } from '../syntax/read';
import type { TextDocument } from '../text/document';
import type { Span } from '../text/lines';
import type { Extractor } from './extractor';
import type { FactBase } from './model';

/** A word in an error context that is almost a documented code. */
export interface MisspelledFact extends FactBase {
	readonly kind: 'misspelled';
	readonly name: string;
	/** The documented code. */
	readonly meant: string;
	readonly target: string;
}

const codeShape = /\b[A-Z][A-Z0-9]*(?:_[A-Z0-9]+)+\b/g;
const codeKey = /(?:code|error|err|reason|type|status|kind|name)$/i;
const errorCall = /(?:error|exception|fail|reject|raise|abort|throw|send|json|respond|reply|problem|body|detail)/i;

/** Words that are one or two edits from a documented specific code, where an error code is expected. */
export const misspelledExtractor: Extractor = {
	kinds: ['misspelled'],
	markers: [],
	reads: () => true,
	*extract({ document, tree, catalogs }) {
		for (const match of document.text.matchAll(codeShape)) {
			const token = catalogs.nearMisses.of(match[0]);
			if (token === undefined) continue;
			const span = { start: match.index, end: match.index + match[0].length };
			const site = siteOf(document, tree(), span);
			if (!isErrorContext(document, span, site)) continue;
			yield {
				kind: 'misspelled',
				name: match[0],
				meant: token.text,
				target: targetId(token.target),
				range: document.range(span),
			};
		}
	},
};

function isErrorContext(document: TextDocument, span: Span, site: Site): boolean {
	if (site.place === 'comment' || site.place === 'name') return false;
	if (site.node === undefined) {
		const before = document.text.slice(Math.max(0, span.start - 60), span.start);
		return /(?:code|error|reason)["'`\s]*[:=]\s*["'`]?$/i.test(before);
	}
	const reader = readerFor(document.language);
	if (site.place === 'member')
		return codeKey.test(objectName(reader, site.node) ?? '') || /codes?$/i.test(objectName(reader, site.node) ?? '');
	if (site.place === 'key' || site.place === 'definition') return false;
	if (!site.whole && !/^\\?["'`]/.test(document.text.slice(span.end))) return false;
	let depth = 0;
	for (const node of ancestors(site.node)) {
		if (++depth > 8 || reader.is(node, 'function')) return false;
		const pair = reader.keyValue(node) ?? pairAround(reader, node, span);
		if (pair !== undefined) return codeKey.test(pair.key ?? reader.lastName(pair.keyNode) ?? '');
		if (reader.is(node, 'case')) return true;
		if (/binary|comparison/.test(node.type)) {
			return node.namedChildren.some((child) => child !== null && codeKey.test(reader.lastName(child) ?? ''));
		}
		if (/throw|raise/.test(node.type)) return true;
		const call = reader.call(node);
		if (call !== undefined) return errorCall.test(call.name);
	}
	return false;
}

/** The pair of a literal whose pairs are no nodes of their own: `new { code = "X" }`, `json!({ "code": "X" })`. */
const pairAround = (reader: Reader, node: SyntaxNode, { start, end }: Span): KeyValue | undefined =>
	reader.pairs(node).find(({ value }) => value !== undefined && value.startIndex <= start && value.endIndex >= end);

function objectName(reader: Reader, node: SyntaxNode): string | undefined {
	const member = node.parent === null ? undefined : reader.member(node.parent);
	return member === undefined ? undefined : reader.lastName(member.object);
}
