import type { Range } from 'vscode-languageserver-types';
import type { LanguageId } from '../syntax/languages';
import type { CodeFact } from './code';
import type { CorsPolicyFact, HeaderConstantFact } from './cors/policy';
import type { EnvFact } from './env/types';
import type { EnvDefinitionFacts } from './envDefinition';
import type { EnvLoadFact } from './envLoad';
import type { EnvMentionFact } from './envMention';
import type { GitIgnoreFact } from './gitIgnore';
import type { HeaderFact } from './headers/model';
import type { IgnoreFact } from './ignore';
import type { InlineFileFact } from './inlineFile';
import type { ManifestFact } from './manifest';
import type { MediaTypeFact } from './mediaType';
import type { MisspelledFact } from './misspelled';
import type { PageOriginFact } from './pageOrigin';
import type { ObjectFact } from './object';
import type { PackageUseFact } from './packageUse';
import type { PythonVersionFact } from './pythonVersion';
import type { ReactiveReturnFact } from './reactiveReturn';
import type { SpringSettingFact } from './springSetting';
import type { SocketFact } from './socket';
import type { TableUseFact } from './tableUse';
import type { TestRunFact } from './testRun';
import type { TextFrameFact } from './textFrame';
import type { ProxyFact } from './proxyLocation';
import type { RouteMountFact, StreamRouteFact } from './streams/model';
import type { StreamReadFact } from './streamRead';
import type { MediaSourceFact } from './mediaSource';
import type { RetryBranchFact } from './retryBranch';
import type { TrackCloneFact } from './trackClone';
import type { NetworkFunctionFact, TeardownOrderFact } from './teardownOrder';

/**
 * What one file says, as plain JSON: no nodes, no text, never a secret's value. Rules read facts only, so that a rule is
 * the same in every language and a changed file replaces its own facts and nothing else. The shape of a fact stands in the
 * file that reads it.
 */
export type Fact =
	| CodeFact
	| MisspelledFact
	| IgnoreFact
	| InlineFileFact
	| ManifestFact
	| MediaTypeFact
	| ObjectFact
	| PackageUseFact
	| PythonVersionFact
	| ReactiveReturnFact
	| SocketFact
	| SpringSettingFact
	| TableUseFact
	| TestRunFact
	| EnvFact
	| EnvDefinitionFacts
	| EnvLoadFact
	| EnvMentionFact
	| GitIgnoreFact
	| CorsPolicyFact
	| HeaderConstantFact
	| HeaderFact
	| PageOriginFact
	| TextFrameFact
	| ProxyFact
	| RouteMountFact
	| StreamRouteFact
	| StreamReadFact
	| MediaSourceFact
	| RetryBranchFact
	| TrackCloneFact
	| TeardownOrderFact
	| NetworkFunctionFact;
export type FactKind = Fact['kind'];
export type FactOf<K extends FactKind> = Extract<Fact, { readonly kind: K }>;

export interface FactBase {
	readonly range: Range;
}

export interface FileFacts {
	readonly uri: string;
	/** Path below the workspace root with `/`. */
	readonly path: string;
	readonly language: LanguageId;
	readonly facts: readonly Fact[];
	/** Catalogues that a specific token in the file speaks for, with the number of tokens. */
	readonly evidence: Readonly<Record<string, number>>;
	/** Catalogues whose generic tokens stand here unread, because they were not relevant when the file was read. */
	readonly deferred: readonly string[];
	/** Catalogues whose generic tokens were read, because they were relevant when the file was read. */
	readonly awake: readonly string[];
	/**
	 * What would make more of the file worth reading: functions that are called here and may turn out to be wrappers, and
	 * kinds of facts that no file holds yet. See `isFulfilled`.
	 */
	readonly awaits: readonly string[];
}

export function factsOf<K extends FactKind>(file: Pick<FileFacts, 'facts'>, kind: K): FactOf<K>[] {
	return file.facts.filter((fact): fact is FactOf<K> => fact.kind === kind);
}
