import { ancestors, type SyntaxNode, type SyntaxTree } from '../syntax/node';
import { readerFor } from '../syntax/read';
import { lineText, type TextDocument } from '../text/document';
import type { Span } from '../text/lines';

export type NumberMeaning = 'http' | 'ws' | 'grpc';

/** Words that make the number after them an HTTP status. */
const statusWord = /^(?:http_?)?(?:status|statuscode|status_code|statusline|responsestatus|response_status)$/i;
const statusCall =
	/^(?:status|sendstatus|code|writehead|writeheader|abort|statuscode|halt|http_response_code|setstatus|set_status|respond|head|assertstatus|assert_status|tohavestatus)$/i;
const closeCall = /^(?:close|terminate|disconnect|_?closewith\w*|ws_?close|closesocket|closewebsocket)$/i;
const closeWord = /^(?:close_?code|ws_?code|close_?status|code)$/i;

const httpBefore =
	/(?:\b(?:http(?:\/\d(?:\.\d)?"?)?|status(?:[ _-]?code)?|sendstatus|writehead(?:er)?|returns?|returned|responded(?: with)?|error|response(?: code)?)|\bHTTP_)["'`)\]]?\s*(?:===?|!==?|:=?|=|\(|->|=>|is|was)?\s*["'`(]*$/i;
const wsBefore =
	/(?:\b(?:close[sd]?(?: (?:with|code))*|close_?code|websocket(?: (?:close|code|closes|closed with))*|ws(?: code)?|(?:event|ev|e|evt|err|reason|close)\??\.code|close_code))["'`)\]]?\s*(?:===?|!==?|:=?|=|\(|->|=>|is|was)?\s*["'`(]*$/i;

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
	const range = value >= 100 && value <= 599 ? 'http' : value >= 1000 && value <= 4999 ? 'ws' : undefined;
	if (range === undefined) return undefined;
	const position = document.positionAt(span.start);
	const line = lineText(document, position.line);
	const before = line.slice(Math.max(0, position.character - 80), position.character);
	const after = line.slice(position.character + (span.end - span.start));
	if (/^(?:\.\d|[\w%]|-\d)/.test(after) || (/[\w.][-.]?$/.test(before.slice(-2)) && /[\d.]$/.test(before)))
		return undefined;
	const lineSays = (range === 'http' ? httpBefore : wsBefore).test(before);
	if (tree === undefined) return lineSays ? range : undefined;
	const node = tree.root.descendantForIndex(span.start, span.end - 1);
	const reader = readerFor(document.language);
	if (node === null) return undefined;
	const inText = [...ancestors(node)]
		.slice(0, 3)
		.some((item) => reader.is(item, 'string') || reader.is(item, 'comment'));
	if (inText) return lineSays ? range : undefined;
	return treeSays(document, node, range) ? range : undefined;
}

function treeSays(document: TextDocument, node: SyntaxNode, range: 'http' | 'ws'): boolean {
	const reader = readerFor(document.language);
	const word = range === 'http' ? statusWord : closeWord;
	const callee = range === 'http' ? statusCall : closeCall;
	const named = (other: SyntaxNode | undefined): boolean => {
		const name = other === undefined ? undefined : reader.lastName(other);
		if (name === undefined) return false;
		return word.test(name) || (range === 'http' ? /status(?:_?code)?$/i.test(name) : /close_?code$/i.test(name));
	};
	let depth = 0;
	for (const current of ancestors(node)) {
		if (++depth > 5 || reader.is(current, 'function')) return false;
		const pair = reader.keyValue(current);
		if (pair !== undefined && pair.keyNode.startIndex !== node.startIndex) {
			const key = pair.key ?? reader.lastName(pair.keyNode) ?? '';
			return (
				word.test(key) ||
				(range === 'http' ? /status(?:_?code)?$/i.test(key) : /(?:close|ws)_?code$|^ws_?\w*code/i.test(key))
			);
		}
		const call = reader.call(current);
		if (call !== undefined) {
			const first = call.arguments[0];
			if (callee.test(call.name)) return first?.startIndex === node.startIndex || call.arguments.length <= 3;
			if (range === 'http')
				return /(?:exception|httperror|createerror|apierror|problem|response|^json|^error$|^xml|^send)/i.test(
					call.name,
				);
			return false;
		}
		if (/binary|comparison|boolean_operator/.test(current.type)) {
			const others = current.namedChildren.filter((child) => child !== null && child.startIndex !== node.startIndex);
			return others.some((child) => child !== null && named(child));
		}
		if (reader.is(current, 'case')) {
			for (const outer of ancestors(current)) {
				if (!/switch|match|case_statement|^case$/.test(outer.type) || reader.is(outer, 'case')) continue;
				const subject =
					outer.childForFieldName('value') ??
					outer.childForFieldName('subject') ??
					outer.childForFieldName('condition');
				return subject !== null && named(reader.unwrap(subject));
			}
			return false;
		}
	}
	return false;
}
