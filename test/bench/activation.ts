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
			const row = workbench.page.locator('.monaco-list-row', { hasText: 'runbook-lens' });
			const time = /(\d+)ms/.exec(await row.locator('.activation-time').innerText())?.[1];
			if (time !== undefined) milliseconds.push(Number(time));
		} finally {
			await workbench.close();
		}
	}
	return [{ name: 'activation, as Running Extensions says', milliseconds }];
}
