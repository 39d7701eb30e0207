import { Diagnostic, DiagnosticRelatedInformation, languages, Location, Uri } from 'vscode';
import type { Disposable } from './disposable';
import type { Finding } from '../core/rules/rule';
import { toRange, toSeverity } from './convert';
import { pageScheme, source } from './names';
import type { Session } from './session';

/** Keeps the Problems panel equal to the session's findings, closed files included, up to the configured number. */
export function registerProblems(session: Session): Disposable {
	const collection = languages.createDiagnosticCollection(source);
	let shown = new Map<string, readonly Finding[]>();

	function publish(): void {
		const next = new Map<string, readonly Finding[]>();
		let room = session.settings.maxProblems;
		for (const [uri, findings] of session.findings) {
			if (room === 0) break;
			next.set(uri, findings.slice(0, room));
			room -= Math.min(room, findings.length);
		}
		for (const uri of shown.keys()) if (!next.has(uri)) collection.delete(Uri.parse(uri));
		for (const [uri, findings] of next) {
			if (shown.get(uri) !== findings)
				collection.set(
					Uri.parse(uri),
					findings.map((finding) => toDiagnostic(session, finding)),
				);
		}
		shown = next;
	}

	const listener = session.onDidChangeFindings(publish);
	return {
		dispose() {
			listener.dispose();
			collection.dispose();
		},
	};
}

function toDiagnostic({ service }: Session, finding: Finding): Diagnostic {
	const diagnostic = new Diagnostic(toRange(finding.range), service.messageOf(finding), toSeverity(finding.severity));
	diagnostic.source = source;
	diagnostic.code = { value: finding.ruleId, target: rulePage(finding.ruleId) };
	diagnostic.relatedInformation = finding.related.map(
		({ uri, range, message }) =>
			new DiagnosticRelatedInformation(new Location(Uri.parse(uri), toRange(range)), message),
	);
	return diagnostic;
}

export const rulePage = (ruleId: string): Uri => Uri.from({ scheme: pageScheme, path: `/rules/${ruleId}.md` });
