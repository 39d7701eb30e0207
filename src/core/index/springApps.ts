import type { ManifestDependency } from '../facts/manifest';
import { isBelow, packagesOf, type Package } from './packages';
import type { WorkspaceIndex } from './workspaceIndex';

/** A build: the outermost JVM package around a path, with all that it builds. */
export interface SpringApp {
	readonly directory: string;
	/** What the package of the path itself depends on, with its parents. */
	readonly own: readonly ManifestDependency[];
	/** What anything in the build depends on. */
	readonly all: readonly ManifestDependency[];
	/** What the package of the path and its parents leave out of their dependencies. */
	readonly excludes: readonly string[];
}

/** The build that a file belongs to; undefined when there is no manifest or none that says what it depends on. */
export function springAppAt(index: WorkspaceIndex, path: string): SpringApp | undefined {
	const packages = packagesOf(index);
	const enclosing = packages.enclosing(path).filter(isJvm);
	const outermost = enclosing.at(-1);
	if (outermost === undefined) return undefined;
	const own = enclosing.flatMap(dependenciesOf);
	const all = packages.all
		.filter(
			(item) => isJvm(item) && (item.directory === outermost.directory || isBelow(item.directory, outermost.directory)),
		)
		.flatMap(dependenciesOf);
	const excludes = enclosing.flatMap(({ manifests }) => manifests.flatMap(({ fact }) => fact.excludes ?? []));
	return own.length === 0 ? undefined : { directory: outermost.directory, own, all, excludes };
}

const isJvm = ({ ecosystems }: Package): boolean => ecosystems.has('jvm');

const dependenciesOf = ({ manifests }: Package): ManifestDependency[] =>
	manifests.flatMap(({ fact }) => (fact.ecosystem === 'jvm' ? fact.dependencies : []));
