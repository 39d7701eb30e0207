import { cp, mkdir, mkdtemp, readFile, rm } from 'node:fs/promises';
import path from 'node:path';
import type { Locator, Page } from 'playwright-core';
import { launchBrowser } from '../../../scripts/host/browser.mjs';
import { startServer } from '../../../scripts/host/server.mjs';
import { inCache, root } from '../../../scripts/paths.mjs';

/** A VS Code window that a test looks at and clicks in. */
export interface Workbench {
	readonly page: Page;
	/** Opens a file by its name, as Ctrl+P does. */
	openFile(name: string): Promise<void>;
	/** Runs a command of the command palette by its title. */
	command(title: string): Promise<void>;
	/** Types into the quick pick that is open. Out: its rows, once one has `expected`. */
	pick(text: string, expected: string): Promise<readonly string[]>;
	/** Rests the mouse on the first visible occurrence of a text in the editor. Out: what the hover says. */
	hoverWord(text: string): Promise<string>;
	/** Opens the Problems panel, filtered by a text to wait for. Out: its rows, top to bottom. */
	openProblems(expected: string): Promise<readonly string[]>;
	/** Waits until the open Problems panel has no row with a text. */
	problemGone(text: string): Promise<void>;
	/** Puts the cursor on a text and opens the light bulb's menu. Out: the titles in it. */
	lightBulb(text: string): Promise<readonly string[]>;
	/** Chooses an entry of the menu that {@link Workbench.lightBulb} opened. */
	choose(title: string): Promise<void>;
	/** Waits until the file in the editor has changed, then saves it. */
	save(): Promise<void>;
	/** Reads a file of the workspace as it is on disk. */
	read(name: string): Promise<string>;
	/** Writes `.vscode-test/screenshots/<name>.png`. */
	screenshot(name: string): Promise<void>;
	close(): Promise<void>;
}

/** How long the window may take to show what was asked for. */
const patience = 30_000;

/**
 * Opens a VS Code window on a copy of a folder.
 * In: the folder; the folder of the extension under development, this repository without one.
 */
export async function openWorkbench(options: { folder: string; extension?: string }): Promise<Workbench> {
	await mkdir(inCache('runs'), { recursive: true });
	// The window's title and the screenshots show this name.
	const home = await mkdtemp(inCache('runs', 'ui-'));
	const folder = path.join(home, path.basename(options.folder));
	await cp(options.folder, folder, { recursive: true });
	const server = await startServer();
	const browser = await launchBrowser();
	const page = await browser.newPage({ viewport: { width: 1280, height: 800 } });
	page.setDefaultTimeout(patience);
	await page.goto(server.url({ folder, extension: options.extension ?? root }));
	await page.locator('.monaco-workbench .explorer-folders-view .monaco-list-row').first().waitFor();

	const problems = page.locator('.markers-panel .monaco-list-row');
	const editor = page.locator('.editor-instance .monaco-editor').first();
	const workbench: Workbench = {
		page,
		async openFile(name) {
			await page.keyboard.press('Control+P');
			const input = page.locator('.quick-input-widget input');
			await input.fill(name);
			await page
				.locator('.quick-input-list .monaco-list-row', { hasText: path.basename(name) })
				.first()
				.waitFor();
			await page.keyboard.press('Enter');
			await page.locator('.tab.active', { hasText: path.basename(name) }).waitFor();
			await editor.locator('.view-line').first().waitFor();
		},
		async command(title) {
			await page.keyboard.press('F1');
			await page.locator('.quick-input-widget input').fill(`>${title}`);
			await page.locator('.quick-input-list .monaco-list-row', { hasText: title }).first().waitFor();
			await page.keyboard.press('Enter');
		},
		async pick(text, expected) {
			await page.locator('.quick-input-widget input').fill(text);
			const rows = page.locator('.quick-input-list .monaco-list-row');
			await rows.filter({ hasText: expected }).first().waitFor();
			return rows.allInnerTexts();
		},
		async hoverWord(text) {
			const hover = page.locator('.monaco-resizable-hover .monaco-hover:not(.hidden)');
			// The first attempts may come before the extension: a person would move the mouse again, too.
			for (let attempt = 1; ; attempt++) {
				const { x, y } = await locate(editor, text);
				await page.mouse.move(0, 0);
				await page.mouse.move(x, y, { steps: 3 });
				try {
					await hover.filter({ hasNotText: 'Loading...' }).waitFor({ timeout: patience / 10 });
					return await hover.innerText();
				} catch (error) {
					if (attempt === 10) {
						throw error;
					}
				}
			}
		},
		async openProblems(expected) {
			await page.keyboard.press('Control+Shift+M');
			// Only the rows in sight exist, so the one that is asked for is brought there.
			await page.locator('.panel input[placeholder^="Filter"]').fill(expected);
			await problems.filter({ hasText: expected }).first().waitFor();
			return problems.allInnerTexts();
		},
		problemGone: (text) => problems.filter({ hasText: text }).first().waitFor({ state: 'hidden' }),
		async lightBulb(text) {
			const { x, y } = await locate(editor, text);
			await page.mouse.click(x, y);
			await page.keyboard.press('Control+.');
			const rows = page.locator('.action-widget .monaco-list-row.action');
			await rows.first().waitFor();
			return rows.allInnerTexts();
		},
		async choose(title) {
			await page.locator('.action-widget .monaco-list-row.action', { hasText: title }).first().click();
			await page.locator('.action-widget .monaco-list-row.action').first().waitFor({ state: 'hidden' });
		},
		async save() {
			await page.locator('.tab.active.dirty').waitFor();
			await page.keyboard.press('Control+S');
			await page.locator('.tab.active:not(.dirty)').waitFor();
		},
		read: (name) => readFile(path.join(folder, name), 'utf8'),
		async screenshot(name) {
			await mkdir(inCache('screenshots'), { recursive: true });
			await page.screenshot({ path: inCache('screenshots', `${name}.png`) });
		},
		async close() {
			await browser.close();
			await server.close();
			await rm(home, { recursive: true, force: true, maxRetries: 3 });
		},
	};
	return workbench;
}

/** Out: the middle of the first visible occurrence of a text in an editor, in pixels of the window. */
async function locate(editor: Locator, text: string): Promise<{ readonly x: number; readonly y: number }> {
	const line = editor.locator('.view-line > span', { hasText: text }).first();
	// The editor replaces its lines while colours and decorations arrive, so what was found may be gone a moment later.
	for (let attempt = 0; attempt < 20; attempt++) {
		const content = ((await line.textContent()) ?? '').replaceAll('\u00A0', ' ');
		const box = await line.boundingBox();
		const view = await editor.boundingBox();
		const index = content.indexOf(text);
		if (box !== null && view !== null && index >= 0) {
			const y = box.y + box.height / 2;
			const below = y - (view.y + view.height - 2 * box.height);
			if (below <= 0) {
				// Every character is as wide as the others, and the line shows a tab as the spaces that it stands for.
				return { x: box.x + ((index + text.length / 2) * box.width) / content.length, y };
			}
			await editor.page().mouse.move(view.x + view.width / 2, view.y + view.height / 2);
			await editor.page().mouse.wheel(0, below);
		}
		await editor.page().waitForTimeout(100);
	}
	throw new Error(`${text} is nowhere in the editor.`);
}
