import { sameNode, type SyntaxNode } from '../../../syntax/node';
import type { Call } from '../../../syntax/read';
import type { EnvContext } from '../context';
import { isNothing } from '../defaults';
import type { Climb, Step } from './step';

const orDefault = /^(?:unwrap_or|or|orElse|getOrElse|ifEmpty|ifBlank|GetValueOrDefault|value_or)$/;
const orComputed =
	/^(?:unwrap_or_else|unwrap_or_default|or_else|orElseGet|orElseGet|unwrapOr|map_or|map_or_else|then)$/;
const insists = /^(?:unwrap|expect|orElseThrow|fetch|context|with_context|ok_or|ok_or_else|map_err|wrap_err)$/;
const asks =
	/^(?:is_ok|is_err|is_some|is_none|present\?|blank\?|nil\?|empty\?|isEmpty|isBlank|isPresent|ifPresent|is_ok_and|is_some_and|is_none_or|presence|ok|try|try!|isNullOrEmpty|in\?)$/;
/** Ruby's `nil.to_s` is an empty text; what follows says nothing more. */
const convertsNil = /^to_[isfa]$/;
/** Methods that are harmless without a value in the languages that have them. */
const harmless =
	/^(?:inspect|as_deref|as_ref|as_str|and_then|map|filter|transpose|flatten|as_deref_mut|parse|trim|to_lowercase|into_string|to_string_lossy|into|clone|eq|eq_ignore_ascii_case)$/;

/** `X.trim()`, `X?.length`, `X.unwrap_or("d")`, `X.present?`. */
export const climbMember: Climb = (context, node, parent) => {
	const { reader } = context;
	const direct = reader.call(parent);
	if (direct?.receiver !== undefined && sameNode(direct.receiver, node)) return onMethod(context, parent, direct, node);
	const member = reader.member(parent);
	if (member === undefined || !sameNode(member.object, node)) return undefined;
	const outer = parent.parent;
	const call = outer === null ? undefined : reader.call(outer);
	const isOptional =
		/^(?:\?\.|&\.|\?->)/.test(parent.text.slice(node.text.length)) ||
		parent.childForFieldName('optional_chain') !== null;
	if (isOptional || parent.type === 'conditional_access_expression')
		return { hint: 'guarded', ...(call === undefined || outer === null ? {} : { next: outer }) };
	if (outer !== null && call?.receiver !== undefined && sameNode(call.receiver, node))
		return onMethod(context, outer, call, node);
	return { done: 'assumes' };
};

function onMethod({ document }: EnvContext, at: SyntaxNode, call: Call, node: SyntaxNode): Step {
	const [first] = call.arguments;
	const { name } = call;
	const isSafe = /^\s*(?:&\.|\?\.|\?->)/.test(document.text.slice(node.endIndex, node.endIndex + 12));
	if (isSafe) return { hint: 'guarded', next: at };
	if (orDefault.test(name)) {
		if (first !== undefined && isNothing(first)) return { hint: 'guarded', next: at };
		const span = { start: node.endIndex, end: at.endIndex };
		return first === undefined
			? { done: 'defaulted' }
			: { done: 'defaulted', fallback: first, fallbackSpan: span, chain: [first] };
	}
	if (orComputed.test(name)) return computed(at, call, node);
	if (insists.test(name)) return { hint: 'assumes', asserted: true, next: at };
	if (asks.test(name)) return { hint: 'guarded', next: at };
	if (convertsNil.test(name)) return { done: 'plain' };
	if (harmless.test(name)) return { next: at };
	return { done: 'assumes' };
}

/** `unwrap_or_else(|_| "x".into())` has a default, `unwrap_or_else(|_| panic!(…))` insists. */
function computed(at: SyntaxNode, call: Call, node: SyntaxNode): Step {
	const [first] = call.arguments;
	if (first !== undefined && /\b(?:panic!|exit\(|throw\b|raise\b|bail!)/.test(first.text))
		return { done: 'assumes', asserted: true };
	const body = call.name === 'unwrap_or_else' || call.name === 'orElseGet' ? first?.childForFieldName('body') : first;
	const span = { start: node.endIndex, end: at.endIndex };
	return {
		done: 'defaulted',
		...(body === null || body === undefined ? {} : { fallback: body, fallbackSpan: span, chain: [body] }),
	};
}
