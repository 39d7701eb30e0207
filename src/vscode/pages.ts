import {
	commands as editor,
	ViewColumn,
	window,
	workspace,
	type TextDocumentContentProvider,
	type WebviewPanel,
} from 'vscode';
import type { Disposable } from './disposable';
import { ruleCard } from '../core/present/ruleCard';
import type { Guard } from './guard';
import { commands, pageScheme, type CommandHandlers } from './names';
import type { Session } from './session';

/** The page of an entry, a variable, a permission or a rule: one panel, rendered, with links between entries. */
export function registerPages(
	session: Session,
	guard: Guard,
): Disposable & { readonly commands: Pick<CommandHandlers, 'runbookLens.openPage'> } {
	let panel: WebviewPanel | undefined;

	async function open(targetId: string, ruleId?: string): Promise<void> {
		await session.ready;
		const parts = [ruleMarkdown(session, ruleId), session.service.page(targetId)].filter((part) => part !== undefined);
		if (parts.length === 0) {
			void window.showInformationMessage(`Runbook Lens has no page for ${ruleId ?? targetId}.`);
			return;
		}
		panel ??= createPanel(() => (panel = undefined));
		panel.title = ruleId ?? targetId.slice(targetId.indexOf('/') + 1);
		panel.webview.html = pageHtml(await render(parts.join('\n\n---\n\n')));
		panel.reveal(undefined, true);
	}

	const provider: TextDocumentContentProvider = {
		provideTextDocumentContent: ({ path }) => ruleMarkdown(session, /^\/rules\/(.+)\.md$/.exec(path)?.[1]) ?? '',
	};
	const registration = workspace.registerTextDocumentContentProvider(pageScheme, provider);
	return {
		commands: {
			'runbookLens.openPage': (targetId, ruleId) =>
				guard('page', undefined, () =>
					open(typeof targetId === 'string' ? targetId : '', typeof ruleId === 'string' ? ruleId : undefined),
				),
		},
		dispose() {
			registration.dispose();
			panel?.dispose();
		},
	};
}

function createPanel(onClosed: () => void): WebviewPanel {
	const panel = window.createWebviewPanel(
		'runbookLens.page',
		'Runbook Lens',
		{ viewColumn: ViewColumn.Beside, preserveFocus: true },
		{
			enableCommandUris: [commands.openPage, commands.lookUp],
			enableFindWidget: true,
			localResourceRoots: [],
		},
	);
	panel.onDidDispose(onClosed);
	return panel;
}

function ruleMarkdown({ service }: Session, ruleId: string | undefined): string | undefined {
	const rule = service.rules.find(({ id }) => id === ruleId);
	return rule === undefined ? undefined : ruleCard(rule);
}

/** VS Code's own Markdown renderer; its extension may be switched off. */
async function render(markdown: string): Promise<string> {
	try {
		return await editor.executeCommand<string>('markdown.api.render', markdown);
	} catch {
		return `<pre>${markdown.replaceAll('&', '&amp;').replaceAll('<', '&lt;')}</pre>`; // no Markdown extension
	}
}

const pageHtml = (body: string): string => `<!DOCTYPE html>
<html lang="en">
<head>
<meta charset="utf-8">
<meta http-equiv="Content-Security-Policy" content="default-src 'none'; style-src 'unsafe-inline'">
<style>
body { max-width: 46rem; padding: 0.5rem 1.5rem 2rem; line-height: 1.5; color: var(--vscode-foreground); }
h1, h2, p:first-child strong { font-size: 1.25em; font-weight: 600; }
code { font-family: var(--vscode-editor-font-family); color: var(--vscode-textPreformat-foreground); background: var(--vscode-textPreformat-background); padding: 0 0.2em; border-radius: 3px; }
a { color: var(--vscode-textLink-foreground); }
li { margin: 0.3em 0; }
hr { border: 0; border-top: 1px solid var(--vscode-panel-border); margin: 1.5rem 0; }
</style>
</head>
<body>${body}</body>
</html>`;
