import { readFile } from 'node:fs/promises';
import path from 'node:path';
import { performance } from 'node:perf_hooks';
import { parseBundle } from '../../src/core/catalog/bundle';
import { mergeConfig } from '../../src/core/config/model';
import { createService, type Service } from '../../src/core/service';
import { createParser } from '../../src/core/syntax/parser';
import type { Sample } from './sample';

/** A TypeScript file of about `lines` lines with a documented code in every sixth, as a large server has them. */
export function largeFile(lines: number): string {
	const handler = (index: number): string =>
		[
			`export async function handler${index}(req: Request, res: Response): Promise<void> {`,
			`\tconst value${index} = await load(req.params.id ?? 'x${index}');`,
			`\tif (value${index} === undefined) {`,
			`\t\tres.status(429).json({ ok: false, code: 'RATE_LIMITED', message: \`no \${value${index}}\` });`,
			'\t}',
			'}',
			'',
		].join('\n');
	return Array.from({ length: Math.ceil(lines / 6) }, (_, index) => handler(index)).join('');
}

async function createBenchService(dist: string): Promise<Service> {
	const parser = createParser(
		(name) => readFile(path.join(dist, 'grammars', name)),
		(message) => {
			throw new Error(message);
		},
	);
	const service = createService({ parser, read: () => Promise.resolve(undefined), log: console.error });
	const catalogs = parseBundle(await readFile(path.join(dist, 'catalogs.json'), 'utf8'));
	service.configure(catalogs, mergeConfig({ catalogs: { 'render-daemon': 'on' } }));
	return service;
}

async function time(run: () => Promise<unknown>): Promise<number> {
	const start = performance.now();
	await run();
	return performance.now() - start;
}

/** In: the build's folder. Out: how long hovers and edits take in a file of 5,000 lines, in the core. */
export async function benchCore(dist: string): Promise<Sample[]> {
	const source = { uri: 'file:///large.ts', path: 'src/large.ts', text: largeFile(5000) };
	const at = (handler: number) => ({ line: handler * 6 + 3, character: 51 });
	const cold: number[] = [];
	for (let round = 0; round < 5; round++) {
		const service = await createBenchService(dist);
		cold.push(await time(() => service.hover(source, at(400))));
	}
	const service = await createBenchService(dist);
	await service.hover(source, at(0));
	const warm: number[] = [];
	for (let round = 1; round < 500; round++) warm.push(await time(() => service.hover(source, at(round))));
	const edit: number[] = [];
	for (let round = 0; round < 60; round++) {
		const text = source.text.replace(`handler${round * 10}(`, `handler${round * 10}_(`);
		edit.push(
			await time(async () => {
				await service.update({ ...source, text });
				await service.findings();
			}),
		);
	}
	return [
		{ name: 'first hover, cold, 5,000 lines of TypeScript', milliseconds: cold },
		{ name: 'hover, warm', milliseconds: warm },
		{ name: 'edit to findings, 5,000 lines of TypeScript', milliseconds: edit.slice(10) },
	];
}
