import { parentPort, workerData } from 'node:worker_threads';
import { createService } from '../core/service';
import { createParser, type ReadAsset } from '../core/syntax/parser';
import { takeFiles, type WorkerInput, type WorkerOutput } from './parallel';
import { createNames, readSource } from './read';
import { readOne, type Skipped } from './readOne';

/** Reads files until none is left, and hands their facts over. The main thread settles what depends on other files. */
export async function runWorker(grammar: ReadAsset): Promise<void> {
	const input = workerData as WorkerInput;
	const names = createNames(input.root);
	const service = createService({
		parser: createParser(grammar, () => undefined), // the main thread says it
		read: (uri) => Promise.resolve(readSource(names, uri)),
		log: (message) => process.stderr.write(`runbook-lens: ${message}\n`),
		readsAll: input.readsAll,
	});
	service.configure(input.catalogs, input.config);
	const skipped: Skipped = { large: [], unreadable: [] };
	for (let mine = takeFiles(input); mine.length > 0; mine = takeFiles(input)) {
		for (const file of mine) await readOne({ names, service, cache: undefined }, file, skipped);
	}
	parentPort?.postMessage({ ...skipped, facts: [...service.index.files()] } satisfies WorkerOutput);
}
