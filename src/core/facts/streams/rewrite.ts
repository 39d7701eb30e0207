import type { Range } from 'vscode-languageserver-types';
import { ancestors, descendants, namedChildren, sameNode, type SyntaxNode } from '../../syntax/node';
import { contains, spanOf, type Scope } from '../scope';

/** What an `EventSource` takes the place of: from the call of `fetch` to the loop that reads its lines. */
export interface StreamRewrite {
	readonly range: Range;
	readonly url: Range;
	/** What happens with the data of one event. */
	readonly handler: Range;
	/** The parts of {@link handler} that stand for the data: `line.slice(6)`. */
	readonly data: readonly Range[];
}

const leaves =
	/^(?:return_statement|break_statement|continue_statement|yield_expression|await_expression|throw_statement)$/;

/** Undefined when the code does more than `EventSource` would. */
export function rewriteOf(scope: Scope, fetchCall: SyntaxNode, url: SyntaxNode): StreamRewrite | undefined {
	const { reader, document } = scope;
	const fn = [...ancestors(fetchCall)].find((node) => reader.is(node, 'function'));
	const body = fn?.childForFieldName('body');
	if (body === undefined || body === null || !reader.is(body, 'block')) return undefined;
	const statements = namedChildren(body).filter((child) => !reader.is(child, 'comment'));
	const first = statements.findIndex((statement) => contains(statement, fetchCall));
	const last = statements.findIndex((statement, index) => index > first && isLoop(statement));
	const loop = statements[last];
	const from = statements[first];
	if (first < 0 || last !== statements.length - 1 || loop === undefined || from === undefined) return undefined;
	const between = statements.slice(first + 1, last);
	if (
		!between.every(
			(statement) => /^(?:lexical|variable)_declaration$/.test(statement.type) || isFailureCheck(statement),
		)
	)
		return undefined;
	if (/startsWith\(\s*["'`](?!data)/.test(loop.text)) return undefined;
	const branches = [...descendants(loop)].filter(
		(node) =>
			node.type === 'if_statement' && /startsWith\(\s*["'`]data:/.test(node.childForFieldName('condition')?.text ?? ''),
	);
	const [branch] = branches;
	if (branch === undefined || branches.length > 1 || branch.childForFieldName('alternative') !== null) return undefined;
	const line = /^\(\s*([\w$]+)\.startsWith\(/.exec(branch.childForFieldName('condition')?.text ?? '')?.[1];
	const consequence = branch.childForFieldName('consequence');
	const handler = consequence === null ? undefined : onlyStatement(scope, consequence);
	if (line === undefined || handler === undefined) return undefined;
	const inside = [...descendants(handler)];
	if (inside.some((node) => leaves.test(node.type))) return undefined;
	const uses = inside.filter((node) => node.type === 'identifier' && node.text === line);
	const data = uses.map((use) => payload(scope, use));
	if (data.length === 0 || data.some((node) => node === undefined)) return undefined;
	const expression = namedChildren(handler)[0];
	if (handler.type !== 'expression_statement' || expression === undefined) return undefined;
	return {
		range: document.range({ start: from.startIndex, end: loop.endIndex }),
		url: document.range(spanOf(url)),
		handler: document.range(spanOf(expression)),
		data: data.flatMap((node) => (node === undefined ? [] : [document.range(spanOf(node))])),
	};
}

const isLoop = ({ type }: SyntaxNode): boolean => /^(?:for|while|do|for_in)_statement$/.test(type);
/** `if (!response.ok) throw …`: an `EventSource` reports that by its `error` event. */
const isFailureCheck = (node: SyntaxNode): boolean =>
	node.type === 'if_statement' &&
	/^\(\s*!\s*[\w$]+(?:\.(?:ok|body)|\s*\|\|)/.test(node.childForFieldName('condition')?.text ?? '');

function onlyStatement({ reader }: Scope, node: SyntaxNode): SyntaxNode | undefined {
	if (!reader.is(node, 'block')) return node;
	const [only, ...others] = namedChildren(node).filter((child) => !reader.is(child, 'comment'));
	return others.length === 0 ? only : undefined;
}

/** `line.slice(6)`, `line.substring(5).trim()`, `line.replace('data: ', '')` around the name of the line. */
function payload({ reader }: Scope, line: SyntaxNode): SyntaxNode | undefined {
	let found: SyntaxNode | undefined;
	let current = line;
	for (const node of ancestors(line)) {
		if (sameNode(node, line) || reader.is(node, 'member')) continue;
		const call = reader.call(node);
		if (call?.receiver === undefined || !sameNode(reader.unwrap(call.receiver), current)) return found;
		if (found === undefined ? !/^(?:slice|substring|substr|replace)$/.test(call.name) : call.name !== 'trim')
			return found;
		found = node;
		current = node;
	}
	return found;
}
