import type { Fact, FactKind, FactOf, FileFacts } from '../facts/model';

export interface IndexedFact<K extends FactKind> {
	readonly file: FileFacts;
	readonly fact: FactOf<K>;
}

/** The facts of every file of the workspace. */
export interface WorkspaceIndex {
	readonly size: number;
	files(): Iterable<FileFacts>;
	file(uri: string): FileFacts | undefined;
	/** Every fact of a kind, file by file in order of path. */
	facts<K extends FactKind>(kind: K): Iterable<IndexedFact<K>>;
	/** Whether any file holds a fact of the kind. */
	has(kind: FactKind): boolean;
	/** Grows whenever a fact of the kind came, went or changed. */
	revision(kind: FactKind): number;
	/** Whether there is a file or folder at a path; undefined when nobody has looked. */
	exists(path: string): boolean | undefined;
	/** Bytes of a file that code sends; undefined when there is none or nobody has looked. */
	sizeOf(path: string): number | undefined;
}

export interface MutableIndex extends WorkspaceIndex {
	/** Replaces a file's facts. */
	set(facts: FileFacts): void;
	delete(uri: string): void;
	clear(): void;
	/** Notes whether there is a file or folder at a path that a definition names. */
	learn(path: string, exists: boolean): void;
	/** Notes the size of a file at a path that code sends. */
	measure(path: string, size: number | undefined): void;
}

export function createIndex(): MutableIndex {
	const files = new Map<string, FileFacts>();
	/** Files by the fact kinds they hold. */
	const holders = new Map<FactKind, Map<string, FileFacts>>();
	const revisions = new Map<FactKind, number>();
	const places = new Map<string, boolean>();
	const sizes = new Map<string, number>();

	const touch = (kinds: Iterable<FactKind>): void => {
		for (const kind of kinds) revisions.set(kind, (revisions.get(kind) ?? 0) + 1);
	};

	function remove(uri: string): Set<FactKind> {
		const old = files.get(uri);
		files.delete(uri);
		const kinds = kindsOf(old);
		for (const kind of kinds) holders.get(kind)?.delete(uri);
		return kinds;
	}

	return {
		get size() {
			return files.size;
		},
		files: () => files.values(),
		file: (uri) => files.get(uri),
		*facts<K extends FactKind>(kind: K): Generator<IndexedFact<K>> {
			const held = [...(holders.get(kind)?.values() ?? [])].sort((a, b) => (a.path < b.path ? -1 : 1));
			for (const file of held) {
				for (const fact of file.facts) if (fact.kind === kind) yield { file, fact: fact as FactOf<K> };
			}
		},
		has: (kind) => (holders.get(kind)?.size ?? 0) > 0,
		revision: (kind) => revisions.get(kind) ?? 0,
		exists: (path) => places.get(path),
		learn(path, exists) {
			if (places.get(path) === exists) return;
			places.set(path, exists);
			touch(['env-definition']);
		},
		sizeOf: (path) => sizes.get(path),
		measure(path, size) {
			if (sizes.get(path) === size) return;
			if (size === undefined) sizes.delete(path);
			else sizes.set(path, size);
			touch(['inline-file']);
		},
		set(facts) {
			const old = files.get(facts.uri);
			const changed = new Set([...kindsOf(old), ...kindsOf(facts)].filter((kind) => !sameFacts(old, facts, kind)));
			remove(facts.uri);
			files.set(facts.uri, facts);
			for (const kind of kindsOf(facts)) {
				const held = holders.get(kind) ?? new Map<string, FileFacts>();
				holders.set(kind, held.set(facts.uri, facts));
			}
			touch(changed);
		},
		delete(uri) {
			touch(remove(uri));
		},
		clear() {
			touch(holders.keys());
			files.clear();
			holders.clear();
			places.clear();
			sizes.clear();
		},
	};
}

const kindsOf = (file: FileFacts | undefined): Set<FactKind> => new Set(file?.facts.map((fact) => fact.kind));

function sameFacts(old: FileFacts | undefined, now: FileFacts, kind: FactKind): boolean {
	const of = (file: FileFacts | undefined) => file?.facts.filter((fact) => fact.kind === kind) ?? [];
	return sameJson(of(old), of(now)) && sameDigests(of(old), of(now));
}

/** Whether two values of JSON are the same; property order counts, as one extractor writes both. */
function sameJson(a: unknown, b: unknown): boolean {
	if (typeof a !== 'object' || typeof b !== 'object' || a === null || b === null) return a === b;
	const [keys, others] = [Object.keys(a), Object.keys(b)];
	return (
		keys.length === others.length &&
		keys.every((key, index) => key === others[index] && sameJson(a[key as never], b[key as never]))
	);
}

/** Values that may not be kept are not in the JSON either. */
function sameDigests(old: readonly Fact[], now: readonly Fact[]): boolean {
	return old.every((fact, index) => {
		const other = now[index];
		if (fact.kind !== 'env-definition' || other?.kind !== 'env-definition') return true;
		const [one, two] = [fact.value.digest, other.value.digest];
		return one === undefined || two === undefined ? one === two : one.equals(two);
	});
}
