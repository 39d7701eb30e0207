import type { ExtensionContext, LogOutputChannel } from 'vscode';
import { createAssets } from './assets';
import type { Disposable } from './disposable';
import { createGuard } from './guard';
import { registerHover } from './hover';
import { registerLookUp } from './lookUp';
import { registerPages } from './pages';
import { registerProblems } from './problems';
import { registerQuickFixes } from './quickFixes';
import { createSession } from './session';
import { registerStatus } from './status';

/** Composes the features over one session. */
export function start(context: ExtensionContext, log: LogOutputChannel): Disposable[] {
	const guard = createGuard(log);
	const session = createSession(createAssets(context.extensionUri), log, guard);
	return [
		session,
		registerHover(session, guard),
		registerProblems(session),
		registerQuickFixes(session, guard),
		...registerPages(session, guard),
		...registerLookUp(session, guard),
		...registerStatus(session, log, guard),
	];
}
