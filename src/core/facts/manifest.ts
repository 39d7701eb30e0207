import type { SyntaxTree } from '../syntax/node';
import type { TextDocument } from '../text/document';
import type { Range } from 'vscode-languageserver-types';
import type { Extractor } from './extractor';
import type { FactBase } from './model';
import { readGoMod, readGradle, readGemfile, readRequirements, readSetupCfg } from './manifests/lines';
import { readComposer, readPackageJson, readPnpmWorkspace } from './manifests/json';
import { readCargo, readPipfile, readPyproject } from './manifests/toml';
import { readPom, readProject } from './manifests/xml';

export type Ecosystem = 'node' | 'python' | 'go' | 'rust' | 'ruby' | 'php' | 'jvm' | 'dotnet';

export interface ManifestItem {
	readonly name: string;
	/** Where the name stands. */
	readonly range: Range;
}

export interface ManifestDependency extends ManifestItem {
	/** Version or range as written. */
	readonly version?: string;
	/** Needed to build or test only. */
	readonly development?: boolean;
}

export interface ManifestScript extends ManifestItem {
	readonly command: string;
	readonly commandRange: Range;
}

/** What a package says of itself: `package.json`, `pyproject.toml`, `requirements.txt`, `pom.xml`, `go.mod` and their kin. */
export interface ManifestFact extends FactBase {
	readonly kind: 'manifest';
	readonly ecosystem: Ecosystem;
	/** The folder it stands in, '' for the root of the workspace. */
	readonly directory: string;
	readonly name?: string;
	readonly dependencies: readonly ManifestDependency[];
	/** What dependencies bring along and the build leaves out; JVM only. */
	readonly excludes?: readonly string[];
	readonly scripts: readonly ManifestScript[];
	/** Demanded versions of the runtime: `node` of `engines`, `python` of `requires-python`, `go`. */
	readonly engines: Readonly<Record<string, string>>;
	/** Globs or folders of the packages that belong to this root, relative to {@link directory}. */
	readonly workspaces: readonly string[];
}

/** What a reader of one format finds. */
export type ManifestParts = Partial<
	Pick<ManifestFact, 'name' | 'dependencies' | 'excludes' | 'scripts' | 'engines' | 'workspaces'>
> & { readonly nameRange?: Range };

type Read = (document: TextDocument, tree: () => SyntaxTree | undefined) => ManifestParts | undefined;

const byName: readonly (readonly [RegExp, Ecosystem, Read])[] = [
	[/^package\.json$/, 'node', readPackageJson],
	[/^pnpm-workspace\.ya?ml$/, 'node', readPnpmWorkspace],
	[/^composer\.json$/, 'php', readComposer],
	[/^pyproject\.toml$/, 'python', readPyproject],
	[/^pipfile$/, 'python', readPipfile],
	[/^(?:[\w-]+[._-])?requirements(?:[._-][\w-]+)*\.(?:txt|in)$/, 'python', readRequirements],
	[/^setup\.cfg$/, 'python', readSetupCfg],
	[/^cargo\.toml$/, 'rust', readCargo],
	[/^go\.(?:mod|work)$/, 'go', readGoMod],
	[/^gemfile$|\.gemspec$/, 'ruby', readGemfile],
	[/^pom\.xml$/, 'jvm', readPom],
	[/^(?:build|settings)\.gradle(?:\.kts)?$/, 'jvm', readGradle],
	[/\.(?:cs|fs|vb)proj$|^directory\.packages\.props$/, 'dotnet', readProject],
];

function formatOf(path: string): (typeof byName)[number] | undefined {
	const name = path.slice(path.lastIndexOf('/') + 1).toLowerCase();
	const inRequirements = /(?:^|\/)requirements\/[\w.-]+\.(?:txt|in)$/i.test(path);
	return byName.find(([pattern, , read]) => pattern.test(name) || (inRequirements && read === readRequirements));
}

/** The folder of a path, '' for the root. */
export const directoryOf = (path: string): string => path.slice(0, Math.max(0, path.lastIndexOf('/')));

/** What packages depend on, run and are called. */
export const manifestExtractor: Extractor = {
	kinds: ['manifest'],
	markers: [],
	reads: (document) => formatOf(document.path) !== undefined,
	*extract({ document, tree }) {
		const format = formatOf(document.path);
		const parts = format?.[2](document, tree);
		if (format === undefined || parts === undefined) return;
		const { name, nameRange } = parts;
		const directory = directoryOf(document.path);
		yield {
			kind: 'manifest',
			ecosystem: format[1],
			range: nameRange ?? document.range({ start: 0, end: 0 }),
			directory: /(?:^|\/)requirements$/.test(directory) ? directoryOf(directory) : directory,
			...(name === undefined ? {} : { name }),
			dependencies: parts.dependencies ?? [],
			...(parts.excludes === undefined || parts.excludes.length === 0 ? {} : { excludes: parts.excludes }),
			scripts: parts.scripts ?? [],
			engines: parts.engines ?? {},
			workspaces: parts.workspaces ?? [],
		};
	},
};
