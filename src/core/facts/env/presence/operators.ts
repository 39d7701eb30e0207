import { namedChildren, sameNode, type SyntaxNode } from '../../../syntax/node';
import { isNothing } from '../defaults';
import { isFailing, type Climb, type Step } from './step';

const binary = /^(?:binary(?:_expression|_operator)?|boolean_operator|comparison_operator|logical_expression)$/;
const conditional = /^(?:ternary_expression|conditional_expression|conditional)$/;
const insertion = /^(?:template_substitution|interpolation|string_interpolation|encapsed_string)$/;
const directRead = /^(?:\w+::)*(?:env|dotenv|dotenvy)::var(?:_os)?\(/;
const negation = /^(?:not_operator|unary_expression|unary|prefix_unary_expression|unary_op_expression)$/;

/** `logger.warn(`Bad value: ${X}`)` goes well without a value. */
function isLogged(insertion: SyntaxNode): boolean {
	const text = insertion.type === 'encapsed_string' ? insertion : insertion.parent;
	const around = text?.parent?.parent?.text ?? '';
	return /^(?:[\w$.]+\.)?(?:log\w*|warn\w*|debug|info|error|trace|print\w*|puts|echo)\s*[!(]/i.test(around);
}

/** Operators around a read: fallbacks, comparisons, conditions, assertions of type, templates. */
export const climbOperator: Climb = (_, node, parent) => {
	if (
		parent.type === 'non_null_expression' ||
		(parent.type === 'postfix_unary_expression' && parent.text.endsWith('!'))
	) {
		return { done: 'assumes', asserted: true };
	}
	if (parent.type === 'as_expression' || parent.type === 'type_assertion') return assertion(node, parent);
	if (insertion.test(parent.type)) return { done: isLogged(parent) ? 'plain' : 'assumes' };
	if (parent.type === 'throw_expression') return { done: 'plain' };
	if (negation.test(parent.type) && /^(?:!|not\b)/.test(parent.text)) return { hint: 'guarded' };
	if (conditional.test(parent.type)) return inConditional(node, parent);
	// What a team's own function answers with may be an option inside of the result.
	if (parent.type === 'try_expression') return directRead.test(node.text) ? { done: 'assumes', asserted: true } : {};
	return binary.test(parent.type) ? inBinary(node, parent) : undefined;
};

function assertion(node: SyntaxNode, parent: SyntaxNode): Step {
	const type = namedChildren(parent).find((child) => !sameNode(child, node))?.text ?? '';
	return /^<?(?:string|number|boolean|`)/.test(type) && !/\b(?:undefined|null)\b/.test(type) ? { hint: 'assumes' } : {};
}

function inConditional(node: SyntaxNode, parent: SyntaxNode): Step {
	const children = namedChildren(parent);
	// Python writes the condition in the middle and names no fields.
	const condition = parent.childForFieldName('condition') ?? children[1];
	if (condition === undefined || !sameNode(condition, node)) {
		const isTested = condition?.text.includes(node.text) === true;
		return isTested ? { done: 'guarded' } : {};
	}
	const consequence = parent.childForFieldName('consequence') ?? parent.childForFieldName('body');
	const alternative = parent.childForFieldName('alternative') ?? children.at(-1);
	if (consequence === null && children.length === 2 && alternative !== undefined)
		return fallback(node, parent, alternative);
	return isFailing(alternative) || isFailing(consequence) ? { done: 'assumes', asserted: true } : { done: 'guarded' };
}

function inBinary(node: SyntaxNode, parent: SyntaxNode): Step {
	const children = namedChildren(parent);
	const left = parent.childForFieldName('left') ?? children[0];
	const right = parent.childForFieldName('right') ?? children.at(-1);
	if (left === undefined || right === undefined) return {};
	const isLeft = sameNode(left, node);
	const other = isLeft ? right : left;
	const operator =
		parent.childForFieldName('operator')?.text ??
		parent.children.find((child) => child !== null && !child.isNamed)?.text ??
		'';
	switch (operator) {
		case '||':
		case '??':
		case 'or':
		case '?:':
			if (isTest(node) || isTest(other)) return {};
			return isLeft ? fallback(node, parent, right) : { chain: [left] };
		case '&&':
		case 'and':
			return isLeft ? { hint: 'guarded' } : {};
		case '+':
		case '.':
			return /["'`]/.test(other.text) ? { done: 'assumes' } : {};
		case 'in':
		case 'not in':
			return { done: 'guarded' };
		default:
			return comparison.test(operator) ? compared(other) : {};
	}
}

const comparison = /^(?:[!=]==?|<>|is|is not|<=?|>=?|=~|!~)$/;
const isEmptyText = (node: SyntaxNode): boolean =>
	/^[a-z]?(?:""|''|``|"".to_string\(\)|string\.Empty)$/i.test(node.text);
const isTest = (node: SyntaxNode): boolean =>
	(negation.test(node.type) && /^(?:!|not\b)/.test(node.text)) ||
	(binary.test(node.type) && comparison.test(node.childForFieldName('operator')?.text ?? ''));

/** `X === undefined` asks for presence; `X === 'true'` goes well without it; `token === X` needs it. */
function compared(other: SyntaxNode): Step {
	if (isNothing(other) || isEmptyText(other)) return { hint: 'guarded' };
	return /string|number|integer|boolean|true|false|literal/.test(other.type) ? { done: 'guarded' } : { done: 'plain' };
}

function fallback(node: SyntaxNode, parent: SyntaxNode, value: SyntaxNode): Step {
	if (/^(?:throw|raise)\b/.test(value.text) || isThrowingCall(value)) return { done: 'assumes', asserted: true };
	if (isNothing(value)) return { hint: 'guarded' };
	return {
		hint: 'defaulted',
		fallback: value,
		fallbackSpan: { start: node.endIndex, end: parent.endIndex },
		chain: [value],
	};
}

const isThrowingCall = (node: SyntaxNode): boolean =>
	/call|invocation|subscript/.test(node.type) &&
	/^(?:\(?\(\)\s*=>\s*\{?\s*throw|\w*(?:throw|fail|raise|panic|abort|missing|exit|die|required)\w*[!(\s])/i.test(
		node.text,
	);
