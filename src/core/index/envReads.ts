import type { EnvReadFact } from '../facts/envRead';
import type { FileFacts } from '../facts/model';
import type { WorkspaceIndex } from './workspaceIndex';

/** A read with the file it stands in: direct, or a call of a function that reads the variable it is given. */
export interface ResolvedRead {
	readonly file: FileFacts;
	readonly fact: EnvReadFact;
}

/** Every read of the workspace in order of path and place: the direct ones, and those through wrappers of any file. */
export function resolveEnvReads(index: WorkspaceIndex): readonly ResolvedRead[] {
	return [...index.facts('env-read')];
}
