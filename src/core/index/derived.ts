import type { FactKind } from '../facts/model';
import type { WorkspaceIndex } from './workspaceIndex';

/** Something computed from the facts of `kinds`, kept until one of them changes. */
export function derived<T>(
	kinds: readonly FactKind[],
	compute: (index: WorkspaceIndex) => T,
): (index: WorkspaceIndex) => T {
	const kept = new WeakMap<WorkspaceIndex, { readonly revision: string; readonly value: T }>();
	return (index) => {
		const revision = kinds.map((kind) => index.revision(kind)).join(' ');
		const known = kept.get(index);
		if (known?.revision === revision) return known.value;
		const value = compute(index);
		kept.set(index, { revision, value });
		return value;
	};
}
