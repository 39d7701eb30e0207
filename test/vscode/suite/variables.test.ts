import {
	commands,
	type CompletionList,
	type Location,
	type DocumentSymbol,
	type TextDocument,
	workspace,
	type WorkspaceEdit,
} from 'vscode';
import { equal, match, ok } from '../support/assert';
import {
	activate,
	apply,
	codeActions,
	fileUri,
	hoverText,
	open,
	problem,
	problems,
	rangeOf,
	until,
} from '../support/workspace';

const files = {
	'service/package.json': '{ "name": "service", "dependencies": { "dotenv": "16" } }\n',
	'service/.env.example': '# The port to listen on.\nSERVICE_PORT=3000\n',
	'service/.env': 'SERVICE_PORT=4000\n',
	'service/index.js': 'listen(process.env.SERVICE_PORT);\nsign(`${process.env.SERVICE_SIGNING_KEY}`);\n',
};

const write = (name: string, text: string) => workspace.fs.writeFile(fileUri(name), new TextEncoder().encode(text));

describe('environment variables', () => {
	let code: TextDocument;

	before(async () => {
		await activate();
		for (const [name, text] of Object.entries(files)) await write(name, text);
		await commands.executeCommand('runbookLens.rescan');
		code = await open('service/index.js');
		await until(async () => (await hoverText(code, 'SERVICE_PORT')).includes('Set in') || undefined, 'a hover');
	});
	after(async () => {
		await commands.executeCommand('workbench.action.closeAllEditors');
		await workspace.fs.delete(fileUri('service'), { recursive: true });
	});

	it('hover with where they are set and read, never with a value', async () => {
		const text = await hoverText(code, 'SERVICE_PORT');
		match(text, /service\/\.env:1/);
		match(text, /The port to listen on/);
		ok(!text.includes('4000'), 'The hover shows a value.');
	});

	it('lead to their definitions and references', async () => {
		const { start } = rangeOf(code, 'SERVICE_PORT');
		const definitions = await commands.executeCommand<Location[]>('vscode.executeDefinitionProvider', code.uri, start);
		ok(
			definitions.some(({ uri }) => uri.path.endsWith('/service/.env')),
			'No definition in .env.',
		);
		const references = await commands.executeCommand<Location[]>('vscode.executeReferenceProvider', code.uri, start);
		ok(
			references.some(({ uri }) => uri.path.endsWith('/service/index.js')),
			'No reference in index.js.',
		);
	});

	it('are completed', async () => {
		const { start } = rangeOf(code, 'SERVICE_PORT');
		const list = await commands.executeCommand<CompletionList>('vscode.executeCompletionItemProvider', code.uri, start);
		ok(
			list.items.some(({ label }) => label === 'SERVICE_PORT'),
			'SERVICE_PORT is not proposed.',
		);
	});

	it('are renamed in code and env files', async () => {
		const { start } = rangeOf(code, 'SERVICE_PORT');
		const edit = await commands.executeCommand<WorkspaceEdit>(
			'vscode.executeDocumentRenameProvider',
			code.uri,
			start,
			'LISTEN_PORT',
		);
		equal(
			edit
				.entries()
				.map(([uri]) => uri.path.replace(/.*\/service\//, ''))
				.sort(),
			['.env', '.env.example', 'index.js'],
		);
	});

	it('outline an env file', async () => {
		const document = await open('service/.env');
		const symbols = await until(async () => {
			const found = await commands.executeCommand<DocumentSymbol[] | undefined>(
				'vscode.executeDocumentSymbolProvider',
				document.uri,
			);
			return found !== undefined && found.length > 0 ? found : undefined;
		}, 'symbols');
		equal(
			symbols.map(({ name }) => name),
			['SERVICE_PORT'],
		);
	});

	it('missing from the example are reported, and added by the fix', async () => {
		const { range } = await problem(code.uri, 'SERVICE_SIGNING_KEY');
		const fix = await until(
			async () =>
				(await codeActions(code, range)).find(
					({ title, edit }) => edit !== undefined && title.includes('.env.example'),
				),
			'the fix',
		);
		await apply(fix);
		const example = await workspace.openTextDocument(fileUri('service/.env.example'));
		match(example.getText(), /^# The port to listen on\.\nSERVICE_PORT=3000\n/);
		match(example.getText(), /^SERVICE_SIGNING_KEY=/m);
		await example.save();
		await until(
			() => problems(code.uri).every(({ message }) => !message.includes('SIGNING')) || undefined,
			'no problem',
		);
	});
});
