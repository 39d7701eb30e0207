import {
	commands,
	extensions,
	languages,
	type CodeAction,
	type Diagnostic,
	type Hover,
	MarkdownString,
	Range,
	type TextDocument,
	Uri,
	window,
	workspace,
} from 'vscode';
import { ok } from './assert';

/** Activates the extension under test, as every suite does before anything else. */
export async function activate(): Promise<void> {
	const extension = extensions.getExtension('runbook-lens.runbook-lens');
	ok(extension, 'The extension under test is not there.');
	await extension.activate();
}

/** The address of a file in the workspace that is open. */
export function fileUri(name: string): Uri {
	const folder = workspace.workspaceFolders?.[0];
	ok(folder, 'No folder is open.');
	return Uri.joinPath(folder.uri, name);
}

/** Opens a file of the workspace in an editor. */
export async function open(name: string): Promise<TextDocument> {
	const document = await workspace.openTextDocument(fileUri(name));
	await window.showTextDocument(document);
	return document;
}

/** Where a text stands in a document for the first time. */
export function rangeOf(document: TextDocument, text: string): Range {
	const offset = document.getText().indexOf(text);
	ok(offset >= 0, `${text} is nowhere in ${document.uri.path}`);
	return new Range(document.positionAt(offset), document.positionAt(offset + text.length));
}

/** Asks again and again until there is an answer. In: what to ask, and how to call it in the failure. */
export async function until<T>(ask: () => T | undefined | Promise<T | undefined>, what: string): Promise<T> {
	const end = Date.now() + 20_000;
	while (Date.now() < end) {
		const answer = await ask();
		if (answer !== undefined) {
			return answer;
		}
		await new Promise((resolve) => setTimeout(resolve, 50));
	}
	throw new Error(`Waited in vain for ${what}.`);
}

/** Our own findings in a file. */
export function problems(uri: Uri): Diagnostic[] {
	return languages.getDiagnostics(uri).filter(({ source }) => source === 'runbook-lens');
}

/** The problem whose message has a text, as soon as it is there. */
export function problem(uri: Uri, message: string): Promise<Diagnostic> {
	return until(() => problems(uri).find((each) => each.message.includes(message)), `a problem with ${message}`);
}

/** What all hovers at the first occurrence of a text say, as Markdown; empty when there is none. */
export async function hoverText(document: TextDocument, text: string): Promise<string> {
	const { start } = rangeOf(document, text);
	const hovers = await commands.executeCommand<Hover[]>(
		'vscode.executeHoverProvider',
		document.uri,
		start.translate(0, 1),
	);
	return hovers
		.flatMap(({ contents }) => contents)
		.map((content) => (content instanceof MarkdownString ? content.value : ''))
		.join('\n');
}

/** The code actions for a range, with their edits. In: a kind that they have to be of, if any. */
export function codeActions(document: TextDocument, range: Range, kind?: string): Thenable<CodeAction[]> {
	return commands.executeCommand<CodeAction[]>('vscode.executeCodeActionProvider', document.uri, range, kind, 20);
}

/** Applies a code action the way the editor does: its edit, then its command. */
export async function apply(action: CodeAction): Promise<void> {
	if (action.edit !== undefined) {
		ok(await workspace.applyEdit(action.edit), `The edit of ${action.title} was refused.`);
	}
	if (action.command !== undefined) {
		await commands.executeCommand(action.command.command, ...((action.command.arguments ?? []) as unknown[]));
	}
}
