import { hole, withoutQueryValues } from '../http/url';
import { namedChildren, type SyntaxNode } from '../syntax/node';
import type { Call } from '../syntax/read';
import type { Scope } from './scope';

/** A part of a text that an expression puts together: fixed, or known only to the program. */
export type Piece =
	| { readonly text: string; readonly literal: SyntaxNode; readonly end: number }
	| { readonly text?: undefined; readonly inserted: SyntaxNode };

const maxDepth = 6;
const substitution = /^(?:template_substitution|interpolation|string_interpolation)$/;
/** Calls that give the text of what they are called on or given. */
const same = /^(?:toString|String|str|trim|strip|href|build|toASCIIString)$/;

/**
 * The parts of the text that an expression stands for: literals, templates, f-strings, concatenations, format calls, names
 * and functions of the same file, `new URL(path, base)`, and the default of an environment read.
 */
export function piecesOf(scope: Scope, node: SyntaxNode, depth = 0): readonly Piece[] {
	const { reader } = scope;
	const inner = reader.unwrap(node);
	const unknown: readonly Piece[] = [{ inserted: inner }];
	if (depth > maxDepth) return unknown;
	const literal = reader.string(inner);
	if (literal !== undefined) return [{ text: literal.value, literal: inner, end: literal.end }];
	if (reader.is(inner, 'string')) return interpolated(scope, inner, depth);
	const call = reader.call(inner);
	if (call !== undefined) return ofCall(scope, inner, call, depth) ?? unknown;
	const operation = binary(inner);
	if (operation !== undefined) return ofOperation(scope, operation, depth) ?? unknown;
	const member = reader.member(inner);
	if (member?.property === 'href') return piecesOf(scope, member.object, depth + 1);
	if (!reader.is(inner, 'name') && member === undefined) return unknown;
	const value = scope.valueOf(inner);
	return value === undefined || (value.startIndex <= inner.startIndex && value.endIndex >= inner.endIndex)
		? unknown
		: piecesOf(scope, value, depth + 1);
}

/** The text with `{}` for what is inserted, values of a query left out. */
export const textOf = (pieces: readonly Piece[]): string =>
	withoutQueryValues(pieces.map((piece) => piece.text ?? hole).join(''));

function ofCall(scope: Scope, node: SyntaxNode, call: Call, depth: number): readonly Piece[] | undefined {
	const { reader } = scope;
	const [first, second] = call.arguments;
	if (call.name === 'URL' && /^new\b/.test(node.text)) {
		if (first === undefined || second === undefined) return first && piecesOf(scope, first, depth + 1);
		const path = piecesOf(scope, first, depth + 1);
		return /^(?:\w+:)?\/\//.test(textOf(path)) ? path : [{ inserted: second }, ...slashed(path)];
	}
	if (same.test(call.name)) {
		const subject = call.arguments.length === 0 ? call.receiver : first;
		return subject === undefined ? undefined : piecesOf(scope, subject, depth + 1);
	}
	if (/^(?:urljoin|JoinPath)$/.test(call.name) && first !== undefined && second !== undefined)
		return [{ inserted: first }, ...slashed(piecesOf(scope, second, depth + 1))];
	if (/^(?:getenv|get|env|config)$/.test(call.name) && second !== undefined && /env/i.test(node.text.slice(0, 40))) {
		const fallback = reader.keyValue(second)?.value ?? second;
		return reader.string(fallback) === undefined ? undefined : piecesOf(scope, fallback, depth + 1);
	}
	const format = /^(?:format|Sprintf|sprintf|Format)$/.test(call.name)
		? first && reader.string(first)
			? first
			: call.receiver
		: undefined;
	const text = format === undefined ? undefined : reader.string(format);
	if (format !== undefined && text !== undefined) {
		return [{ text: text.value.replace(/%[-+0-9.]*[a-z]|\{[^{}]*\}/gi, hole), literal: format, end: text.end }];
	}
	if (call.receiver !== undefined && !/^(?:this|self)$/.test(call.receiver.text)) return undefined;
	const result = scope.returnOf(call.name);
	return result === undefined ? undefined : piecesOf(scope, result, depth + 1);
}

/** A path that is joined to a base stands below a `/`, whoever wrote it. */
function slashed(path: readonly Piece[]): readonly Piece[] {
	const [first, ...rest] = path;
	if (first?.text === undefined || first.text.startsWith('/')) return path;
	return [{ ...first, text: `/${first.text}` }, ...rest];
}

function ofOperation(scope: Scope, operation: Operation, depth: number): readonly Piece[] | undefined {
	const { operator, left, right } = operation;
	if (operator === '+' || operator === '.')
		return [...piecesOf(scope, left, depth + 1), ...piecesOf(scope, right, depth + 1)];
	if (/^(?:\|\||\?\?|or|\?:)$/.test(operator) && scope.reader.string(scope.reader.unwrap(right)) !== undefined)
		return piecesOf(scope, right, depth + 1);
	return undefined;
}

interface Operation {
	readonly operator: string;
	readonly left: SyntaxNode;
	readonly right: SyntaxNode;
}

export function binary(node: SyntaxNode): Operation | undefined {
	if (!/^(?:binary(?:_expression|_operator)?|boolean_operator)$/.test(node.type)) return undefined;
	const left = node.childForFieldName('left');
	const right = node.childForFieldName('right');
	const operator = node.childForFieldName('operator')?.text ?? node.children[1]?.type;
	return left === null || right === null || operator === undefined ? undefined : { operator, left, right };
}

function interpolated(scope: Scope, node: SyntaxNode, depth: number): readonly Piece[] {
	const { text, startIndex: start } = node;
	const opening = /^[A-Za-z@$]{0,3}#*(?:"""|'''|["'`])/.exec(text)?.[0].length ?? 0;
	const closing = /(?:"""|'''|["'`])#*$/.exec(text)?.[0].length ?? 0;
	const inserted = namedChildren(node).filter(
		(child) => substitution.test(child.type) || /^(?:variable_name|member_access_expression)$/.test(child.type),
	);
	const pieces: Piece[] = [];
	let from = opening;
	const fixed = (to: number): void => {
		const part = text.slice(from, to);
		if (part !== '') pieces.push({ text: part, literal: node, end: start + to });
	};
	for (const child of inserted) {
		fixed(child.startIndex - start);
		from = child.endIndex - start;
		const value = substitution.test(child.type) ? namedChildren(child)[0] : child;
		pieces.push(...(value === undefined ? [] : piecesOf(scope, value, depth + 1)));
	}
	fixed(text.length - closing);
	return pieces;
}
