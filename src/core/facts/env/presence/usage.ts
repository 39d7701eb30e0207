import { namedChildren, sameNode, type SyntaxNode } from '../../../syntax/node';
import type { Span } from '../../../text/lines';
import type { EnvContext } from '../context';
import type { EnvPresence } from '../types';
import { climbCall } from './calls';
import { climbMember } from './members';
import { climbOperator } from './operators';
import { climbStatement } from './statements';
import type { Step } from './step';
import { bindingUses, usesOf } from './uses';

/** How a read value is used. */
export interface Usage {
	readonly presence: EnvPresence;
	/** The code stops in its absence, rather than merely needing it. */
	readonly asserted: boolean;
	readonly fallback?: SyntaxNode;
	/** The fallback with its operator: ` || 'x'`. */
	readonly fallbackSpan?: Span;
	/** Operands beside the read in a chain of fallbacks. */
	readonly chain: readonly SyntaxNode[];
}

const maxSteps = 24;
const climbs = [climbOperator, climbMember, climbCall, climbStatement] as const;

/** What the code around a read says of its presence: climbs from the read, and looks once at the uses of what it is bound to. */
export function usageOf(context: EnvContext, read: SyntaxNode, followBinding = true): Usage {
	let node = read;
	let usage: Usage = { presence: 'plain', asserted: false, chain: [] };
	for (let steps = 0; steps < maxSteps && node.parent !== null; steps++) {
		const { parent } = node;
		const step = stepFrom(context, node, parent);
		if (step === undefined) {
			const isOpen = followBinding && (usage.presence === 'plain' || usage.presence === 'guarded');
			const uses = isOpen ? bindingUses(context, node, parent) : undefined;
			if (uses === undefined) return usage;
			return merge(usage, decisive(uses.map((use) => usageOf(context, use, false))));
		}
		usage = withStep(usage, step);
		if (step.done !== undefined) return usage;
		node = step.next ?? parent;
	}
	return usage;
}

/** What the uses of the variable `name`, declared at `at`, say within `scope`. */
export function bindingUsage(context: EnvContext, name: string, at: SyntaxNode, scope: SyntaxNode): Usage | undefined {
	return decisive(usesOf(context, name, at, scope).map((use) => usageOf(context, use, false)));
}

function withStep(usage: Usage, step: Step): Usage {
	const next = step.done ?? step.hint ?? 'plain';
	const presence =
		usage.presence === 'defaulted' && step.fallback === undefined
			? 'defaulted'
			: stronger(usage.presence, next, step.asserted === true);
	// `A || B || 'x'`: the last fallback is the default.
	const { fallback = usage.fallback, fallbackSpan = usage.fallbackSpan } = step;
	return {
		presence,
		asserted: usage.asserted || step.asserted === true,
		chain: [...usage.chain, ...(step.chain ?? [])],
		...(fallback === undefined ? {} : { fallback }),
		...(fallbackSpan === undefined ? {} : { fallbackSpan }),
	};
}

/** `plain` says nothing; a need for the value is not undone by a later guard, and an assertion overrules a guard. */
function stronger(now: EnvPresence, next: EnvPresence, asserted: boolean): EnvPresence {
	if (next === 'plain') return now;
	if (next === 'assumes' && now === 'guarded') return asserted ? 'assumes' : 'guarded';
	return now === 'assumes' && next === 'guarded' ? 'assumes' : next;
}

/** Of several uses: an assertion, then a default, then a guard, then a use that needs the value. */
function decisive(uses: readonly Usage[]): Usage | undefined {
	const of = (presence: EnvPresence): Usage | undefined => uses.find((use) => use.presence === presence);
	return uses.find((use) => use.asserted) ?? of('defaulted') ?? of('guarded') ?? of('assumes');
}

function merge(usage: Usage, used: Usage | undefined): Usage {
	if (used === undefined) return usage;
	return {
		...used,
		chain: usage.chain.length > 0 ? usage.chain : used.chain,
		presence: stronger(usage.presence, used.presence, used.asserted),
	};
}

function stepFrom(context: EnvContext, node: SyntaxNode, parent: SyntaxNode): Step | undefined {
	for (const climb of climbs) {
		const step = climb(context, node, parent);
		if (step !== undefined) return step;
	}
	return isTransparent(context, node, parent) ? {} : undefined;
}

const transparent =
	/^(?:parenthesized_\w+|expression_list|await\w*|unary_expression|reference_expression|cast_expression|satisfies_expression|jsx_expression|type_cast_expression|equals_value_clause|let_condition|spread_element|error_suppression_expression)$/;

/** Nodes that hold one expression and mean it. */
const isTransparent = ({ reader }: EnvContext, node: SyntaxNode, parent: SyntaxNode): boolean =>
	transparent.test(parent.type) &&
	namedChildren(parent).some((child) => !reader.is(child, 'comment') && sameNode(child, node));
