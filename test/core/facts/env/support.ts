import assert from 'node:assert/strict';
import { createCatalogSet } from '../../../../src/core/catalog/set';
import type { EnvReadFact } from '../../../../src/core/facts/env/types';
import { factsOf, type FactKind, type FactOf } from '../../../../src/core/facts/model';
import { createFactReader } from '../../../../src/core/facts/read';
import { createDocument } from '../../../../src/core/text/document';
import { testParser, uriOf } from '../../../support/workspace';

const reader = createFactReader(createCatalogSet([]), testParser, (where, error) => {
	throw new Error(where, { cause: error });
});

export async function readFacts<K extends FactKind>(path: string, text: string, kind: K): Promise<FactOf<K>[]> {
	const document = createDocument({ uri: uriOf(path), path, text });
	return factsOf(
		await reader.read(document, { isRelevant: () => false, isWrapper: () => true, holds: () => true }),
		kind,
	);
}

/** `NAME presence`, then `='default'`, `|OTHER` and `(via)` where a case names them: the way that cases expect reads. */
export function shown(fact: EnvReadFact, via: boolean): string {
	const name = fact.dynamic === undefined ? fact.name : `${fact.name}*${fact.dynamic.suffix}`;
	const parts = [fact.constant === undefined ? name : `<${fact.constant}>`, fact.presence];
	if (fact.default !== undefined) parts.push(`='${fact.default}'`);
	for (const other of fact.alternatives ?? []) parts.push(`|${other}`);
	if (fact.test === true) parts.push('test');
	if (via) parts.push(`(${fact.via})`);
	return parts.join(' ');
}

/** One snippet and the reads that it holds, in order of place. A read that ends in `)` names how it is read. */
export type ReadCase = readonly [text: string, ...reads: string[]];

export function readCases(path: string, cases: readonly ReadCase[]): void {
	for (const [text, ...reads] of cases) {
		it(`${path}: ${text.replace(/\s+/g, ' ').slice(0, 100)}`, async () => {
			const facts = await readFacts(path, text, 'env-read');
			const sorted = [...facts].sort(
				(a, b) => a.range.start.line - b.range.start.line || a.range.start.character - b.range.start.character,
			);
			const via = reads.some((read) => read.endsWith(')'));
			assert.deepEqual(
				sorted.map((fact) => shown(fact, via)),
				reads,
			);
		});
	}
}
