import type { CatalogSet } from '../catalog/set';
import { isTestPath } from '../files/testPath';
import { compileEndpoint, longestWord } from '../payload/compile';
import { lineText } from '../text/document';
import type { ExtractContext, Extractor } from './extractor';
import { isSentTo } from './objects/request';
import type { FactBase } from './model';

/** A place that needs, or installs, a package that deployments forget. Its range is the name or the route. */
export interface PackageUseFact extends FactBase {
	readonly kind: 'package-use';
	/** The first package of the catalogue's group, with the catalogue: `scaiecho/aiortc`. */
	readonly group: string;
	readonly via: 'import' | 'route' | 'install';
	/** The package that is imported or installed. */
	readonly name?: string;
}

const groupsOf = ({ catalogs }: CatalogSet) =>
	catalogs.flatMap(({ catalog }) =>
		(catalog.installs ?? []).map((install) => ({
			id: installId(catalog.id, install.packages),
			packages: install.packages,
			endpoints: (install.endpoint ?? []).map(compileEndpoint),
		})),
	);

export const installId = (catalogId: string, packages: readonly string[]): string =>
	`${catalogId}/${packages[0] ?? ''}`;

/** Files that install packages without being manifests. */
const installs =
	/(?:^|\/)(?:dockerfile[^/]*|containerfile|setup\.py|environment\.ya?ml|conda[^/]*\.ya?ml|[^/]*\.sh|justfile|makefile)$/i;
const install = /\binstall\b|\badd\b|^\s*-\s|["']/;

/** Imports, routes and installations of packages that catalogues say are forgotten. */
export const packageUseExtractor: Extractor = {
	kinds: ['package-use'],
	markers: (catalogs) => [
		...new Set(
			groupsOf(catalogs)
				.flatMap(({ packages, endpoints }) => [...packages, ...endpoints.flatMap((item) => longestWord(item) ?? [])])
				.map((word) => word.toLowerCase()),
		),
	],
	*extract(context) {
		const { document, words, catalogs } = context;
		if (isTestPath(document.path)) return;
		const isPython = document.language === 'python' && !installs.test(document.path);
		if (!isPython && !installs.test(document.path)) return;
		for (const word of words) {
			const name = document.text.slice(word.start, word.end);
			const line = lineText(document, document.positionAt(word.start).line);
			for (const group of groupsOf(catalogs)) {
				const base = { kind: 'package-use', group: group.id, range: document.range(word) } as const;
				if (!group.packages.includes(name)) {
					if (isPython && isRoute(line, group.endpoints)) yield { ...base, via: 'route' };
				} else if (!isPython) {
					if (install.test(line) || isContinued(context, word.start)) yield { ...base, via: 'install', name };
				} else if (isImport(line, name)) yield { ...base, via: 'import', name };
			}
		}
	},
};

const isImport = (line: string, name: string): boolean =>
	new RegExp(
		`^\\s*(?:from\\s+${name}(?:\\.[\\w.]+)?\\s+import\\b|import\\s+(?:[\\w.]+\\s*(?:as\\s+\\w+\\s*)?,\\s*)*${name}\\b)`,
	).test(line);

/** `@router.post("/sessions/{session_id}/offer")` */
function isRoute(line: string, endpoints: ReturnType<typeof groupsOf>[number]['endpoints']): boolean {
	const [, method = '', path = ''] =
		/^\s*@\w[\w.]*\.(get|post|put|patch|delete|route|api_route)\(\s*["']([^"']+)["']/.exec(line) ?? [];
	const used = /route/.test(method) || method === '' ? undefined : method.toUpperCase();
	return path !== '' && endpoints.some((endpoint) => isSentTo(endpoint, path.replaceAll(':', ''), used));
}

/** A line of a command that began above. */
function isContinued({ document }: ExtractContext, offset: number): boolean {
	const { line } = document.positionAt(offset);
	return line > 0 && /\\\s*$/.test(lineText(document, line - 1));
}
