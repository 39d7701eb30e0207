import { FileType, RelativePattern, workspace, type TextDocument as EditorDocument, type Uri } from 'vscode';
import { decodeFile } from '../core/text/decode';
import { maxFileSize } from '../core/files/select';
import type { TextSource } from '../core/text/document';

/** The path that the core knows a file by: below its folder, and below the folder's name when there are several. */
export const pathOf = (uri: Uri): string =>
	workspace.getWorkspaceFolder(uri) === undefined
		? uri.path.slice(uri.path.lastIndexOf('/') + 1)
		: workspace.asRelativePath(uri).replaceAll('\\', '/');

export const sourceOf = (document: EditorDocument): TextSource => ({
	uri: document.uri.toString(),
	path: pathOf(document.uri),
	languageId: document.languageId,
	text: document.getText(),
});

/** The text of a file as the editor has it, or as it is stored; undefined for binary, large and unreadable files. */
export async function readSource(uri: Uri): Promise<TextSource | undefined> {
	const open = workspace.textDocuments.find((document) => document.uri.toString() === uri.toString());
	if (open !== undefined) return sourceOf(open);
	const text = await readText(uri);
	return text === undefined ? undefined : { uri: uri.toString(), path: pathOf(uri), text };
}

export async function readText(uri: Uri): Promise<string | undefined> {
	try {
		const { size } = await workspace.fs.stat(uri);
		return size > maxFileSize(uri.path) ? undefined : decodeFile(await workspace.fs.readFile(uri))?.text;
	} catch {
		return undefined; // gone, or no permission: the file has no facts
	}
}

/** Bytes of a file; undefined when there is none. */
export async function sizeOf(uri: Uri): Promise<number | undefined> {
	try {
		const { size, type } = await workspace.fs.stat(uri);
		return (type & FileType.File) === 0 ? undefined : size;
	} catch {
		return undefined; // gone, or no permission
	}
}

/** Whether there is a file or folder. */
export async function exists(uri: Uri): Promise<boolean> {
	try {
		await workspace.fs.stat(uri);
		return true;
	} catch {
		return false; // gone, or no permission
	}
}

/** Every file below a folder that matches the glob, in no order. */
export const findBelow = (folder: Uri, glob: string): Thenable<Uri[]> =>
	workspace.findFiles(new RelativePattern(folder, glob), undefined);
