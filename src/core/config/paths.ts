import picomatch from 'picomatch';

/** Whether a `/`-separated path matches one of the globs. A glob that does not parse matches nothing. */
export type PathMatcher = (path: string) => boolean;

const never: PathMatcher = () => false;

export function createPathMatcher(globs: readonly string[]): PathMatcher {
	const matchers = globs.map((glob) => {
		try {
			return picomatch(glob.endsWith('/') ? `${glob}**` : glob.replace(/^\.\//, ''), { dot: true, nocase: false });
		} catch {
			return never; // picomatch refuses patterns that are too long
		}
	});
	return matchers.length === 0 ? never : (path) => matchers.some((matches) => matches(path));
}
