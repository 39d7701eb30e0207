import assert from 'node:assert/strict';
import { parseBundle, stringifyBundle } from '../../../src/core/catalog/bundle';
import { bundledCatalogs } from '../../support/workspace';

describe('catalogue bundle', () => {
	it('gives back what was written', () => {
		assert.deepEqual(parseBundle(stringifyBundle(bundledCatalogs)), bundledCatalogs);
	});

	it('knows where each entry stands in its file', () => {
		for (const { catalog, offsets } of parseBundle(stringifyBundle(bundledCatalogs))) {
			assert.equal(offsets.size, catalog.entries.length, catalog.id);
		}
	});
});
