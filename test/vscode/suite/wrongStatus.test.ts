import { Range, type TextDocument, workspace, WorkspaceEdit } from 'vscode';
import { equal, match } from '../support/assert';
import { activate, apply, codeActions, hoverText, open, problem, problems, until } from '../support/workspace';

describe('a documented code with another status', () => {
	let document: TextDocument;
	let original: string;

	before(async () => {
		await activate();
		document = await open('server.js');
		original = document.getText();
	});

	afterEach(async () => {
		if (document.getText() !== original) {
			const edit = new WorkspaceEdit();
			edit.replace(document.uri, new Range(0, 0, document.lineCount, 0), original);
			await workspace.applyEdit(edit);
		}
	});

	it('is hovered with its card', async () => {
		const card = await until(async () => (await hoverText(document, 'RATE_LIMITED')) || undefined, 'a hover');
		match(card, /too many requests from one address/);
		match(card, /RATE\\?_LIMIT\\?_RPM/);
	});

	it('is a problem at the status', async () => {
		const { range, code } = await problem(document.uri, '429');
		equal(document.getText(range), '500');
		equal(typeof code === 'object' ? code.value : code, 'code/wrong-status');
	});

	it('is mended by its quick fix, and the problem goes', async () => {
		const { range } = await problem(document.uri, '429');
		const fix = await until(
			async () => (await codeActions(document, range)).find(({ title }) => title === 'Raise `RATE_LIMITED` with 429'),
			'the quick fix',
		);
		await apply(fix);
		equal(document.getText(), original.replace('500', '429'));
		await until(
			() => problems(document.uri).every(({ message }) => !message.includes('429')) || undefined,
			'no problem',
		);
	});

	it('is mended on saving by fix-all', async () => {
		const { range } = await problem(document.uri, '429');
		const kind = 'source.fixAll.runbookLens';
		const fix = await until(async () => (await codeActions(document, range, kind))[0], 'fix-all');
		await apply(fix);
		equal(document.getText(), original.replace('500', '429'));
	});
});
