import type { CorsServer, ResolvedList, ResolvedPolicy } from './corsServers';

/** What a server's lists say of a header. */
export interface Verdict {
	/** True unless every list that can answer is known and lacks the header. */
	readonly granted: boolean;
	/** The lists that lack it, the one to extend first. */
	readonly lacking: readonly ResolvedPolicy[];
}

/**
 * Whether a list names the header. Two names in one string count, since many servers join their list again; a name with a
 * stray quote does not.
 */
export const lists = (list: ResolvedList, name: string): boolean =>
	list.entries.some((entry) =>
		entry.name
			.toLowerCase()
			.split(/[\s,]+/)
			.includes(name.toLowerCase()),
	);

/** Whether a page may send the header to a server. Silent unless a list is known that would have to name it. */
export function allowedBy(server: CorsServer, name: string): Verdict {
	return judge(server, name, ({ allowed }) => allowed);
}

export function exposedBy(server: CorsServer, name: string): Verdict {
	return judge(server, name, ({ exposed }) => exposed);
}

function judge(server: CorsServer, name: string, listOf: (policy: ResolvedPolicy) => ResolvedList): Verdict {
	const declared = inForce(server.policies.filter((policy) => listOf(policy).state !== 'absent'));
	const whole = declared.filter(({ fact }) => fact.scope === 'server');
	const deciding = whole.some((policy) => listOf(policy).state === 'listed') ? whole : declared;
	const listed = deciding.filter((policy) => listOf(policy).state === 'listed');
	const open = deciding.filter(
		(policy) => listOf(policy).state !== 'listed' && !(isPassing(policy, listed) && listed.length > 0),
	);
	const fromRoutes = listed.every(({ fact }) => fact.scope === 'route' && fact.name === 'hand-written');
	const names = declared.some((policy) => lists(listOf(policy), name));
	if (names || fromRoutes || open.length > 0 || listed.length === 0) return { granted: true, lacking: [] };
	const lacking = [...listed].sort(
		(a, b) => Number(listOf(b).insert !== undefined) - Number(listOf(a).insert !== undefined),
	);
	return { granted: false, lacking };
}

/** The file of a production environment replaces the lists of the others. */
function inForce(policies: readonly ResolvedPolicy[]): readonly ResolvedPolicy[] {
	const isConfig = ({ fact }: ResolvedPolicy): boolean => fact.name === 'config';
	const isProduction = (policy: ResolvedPolicy): boolean => isConfig(policy) && /prod/i.test(policy.path);
	return policies.some(isProduction)
		? policies.filter((policy) => !isConfig(policy) || isProduction(policy))
		: policies;
}

/** A policy of a development environment does not hold where the list does. */
function isPassing({ fact, uri }: ResolvedPolicy, listed: readonly ResolvedPolicy[]): boolean {
	return fact.conditional === true || listed.some((other) => other.uri === uri && other.fact.conditional === true);
}
