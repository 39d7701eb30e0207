import {
	CodeAction,
	CodeActionKind,
	languages,
	type CodeActionContext,
	type Diagnostic,
	type Range,
	type TextDocument,
} from 'vscode';
import type { Disposable } from './disposable';
import { ignoreEdits, ignoreScopes } from '../core/features/ignore';
import type { Finding, Fix } from '../core/rules/rule';
import { createDocument } from '../core/text/document';
import { toRange, toWorkspaceEdit } from './convert';
import { sourceOf } from './files';
import type { Guard } from './guard';
import { commands, source } from './names';
import { projectFileEdit } from './projectFile';
import type { Session } from './session';

export const fixAllKind = CodeActionKind.SourceFixAll.append('runbookLens');

/** Fix this, fix all of this rule, fix all, ignore here, in the file or in the project, and the documentation. */
export function registerQuickFixes(session: Session, guard: Guard): Disposable {
	return languages.registerCodeActionsProvider(
		{ pattern: '**' },
		{
			provideCodeActions: (document, range, context, token) =>
				guard('quick fixes', [], () => actionsFor(session, document, range, context), token),
		},
		{ providedCodeActionKinds: [CodeActionKind.QuickFix, fixAllKind] },
	);
}

async function actionsFor(
	session: Session,
	document: TextDocument,
	_: Range,
	context: CodeActionContext,
): Promise<CodeAction[]> {
	const findings = session.findings.get(document.uri.toString()) ?? [];
	if (context.only !== undefined && CodeActionKind.Source.contains(context.only)) {
		return context.only.contains(fixAllKind) ? fixAll(session, findings) : [];
	}
	if (context.only !== undefined && !context.only.contains(CodeActionKind.QuickFix)) return [];
	const actions: CodeAction[] = [];
	for (const diagnostic of context.diagnostics.filter((item) => item.source === source)) {
		const finding = findings.find((item) => isFor(item, diagnostic));
		if (finding !== undefined) actions.push(...(await actionsOf(session, document, finding, findings, diagnostic)));
	}
	return actions;
}

async function actionsOf(
	session: Session,
	document: TextDocument,
	finding: Finding,
	findings: readonly Finding[],
	diagnostic: Diagnostic,
): Promise<CodeAction[]> {
	const fixes = await session.service.fixes(finding);
	const actions: CodeAction[] = [];
	for (const fix of fixes) {
		const action = await quickFix(fix.title, diagnostic, fix);
		action.isPreferred = fix.safety === 'safe' && fix === fixes[0];
		actions.push(action);
	}
	const same = findings.filter(({ ruleId }) => ruleId === finding.ruleId);
	const [first] = fixes;
	if (first?.safety === 'safe' && same.length > 1) {
		const edits = (await safeFixes(session, same)).flatMap((fix) => fix.edits);
		actions.push(
			await quickFix(`Fix all ${same.length} \`${finding.ruleId}\` problems in this file`, diagnostic, { edits }),
		);
	}
	for (const { scope, title } of ignoreScopes) {
		const edits = ignoreEdits(createDocument(sourceOf(document)), finding, scope);
		if (edits.length > 0) actions.push(await quickFix(title.replace('{rule}', finding.ruleId), diagnostic, { edits }));
	}
	const project = await projectFileEdit(document.uri, finding.ruleId);
	if (project !== undefined) {
		const action = new CodeAction(`Turn \`${finding.ruleId}\` off in this project`, CodeActionKind.QuickFix);
		action.edit = project;
		action.diagnostics = [diagnostic];
		actions.push(action);
	}
	const docs = new CodeAction(`Show documentation for \`${finding.ruleId}\``, CodeActionKind.QuickFix);
	docs.command = { command: commands.openPage, title: docs.title, arguments: [finding.entry ?? '', finding.ruleId] };
	docs.diagnostics = [diagnostic];
	actions.push(docs);
	return actions;
}

async function quickFix(title: string, diagnostic: Diagnostic, { edits }: Pick<Fix, 'edits'>): Promise<CodeAction> {
	const action = new CodeAction(title, CodeActionKind.QuickFix);
	action.edit = await toWorkspaceEdit(edits);
	action.diagnostics = [diagnostic];
	return action;
}

async function fixAll(session: Session, findings: readonly Finding[]): Promise<CodeAction[]> {
	const edits = (await safeFixes(session, findings)).flatMap((fix) => fix.edits);
	if (edits.length === 0) return [];
	const action = new CodeAction('Fix all Runbook Lens problems', fixAllKind);
	action.edit = await toWorkspaceEdit(edits);
	return [action];
}

/** The first safe fix of each finding, those that would overlap an earlier one left out. */
async function safeFixes(session: Session, findings: readonly Finding[]): Promise<Fix[]> {
	const chosen: Fix[] = [];
	for (const finding of findings) {
		const [fix] = await session.service.fixes(finding);
		if (fix?.safety === 'safe' && !chosen.some((other) => overlaps(other, fix))) chosen.push(fix);
	}
	return chosen;
}

const overlaps = (a: Fix, b: Fix): boolean =>
	a.edits.some((one) =>
		b.edits.some((two) => one.uri === two.uri && toRange(one.range).intersection(toRange(two.range)) !== undefined),
	);

function isFor(finding: Finding, diagnostic: Diagnostic): boolean {
	const id = typeof diagnostic.code === 'object' ? diagnostic.code.value : diagnostic.code;
	return id === finding.ruleId && toRange(finding.range).isEqual(diagnostic.range);
}
