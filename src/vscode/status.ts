import { commands as editor, languages, LanguageStatusSeverity, type LogOutputChannel } from 'vscode';
import type { Disposable } from './disposable';
import type { Guard } from './guard';
import { commands } from './names';
import type { Session } from './session';

/** The language status item, and the commands that it offers. */
export function registerStatus(session: Session, log: LogOutputChannel, guard: Guard): Disposable[] {
	const item = languages.createLanguageStatusItem('runbookLens.status', { pattern: '**' });
	item.name = 'Runbook Lens';
	item.command = { command: commands.showOutput, title: 'Show Output' };

	function update(): void {
		const { state } = session;
		item.busy = state.kind !== 'ready';
		const problems = [...session.findings.values()].reduce((sum, findings) => sum + findings.length, 0);
		item.text = `Runbook Lens: ${problems} ${problems === 1 ? 'problem' : 'problems'}`;
		item.severity =
			state.kind === 'ready' && state.capped ? LanguageStatusSeverity.Warning : LanguageStatusSeverity.Information;
		if (state.kind === 'starting') item.detail = 'starting';
		else if (state.kind === 'scanning') item.detail = `reading the workspace, ${state.files} files`;
		else item.detail = state.capped ? `${state.files} files read; the workspace has more` : `${state.files} files`;
	}

	update();
	return [
		item,
		session.onDidChangeState(update),
		session.onDidChangeFindings(update),
		editor.registerCommand(commands.showOutput, () => log.show()),
		editor.registerCommand(commands.rescan, () => guard('rescan', undefined, () => session.restart())),
	];
}
