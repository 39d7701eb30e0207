import assert from 'node:assert/strict';
import { inRoot } from '../../scripts/paths.mjs';
import { openWorkbench } from './support/workbench';

describe("the README's picture", () => {
	it('shows a card above the problem that it explains', async () => {
		const workbench = await openWorkbench({ folder: inRoot('examples', 'render-daemon') });
		try {
			await workbench.openFile('limits.ts');
			await workbench.openProblems('`RATE_LIMITED` is raised with 500');
			await workbench.page.locator('.markers-panel .monaco-list-row', { hasText: 'raised with 500' }).click();
			assert.match(await workbench.hoverWord('RATE_LIMITED'), /too many requests from one address/);
			await workbench.page.waitForTimeout(500);
			await workbench.screenshot('hero');
		} finally {
			await workbench.close();
		}
	});
});
