import type { EnvContext } from './context';

/** The context with a note taken of every wrapper that is emitted. */
export function wrapperNames(context: EnvContext): {
	readonly context: EnvContext;
	readonly names: ReadonlySet<string>;
} {
	const names = new Set<string>();
	const noting: EnvContext = {
		...context,
		emit(fact) {
			if (fact.kind === 'env-wrapper') names.add(fact.name);
			context.emit(fact);
		},
	};
	return { context: noting, names };
}
