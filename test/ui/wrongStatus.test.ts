import assert from 'node:assert/strict';
import { inRoot } from '../../scripts/paths.mjs';
import { openWorkbench, type Workbench } from './support/workbench';

describe('a documented code with another status, in the window', () => {
	let workbench: Workbench;

	before(async () => {
		workbench = await openWorkbench({ folder: inRoot('examples', 'render-daemon') });
		await workbench.openFile('limits.ts');
	});
	afterEach(async function () {
		await workbench.screenshot(this.currentTest?.title.replaceAll(/\W+/g, '-') ?? 'unknown');
	});
	after(() => workbench.close());

	it('shows its card under the mouse', async () => {
		const card = await workbench.hoverWord('RATE_LIMITED');
		assert.match(card, /too many requests from one address/);
		assert.match(card, /RATE_LIMIT_RPM/);
	});

	it('is listed under Problems', async () => {
		const rows = await workbench.openProblems('is raised with 500');
		assert.ok(rows.some((row) => row.includes('limits.ts')));
	});

	it('is mended from the light bulb', async () => {
		const titles = await workbench.lightBulb('500');
		assert.ok(titles.includes('Raise `RATE_LIMITED` with 429'), titles.join('\n'));
		await workbench.choose('with 429');
		await workbench.problemGone('is raised with 500');
		await workbench.save();
		assert.match(await workbench.read('src/server/limits.ts'), /res\.status\(429\)\.json/);
	});
});
