import { languages, LanguageStatusSeverity } from 'vscode';
import type { Disposable } from './disposable';
import { commands } from './names';
import type { Session } from './session';

/** The language status item. */
export function registerStatus(session: Session): Disposable {
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
	const listeners = [session.onDidChangeState(update), session.onDidChangeFindings(update)];
	return {
		dispose() {
			item.dispose();
			for (const listener of listeners) listener.dispose();
		},
	};
}
