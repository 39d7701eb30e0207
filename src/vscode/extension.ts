import { commands as editor, window, type ExtensionContext } from 'vscode';
import { commands } from './names';
import type { Features } from './start';

/**
 * The entry of both hosts. It only says which commands there are: the engine, in Node a file of its own, is compiled after
 * VS Code has gone on, and whoever asks for something earlier waits for it.
 */
export function activate(context: ExtensionContext): void {
	const log = window.createOutputChannel('Runbook Lens', { log: true });
	const features = new Promise<Features>((resolve, reject) => {
		setTimeout(() => {
			import('./start').then(({ start }) => resolve(start(context, log)), reject);
		}, 0);
	});
	features.catch((error: unknown) => log.error(error instanceof Error ? error : String(error)));
	const proxies = Object.values(commands).map((id) =>
		editor.registerCommand(id, async (...args: unknown[]) => (await features).commands[id](...args)),
	);
	context.subscriptions.push(log, ...proxies);
}
