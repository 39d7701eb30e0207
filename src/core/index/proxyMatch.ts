import type { ProxyLocationFact } from '../facts/proxies/model';
import { compilePattern } from '../text/pattern';

/** The path under which a proxy's clients reach an upstream's route through a location; undefined when they cannot. */
export function publicPath(path: string, { upstream }: ProxyLocationFact): string | undefined {
	const replace = upstream?.replace;
	if (replace === null) return undefined;
	if (replace === undefined) return path;
	return path.startsWith(replace.to) ? replace.from + path.slice(replace.to.length) : undefined;
}

/** The location that a proxy chooses for a path, as nginx does; undefined when that cannot be told. */
export function locationOf(path: string, locations: readonly ProxyLocationFact[]): ProxyLocationFact | undefined {
	const sample = path.replaceAll('{}', 'x1');
	const exact = locations.find(({ match }) => match.kind === 'exact' && match.path === sample);
	if (exact !== undefined) return exact;
	let longest: ProxyLocationFact | undefined;
	for (const location of locations) {
		if (!startsBelow(sample, location)) continue;
		if (longest === undefined || location.match.path.length > longest.match.path.length) longest = location;
	}
	if (longest?.match.kind === 'stop') return longest;
	for (const location of locations) {
		if (location.match.kind !== 'regex') continue;
		const pattern = compilePattern((location.match.ignoreCase === true ? '(?i)' : '') + location.match.path);
		if (pattern === undefined) return undefined;
		if (pattern.test(sample)) return location;
	}
	return longest;
}

/** nginx compares characters; an Ingress compares whole segments. */
function startsBelow(path: string, { match, proxy }: ProxyLocationFact): boolean {
	if (match.kind !== 'prefix' && match.kind !== 'stop') return false;
	if (proxy !== 'ingress-nginx') return path.startsWith(match.path);
	const prefix = match.path.replace(/\/$/, '');
	return path === prefix || path.startsWith(`${prefix}/`);
}
