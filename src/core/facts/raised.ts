import type { StatusNames } from '../catalog/statusNames';
import { ancestors, namedChildren, sameNode, type SyntaxNode } from '../syntax/node';
import { readerFor, type Call, type KeyValue, type Reader } from '../syntax/read';
import type { TextDocument } from '../text/document';
import type { Range } from 'vscode-languageserver-types';

export interface RaisedStatus {
	readonly status: number;
	readonly range: Range;
	/** As written: `500`, `HttpStatus.BAD_REQUEST`, `badRequest`. */
	readonly text: string;
	/** False when the status is part of a name that cannot simply be replaced: `NotFoundException`, `badRequest()`. */
	readonly replaceable: boolean;
}

const statusKey = /^(?:http_?)?(?:status(?:_?code)?)$/i;
/** Calls whose numeric argument is a status: responses, exceptions, and the helpers that teams write around them. */
const responseCall =
	/(?:error|exception|problem|fail|reject|abort|halt|throw|respond|response|reply|send|json|render|status|encode|write|xml|^body$|^http|^result$)/i;
/** Calls that set the status of a response by their first argument. */
const statusCall =
	/^(?:status|code|sendStatus|writeHead|WriteHeader|setStatus|set_status|StatusCode|halt|abort|http_response_code|SetStatusCode|Status)$/;

/**
 * The HTTP status that the code at `node` is raised with, looked for in the object that holds it, the calls around it, and the
 * statements beside it that set the same response's status. Only literals and well-known names count.
 */
export function raisedStatus(document: TextDocument, node: SyntaxNode, names: StatusNames): RaisedStatus | undefined {
	const reader = readerFor(document.language);
	const found = findStatus(reader, node, names);
	if (found === undefined) return undefined;
	const { startIndex: start, endIndex: end } = found.node;
	return {
		status: found.status,
		range: document.range({ start, end }),
		text: document.text.slice(start, end),
		replaceable: found.replaceable,
	};
}

interface Found {
	readonly status: number;
	readonly node: SyntaxNode;
	readonly replaceable: boolean;
}

function findStatus(reader: Reader, origin: SyntaxNode, names: StatusNames): Found | undefined {
	let branch = origin;
	let depth = 0;
	let responding = false;
	for (const node of ancestors(origin)) {
		if (++depth > 24 || reader.is(node, 'function') || reader.is(node, 'class')) return undefined;
		const call = reader.call(node);
		const found =
			call === undefined
				? (inPairs(reader, reader.pairs(node), branch, names) ??
					inMapping(reader, node, branch) ??
					inTuple(reader, node, names))
				: inCall(reader, call, origin, names);
		if (found !== undefined) return found;
		if (isComparison(node)) return undefined;
		if (call !== undefined) responding ||= responseCall.test(call.name);
		if (reader.is(node, 'statement') || isStatementOfBlock(reader, node)) {
			return responding || isBodyAssignment(reader, node) ? inSiblings(reader, node, names) : undefined;
		}
		branch = node;
	}
	return undefined;
}

const isComparison = (node: SyntaxNode): boolean =>
	/^(?:binary_expression|comparison_operator|boolean_operator)$/.test(node.type);
const isStatementOfBlock = (reader: Reader, node: SyntaxNode): boolean =>
	node.parent !== null && (reader.is(node.parent, 'block') || reader.is(node.parent, 'case'));
/** `ctx.body = { code: … }` in Koa. */
const isBodyAssignment = (reader: Reader, node: SyntaxNode): boolean =>
	namedChildren(node).some((child) => /\bbody$/.test(reader.keyValue(child)?.keyNode.text ?? ''));

/** `{ code: 'X', status: 429 }`. A key whose value is the branch we come from is not its own status. */
function inPairs(
	reader: Reader,
	pairs: readonly KeyValue[],
	branch: SyntaxNode,
	names: StatusNames,
): Found | undefined {
	for (const { key, value } of pairs) {
		if (key === undefined || value === undefined || !statusKey.test(key)) continue;
		if (value.startIndex <= branch.startIndex && value.endIndex >= branch.endIndex) continue;
		return literalStatus(reader, value, names) ?? { status: Number.NaN, node: value, replaceable: false };
	}
	return undefined;
}

/** `const STATUS = { RATE_LIMITED: 429, NOT_FOUND: 404 }`: a table of codes and statuses. */
function inMapping(reader: Reader, node: SyntaxNode, branch: SyntaxNode): Found | undefined {
	const pair = reader.keyValue(node);
	if (pair?.value === undefined || pair.keyNode.startIndex !== branch.startIndex || !reader.is(node, 'pair'))
		return undefined;
	const status = statusNumber(reader, pair.value);
	if (status === undefined || node.parent === null) return undefined;
	const all = reader.pairs(node.parent);
	const isTable =
		all.length > 1 && all.every(({ value }) => value !== undefined && statusNumber(reader, value) !== undefined);
	return isTable ? { status, node: pair.value, replaceable: true } : undefined;
}

/** Flask's `return jsonify(…), 429` and Axum's `(StatusCode::TOO_MANY_REQUESTS, Json(…))`. */
function inTuple(reader: Reader, node: SyntaxNode, names: StatusNames): Found | undefined {
	if (!/^(?:expression_list|tuple|tuple_expression|array|return)$/.test(node.type)) return undefined;
	const items = reader.items(node) ?? [];
	if (items.length < 2 || items.length > 3) return undefined;
	const statuses = items.map((item) => literalStatus(reader, item, names)).filter((item) => item !== undefined);
	return statuses.length === 1 ? statuses[0] : undefined;
}

function inCall(reader: Reader, call: Call, branch: SyntaxNode, names: StatusNames): Found | undefined {
	const others = call.arguments.filter((argument) => !contains(argument, branch));
	if (others.length === call.arguments.length) return undefined;
	const named = inPairs(
		reader,
		call.arguments.map((argument) => reader.keyValue(argument)).filter((pair) => pair !== undefined),
		branch,
		names,
	);
	if (named !== undefined) return named;
	for (const argument of others) {
		const option = reader.is(argument, 'object') ? inPairs(reader, reader.pairs(argument), branch, names) : undefined;
		if (option !== undefined) return option;
	}
	if (responseCall.test(call.name) || names.statusOf(call.name) !== undefined) {
		const direct = others
			.map((argument) => literalStatus(reader, argument, names))
			.filter((found) => found !== undefined);
		if (direct.length === 1) return direct[0];
		if (direct.length > 1) return undefined;
	}
	return inReceiver(reader, call, names) ?? inName(call, names);
}

const contains = (outer: SyntaxNode, inner: SyntaxNode): boolean =>
	outer.startIndex <= inner.startIndex && outer.endIndex >= inner.endIndex;

/** `res.status(500).json(…)`, `ResponseEntity.status(HttpStatus.X).body(…)`, `ResponseEntity.badRequest().body(…)`. */
function inReceiver(reader: Reader, call: Call, names: StatusNames): Found | undefined {
	let receiver = call.receiver === undefined ? undefined : reader.unwrap(call.receiver);
	for (let depth = 0; receiver !== undefined && depth < 8; depth++) {
		const inner = reader.call(receiver);
		if (inner === undefined) return undefined;
		const first = inner.arguments[0];
		if (statusCall.test(inner.name) && first !== undefined) {
			return literalStatus(reader, first, names) ?? { status: Number.NaN, node: first, replaceable: false };
		}
		const named = inner.arguments.length === 0 ? inName(inner, names) : undefined;
		if (named !== undefined) return named;
		receiver = inner.receiver === undefined ? undefined : reader.unwrap(inner.receiver);
	}
	return undefined;
}

/** `new NotFoundException(…)`, `badRequest().body(…)`, `BadRequest(new { … })`. */
function inName(call: Call, names: StatusNames): Found | undefined {
	if (call.name.length < 5 || statusCall.test(call.name)) return undefined;
	const status = names.statusOf(call.name);
	return status === undefined || status < 400 ? undefined : { status, node: call.nameNode, replaceable: false };
}

/** `ctx.status = 429; ctx.body = { … }` and `w.WriteHeader(429); json.NewEncoder(w).Encode(…)` among the nearest statements. */
function inSiblings(reader: Reader, statement: SyntaxNode, names: StatusNames): Found | undefined {
	let sibling = statement.previousNamedSibling;
	for (let steps = 0; sibling !== null && steps < 4; steps++) {
		const found = statusSet(reader, sibling, names);
		if (found !== undefined) return found;
		sibling = sibling.previousNamedSibling;
	}
	const next = statement.nextNamedSibling;
	return next === null ? undefined : statusSet(reader, next, names, 'assignment');
}

function statusSet(reader: Reader, statement: SyntaxNode, names: StatusNames, only?: 'assignment'): Found | undefined {
	const expression = reader.is(statement, 'statement') ? namedChildren(statement)[0] : statement;
	if (expression === undefined || namedChildren(statement).length > 1) return undefined;
	const pair = reader.is(expression, 'assignment') ? reader.keyValue(expression) : undefined;
	if (pair !== undefined) {
		const target = reader.member(pair.keyNode);
		if (target?.property === undefined || !statusKey.test(target.property) || pair.value === undefined)
			return undefined;
		return literalStatus(reader, pair.value, names);
	}
	const call = only === undefined ? reader.call(expression) : undefined;
	const first = call?.arguments[0];
	if (call === undefined || first === undefined || !statusCall.test(call.name)) return undefined;
	return literalStatus(reader, first, names);
}

/** A status as a number or as a constant: `429`, `HttpStatus.TOO_MANY_REQUESTS`, `:too_many_requests`. */
function literalStatus(reader: Reader, value: SyntaxNode, names: StatusNames): Found | undefined {
	const node = reader.unwrap(value);
	const number = statusNumber(reader, node);
	if (number !== undefined) return { status: number, node, replaceable: true };
	const symbol = node.type === 'simple_symbol' ? reader.string(node)?.value : undefined;
	const name = symbol ?? (reader.is(node, 'member') || reader.is(node, 'name') ? reader.lastName(node) : undefined);
	if (name === undefined || (symbol === undefined && !/^[A-Z]/.test(name))) return undefined;
	const status = names.statusOf(name);
	if (status === undefined) return undefined;
	const last = reader.member(node)?.propertyNode ?? node;
	return { status, node: last, replaceable: !sameNode(last, node) || reader.is(node, 'name') || symbol !== undefined };
}

function statusNumber(reader: Reader, node: SyntaxNode): number | undefined {
	const value = reader.number(node);
	return value !== undefined && Number.isInteger(value) && value >= 100 && value <= 599 ? value : undefined;
}
