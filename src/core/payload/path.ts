import type { DataValue, ObjectPair, ObjectValue } from '../facts/object';

/** Keys from the body down; `[]` is any item of a list, `*` any key. */
export type Path = readonly string[];

export const parsePath = (text: string): Path =>
	text.split('.').flatMap((part) => (part.endsWith('[]') ? [part.slice(0, -2), '[]'] : [part]));

export const parsePaths = (paths: string | readonly string[]): readonly Path[] =>
	(typeof paths === 'string' ? [paths] : paths).map(parsePath);

export interface Located {
	readonly value: DataValue;
	/** The pair whose value it is; absent for items and the body itself. */
	readonly pair?: ObjectPair;
}

export interface Selection {
	readonly found: readonly Located[];
	/** True when there may be more than can be seen. */
	readonly open: boolean;
}

/** What a path leads to. */
export function select(root: ObjectValue, path: Path): Selection {
	let found: Located[] = [{ value: root }];
	let open = false;
	for (const step of path) {
		const next: Located[] = [];
		for (const { value } of found) {
			const inner = below(value, step);
			open ||= inner.open;
			next.push(...inner.found);
		}
		found = next;
	}
	return { found, open };
}

/** What any of the paths leads to, each place once. */
export function selectAny(root: ObjectValue, paths: readonly Path[]): Selection {
	const selections = paths.map((path) => select(root, path));
	const found = new Map<DataValue, Located>();
	for (const located of selections.flatMap((selection) => selection.found)) found.set(located.value, located);
	return { found: [...found.values()], open: selections.some((selection) => selection.open) };
}

function below(value: DataValue, step: string): Selection {
	if (value.kind === 'unknown') return { found: [], open: true };
	if (step === '[]') {
		return value.kind === 'list'
			? { found: value.items.map((item) => ({ value: item })), open: value.open }
			: { found: [], open: false };
	}
	if (value.kind !== 'object') return { found: [], open: false };
	const pairs = value.pairs.filter((pair) => step === '*' || pair.key === step);
	return {
		found: pairs.map((pair) => ({ value: pair.value, pair })),
		open: value.open && (step === '*' || pairs.length === 0),
	};
}
