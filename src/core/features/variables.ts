import type { Position, Range } from 'vscode-languageserver-types';
import { precedence } from '../dotenv';
import type { EnvDefinitionFact, EnvDefinitionRole } from '../facts/envDefinition';
import { factsOf, type FileFacts } from '../facts/model';
import { frameworksOf } from '../index/envFrameworks';
import { resolveEnvReads } from '../index/envReads';
import { fileNameOf, foldersAbove, isBelow, packagesOf } from '../index/packages';
import type { WorkspaceIndex } from '../index/workspaceIndex';

/** Where a variable's name stands. */
export interface VariablePlace {
	readonly uri: string;
	readonly path: string;
	readonly range: Range;
}

export interface VariableDefinition extends VariablePlace {
	readonly role: EnvDefinitionRole;
	readonly fact: EnvDefinitionFact;
}

/** Everything the workspace says of one variable. */
export interface VariablePlaces {
	readonly name: string;
	/** The one that wins for the loader of the asking file first; examples and commented keys last. */
	readonly definitions: readonly VariableDefinition[];
	readonly reads: readonly VariablePlace[];
}

/** The variable whose name stands at a 0-based position, in code or in an env file. */
export function variableAt(
	index: WorkspaceIndex,
	uri: string,
	position: Position,
): { name: string; range: Range } | undefined {
	const file = index.file(uri);
	if (file === undefined) return undefined;
	const defined = factsOf(file, 'env-definition').find(({ range }) => holds(range, position));
	if (defined !== undefined) return { name: defined.name, range: defined.range };
	const read = resolveEnvReads(index).find(
		({ file: { uri: other }, fact }) => other === uri && fact.dynamic === undefined && holds(fact.range, position),
	);
	return read === undefined ? undefined : { name: read.fact.name, range: read.fact.range };
}

/** Where a variable is set and read, seen from a file: places of its own package and of the folders above come first. */
export function variablePlaces(index: WorkspaceIndex, name: string, from: string): VariablePlaces {
	const definitions = [...index.facts('env-definition')]
		.filter(({ fact }) => fact.name === name)
		.map(({ file, fact }) => ({
			rank: rankOf(index, file, fact, from),
			definition: { ...placeOf(file, fact.range), role: fact.role, fact },
		}))
		.sort((a, b) => a.rank - b.rank)
		.map(({ definition }) => definition);
	const reads = resolveEnvReads(index)
		.filter(({ fact }) => fact.name === name && fact.dynamic === undefined)
		.map(({ file, fact }) => placeOf(file, fact.range));
	return { name, definitions, reads };
}

/**
 * The places that a rename changes: those of the asking file's package, and of what lies in no package of its own. Another
 * package's variable of the same name is another variable.
 */
export function placesToRename(index: WorkspaceIndex, name: string, from: string): VariablePlace[] {
	const packages = packagesOf(index);
	const home = packages.of(from)?.directory ?? '';
	const { definitions, reads } = variablePlaces(index, name, from);
	return [...definitions, ...reads].filter(({ path }) => {
		const other = packages.of(path)?.directory ?? '';
		return other === home || other === '' || isBelow(from, other);
	});
}

const placeOf = ({ uri, path }: FileFacts, range: Range): VariablePlace => ({ uri, path, range });

const holds = ({ start, end }: Range, { line, character }: Position): boolean =>
	start.line === line && end.line === line && start.character <= character && character <= end.character;

/** Without a loader that says otherwise, what is nearer to the process wins. */
const roleOrder: readonly EnvDefinitionRole[] = [
	'compose',
	'manifest',
	'workflow',
	'mode-local',
	'local',
	'mode',
	'base',
	'image',
	'settings',
	'example',
];

function rankOf(index: WorkspaceIndex, file: FileFacts, fact: EnvDefinitionFact, from: string): number {
	const silent = fact.commented === true || fact.role === 'example' ? 10_000 : 0;
	const folders = foldersAbove(from);
	const distance = folders.findIndex(
		(folder) => folder === file.path.slice(0, Math.max(0, file.path.lastIndexOf('/'))),
	);
	const [framework] = frameworksOf(index, from);
	const order = framework === undefined ? [] : precedence(framework, fact.mode ?? 'development');
	const place = order.indexOf(fileNameOf(file));
	const role = place >= 0 ? place : 20 + roleOrder.indexOf(fact.role);
	return silent + (distance < 0 ? 1000 : distance * 50) + role;
}
