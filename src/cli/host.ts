import type { LoadedCatalog } from '../core/catalog/load';
import type { ReadAsset } from '../core/syntax/parser';

/** What the command line needs of the process that runs it; a test brings its own. */
export interface Host {
	readonly cwd: string;
	readonly env: Readonly<Record<string, string | undefined>>;
	readonly color: boolean;
	readonly stdout: (text: string) => void;
	readonly stderr: (text: string) => void;
	readonly readStdin: () => Promise<string>;
	readonly assets: Assets;
	/** Ends `--watch`. */
	readonly signal?: AbortSignal;
}

/** What ships beside the program. */
export interface Assets {
	readonly grammar: ReadAsset;
	readonly catalogs: () => readonly LoadedCatalog[];
	/** Tells one build from another, so that a cache of another one is not read. */
	readonly build: string;
	/** The script of threads that help to read files; absent where there are none. */
	readonly worker?: string;
}

/** The ends of a command: clean, findings at warning or above, usage or crash. */
export const exitCodes = { clean: 0, findings: 1, failure: 2 } as const;
export type ExitCode = (typeof exitCodes)[keyof typeof exitCodes];

/** A command that cannot be carried out for a reason that its user can mend. */
export class UsageError extends Error {}
