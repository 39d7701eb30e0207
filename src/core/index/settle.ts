import type { FileFacts } from '../facts/model';
import type { WorkspaceIndex } from './workspaceIndex';

export interface SettlerOptions {
	readonly index: WorkspaceIndex;
	readonly isRelevant: (catalogId: string) => boolean;
	/** Names the catalogues that are relevant, so that a change shows. */
	readonly relevantIds: () => string;
	/** Reads a file again and stores its facts. */
	readonly reread: (file: FileFacts) => Promise<void>;
}

/** Reads files again whose facts depend on what other files turned out to say. */
export interface Settler {
	/** Whether a function of the workspace hands its parameter on to a read of the environment. */
	readonly isWrapper: (name: string) => boolean;
	/** To be told of each file whose facts are new. */
	readonly touch: (uri: string) => void;
	readonly settle: () => Promise<void>;
}

/** A wrapper may call a wrapper, whose file is found a round later; chains longer than this are nobody's. */
const maxRounds = 12;

export function createSettler({ index, isRelevant, relevantIds, reread }: SettlerOptions): Settler {
	let wrappers: { readonly revision: number; readonly names: ReadonlySet<string> } | undefined;
	let settledFor = '';
	let touched = new Set<string>();

	function isWrapper(name: string): boolean {
		const revision = index.revision('env-wrapper');
		if (wrappers?.revision !== revision) {
			// Callees are found as words, without the `!` of `fetch!`.
			const names = Array.from(index.facts('env-wrapper'), ({ fact }) => fact.name.replace(/[!?]$/, ''));
			wrappers = { revision, names: new Set(names) };
		}
		return wrappers.names.has(name);
	}

	/** Common words were read for other catalogues than those that are relevant now, or a callee was not known yet. */
	const isOutdated = ({ deferred, awake, callees }: FileFacts): boolean =>
		deferred.some(isRelevant) || !awake.every(isRelevant) || callees.some(isWrapper);

	/** The files whose facts may be outdated: after an edit those that were touched, else all. */
	function candidates(): Iterable<FileFacts> {
		const state = `${relevantIds()} ${index.revision('env-wrapper')}`;
		const files = state === settledFor ? Array.from(touched, (uri) => index.file(uri)) : index.files();
		settledFor = state;
		touched = new Set();
		return Array.from(files).filter((file) => file !== undefined);
	}

	return {
		isWrapper,
		touch: (uri) => void touched.add(uri),
		async settle() {
			for (let round = 0; round < maxRounds; round++) {
				const waiting = Array.from(candidates()).filter(isOutdated);
				if (waiting.length === 0) return;
				for (const file of waiting) await reread(file);
			}
		},
	};
}
