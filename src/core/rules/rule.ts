import type { Range } from 'vscode-languageserver-types';
import type { Severity } from '../catalog/model';
import type { CatalogSet } from '../catalog/set';
import type { FactKind, FileFacts } from '../facts/model';
import type { WorkspaceIndex } from '../index/workspaceIndex';
import type { IsRelevant } from '../recognition/recognise';
import type { TextDocument } from '../text/document';

export type RuleId = `${string}/${string}`;
/** `certain`: the text says so. `inferred`: a reading that may be wrong. */
export type Confidence = 'certain' | 'inferred';

export interface RelatedLocation {
	readonly uri: string;
	readonly range: Range;
	readonly message: string;
}

/** One finding, as plain JSON. Its identity is rule and place, never its message. */
export interface Finding {
	readonly ruleId: RuleId;
	readonly messageId: string;
	/** What the message's `{placeholders}` stand for; never a secret. */
	readonly data: Readonly<Record<string, string | number>>;
	readonly uri: string;
	readonly range: Range;
	readonly severity: Severity;
	readonly confidence: Confidence;
	readonly related: readonly RelatedLocation[];
	/** Id of the catalogue target that explains it. */
	readonly entry?: string;
}

/** What a rule says; the engine adds severity and defaults. */
export interface Report {
	readonly messageId: string;
	readonly data?: Finding['data'];
	readonly uri: string;
	readonly range: Range;
	readonly severity?: Severity;
	readonly confidence?: Confidence;
	readonly related?: readonly RelatedLocation[];
	readonly entry?: string | undefined;
}

export interface TextEdit {
	readonly uri: string;
	readonly range: Range;
	readonly newText: string;
}

export interface Fix {
	readonly title: string;
	/** `safe` fixes join fix-all: they repair the finding and change nothing else that the program means. */
	readonly safety: 'safe' | 'suggestion';
	/** The edits copy a value that may be secret: they are applied, never printed. */
	readonly confidential?: true;
	/** Minimal and disjoint. A file that does not exist yet is created by an edit at its start. */
	readonly edits: readonly TextEdit[];
}

export interface RuleContext {
	readonly index: WorkspaceIndex;
	readonly catalogs: CatalogSet;
	readonly isRelevant: IsRelevant;
}

export interface FixContext extends RuleContext {
	/** A file's current text, or undefined when it cannot be read. */
	readonly document: (uri: string) => Promise<TextDocument | undefined>;
}

/** Files of an in-memory workspace by path; the finding is expected in the first. */
export type Example = Readonly<Record<string, string>>;

export interface RuleDocs {
	/** What is reported. */
	readonly what: string;
	/** What goes wrong at run time. */
	readonly why: string;
	/** What to do, and what the quick fix does. */
	readonly fix: string;
	/** When the rule is better off. */
	readonly notWhen?: string;
	readonly bad: readonly Example[];
	readonly good: readonly Example[];
}

interface RuleBase {
	readonly id: RuleId;
	readonly severity: Severity;
	/** Runs only where the configuration gives it a level. */
	readonly optIn?: true;
	readonly docs: RuleDocs;
	/** One short sentence each: what is wrong, why, what to do. `{name}` stands for data. */
	readonly messages: Readonly<Record<string, string>>;
	/** The fact kinds it reads: it runs again only when one of them changed. */
	readonly reads: readonly FactKind[];
	/** Quick fixes of a finding, best first. */
	readonly fix?: (finding: Finding, context: FixContext) => Promise<readonly Fix[]>;
}

/** A rule that needs one file at a time. */
export interface FileRule extends RuleBase {
	readonly scope: 'file';
	readonly detect: (file: FileFacts, context: RuleContext) => Iterable<Report>;
}

/** A rule that compares files. */
export interface WorkspaceRule extends RuleBase {
	readonly scope: 'workspace';
	readonly detect: (context: RuleContext) => Iterable<Report>;
}

export type Rule = FileRule | WorkspaceRule;

/** Keeps the literal types of a rule's messages and id. */
export const defineRule = <const R extends Rule>(rule: R): R => rule;

/** The finding's sentence. */
export function messageOf(rule: Rule, finding: Finding): string {
	const template = rule.messages[finding.messageId] ?? '';
	return template.replace(/\{(\w+)\}/g, (_, name: string) => String(finding.data[name] ?? ''));
}
