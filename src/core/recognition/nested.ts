import { ancestors, type SyntaxNode, type SyntaxTree } from '../syntax/node';
import { readerFor, type Reader } from '../syntax/read';
import { besides, type TextDocument } from '../text/document';
import type { Span } from '../text/lines';
import { tableOf } from './toml';

const maxDepth = 24;

/**
 * Whether a key stands below other keys: `model_id` below `base_model` in `{ base_model: { model_id: "" } }`, in
 * `job["base_model"]["model_id"]`, in a TOML table and in JSON within a log line.
 */
export function isBelow(
	document: TextDocument,
	tree: SyntaxTree | undefined,
	span: Span,
	path: readonly string[],
): boolean {
	const node = tree?.root.descendantForIndex(span.start, Math.max(span.start, span.end - 1)) ?? null;
	if (node !== null && endsWith(keysAround(readerFor(document.language), node).reverse(), path)) return true;
	if (document.language === 'toml') return endsWith(tableOf(document, span.start), path);
	return opened(path).test(besides(document, span).before.slice(-400));
}

/** The names of the objects around a node, innermost first. */
function keysAround(reader: Reader, node: SyntaxNode): string[] {
	const names: string[] = [];
	let depth = 0;
	for (const current of ancestors(node)) {
		if (++depth > maxDepth || reader.is(current, 'function') || reader.is(current, 'class')) break;
		const object = reader.member(current)?.object;
		if (object !== undefined && object.endIndex <= node.startIndex) names.push(...chainOf(reader, object));
		const pair = reader.keyValue(current);
		if (pair?.key !== undefined && pair.keyNode.endIndex <= node.startIndex) names.push(pair.key);
	}
	return names;
}

/** The names of `job.base_model`, last first. */
function chainOf(reader: Reader, node: SyntaxNode): string[] {
	const inner = reader.unwrap(node);
	const member = reader.member(inner);
	if (member === undefined) return [reader.lastName(inner) ?? ''];
	return [member.property ?? '', ...chainOf(reader, member.object)];
}

const endsWith = (names: readonly string[], path: readonly string[]): boolean =>
	names.length >= path.length && path.every((part, index) => names[names.length - path.length + index] === part);

/** JSON on one line: `"base_model":{"revision":1,"` before the key. */
const opened = (path: readonly string[]): RegExp =>
	new RegExp(`${path.map((part) => `\\b${part}\\b\\\\?["']?\\s*[:=]\\s*\\{[^{}]*`).join('')}$`);
