import assert from 'node:assert/strict';
import type { Range } from 'vscode-languageserver-types';
import { relevantEverywhere } from './ruleTester';
import { createWorkspace, slice, unmark } from './workspace';

export interface RecognitionCase {
	readonly name?: string;
	readonly path: string;
	/** `‹x›` is recognised, with exactly this range; `⟦x⟧` is not. */
	readonly text: string;
	/** Catalogue ids that are switched on; every system's when absent, none for `[]`. */
	readonly on?: readonly string[];
	/** Ids of targets that each recognised place leads to, among others. */
	readonly to?: string;
}

/** Hovers each marked place of each case, at its first and at its last character. */
export function recognitionTester(title: string, cases: readonly RecognitionCase[]): void {
	describe(title, () => {
		for (const item of cases) {
			it(item.name ?? `${item.path}: ${(item.text.split('\n')[0] ?? '').slice(0, 80)}`, () => assertCase(item));
		}
	});
}

async function assertCase({ path, text: marked, on, to }: RecognitionCase): Promise<void> {
	const silent = marked.replace(/[‹›]/g, '').replaceAll('⟦', '‹').replaceAll('⟧', '›');
	const { text, ranges } = unmark(marked.replace(/[⟦⟧]/g, ''));
	const config =
		on === undefined ? relevantEverywhere : { catalogs: Object.fromEntries(on.map((id) => [id, 'on'] as const)) };
	const { service, logged } = await createWorkspace({ [path]: text }, { config });
	const hover = (range: Range, end: boolean) => {
		const position = end ? { ...range.end, character: range.end.character - 1 } : range.start;
		return service.hover({ uri: `test:/${path}`, path, text }, position);
	};
	for (const range of ranges) {
		for (const end of [false, true]) {
			const found = await hover(range, end);
			assert.ok(found !== undefined, `‹${slice(text, range)}› on line ${range.start.line + 1} is not recognised`);
			assert.deepEqual(found.range, range, `‹${slice(text, range)}› is recognised as ‹${slice(text, found.range)}›`);
			if (to !== undefined)
				assert.ok(found.targets.includes(to), `‹${slice(text, range)}› leads to ${found.targets.join()}`);
		}
	}
	for (const range of unmark(silent).ranges) {
		for (const end of [false, true]) {
			const found = await hover(range, end);
			assert.deepEqual(
				found?.targets ?? [],
				[],
				`⟦${slice(text, range)}⟧ on line ${range.start.line + 1} is recognised`,
			);
		}
	}
	assert.deepEqual(logged, []);
}
