import type { Range as CoreRange } from 'vscode-languageserver-types';
import { DiagnosticSeverity, Position, Range, Uri, WorkspaceEdit } from 'vscode';
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
export function toWorkspaceEdit(edits: readonly TextEdit[]): WorkspaceEdit {
	const edit = new WorkspaceEdit();
	for (const { uri, range, newText } of edits) {
		const target = Uri.parse(uri);
		edit.createFile(target, { ignoreIfExists: true, overwrite: false });
		edit.replace(target, toRange(range), newText);
	}
	return edit;
}
