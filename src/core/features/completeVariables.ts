import type { Position, Range } from 'vscode-languageserver-types';
import type { CatalogSet } from '../catalog/set';
import { factsOf } from '../facts/model';
import { resolveEnvReads } from '../index/envReads';
import type { WorkspaceIndex } from '../index/workspaceIndex';
import type { IsRelevant } from '../recognition/recognise';
import { lineText, type TextDocument } from '../text/document';

/** A variable's name that can stand at the cursor. */
export interface VariableProposal {
	readonly name: string;
	/** What the cursor's word is replaced with. */
	readonly newText: string;
	readonly range: Range;
	/** One line: what it is, or where it comes from. */
	readonly detail: string;
}

const access =
	/(?:\bprocess\.env|\bimport\.meta\.env|\bBun\.env|\bENV|\benviron|\$_ENV|\$_SERVER|\benv)(?:\??\.|(?:\.(?:get|fetch))?[[(]\s*["'`]?)(\w*)$|\b(?:[Gg]etenv|LookupEnv|env_var|env::var(?:_os)?|option_env!|env!|Deno\.env\.get|GetEnvironmentVariable|[Cc]onfig(?:[Ss]ervice)?\.get(?:OrThrow)?(?:<\w+>)?)\s*\(\s*["'`](\w*)$|\$\{(\w*)$/;

/** Names that a person may want at a position: documented ones, and those that the workspace reads or sets. */
export function completeVariables(
	document: TextDocument,
	position: Position,
	index: WorkspaceIndex,
	catalogs: CatalogSet,
	isRelevant: IsRelevant,
): VariableProposal[] {
	const before = lineText(document, position.line).slice(0, position.character);
	const isFile = document.language === 'dotenv';
	const match = (isFile ? /^\s*(?:export\s+)?(\w*)$|\$\{(\w*)$/ : access).exec(before);
	if (match === null) return [];
	const word = match[1] ?? match[2] ?? match[3] ?? '';
	const range = { start: { line: position.line, character: position.character - word.length }, end: position };
	const names = new Map<string, string>();
	for (const { target } of catalogs.tokens) {
		if (target.kind !== 'variable' || target.variable.kind === 'setting' || !isRelevant(target.catalog.id)) continue;
		names.set(target.variable.name, target.variable.summary);
	}
	for (const { fact, file } of resolveEnvReads(index)) {
		if (fact.dynamic === undefined && !names.has(fact.name)) names.set(fact.name, `read in ${file.path}`);
	}
	for (const { fact, file } of index.facts('env-definition')) {
		if (!names.has(fact.name)) names.set(fact.name, `set in ${file.path}`);
	}
	const own = index.file(document.uri);
	const present = new Set(isFile && own !== undefined ? factsOf(own, 'env-definition').map(({ name }) => name) : []);
	const isKey = isFile && !before.includes('${');
	return [...names]
		.filter(([name]) => !isKey || !present.has(name) || name === word)
		.sort(([a], [b]) => (a < b ? -1 : 1))
		.map(([name, detail]) => ({ name, detail, range, newText: isKey ? `${name}=` : name }));
}
