import { availableParallelism } from 'node:os';
import { Worker } from 'node:worker_threads';
import type { LoadedCatalog } from '../core/catalog/load';
import type { Config } from '../core/config/model';
import type { FileFacts } from '../core/facts/model';
import { grammarOf, languageOf } from '../core/syntax/languages';
import { readOne, type Skipped } from './readOne';
import type { Workspace } from './workspace';

/** What a thread needs to read files as the main one does; sent as a copy. */
export interface WorkerSetup {
	readonly root: string;
	readonly catalogs: readonly LoadedCatalog[];
	readonly config: Config;
	readonly readsAll: boolean;
}

export interface WorkerInput extends WorkerSetup {
	readonly files: readonly string[];
	/** How many portions of the files are taken; shared by all threads. */
	readonly taken: Int32Array;
}

export interface WorkerOutput extends Skipped {
	readonly facts: readonly FileFacts[];
}

/** Files a thread takes at once. */
const portion = 16;
/** A thread of its own costs about as much as reading so many files of code. */
const worthwhile = 600;

/** Only code is parsed by a grammar, which is what takes time; and only its facts can be copied between threads. */
const isCode = (file: string): boolean => grammarOf(languageOf(file)) !== undefined;

/** One thread less than there are processors, when there is enough to do. */
const defaultThreads = (files: number): number =>
	Math.min(availableParallelism() - 1, Math.floor(files / worthwhile), 7);

/** The next portion of files that no thread has taken yet; empty when all are. */
export function takeFiles({ files, taken }: Pick<WorkerInput, 'files' | 'taken'>): readonly string[] {
	const start = Atomics.add(taken, 0, 1) * portion;
	return files.slice(start, start + portion);
}

/** Reads files in this thread and in others, whichever is free takes the next. */
export async function readInParallel(workspace: Workspace, files: readonly string[], skipped: Skipped): Promise<void> {
	const { setup, worker, cache, service, names } = workspace;
	const code = files.filter(isCode);
	// A cache compares bytes in this thread.
	const script = cache === undefined && code.length > portion ? worker : undefined;
	const input: WorkerInput = {
		...setup,
		files: script === undefined ? files : code,
		taken: new Int32Array(new SharedArrayBuffer(Int32Array.BYTES_PER_ELEMENT)),
	};
	const others: Promise<WorkerOutput | undefined>[] = [];
	if (script !== undefined) {
		const threads = workspace.threads ?? defaultThreads(code.length);
		for (let count = 0; count < threads; count++) others.push(runWorker(script, input));
		for (const file of files) if (!isCode(file)) await readOne(workspace, file, skipped);
	}
	for (let mine = takeFiles(input); mine.length > 0; mine = takeFiles(input)) {
		for (const file of mine) await readOne(workspace, file, skipped);
	}
	const outputs = await Promise.all(others);
	for (const output of outputs) {
		for (const facts of output?.facts ?? []) service.restore(facts);
		skipped.large.push(...(output?.large ?? []));
		skipped.unreadable.push(...(output?.unreadable ?? []));
	}
	// What a thread had taken when it failed.
	if (!outputs.includes(undefined)) return;
	const missing = input.files.filter((file) => service.index.file(names.uri(file)) === undefined);
	for (const file of missing) await readOne(workspace, file, { large: [], unreadable: [] });
}

/** What a thread has read; undefined when it could not. */
function runWorker(script: string, input: WorkerInput): Promise<WorkerOutput | undefined> {
	return new Promise((resolve) => {
		const thread = new Worker(script, { workerData: input });
		thread.once('message', (output: WorkerOutput) => resolve(output));
		thread.once('error', () => resolve(undefined));
		thread.once('exit', () => resolve(undefined));
	});
}
