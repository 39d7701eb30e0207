import type { FactKind, FileFacts } from '../facts/model';
import { awaitedKinds, isFulfilled, type WorkspaceView } from '../facts/read';
import type { WorkspaceIndex } from './workspaceIndex';

export interface SettlerOptions {
	readonly index: WorkspaceIndex;
	readonly isRelevant: (catalogId: string) => boolean;
	/** Names the catalogues that are relevant, so that a change shows. */
	readonly relevantIds: () => string;
	/** Reads a file again and stores its facts; with `resume` only what it awaits. */
	readonly reread: (file: FileFacts, resume: boolean) => Promise<void>;
	/** Reads facts that nobody in the workspace asks for. */
	readonly readsAll: boolean;
}

/** Reads files again whose facts depend on what other files turned out to say. */
export interface Settler {
	readonly view: WorkspaceView;
	/** To be told of each file whose facts are new. */
	readonly touch: (uri: string) => void;
	readonly settle: () => Promise<void>;
}

/** A wrapper may call a wrapper, whose file is found a round later; chains longer than this are nobody's. */
const maxRounds = 12;

export function createSettler({ index, isRelevant, relevantIds, reread, readsAll }: SettlerOptions): Settler {
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

	const view: WorkspaceView = {
		isRelevant,
		isWrapper,
		holds: (kind: FactKind) => readsAll || index.has(kind),
	};

	/** Common words were read for other catalogues than those that are relevant now. */
	const isOutdated = ({ deferred, awake }: FileFacts): boolean => deferred.some(isRelevant) || !awake.every(isRelevant);
	const isWaiting = ({ awaits }: FileFacts): boolean => awaits.some((awaited) => isFulfilled(awaited, view));

	/** The files whose facts may be outdated: after an edit those that were touched, else all. */
	function candidates(): readonly FileFacts[] {
		const kinds = awaitedKinds.filter(view.holds).join(' ');
		const state = `${relevantIds()}; ${kinds}; ${index.revision('env-wrapper')}`;
		const files = state === settledFor ? Array.from(touched, (uri) => index.file(uri)) : index.files();
		settledFor = state;
		touched = new Set();
		return Array.from(files).filter((file) => file !== undefined);
	}

	return {
		view,
		touch: (uri) => void touched.add(uri),
		async settle() {
			for (let round = 0; round < maxRounds; round++) {
				const files = candidates().filter((file) => isOutdated(file) || isWaiting(file));
				if (files.length === 0) return;
				for (const file of files) await reread(file, !isOutdated(file));
			}
		},
	};
}
