import { window, type ExtensionContext } from 'vscode';

/** The entry of both hosts. In Node, everything else is a file of its own, which is compiled while VS Code goes on. */
export async function activate(context: ExtensionContext): Promise<void> {
	const log = window.createOutputChannel('Runbook Lens', { log: true });
	context.subscriptions.push(log);
	const { start } = await import('./start');
	context.subscriptions.push(...start(context, log));
}
