import { commands, workspace } from 'vscode';
import { equal, match, ok } from '../support/assert';
import { activate, apply, codeActions, fileUri, hoverText, open, problem, problems, until } from '../support/workspace';

const write = (name: string, text: string) => workspace.fs.writeFile(fileUri(name), new TextEncoder().encode(text));
const secret = (fill: string) => fill.repeat(40);

/** The two cases that the documents name, from the problem to the fix. */
describe('documented variables', () => {
	before(async () => {
		await activate();
		await write('bot-backend/pyproject.toml', '[project]\nname = "bot-backend"\n');
		await write('bot-backend/.env.example', 'OPENAI_API_KEY=change-me\n');
		await write('bot-backend/app.py', 'import os\n\nSECRET = os.environ["INTERNAL_SERVICE_JWT_SECRET"]\n');
		await write('worker/.env', `SCAIBUNKER_WORKER_TOKEN=${secret('a')}\n`);
		await write('controller/.env', `SCAIBUNKER_WORKER_TOKEN=${secret('b')}\n`);
		await commands.executeCommand('runbookLens.rescan');
	});
	after(async () => {
		await commands.executeCommand('workbench.action.closeAllEditors');
		for (const folder of ['bot-backend', 'worker', 'controller']) {
			await workspace.fs.delete(fileUri(folder), { recursive: true });
		}
	});

	it('bot-backend reads the internal secret, and its example lacks it: problem, card, fix, gone', async () => {
		const document = await open('bot-backend/app.py');
		const { range, code } = await problem(document.uri, 'INTERNAL_SERVICE_JWT_SECRET');
		equal(typeof code === 'object' ? code.value : code, 'env/missing-from-example');
		const card = await until(async () => (await hoverText(document, 'INTERNAL_SERVICE')) || undefined, 'a hover');
		match(card, /at least 32 characters/);
		const fix = await until(
			async () =>
				(await codeActions(document, range)).find(
					({ edit, title }) => edit !== undefined && title.includes('.env.example'),
				),
			'the fix',
		);
		await apply(fix);
		const example = await workspace.openTextDocument(fileUri('bot-backend/.env.example'));
		match(example.getText(), /^OPENAI_API_KEY=change-me\n[\s\S]*^INTERNAL_SERVICE_JWT_SECRET=/m);
		await example.save();
		await until(
			() => problems(document.uri).every(({ message }) => !message.includes('INTERNAL_SERVICE')) || undefined,
			'no problem',
		);
	});

	it('worker and controller hold different tokens: problem, card, fix, gone, and no value on the way', async () => {
		const uris = [fileUri('worker/.env'), fileUri('controller/.env')];
		const uri = await until(
			() => uris.find((each) => problems(each).some(({ message }) => message.includes('SCAIBUNKER_WORKER_TOKEN'))),
			'a problem in one of the files',
		);
		const document = await workspace.openTextDocument(uri);
		const { range, message } = await problem(uri, 'SCAIBUNKER_WORKER_TOKEN');
		const card = await until(async () => (await hoverText(document, 'SCAIBUNKER_WORKER')) || undefined, 'a hover');
		const fix = await until(
			async () => (await codeActions(document, range)).find(({ title }) => title.startsWith('Copy the value from')),
			'the fix',
		);
		for (const text of [message, card, fix.title]) ok(!/a{8}|b{8}/.test(text), 'A value is shown.');
		await apply(fix);
		await document.save();
		await until(
			() => uris.every((each) => problems(each).every((item) => !item.message.includes('WORKER_TOKEN'))) || undefined,
			'no problem',
		);
	});
});
