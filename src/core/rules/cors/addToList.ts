import type { Insertion } from '../../facts/cors/policy';
import { corsServersOf, type LocatedEntry, type ResolvedList, type ResolvedPolicy } from '../../index/corsServers';
import { lists } from '../../index/corsVerdict';
import type { WorkspaceIndex } from '../../index/workspaceIndex';
import type { Finding, Fix, TextEdit } from '../rule';

/** Names of a list without the quotes and commas that slipped into them. */
export const cleanNames = (name: string): readonly string[] =>
	name
		.split(/[\s,;]+/)
		.map((part) => part.replace(/^["'`]+|["'`:]+$/g, ''))
		.filter((part) => part !== '');

/** The edit that makes a list name a header: repairs the entry that means it, or adds one in the list's style. */
export function listEdit(list: ResolvedList, name: string): TextEdit | undefined {
	const broken = list.entries.find((entry) => isBroken(entry, name));
	if (broken !== undefined)
		return { uri: broken.uri, range: broken.range, newText: cleanNames(broken.name)[0] ?? name };
	if (list.insert === undefined) return undefined;
	const { uri, insertion } = list.insert;
	return { uri, range: insertion.range, newText: insertedText(insertion, name) };
}

const isBroken = ({ name: written }: LocatedEntry, name: string): boolean => {
	const [only, another] = cleanNames(written);
	return (
		written.toLowerCase() !== name.toLowerCase() && another === undefined && only?.toLowerCase() === name.toLowerCase()
	);
};

const insertedText = ({ before, after, lower }: Insertion, name: string): string =>
	before + (lower === true ? name.toLowerCase() : name) + after;

/** The fix of a finding that lists lack `data.header`: the list in `data.list`, and its kin in other environments' files. */
export function addToListFix(
	finding: Finding,
	index: WorkspaceIndex,
	listOf: (policy: ResolvedPolicy) => ResolvedList,
	title: (name: string) => string,
): readonly Fix[] {
	const name = String(finding.data['header']);
	const server = corsServersOf(index).find(({ policies }) =>
		policies.some((policy) => placeOf(policy) === finding.data['list']),
	);
	const policy = server?.policies.find((item) => placeOf(item) === finding.data['list']);
	if (server === undefined || policy === undefined) return [];
	const kin = server.policies.filter((other) => isKin(policy, other) && !lists(listOf(other), name));
	const edits = [policy, ...kin].flatMap((item) => listEdit(listOf(item), name) ?? []);
	return edits.length === 0 ? [] : [{ title: title(name), safety: 'suggestion', edits }];
}

/** `appsettings.json` beside `appsettings.Production.json`. */
const isKin = (policy: ResolvedPolicy, other: ResolvedPolicy): boolean =>
	other !== policy &&
	policy.fact.name === 'config' &&
	other.fact.name === 'config' &&
	folderOf(policy.path) === folderOf(other.path);

const folderOf = (path: string): string => path.slice(0, path.lastIndexOf('/') + 1);

export const placeOf = ({ uri, range }: Pick<ResolvedPolicy, 'uri' | 'range'>): string =>
	`${uri}#${range.start.line}:${range.start.character}`;
