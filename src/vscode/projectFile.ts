import { Range, Uri, workspace, WorkspaceEdit } from 'vscode';
import { withRuleLevel } from '../core/config/edit';
import { projectFileName } from '../core/config/model';
import { exists } from './convert';
import { readText } from './files';

/** An edit that turns a rule off in the project file of a document's folder; the file is created when there is none. */
export async function projectFileEdit(document: Uri, ruleId: string): Promise<WorkspaceEdit | undefined> {
	const folder = workspace.getWorkspaceFolder(document);
	if (folder === undefined) return undefined;
	const uri = Uri.joinPath(folder.uri, projectFileName);
	const text = (await readText(uri)) ?? '';
	const edit = new WorkspaceEdit();
	if (!(await exists(uri))) edit.createFile(uri);
	const lines = text.split(/\r\n|\r|\n/);
	edit.replace(uri, new Range(0, 0, lines.length - 1, lines.at(-1)?.length ?? 0), withRuleLevel(text, ruleId, 'off'));
	return edit;
}
