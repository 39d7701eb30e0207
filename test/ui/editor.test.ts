import assert from 'node:assert/strict';
import { inRoot } from '../../scripts/paths.mjs';
import { openWorkbench, type Workbench } from './support/workbench';

describe('the editor', () => {
	let workbench: Workbench;

	before(async () => {
		workbench = await openWorkbench({ folder: inRoot('examples', 'render-daemon') });
	});
	after(() => workbench.close());

	it('shows a file of the examples', async () => {
		await workbench.openFile('limits.ts');
		await workbench.screenshot('editor');
		assert.match(await workbench.page.title(), /limits\.ts/);
	});
});
