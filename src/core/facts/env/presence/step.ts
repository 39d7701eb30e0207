import type { SyntaxNode } from '../../../syntax/node';
import type { Span } from '../../../text/lines';
import type { EnvContext } from '../context';
import type { EnvPresence } from '../types';

/** One step from an expression to what holds it: an answer, or a hint to remember while the climb goes on. */
export interface Step {
	readonly done?: EnvPresence;
	/** Remembered; an answer with a fallback still wins. */
	readonly hint?: EnvPresence;
	/** The code stops when the variable is absent. */
	readonly asserted?: true;
	readonly fallback?: SyntaxNode;
	readonly fallbackSpan?: Span;
	/** Operands beside the read in a chain of fallbacks. */
	readonly chain?: readonly SyntaxNode[];
	/** Go on from this node instead of the parent. */
	readonly next?: SyntaxNode;
}

/** What `parent` says of the value of its child `node`; undefined when it says nothing it knows of. */
export type Climb = (context: EnvContext, node: SyntaxNode, parent: SyntaxNode) => Step | undefined;

const failure =
	/\b(?:throw|raise|panic|fatal\w*|abort|die|bail|exit|invariant|unreachable|croak|reject)\b|process\.exit|[Ee]xit\(|log\.(?:Fatal|Panic)|Fatalf?\(|return\s+[^;\n]*\b(?:Err\(|err\b|errors?\.|fmt\.Errorf)|missing\w*\.(?:push|append|add)\(|errors?\.(?:push|append|add)\(/;

/** Whether a branch stops the program or reports an error. */
export const isFailing = (branch: SyntaxNode | null | undefined): boolean =>
	branch !== null && branch !== undefined && failure.test(branch.text.slice(0, 800));
