import { ancestors, namedChildren, type SyntaxNode, type SyntaxTree } from '../syntax/node';
import { readerFor, type Call, type Reader } from '../syntax/read';
import { besides, type TextDocument } from '../text/document';
import type { Span } from '../text/lines';
import { columnHeading } from './markdownTable';
import { plainCode, socketLine, socketWords, words, type NumberMeaning } from './numberNames';

export type { NumberMeaning } from './numberNames';

const reach = 100;

/**
 * What a bare number means where it stands, or undefined when nothing says. HTTP statuses are 100 to 599, close codes
 * 1000 to 4999 (RFC 6455, 7.4.2).
 */
export function numberMeaning(
	document: TextDocument,
	tree: SyntaxTree | undefined,
	span: Span,
): NumberMeaning | undefined {
	const value = Number(document.text.slice(span.start, span.end));
	const meaning = value >= 100 && value <= 599 ? 'http' : value >= 1000 && value <= 4999 ? 'ws' : undefined;
	if (meaning === undefined) return undefined;
	const line = besides(document, span);
	const before = line.before.slice(-reach);
	const after = line.after.slice(0, reach);
	if (isPartOfNumber(before, after)) return undefined;
	const node = document.language === 'shell' ? null : (tree?.root.descendantForIndex(span.start, span.end - 1) ?? null);
	const says =
		node === null || isInText(document, node)
			? lineSays(document, span, before, after, meaning)
			: treeSays(document, node, meaning);
	return says ? meaning : undefined;
}

/** `503.5`, `1.503`, `503ms`, `1,503`, `2024-500`, `#404`, `$503`, `/404`. */
function isPartOfNumber(before: string, after: string): boolean {
	return /^(?:[.,]\d|[\w%]|-\d|:\d)/.test(after) || /(?:[\w)][.,-]|\d:|[$#€£/]|\w)$/.test(before);
}

function isInText(document: TextDocument, node: SyntaxNode): boolean {
	const reader = readerFor(document.language);
	const isData = document.language === 'json' || document.language === 'yaml';
	for (const item of [...ancestors(node)].slice(0, 3)) {
		if (reader.is(item, 'comment')) return true;
		if (reader.is(item, 'string')) return !(isData && /^["']?\d+["']?$/.test(item.text));
	}
	return false;
}

function lineSays(document: TextDocument, span: Span, before: string, after: string, meaning: NumberMeaning): boolean {
	const vocabulary = words[meaning];
	if (vocabulary.before.test(before) || vocabulary.after.test(after)) return true;
	if (document.language === 'nginx') return /^\s*(?:return|error_page(?:\s+\d+)*)\s+$/.test(before);
	if (meaning === 'ws' && /\bcode["'`]?\s*(?:===?|[:=])\s*$/i.test(before))
		return socketLine.test(lineOf(document, span));
	const heading = columnHeading(document, span);
	return heading !== undefined && vocabulary.heading.test(heading);
}

function lineOf(document: TextDocument, span: Span): string {
	const { before, after } = besides(document, span);
	return before + after;
}

function treeSays(document: TextDocument, node: SyntaxNode, meaning: NumberMeaning): boolean {
	const reader = readerFor(document.language);
	const { name, expression } = words[meaning];
	const socket = (): boolean => meaning === 'ws' && socketWords.some((word) => document.holds(word));
	const isName = (text: string): boolean => name.test(text) || (plainCode.test(text) && socket());
	const isSource = (other: SyntaxNode | undefined): boolean => {
		const text = other === undefined || other.endIndex - other.startIndex > 120 ? '' : other.text.trim();
		return expression.test(text) && (meaning === 'http' || /close/i.test(text) || socket());
	};
	let depth = 0;
	for (const current of ancestors(node)) {
		if (++depth > 7 || reader.is(current, 'function') || reader.is(current, 'index')) return false;
		const pair = reader.keyValue(current);
		if (pair !== undefined) {
			if (pair.keyNode.startIndex === node.startIndex) continue; // `responses: { 404: … }`
			return isName(pair.key ?? reader.lastName(pair.keyNode) ?? pair.keyNode.text);
		}
		const call = reader.call(current);
		if (call !== undefined) return callSays(reader, call, node, meaning, isSource);
		if (isCase(reader, current, node)) return isSource(subjectOf(reader, current));
		if (isComparison(current)) return namedChildren(current).some((child) => !covers(child, node) && isSource(child));
		if (isArithmetic(current)) return false;
		if (
			/cast_expression/.test(current.type) &&
			isName(current.namedChildren[0]?.text.replace(/Status$/, 'Code') ?? '')
		) {
			return true;
		}
		if (reader.is(current, 'statement')) return isPythonAnswer(current, node, meaning);
	}
	return false;
}

const covers = (outer: SyntaxNode, inner: SyntaxNode): boolean =>
	outer.startIndex <= inner.startIndex && outer.endIndex >= inner.endIndex;
const isComparison = (node: SyntaxNode): boolean =>
	/binary|comparison/.test(node.type) && node.children.some((child) => child !== null && isComparing(child.text));
const isComparing = (text: string): boolean => /^(?:[=!]==?|[<>]=?|in|is|instanceof|<>)$/.test(text);
const isArithmetic = (node: SyntaxNode): boolean =>
	/binary|unary|update/.test(node.type) &&
	!node.children.some((child) => /^(?:\|\||&&|\?\?|or|and)$/.test(child?.text ?? ''));

/** `res.status(503)`, `new HttpException('x', 503)`, `expect(res.status).toBe(503)`, `request(app).get('/').expect(503)`. */
function callSays(
	reader: Reader,
	call: Call,
	node: SyntaxNode,
	meaning: NumberMeaning,
	isSource: (other: SyntaxNode) => boolean,
): boolean {
	const vocabulary = words[meaning];
	const position = call.arguments.findIndex((argument) => covers(argument, node));
	if (position < 0) return false;
	if (vocabulary.call.test(call.name)) return position === 0;
	if (vocabulary.anyArgument.test(call.name)) return true;
	const asserted = call.receiver === undefined ? undefined : reader.call(reader.unwrap(call.receiver));
	if (/^(?:expect|to_?be|to_?equal|eq|equals?|strict_?equal|is|same|assert\w*|(?:not_?)?equal\w*)$/i.test(call.name)) {
		if (meaning === 'http' && call.name === 'expect' && asserted !== undefined) return true;
		return [...call.arguments, ...(asserted?.arguments ?? [])].some((item) => !covers(item, node) && isSource(item));
	}
	return false;
}

/** The value of a `case`, not its body. */
function isCase(reader: Reader, current: SyntaxNode, node: SyntaxNode): boolean {
	if (!reader.is(current, 'case')) return false;
	const body = current.children.find(
		(child) => child !== null && (/^(?::|=>|->|then)$/.test(child.type) || reader.is(child, 'block')),
	);
	return body === undefined || body === null || node.startIndex < body.startIndex;
}

/** What a `switch` or a `match` looks at. */
function subjectOf(reader: Reader, branch: SyntaxNode): SyntaxNode | undefined {
	for (const outer of ancestors(branch)) {
		if (reader.is(outer, 'case') || !/switch|match|case/.test(outer.type)) continue;
		const subject = namedChildren(outer)[0];
		if (subject !== undefined && !reader.is(subject, 'case') && subject.endIndex <= branch.startIndex)
			return reader.unwrap(subject);
	}
	return undefined;
}

/** Flask's `return jsonify(error), 503`. */
function isPythonAnswer(statement: SyntaxNode, node: SyntaxNode, meaning: NumberMeaning): boolean {
	const list = statement.type === 'return_statement' ? statement.namedChildren[0] : undefined;
	const first = list?.namedChildren[0];
	return (
		meaning === 'http' &&
		list?.type === 'expression_list' &&
		list.namedChildren[1]?.startIndex === node.startIndex &&
		/^(?:call|dictionary|string)$/.test(first?.type ?? '')
	);
}
