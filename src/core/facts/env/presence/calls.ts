import { sameNode, type SyntaxNode } from '../../../syntax/node';
import type { Call } from '../../../syntax/read';
import type { EnvContext } from '../context';
import { isNothing } from '../defaults';
import type { Climb, Step } from './step';

const asserts =
	/^(?:assert\w*|invariant|require|required\w*|must\w*|ensure\w*|expect|demand\w*|requireNonNull|checkNotNull|notNull|nonNull|ThrowIfNull\w*|tiny_?invariant|exists?OrThrow|orThrow|raise\w*|throw\w*)$/i;
const asks =
	/^(?:Boolean|bool|isset|empty|is_null|isNil|isEmpty|isDefined|isTruthy|isString|isBlank|IsNullOrEmpty|IsNullOrWhiteSpace|hasText|isTrue|is_truthy|ofNullable|strtobool|str2bool|str_to_bool|toBool|filter_var|Option|Some|defined|cast|to_?optional\w*|\w+Or(?:Null|Undefined))$/i;
/** Conversions whose result is looked at in turn. */
const converts =
	/^(?:Number|parseInt|parseFloat|String|str|list|tuple|Integer|Float|strval|intval|floatval|trim|TrimSpace|ToLower|ToUpper|Split|Atoi|ParseBool|ParseInt|ParseUint|ParseFloat|ParseDuration|parse\w*|explode|valueOf|to\w+|BigInt|Array|Path|len|strings?|Fields|Some|Ok|unquote|strip\w*|normalize\w*|sanitize\w*|isNaN|Duration)$/;
/** Conversions that fail without a value. */
const insists: Readonly<Record<string, true>> = {
	URL: true,
	int: true,
	float: true,
	'JSON.parse': true,
	json_decode: true,
	urlparse: true,
};
const withDefault = /default|fallback|^or$|^either$|coalesce|firstNonEmpty|firstNonBlank/i;

/** `Number(X)`, `assert(X)`, `cmp.Or(X, "d")`. */
export const climbCall: Climb = (context, node, parent) => {
	const at = callAround(context, parent);
	if (at === undefined) return undefined;
	const call = context.reader.call(at);
	if (call === undefined || !call.arguments.some((argument) => holds(argument, node))) return undefined;
	return inCall(at, call, node);
};

function callAround({ reader }: EnvContext, parent: SyntaxNode): SyntaxNode | undefined {
	let at: SyntaxNode | null = parent;
	for (let steps = 0; at !== null && steps < 3; steps++) {
		if (reader.is(at, 'call')) return at;
		if (!reader.is(at, 'arguments') && at.type !== 'argument') return undefined;
		at = at.parent;
	}
	return undefined;
}

const holds = (argument: SyntaxNode, node: SyntaxNode): boolean =>
	argument.startIndex <= node.startIndex && argument.endIndex >= node.endIndex;

function inCall(at: SyntaxNode, call: Call, node: SyntaxNode): Step {
	const others = call.arguments.filter((argument) => !holds(argument, node));
	const full = call.receiver === undefined ? call.name : `${call.receiver.text}.${call.name}`;
	if (asserts.test(call.name)) return { done: 'assumes', asserted: true };
	if (asks.test(call.name)) return { hint: 'guarded', next: at };
	if (withDefault.test(call.name) && others.length > 0) {
		const fallback = others.find((argument) => !isNothing(argument));
		return fallback === undefined ? { done: 'guarded' } : { done: 'defaulted', fallback, chain: [fallback] };
	}
	if (insists[call.name] === true || insists[full] === true) return { hint: 'assumes', next: at };
	return converts.test(call.name) && first(call, node) ? { next: at } : { done: 'plain' };
}

const first = (call: Call, node: SyntaxNode): boolean => {
	const [argument] = call.arguments;
	return argument !== undefined && (sameNode(argument, node) || holds(argument, node));
};
