import type { Range } from 'vscode-languageserver-types';
import type { SyntaxNode } from '../../syntax/node';
import { lineText } from '../../text/document';
import { binary } from '../pieces';
import type { Scope } from '../scope';

/**
 * How a query parameter is added to a URL in the style that it is written in. `{name}` and `{value}` in {@link text} stand for
 * the parameter and for an expression of the file's language.
 */
export interface QueryAppend {
	readonly at: Range;
	readonly text: string;
}

const ecmascript = new Set(['typescript', 'tsx', 'javascript', 'vue', 'svelte', 'astro']);

/** @param joint `?`, or `&` when there is a query already */
export function queryAppend(scope: Scope, url: SyntaxNode, joint: '?' | '&', depth = 0): QueryAppend | undefined {
	const { reader, document } = scope;
	const node = reader.unwrap(url);
	if (depth > 6) return undefined;
	const at = (offset: number): Range => document.range({ start: offset, end: offset });
	if (reader.is(node, 'string')) {
		const closing = /(?:"""|'''|["'`])$/.exec(node.text)?.[0];
		if (closing === undefined) return undefined;
		if (document.language === 'python') {
			return /^[a-z]*f/i.test(node.text)
				? { at: at(node.endIndex - closing.length), text: `${joint}{name}={{value}}` }
				: { at: at(node.endIndex), text: ` + f${closing}${joint}{name}={{value}}${closing}` };
		}
		if (!ecmascript.has(document.language)) return undefined;
		return closing === '`'
			? { at: at(node.endIndex - 1), text: `${joint}{name}=\${encodeURIComponent({value})}` }
			: { at: at(node.endIndex), text: ` + ${closing}${joint}{name}=${closing} + encodeURIComponent({value})` };
	}
	const sum = binary(node);
	if (sum !== undefined) return sum.operator === '+' ? queryAppend(scope, sum.right, joint, depth + 1) : undefined;
	const call = reader.call(node);
	if (call !== undefined) {
		if (call.name === 'URL' && call.arguments[0] !== undefined)
			return queryAppend(scope, call.arguments[0], joint, depth + 1);
		if (/^(?:toString|String)$/.test(call.name)) {
			const subject = call.receiver ?? call.arguments[0];
			return subject === undefined ? undefined : queryAppend(scope, subject, joint, depth + 1);
		}
		const result = call.receiver === undefined && call.arguments.length === 0 ? scope.returnOf(call.name) : undefined;
		return result === undefined ? undefined : queryAppend(scope, result, joint, depth + 1);
	}
	const member = reader.member(node);
	if (member?.property === 'href') return queryAppend(scope, member.object, joint, depth + 1);
	const value = scope.valueOf(node);
	if (value === undefined) return undefined;
	return urlObject(scope, node, value) ?? queryAppend(scope, value, joint, depth + 1);
}

/** `const url = new URL(…);` gets a line of its own below. */
function urlObject(scope: Scope, name: SyntaxNode, value: SyntaxNode): QueryAppend | undefined {
	const { reader, document } = scope;
	if (!ecmascript.has(document.language) || reader.call(value)?.name !== 'URL' || !reader.is(name, 'name'))
		return undefined;
	const { line } = document.positionAt(value.startIndex);
	const last = document.positionAt(value.endIndex).line;
	const text = lineText(document, last);
	if (!/;\s*$/.test(text)) return undefined;
	const indent = /^\s*/.exec(lineText(document, line))?.[0] ?? '';
	const position = { line: last, character: text.trimEnd().length };
	const eol = document.text.includes('\r\n') ? '\r\n' : '\n';
	return {
		at: { start: position, end: position },
		text: `${eol}${indent}${name.text}.searchParams.set('{name}', {value});`,
	};
}
