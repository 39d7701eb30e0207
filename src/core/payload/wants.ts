import type { Path } from './path';

/** What has to be known of an object, as a tree of keys: everything else stays unread. */
export interface Wants {
	readonly keys: Map<string, Wants>;
	/** Strings that may be kept, because a catalogue spells them out. */
	readonly strings: Set<string>;
	/** Expressions to look for in a string. */
	readonly patterns: Set<string>;
}

export const newWants = (): Wants => ({ keys: new Map(), strings: new Set(), patterns: new Set() });

export function mergeWants(
	wants: Wants,
	paths: readonly Path[],
	strings: readonly string[] = [],
	patterns: readonly string[] = [],
): void {
	for (const path of paths) {
		let current = wants;
		for (const step of path) {
			let next = current.keys.get(step);
			if (next === undefined) {
				next = newWants();
				current.keys.set(step, next);
			}
			current = next;
		}
		for (const value of strings) current.strings.add(value);
		for (const pattern of patterns) current.patterns.add(pattern);
	}
}

/** What is wanted of the value of a key, or of the items of a list (`[]`). */
export const wantsBelow = (wants: readonly Wants[], step: string): Wants[] =>
	wants.flatMap(({ keys }) =>
		[keys.get(step), step === '[]' ? undefined : keys.get('*')].filter((item) => item !== undefined),
	);
