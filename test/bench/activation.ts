import type { Page } from 'playwright-core';
import { inRoot } from '../../scripts/paths.mjs';
import { openWorkbench } from '../ui/support/workbench';
import type { Sample } from './sample';

/** The activation time that VS Code itself gives under «Running Extensions», in a new window each time. */
export async function benchActivation(rounds: number): Promise<Sample[]> {
	const milliseconds: number[] = [];
	for (let round = 0; round < Math.min(rounds, 3); round++) {
		const workbench = await openWorkbench({ folder: inRoot('examples', 'render-daemon') });
		try {
			await workbench.openFile('limits.ts');
			await workbench.hoverWord('RATE_LIMITED');
			await workbench.command('Developer: Show Running Extensions');
			milliseconds.push(await readTime(workbench.page));
		} finally {
			await workbench.close();
		}
	}
	return [{ name: 'activation, as Running Extensions says', milliseconds }];
}

/** Scrolls through the list, which holds only the rows in view, slowest first. */
async function readTime(page: Page): Promise<number> {
	const view = page.getByText('Running Extensions').last();
	await view.waitFor();
	const box = await view.boundingBox();
	await page.mouse.move((box?.x ?? 0) + 40, (box?.y ?? 0) + 200);
	for (let attempt = 0; attempt < 40; attempt++) {
		const text = await page.locator('body').innerText();
		const time = /runbook-lens\.runbook-lens[\s\S]{0,80}?Activation: (\d+)ms/.exec(text)?.[1];
		if (time !== undefined) return Number(time);
		await page.mouse.wheel(0, 200);
		await page.waitForTimeout(100);
	}
	throw new Error('The extension is not among the running ones.');
}
