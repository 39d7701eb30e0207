import assert from 'node:assert/strict';
import { inRoot } from '../../scripts/paths.mjs';
import { openWorkbench, type Workbench } from './support/workbench';

describe('looking up, in the window', () => {
	let workbench: Workbench;

	before(async () => {
		workbench = await openWorkbench({ folder: inRoot('examples', 'render-daemon') });
		await workbench.openFile('limits.ts');
		await workbench.hoverWord('RATE_LIMITED'); // the extension is there
	});
	afterEach(async function () {
		await workbench.screenshot(this.currentTest?.title.replaceAll(/\W+/g, '-') ?? 'unknown');
	});
	after(() => workbench.close());

	it('finds entries by typing', async () => {
		await workbench.command('Runbook Lens: Look Up');
		const rows = await workbench.pick('render store', 'RENDER_STORE_FULL');
		assert.ok(rows.some((row) => row.includes('Render daemon and cockpit')));
		await workbench.pick('store budget', 'RENDER_STORE_BUDGET_MB');
	});

	it('explains a pasted error envelope', async () => {
		const rows = await workbench.pick('{"ok":false,"code":"RENDER_STORE_FULL","requestId":"abc"}', 'RENDER_STORE_FULL');
		assert.match(rows[0] ?? '', /RENDER_STORE_FULL/);
	});

	it('opens the page of what was chosen', async () => {
		await workbench.page.keyboard.press('Enter');
		await workbench.page.locator('.tab', { hasText: 'render-store-full' }).waitFor();
		const page = workbench.page.frameLocator('iframe.webview').frameLocator('iframe');
		await page.getByText('RENDER_STORE_BUDGET_MB').first().waitFor();
	});
});
