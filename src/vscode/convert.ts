import type { Range as CoreRange } from 'vscode-languageserver-types';
import { DiagnosticSeverity, Position, Range, Uri, workspace, WorkspaceEdit } from 'vscode';
import type { Severity } from '../core/catalog/model';
import type { TextEdit } from '../core/rules/rule';

export const toRange = ({ start, end }: CoreRange): Range =>
	new Range(new Position(start.line, start.character), new Position(end.line, end.character));

const severityOf = {
	error: DiagnosticSeverity.Error,
	warning: DiagnosticSeverity.Warning,
	information: DiagnosticSeverity.Information,
	hint: DiagnosticSeverity.Hint,
} as const satisfies Record<Severity, DiagnosticSeverity>;

export const toSeverity = (severity: Severity): DiagnosticSeverity => severityOf[severity];

/** Edits of the core as one edit of VS Code; a file that is not there yet is created. */
export async function toWorkspaceEdit(edits: readonly TextEdit[]): Promise<WorkspaceEdit> {
	const edit = new WorkspaceEdit();
	const seen = new Set<string>();
	for (const { uri, range, newText } of edits) {
		const target = Uri.parse(uri);
		if (!seen.has(uri) && !(await exists(target))) edit.createFile(target);
		seen.add(uri);
		edit.replace(target, toRange(range), newText);
	}
	return edit;
}

export async function exists(uri: Uri): Promise<boolean> {
	if (workspace.textDocuments.some((document) => document.uri.toString() === uri.toString())) return true;
	try {
		await workspace.fs.stat(uri);
		return true;
	} catch {
		return false; // not there, or not to be seen
	}
}
