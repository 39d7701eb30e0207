import { namedChildren, sameNode, type SyntaxNode } from '../../../syntax/node';
import { isFailing, type Climb, type Step } from './step';

const branch =
	/^(?:if_statement|if_expression|if|unless|if_modifier|unless_modifier|elif_clause|elsif|else_if_clause|guard_statement)$/;
const repeat = /^(?:while_statement|while|until|while_modifier|while_expression|do_statement)$/;
const choice =
	/^(?:match_expression|switch_statement|switch_expression|case|expression_switch_statement|match_statement)$/;

/** Conditions: `if (!X) throw`, `raise unless ENV['X']`, `match env::var("X") { … }`, `assert x`. */
export const climbStatement: Climb = (_, node, parent) => {
	if (parent.type === 'assert_statement') return { done: 'assumes', asserted: true };
	if (branch.test(parent.type)) return inBranch(node, parent);
	if (repeat.test(parent.type)) return { done: 'guarded' };
	if (choice.test(parent.type)) return inChoice(node, parent);
	if (parent.type === 'let_declaration') return inLetElse(parent);
	return undefined;
};

function inBranch(node: SyntaxNode, parent: SyntaxNode): Step | undefined {
	const children = namedChildren(parent);
	const condition = parent.childForFieldName('condition') ?? children[0];
	if (condition === undefined || !sameNode(condition, node)) return undefined;
	const consequence = parent.childForFieldName('consequence') ?? parent.childForFieldName('body') ?? children[1];
	const alternative = parent.childForFieldName('alternative');
	const isUnless = parent.type.startsWith('unless');
	const absent = absence.test(condition.text) === isUnless ? alternative : consequence;
	return isFailing(absent) ? { done: 'assumes', asserted: true } : { done: 'guarded' };
}

/** A condition that holds when the variable is absent. */
const absence =
	/^\(*\s*(?:!|not\b|empty\(|is_null\()|(?<![!=])={2,3}\s*(?:undefined|null|nil|None|""|''|``|0)(?![\w"'`])|\bis None\b|(?:blank|nil|empty)\?|is_none|is_err|isEmpty|isBlank|IsNullOr|isNil/;

/** Rust's `match`: an arm for `Err` or `None` that fails asserts. */
function inChoice(node: SyntaxNode, parent: SyntaxNode): Step {
	const value = parent.childForFieldName('value') ?? namedChildren(parent)[0];
	if (parent.type !== 'match_expression' || value === undefined || !sameNode(value, node)) return { done: 'guarded' };
	const arms = namedChildren(parent.childForFieldName('body') ?? parent);
	const absent =
		arms.find((arm) => /^Ok\(None\)/.test(arm.text)) ?? arms.find((arm) => /^(?:Err|None|_)\b/.test(arm.text));
	if (absent === undefined) return { done: 'guarded' };
	const result = absent.childForFieldName('value');
	return isFailing(result) || /^Err\(/.test(result?.text ?? '')
		? { done: 'assumes', asserted: true }
		: { done: 'guarded' };
}

/** `let Ok(x) = env::var("X") else { return };` */
function inLetElse(parent: SyntaxNode): Step | undefined {
	const alternative = parent.childForFieldName('alternative');
	if (alternative === null) return undefined;
	return isFailing(alternative) ? { done: 'assumes', asserted: true } : { done: 'guarded' };
}
