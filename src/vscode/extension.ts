import { window, type ExtensionContext } from 'vscode';
import { createAssets } from './assets';
import { createGuard } from './guard';
import { registerHover } from './hover';
import { registerLookUp } from './lookUp';
import { registerPages } from './pages';
import { registerProblems } from './problems';
import { registerQuickFixes } from './quickFixes';
import { createSession } from './session';
import { registerStatus } from './status';

export function activate(context: ExtensionContext): void {
	const log = window.createOutputChannel('Runbook Lens', { log: true });
	const guard = createGuard(log);
	const session = createSession(createAssets(context.extensionUri), log, guard);
	context.subscriptions.push(
		log,
		session,
		registerHover(session, guard),
		registerProblems(session),
		registerQuickFixes(session, guard),
		...registerPages(session, guard),
		...registerLookUp(session, guard),
		...registerStatus(session, log, guard),
	);
}
