import { namedChildren, type SyntaxNode } from '../../syntax/node';
import type { Reader } from '../../syntax/read';
import type { EnvContext } from './context';

/** A text put together from fixed ends and inserted expressions. */
export interface Template {
	readonly prefix: string;
	readonly suffix: string;
	readonly inserted: readonly SyntaxNode[];
}

const substitution = /^(?:template_substitution|interpolation|string_interpolation)$/;
const formatCall = /^(?:format|Sprintf|sprintf|Format|format!|concat!)$/;
const placeholder = /%[-+0-9.]*[a-z]|\{[^{}]*\}/gi;

/** Template literals, f-strings, `"A_" + x`, `"A_" . $x`, `format!("A_{}", x)`, `"A_%s" % x`; undefined for anything else. */
export function templateOf({ reader }: EnvContext, node: SyntaxNode): Template | undefined {
	if (reader.is(node, 'string')) return interpolated(reader, node);
	const operator = node.childForFieldName('operator')?.text ?? node.children[1]?.type;
	const operands = binaryOperands(node);
	if (operands !== undefined && (operator === '+' || operator === '.'))
		return joined(
			reader,
			operands.flatMap((side) => flatten(side, operator)),
		);
	if (operands !== undefined && operator === '%') {
		const [format, values] = operands;
		return formatted(reader, format, reader.items(values) ?? [values]);
	}
	const call = reader.call(node);
	if (call === undefined || !formatCall.test(call.name)) return undefined;
	const own = call.receiver === undefined ? undefined : reader.string(call.receiver);
	if (own !== undefined && call.receiver !== undefined) return formatted(reader, call.receiver, call.arguments);
	const [format, ...values] = call.arguments;
	return format === undefined ? undefined : formatted(reader, format, values);
}

function binaryOperands(node: SyntaxNode): readonly [SyntaxNode, SyntaxNode] | undefined {
	if (!/^binary(?:_expression|_operator)?$/.test(node.type)) return undefined;
	const left = node.childForFieldName('left');
	const right = node.childForFieldName('right');
	return left === null || right === null ? undefined : [left, right];
}

function flatten(node: SyntaxNode, operator: string): readonly SyntaxNode[] {
	const operands = binaryOperands(node);
	const own = node.childForFieldName('operator')?.text ?? node.children[1]?.type;
	return operands !== undefined && own === operator ? operands.flatMap((side) => flatten(side, operator)) : [node];
}

function joined(reader: Reader, parts: readonly SyntaxNode[]): Template {
	const texts = parts.map((part) => reader.string(part)?.value);
	const first = texts.findIndex((text) => text === undefined);
	const last = texts.findLastIndex((text) => text === undefined);
	return {
		prefix: texts.slice(0, first < 0 ? texts.length : first).join(''),
		suffix: first < 0 ? '' : texts.slice(last + 1).join(''),
		inserted: parts.filter((_, index) => texts[index] === undefined),
	};
}

function interpolated(reader: Reader, node: SyntaxNode): Template | undefined {
	const parts = namedChildren(node).filter(
		(child) => substitution.test(child.type) || /^(?:variable_name|member_access_expression)$/.test(child.type),
	);
	const [first] = parts;
	const last = parts.at(-1);
	if (first === undefined || last === undefined) return undefined;
	const start = node.startIndex;
	const opening = /^(?:[A-Za-z@$]{0,2}#*)(?:"""|'''|["'`])/.exec(node.text)?.[0].length ?? 0;
	// PHP's `"A_{$x}"` has braces of its own outside the child.
	const prefix = node.text.slice(opening, first.startIndex - start).replace(/[{$]+$/, '');
	const suffix = node.text
		.slice(last.endIndex - start)
		.replace(/["'`]+#*$/, '')
		.replace(/^\}/, '');
	const inserted = parts.map((part) =>
		substitution.test(part.type) ? (namedChildren(part).find((child) => !/brace$/.test(child.type)) ?? part) : part,
	);
	return { prefix, suffix, inserted: inserted.map((part) => reader.unwrap(part)) };
}

function formatted(reader: Reader, format: SyntaxNode, values: readonly SyntaxNode[]): Template | undefined {
	const text = reader.string(format)?.value;
	if (text === undefined) return undefined;
	const marks = [...text.matchAll(placeholder)];
	const [first] = marks;
	const last = marks.at(-1);
	if (first === undefined || last === undefined) return undefined;
	return {
		prefix: text.slice(0, first.index),
		suffix: text.slice(last.index + last[0].length),
		// The name inside `format!("A_{name}")` has no node of its own; two parts of any kind make a name that is unknown.
		inserted: marks.length === 1 && values[0] !== undefined ? [values[0]] : [format, format],
	};
}
