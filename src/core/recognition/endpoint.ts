import { endpointMethod, type Token } from '../catalog/tokens';
import { ancestors, type SyntaxNode, type SyntaxTree } from '../syntax/node';
import { readerFor, type Call, type Reader } from '../syntax/read';
import { besides, type TextDocument } from '../text/document';
import type { Span } from '../text/lines';

const methodName = /^(?:http)?(get|post|put|patch|delete|head|options)(?:mapping|async|json|forobject|forentity)?$/i;
const methodWord = /\b(GET|POST|PUT|PATCH|DELETE|HEAD|OPTIONS)\b/;
const methodWords = /\b(get|post|put|patch|delete|head|options)\b/gi;

/** The whole path of a route or a request, whatever host or prefix stands before it, and not another method's. */
export function isEndpoint(token: Token, document: TextDocument, tree: SyntaxTree | undefined, span: Span): boolean {
	const next = document.text.charAt(span.end);
	if (next !== '' && !/[\s"'`?#&),.:;\]}\\|>]/.test(next)) return false;
	const documented = endpointMethod(token.text);
	if (documented === undefined) return true;
	const used = usedMethod(document, tree, span);
	return used === undefined || used === documented;
}

/** `POST /speakers`, the method and the path in one text. */
const justBefore = /\b(GET|POST|PUT|PATCH|DELETE|HEAD|OPTIONS)\s+\S*$/;

/** The HTTP method that the code around a path names, in capitals; undefined when it does not say. */
export function usedMethod(document: TextDocument, tree: SyntaxTree | undefined, span: Span): string | undefined {
	const { before } = besides(document, span);
	const beside = justBefore.exec(before)?.[1];
	if (beside !== undefined) return beside;
	const node = tree?.root.descendantForIndex(span.start, Math.max(span.start, span.end - 1)) ?? null;
	const reader = readerFor(document.language);
	for (const current of node === null ? [] : ancestors(node)) {
		if (reader.is(current, 'comment')) break;
		const call = reader.call(current);
		const method = call === undefined ? methodOfAnnotation(reader, current) : methodOfCall(reader, call, span);
		if (method !== undefined) return method;
		if (reader.is(current, 'statement') || reader.is(current, 'block') || reader.is(current, 'function'))
			return undefined;
	}
	return [...before.matchAll(methodWords)].at(-1)?.[1]?.toUpperCase();
}

/** `@PostMapping("/jobs")`, `[HttpPost("/jobs")]`. */
function methodOfAnnotation(reader: Reader, node: SyntaxNode): string | undefined {
	const name = reader.is(node, 'annotation') ? /\w+/.exec(node.text)?.[0] : undefined;
	return name === undefined ? undefined : methodName.exec(name)?.[1]?.toUpperCase();
}

/** `'post'`, `HttpMethod.POST`, `http.MethodPost`. */
function methodOf(reader: Reader, node: SyntaxNode): string | undefined {
	const literal = reader.string(node)?.value.toUpperCase();
	const word = literal ?? reader.lastName(node)?.replace(/^Method[A-Z][a-z]+$/, (name) => name.slice(6).toUpperCase());
	return word !== undefined && methodWord.exec(word)?.[0] === word ? word : undefined;
}

function methodOfCall(reader: Reader, call: Call, span: Span): string | undefined {
	const named = methodName.exec(call.name)?.[1];
	if (named !== undefined) return named.toUpperCase();
	let opaque = false;
	for (const argument of call.arguments) {
		const holdsPath = argument.startIndex <= span.start && argument.endIndex >= span.end;
		const word = holdsPath ? undefined : methodOf(reader, argument);
		if (word !== undefined) return word;
		const pairs = [reader.keyValue(argument), ...reader.pairs(argument)].filter((pair) => pair !== undefined);
		const pair = pairs.find(({ key }) => key !== undefined && /^methods?$/i.test(key));
		if (pair?.value !== undefined) return methodWord.exec(pair.value.text.toUpperCase())?.[0];
		opaque ||= !holdsPath && pairs.length === 0;
	}
	return call.name === 'fetch' && !opaque ? 'GET' : undefined;
}
