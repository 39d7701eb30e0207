import { embeddedCode, lineComments, type LanguageId } from '../syntax/languages';
import { ancestors, type SyntaxNode, type SyntaxTree } from '../syntax/node';
import { readerFor, type Reader } from '../syntax/read';
import { besides, type TextDocument } from '../text/document';
import type { Span } from '../text/lines';

/**
 * Where a word stands, in the terms that decide whether it is meant: `definition` is an enum member, a constant or a field
 * being declared; `text` is prose, a log line, or a configuration format that is read line by line.
 */
export type Place = 'string' | 'comment' | 'key' | 'member' | 'definition' | 'name' | 'text';

export interface Site {
	readonly place: Place;
	/** The word is the whole of its string, key or name. */
	readonly whole: boolean;
	/** The string, name or comment node, where the language has a tree. */
	readonly node?: SyntaxNode;
}

/** The site of a span; by the tree where there is one, by the line's quotes and comment marks elsewhere. */
export function siteOf(document: TextDocument, tree: SyntaxTree | undefined, span: Span): Site {
	const site = tree === undefined ? undefined : treeSite(readerFor(document.language), tree, span);
	return site ?? lineSite(document, span);
}

function treeSite(reader: Reader, tree: SyntaxTree, span: Span): Site | undefined {
	const found = tree.root.descendantForIndex(span.start, Math.max(span.start, span.end - 1));
	if (found === null) return undefined;
	let depth = 0;
	for (const node of ancestors(found)) {
		if (reader.is(node, 'comment')) return { place: 'comment', whole: false, node };
		if (reader.is(node, 'string')) return stringSite(reader, node, span);
		if (reader.is(node, 'name')) return nameSite(reader, node, span);
		if (reader.is(node, 'number')) return { place: 'text', whole: node.startIndex === span.start, node };
		if (++depth > 3) break;
	}
	return undefined;
}

function stringSite(reader: Reader, node: SyntaxNode, span: Span): Site {
	const literal = reader.string(node);
	const whole = literal !== undefined && literal.start === span.start && literal.end === span.end;
	const pair = node.parent === null ? undefined : reader.keyValue(node.parent);
	const isKey = pair !== undefined && pair.keyNode.startIndex === node.startIndex;
	return { place: isKey ? 'key' : 'string', whole, node };
}

function nameSite(reader: Reader, node: SyntaxNode, span: Span): Site {
	const whole = node.endIndex - node.startIndex <= span.end - span.start + 1;
	const parent = node.parent;
	if (parent === null) return { place: 'name', whole, node };
	const starts = (other: SyntaxNode | undefined): boolean => other?.startIndex === node.startIndex;
	if (reader.is(parent, 'enum-member')) return { place: 'definition', whole, node };
	const pair = reader.keyValue(parent);
	if (pair !== undefined && starts(pair.keyNode)) {
		return { place: reader.is(parent, 'assignment') ? 'definition' : 'key', whole, node };
	}
	const member = reader.member(parent);
	if (member !== undefined && starts(member.propertyNode)) return { place: 'member', whole, node };
	const call = reader.call(parent);
	if (call?.receiver !== undefined && starts(call.nameNode)) return { place: 'member', whole, node };
	if (reader.is(node, 'name') && node.type.startsWith('shorthand_property')) return { place: 'key', whole, node };
	if (/(?:field_declaration|variant|property_promotion|typed_parameter)$/.test(parent.type)) {
		return { place: 'definition', whole, node };
	}
	return { place: 'name', whole, node };
}

/** Languages whose unquoted text is prose rather than code. */
const prose: ReadonlySet<LanguageId> = new Set<LanguageId>(['markdown', 'log', 'plaintext', 'html']);
/** Prose, or the markup around the script of a component. */
export const isProse = (language: LanguageId): boolean => prose.has(language) || embeddedCode(language) !== undefined;
/** Languages of `key = value` lines. */
const assignments: ReadonlySet<LanguageId> = new Set<LanguageId>(['dotenv', 'properties', 'toml', 'dockerfile', 'hcl']);

function lineSite(document: TextDocument, span: Span): Site {
	const { before, after } = besides(document, span);
	const line = before + document.text.slice(span.start, span.end) + after;
	const from = before.length;
	if (/^[ \t]*(?:\*|\/\*)/.test(line) && lineComments(document.language).includes('//')) {
		return { place: 'comment', whole: false };
	}
	const quote = enclosingQuote(document, line, from);
	if (quote === 'comment') return { place: 'comment', whole: false };
	if (quote !== undefined) {
		const whole = before.endsWith(quote) && after.startsWith(quote);
		const isKey = whole && /^.\s*:/.test(after);
		return { place: isKey ? 'key' : 'string', whole };
	}
	if (assignments.has(document.language)) {
		if (/^\s*(?:export\s+|ENV\s+|ARG\s+)?(?:[\w-]+\.)*$/i.test(before) && /^\s*[=:]?/.test(after))
			return { place: 'key', whole: true };
		return { place: 'string', whole: /[=:\s]$/.test(before) && /^\s*$/.test(after) };
	}
	if (isProse(document.language)) return { place: 'text', whole: false };
	if (/\.$/.test(before)) return { place: 'member', whole: true };
	return { place: 'name', whole: true };
}

/** The quote that is open at `column`, `comment` after a comment mark, undefined outside of both. */
function enclosingQuote(document: TextDocument, line: string, column: number): string | undefined {
	const quotes = isProse(document.language) ? '`"' : '"\'`';
	const marks = lineComments(document.language);
	let open: string | undefined;
	for (let index = 0; index < column; index++) {
		const char = line.charAt(index);
		if (open !== undefined) {
			if (char === '\\') index++;
			else if (char === open) open = undefined;
		} else if (quotes.includes(char)) open = char;
		else if (marks.some((mark) => line.startsWith(mark, index)) && (index === 0 || /\s/.test(line.charAt(index - 1)))) {
			return 'comment';
		}
	}
	return open !== undefined && line.includes(open, column) ? open : undefined;
}

/** In prose a common word counts only when it is marked up as code or quoted. */
export function isMarked(document: TextDocument, span: Span): boolean {
	return isBetween(document, span, '`') || isBetween(document, span, '"');
}

export function isBetween({ text }: TextDocument, span: Span, open: string, close = open): boolean {
	return text.startsWith(open, span.start - open.length) && text.startsWith(close, span.end);
}
