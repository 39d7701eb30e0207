import assert from 'node:assert/strict';
import { driftedFiles } from '../../scripts/generate';

describe('generated files', () => {
	it('are as `npm run generate` writes them', async () => {
		assert.deepEqual(await driftedFiles(), []);
	});
});
