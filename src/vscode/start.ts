import type { ExtensionContext, LogOutputChannel } from 'vscode';
import { createAssets } from './assets';
import { createGuard } from './guard';
import { registerHover } from './hover';
import { lookUpCommands } from './lookUp';
import type { CommandHandlers } from './names';
import { registerPages } from './pages';
import { registerProblems } from './problems';
import { registerQuickFixes } from './quickFixes';
import { createSession } from './session';
import { registerStatus } from './status';
import { registerVariables } from './variables';

export interface Features {
	readonly commands: CommandHandlers;
}

/** Composes the features over one session; they live as long as the extension. */
export function start(context: ExtensionContext, log: LogOutputChannel): Features {
	const guard = createGuard(log);
	const session = createSession(createAssets(context.extensionUri), log, guard);
	const pages = registerPages(session, guard);
	context.subscriptions.push(
		session,
		registerHover(session, guard),
		registerProblems(session),
		registerQuickFixes(session, guard),
		pages,
		registerStatus(session),
		registerVariables(session, guard),
	);
	return {
		commands: {
			...lookUpCommands(session, guard),
			...pages.commands,
			'runbookLens.rescan': () => guard('rescan', undefined, () => session.restart()),
			'runbookLens.showOutput': () => log.show(),
		},
	};
}
