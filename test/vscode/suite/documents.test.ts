import {
	commands,
	type Disposable,
	NotebookCellData,
	NotebookCellKind,
	NotebookData,
	TabInputWebview,
	Uri,
	window,
	workspace,
} from 'vscode';
import { equal, match, ok } from '../support/assert';
import { activate, fileUri, hoverText, open, problem, problems, until } from '../support/workspace';

const code = 'SCAIECHO_BACKEND_UNAVAILABLE';
const title = /tenant policy/i;

describe('documents of every kind', () => {
	before(activate);

	it('hovers in an untitled document', async () => {
		const document = await workspace.openTextDocument({ language: 'python', content: `raise Problem("${code}")\n` });
		match(await until(async () => (await hoverText(document, code)) || undefined, 'a hover'), title);
	});

	it('hovers in a virtual document', async () => {
		const provider: Disposable = workspace.registerTextDocumentContentProvider('suite-virtual', {
			provideTextDocumentContent: () => `// ${code}\n`,
		});
		try {
			const document = await workspace.openTextDocument(Uri.parse('suite-virtual:/a/b.ts'));
			match(await until(async () => (await hoverText(document, code)) || undefined, 'a hover'), title);
		} finally {
			provider.dispose();
		}
	});

	it('hovers in a notebook', async () => {
		const cell = new NotebookCellData(NotebookCellKind.Code, `raise Problem("${code}")`, 'python');
		const notebook = await workspace.openNotebookDocument('jupyter-notebook', new NotebookData([cell]));
		const { document } = notebook.cellAt(0);
		match(await until(async () => (await hoverText(document, code)) || undefined, 'a hover'), title);
	});

	it('says nothing about a common word without a fitting context', async () => {
		const document = await workspace.openTextDocument({ language: 'python', content: 'queued = session + pending\n' });
		equal(await hoverText(document, 'queued'), '');
		equal(await hoverText(document, 'session'), '');
	});
});

describe('problems', () => {
	before(activate);

	it('stay when their file is closed, and go when their cause goes', async () => {
		const uri = fileUri('closed.js');
		const text = "reply.code(500).send({ code: 'RENDER_STORE_FULL' });\n";
		try {
			await workspace.fs.writeFile(uri, new TextEncoder().encode(text));
			await open('closed.js');
			await problem(uri, 'RENDER_STORE_FULL');
			await commands.executeCommand('workbench.action.closeActiveEditor');
			await until(() => window.activeTextEditor?.document.uri.path !== uri.path || undefined, 'a closed editor');
			ok(problems(uri).length > 0, 'The problem went with the editor.');
			await workspace.fs.writeFile(uri, new TextEncoder().encode(text.replace('500', '507')));
			await until(() => problems(uri).length === 0 || undefined, 'no problem');
		} finally {
			await workspace.fs.delete(uri);
		}
	});

	it('follow the settings', async () => {
		const document = await open('server.js');
		await problem(document.uri, '429');
		const settings = workspace.getConfiguration('runbookLens');
		try {
			await settings.update('rules', { 'code/*': 'off' }, true);
			await until(
				() => problems(document.uri).every(({ message }) => !message.includes('429')) || undefined,
				'no problem',
			);
		} finally {
			await settings.update('rules', undefined, true);
		}
		await problem(document.uri, '429');
	});

	it('go on when a team catalogue is broken', async () => {
		const uri = fileUri('broken.runbook.jsonc');
		try {
			await workspace.fs.writeFile(uri, new TextEncoder().encode('{ "id": '));
			await commands.executeCommand('runbookLens.rescan');
			const document = await open('server.js');
			await problem(document.uri, '429');
		} finally {
			await workspace.fs.delete(uri);
		}
	});

	it("explain a team's own code", async () => {
		const uri = fileUri('team.runbook.jsonc');
		const catalog = {
			id: 'team',
			title: 'Team',
			source: { title: 'Our guide' },
			entries: [
				{
					id: 'declined',
					title: 'The bank declined the card',
					match: [{ kind: 'code', token: 'CHECKOUT_CARD_DECLINED', status: 402 }],
					causes: [{ cause: 'The bank refused the amount.', do: ['Ask for another card.'] }],
				},
			],
		};
		try {
			await workspace.fs.writeFile(uri, new TextEncoder().encode(JSON.stringify(catalog)));
			const content = "throw new HttpError(500, 'CHECKOUT_CARD_DECLINED');\n";
			const document = await workspace.openTextDocument({ language: 'javascript', content });
			match(
				await until(async () => (await hoverText(document, 'CHECKOUT_CARD')) || undefined, 'a hover'),
				/bank refused/,
			);
		} finally {
			await workspace.fs.delete(uri);
		}
	});
});

describe('pages', () => {
	before(activate);

	it('open for an entry and for a rule', async () => {
		const pages = () =>
			window.tabGroups.all.flatMap(({ tabs }) => tabs).filter(({ input }) => input instanceof TabInputWebview);
		await commands.executeCommand('runbookLens.openPage', 'scaiecho/backend-unavailable');
		const tab = await until(() => pages()[0], 'a page');
		equal(tab.label, 'backend-unavailable');
		await commands.executeCommand('runbookLens.openPage', '', 'code/wrong-status');
		await until(() => pages().find(({ label }) => label === 'code/wrong-status'), "a rule's page");
		const text = await workspace.openTextDocument(Uri.parse('runbook-lens:/rules/code/wrong-status.md'));
		match(text.getText(), /HTTP status/);
		await commands.executeCommand('workbench.action.closeAllEditors');
	});
});
