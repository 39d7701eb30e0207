/** What a URL's text says, where `{}` stands for a part that only the program knows. */
export interface UrlParts {
	/** Host and port as written; undefined where the text starts below them or with something unknown. */
	readonly host?: string;
	/** The path from its first `/`, inserted parts as `{}`. */
	readonly path: string;
	/** False when a part that is not known may stand before {@link path}. */
	readonly rooted: boolean;
	/** The names in the query. */
	readonly query: readonly string[];
	/** True when there may be names in the query that are not known. */
	readonly open: boolean;
}

/** Stands for an inserted part. */
export const hole = '{}';

/** Undefined when the text says nothing of a path. */
export function urlParts(text: string): UrlParts | undefined {
	const [address = '', ...rest] = text.replace(/#.*$/s, '').split('?');
	const query = rest.join('?');
	const split = /^(?:(?:[a-z][a-z0-9+.-]*|(?:\{\}|\w)+):\/\/([^/]*)|(\{\}[^/]*|(?=\/)))(\/.*)?$/is.exec(address);
	if (split === null) return undefined;
	const [, authority, , path = ''] = split;
	const host = authority?.replace(/^.*@/, '');
	if (path === '' && host === undefined) return undefined;
	const names = query === '' ? [] : query.split('&').map((item) => item.split('=')[0] ?? '');
	// `/ws{}` may go on with a query of its own.
	const openEnd = /[^/]\{\}$/.test(path);
	return {
		...(host === undefined ? {} : { host }),
		path: openEnd ? path.replace(/\{\}$/, '') : path,
		rooted: host !== undefined || path === address,
		query: names.filter((name) => name !== '' && !name.includes(hole)),
		open: openEnd || names.some((name) => name.includes(hole)),
	};
}

/** Values of a query never leave the file: they may be secrets. */
export const withoutQueryValues = (text: string): string => text.replace(/([?&][^=&?#]*=)[^&#]*/g, `$1${hole}`);

/**
 * Whether a path is one of a documented or declared route: `{id}`, `:id`, `<id>` and `*` stand for one segment, a last `**` for
 * any number.
 * @param rooted false when the path may go on to the left
 */
export function matchesRoute(route: string, path: string, rooted: boolean): boolean {
	const wanted = segmentsOf(route);
	const given = segmentsOf(path);
	const rest = wanted.at(-1) === '**';
	if (rest) wanted.pop();
	if (given.length < wanted.length || (!rest && rooted && given.length !== wanted.length)) return false;
	const starts = rooted ? [0] : rest ? given.map((_, index) => index) : [given.length - wanted.length];
	return starts.some((start) => wanted.every((segment, index) => sameSegment(segment, given[start + index])));
}

export const segmentsOf = (path: string): string[] => path.split('/').filter((segment) => segment !== '');

/** Whether a segment of a route stands for anything. */
export const isParameter = (segment: string): boolean => /^(?:\{.*\}|:.*|<.*>|\*|\[.*\]|\$\w+)$/.test(segment);

function sameSegment(wanted: string, given: string | undefined): boolean {
	if (given === undefined) return false;
	return isParameter(wanted) || given === hole || wanted === given;
}

/** Hosts that are this machine or wherever the page came from; any other host may be a stranger's. */
export const isOwnHost = (host: string | undefined): boolean =>
	host === undefined ||
	host.includes(hole) ||
	/^(?:localhost|127\.\d+\.\d+\.\d+|0\.0\.0\.0|\[::1?\])(?::|$)/.test(host);
