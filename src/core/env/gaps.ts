import type { EnvPresence } from '../facts/envRead';
import { directoryOf } from '../facts/manifest';
import { envFilesOf, type EnvFileEntry } from '../index/envFiles';
import { envReadKinds, resolveEnvReads, type ResolvedRead } from '../index/envReads';
import { packagesOf } from '../index/packages';
import type { RuleContext } from '../rules/rule';
import { below, isDevelopmentPath, isTestPath } from './paths';
import { isDebugName, isPlatformName, isTestName } from './platformNames';

/** A variable that code reads and no documenting file above it names. */
export interface Gap {
	readonly name: string;
	/** The file that should name it. */
	readonly governing: EnvFileEntry;
	/** The most demanding read first. */
	readonly reads: readonly [ResolvedRead, ...ResolvedRead[]];
	/**
	 * `assumes`: some code goes wrong without it and none asks whether it is there. `optional`: all code has a default or
	 * asks. `plain`: what remains.
	 */
	readonly need: 'assumes' | 'plain' | 'optional';
}

/** Fact kinds that {@link gapsOf} reads. */
export const gapFacts = [
	...envReadKinds,
	'env-set',
	'env-definition',
	'env-file',
	'env-load',
	'manifest',
	'git-ignore',
] as const;

/** Every gap of the workspace, without those that no maintainer would close. */
export function gapsOf(context: RuleContext): readonly Gap[] {
	const files = envFilesOf(context.index);
	const setNames = namesSetByBuild(context);
	const groups = new Map<string, { governing: EnvFileEntry; name: string; reads: ResolvedRead[] }>();
	for (const read of resolveEnvReads(context.index)) {
		const { name } = read.fact;
		const [governing] = files.governing(read.file.path);
		if (governing === undefined || !isOwnName(read, governing) || isPlatformName(name) || isDebugName(name)) continue;
		if (files.documentation(read.file.path, name) !== undefined) continue;
		const key = `${governing.directory}\n${name}`;
		const group = groups.get(key) ?? { governing, name, reads: [] };
		group.reads.push(read);
		groups.set(key, group);
	}
	const guarded = guardedNames(context);
	return [...groups.values()].flatMap(({ governing, name, reads }) => {
		const inTests = isTestPath(governing.directory === '' ? '' : `${governing.directory}/`);
		if (!inTests && isTestName(name)) return [];
		const own = reads.filter(
			(read) => isProduct(read, governing.directory, inTests) && !hasDocumentedAlternative(context, read),
		);
		const home = packagesOf(context.index).of(governing.file.path)?.directory ?? governing.directory;
		if (setNames.has(`${home}\n${name}`)) return [];
		const [first, ...others] = own.sort((a, b) => rank(b.fact.presence) - rank(a.fact.presence));
		return first === undefined
			? []
			: [
					{
						name,
						governing,
						reads: [first, ...others],
						need: tempered(needOf(own, reads), governing, isOfOptionalGroup(first, guarded)),
					},
				];
	});
}

const demand: readonly EnvPresence[] = ['defaulted', 'guarded', 'plain', 'assumes'];
const rank = (presence: EnvPresence): number => demand.indexOf(presence);

const composeFile = /(?:^|\/)(?:docker-)?(?:compose|stack)[\w.-]*\.ya?ml$/i;

/** Code, and Compose, which is the only manifest that says when a variable is absent and reads the `.env` beside it. */
function isOwnName({ file, fact }: ResolvedRead, governing: EnvFileEntry): boolean {
	if (fact.dynamic !== undefined || !/[A-Z_]/.test(fact.name)) return false;
	if (fact.source === 'code') return !composeFile.test(file.path) && fact.via !== 'compose';
	return fact.via === 'compose' && composeFile.test(file.path) && directoryOf(file.path) === governing.directory;
}

/** The name stands where it is read, and is not put together there. */
function isSpelledOut({ fact: { name, range, via } }: ResolvedRead): boolean {
	const width = range.end.character - range.start.character;
	return range.start.line === range.end.line && (Math.abs(width - name.length) <= 2 || classLike.test(via));
}

const classLike = /settings|struct|class|envconfig|figment|clap|spring|value/i;

function isProduct({ file, fact }: ResolvedRead, directory: string, inTests: boolean): boolean {
	const path = below(file.path, directory);
	if (isDevelopmentPath(path)) return false;
	return inTests || (fact.test !== true && !isTestPath(path));
}

/** `A || DOCUMENTED`: the old name, or one of several that are as good. */
const hasDocumentedAlternative = ({ index }: RuleContext, { file, fact }: ResolvedRead): boolean =>
	(fact.alternatives ?? []).some((name) => envFilesOf(index).documentation(file.path, name) !== undefined);

/** An example of one set-up, `.env.docker-lightweight.example`, leaves out what the others need. */
function tempered(need: Gap['need'], { mode }: EnvFileEntry, isOptionalGroup: boolean): Gap['need'] {
	if (isOptionalGroup && need === 'assumes') return 'plain';
	if (mode === undefined || /^(?:dev|development|prod|production)$/.test(mode)) return need;
	return lower(need);
}

const lower = (need: Gap['need']): Gap['need'] => (need === 'assumes' ? 'plain' : 'optional');

/** The variables that each file asks for. */
function guardedNames({ index }: RuleContext): ReadonlyMap<string, readonly string[]> {
	const names = new Map<string, string[]>();
	for (const { file, fact } of resolveEnvReads(index)) {
		if (fact.presence !== 'guarded') continue;
		names.set(file.path, [...(names.get(file.path) ?? []), fact.name]);
	}
	return names;
}

/** `GH_SYNC_APP_KEY` is demanded only where `GH_SYNC_APP_ID` is set: the code beside it asks for one of its group. */
function isOfOptionalGroup({ file, fact }: ResolvedRead, guarded: ReadonlyMap<string, readonly string[]>): boolean {
	const group = fact.name.split('_').slice(0, 2).join('_');
	const isGroup = fact.name.split('_').length > 2 && !/^(?:NEXT|REACT|NUXT|EXPO)_/.test(group);
	return isGroup && (guarded.get(file.path) ?? []).some((name) => name !== fact.name && name.startsWith(`${group}_`));
}

/**
 * Somebody who asks whether the variable is there can do without it, and so can the code behind that question. One read of
 * many that only puts it into a text says little.
 */
function needOf(own: readonly ResolvedRead[], all: readonly ResolvedRead[]): Gap['need'] {
	const count = (reads: readonly ResolvedRead[], presence: EnvPresence): number =>
		reads.filter(({ fact }) => fact.presence === presence).length;
	const isAsked = count(all, 'defaulted') + count(all, 'guarded') > 0;
	const insisting = count(own, 'assumes');
	if (insisting > 0) return isAsked || insisting * 3 < own.length || !own.every(isSpelledOut) ? 'plain' : 'assumes';
	return count(own, 'plain') > 0 && !isAsked ? 'plain' : 'optional';
}

/** `package name` of variables that the build, the image or the program itself gives a value. */
function namesSetByBuild({ index }: RuleContext): ReadonlySet<string> {
	const packages = packagesOf(index);
	const names = new Set<string>();
	for (const { file, fact } of index.facts('env-set')) {
		if (fact.how === 'remove' || fact.how === 'service' || isTestPath(file.path)) continue;
		for (const { directory } of packages.enclosing(file.path)) names.add(`${directory}\n${fact.name}`);
		names.add(`\n${fact.name}`);
	}
	return names;
}
