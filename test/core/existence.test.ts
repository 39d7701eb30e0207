import assert from 'node:assert/strict';
import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { createCatalogSet } from '../../src/core/catalog/set';
import { extractors } from '../../src/core/facts';
import { allRules, rules } from '../../src/core/rules';
import { bundledCatalogs } from '../support/workspace';

const root = join(import.meta.dirname, '..', '..');
const folder = join(root, 'src/core/rules');
const all = allRules(createCatalogSet(bundledCatalogs));

/** The files that define a rule, as ids. */
const written = readdirSync(folder, { recursive: true, encoding: 'utf8' })
	.map((path) => path.replaceAll('\\', '/'))
	.filter(
		(path) => /^[\w-]+\/[\w-]+\.ts$/.test(path) && readFileSync(join(folder, path), 'utf8').includes('defineRule('),
	)
	.map((path) => path.replace(/\.ts$/, ''))
	.sort();

describe('every rule', () => {
	it('is registered, and its id is its path', () => {
		assert.deepEqual(
			rules.map(({ id }) => id as string),
			written,
		);
	});

	it('has a test of its name', () => {
		const missing = rules
			.map(({ id }) => `test/core/rules/${id}.test.ts`)
			.filter((path) => !existsSync(join(root, path)));
		assert.deepEqual(missing, []);
	});

	it('is sorted by id, each id once', () => {
		const ids = all.map(({ id }) => id as string);
		assert.deepEqual(ids, [...new Set(ids)].sort());
	});

	it('reads facts that somebody extracts', () => {
		const kinds = new Set<string>(extractors.flatMap((extractor) => extractor.kinds));
		for (const { id, reads } of all) {
			assert.ok(reads.length > 0, id);
			assert.deepEqual(
				reads.filter((kind) => !kinds.has(kind)),
				[],
				id,
			);
		}
	});

	for (const { id, messages, docs } of all) {
		describe(id, () => {
			it('speaks in short sentences', () => {
				assert.ok(Object.keys(messages).length > 0);
				for (const [name, message] of Object.entries(messages)) {
					assert.match(message, /^[A-Z`{]/, `${name} begins as a sentence`);
					assert.match(message, /[.?]$/, `${name} ends as a sentence`);
					assert.doesNotMatch(message, /!|\bplease\b/i, name);
					assert.ok(message.length <= 200, `${name} has ${message.length} characters`);
				}
			});

			it('is documented', () => {
				for (const text of [docs.what, docs.why, docs.fix, ...(docs.notWhen === undefined ? [] : [docs.notWhen])]) {
					assert.match(text, /^[A-Z`][\s\S]*[.?:`]$/, text);
				}
				assert.ok(docs.bad.length > 0, 'an example that is reported');
				assert.ok(docs.good.length > 0, 'an example that is not');
				for (const example of docs.bad)
					assert.match(Object.values(example).join('\n'), /‹[\s\S]*›/, 'what is reported is marked');
			});
		});
	}
});
