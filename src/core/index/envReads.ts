import type { EnvReadFact } from '../facts/envRead';
import type { FactKind, FileFacts } from '../facts/model';
import { classReads } from './env/classes';
import { createConstants } from './env/constants';
import { createWrapperIndex, readThrough } from './env/wrappers';
import type { WorkspaceIndex } from './workspaceIndex';

/** A read with the file it stands in: direct, of a class's field, or a call of a function that reads what it is given. */
export interface ResolvedRead {
	readonly file: FileFacts;
	readonly fact: EnvReadFact;
}

/** The fact kinds that reads are resolved from; a rule that uses them names all of these. */
export const envReadKinds = [
	'env-read',
	'env-wrapper',
	'env-call',
	'env-constant',
	'env-class',
] as const satisfies readonly FactKind[];

const cache = new WeakMap<WorkspaceIndex, { readonly revision: string; readonly reads: readonly ResolvedRead[] }>();

/** Every read of the workspace in order of path and place: the direct ones, and those through wrappers of any file. */
export function resolveEnvReads(index: WorkspaceIndex): readonly ResolvedRead[] {
	const revision = envReadKinds.map((kind) => index.revision(kind)).join(' ');
	const cached = cache.get(index);
	if (cached?.revision === revision) return cached.reads;
	const reads = resolve(index);
	cache.set(index, { revision, reads });
	return reads;
}

function resolve(index: WorkspaceIndex): readonly ResolvedRead[] {
	const put = createConstants(index.facts('env-constant'));
	const wrappers = createWrapperIndex(index.facts('env-wrapper'), index.files());
	const found = new Map<string, ResolvedRead>();
	const add = ({ file, fact }: ResolvedRead): void => {
		const named = put(fact, file);
		const { start } = named.range;
		const key = `${file.uri} ${start.line} ${start.character} ${named.name}`;
		if (!found.has(key)) found.set(key, { file, fact: named });
	};
	for (const { file, fact } of index.facts('env-read')) add({ file, fact });
	for (const read of classReads(index.facts('env-class'))) add(read);
	for (const { file, fact: call } of index.facts('env-call')) {
		const wrapper = wrappers.find(call, file);
		const fact = wrapper === undefined ? undefined : readThrough(call, wrapper, file.language);
		if (fact !== undefined) add({ file, fact });
	}
	return [...found.values()].sort(byPlace);
}

const byPlace = (a: ResolvedRead, b: ResolvedRead): number =>
	(a.file.path < b.file.path ? -1 : a.file.path > b.file.path ? 1 : 0) ||
	a.fact.range.start.line - b.fact.range.start.line ||
	a.fact.range.start.character - b.fact.range.start.character;
