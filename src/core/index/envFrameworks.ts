import type { EnvFramework } from '../dotenv';
import { packagesOf, type Package } from './packages';
import type { WorkspaceIndex } from './workspaceIndex';

/** Dependencies that load `.env` files, the one that decides first. */
const byDependency: readonly (readonly [RegExp, EnvFramework])[] = [
	[/^next$/, 'next'],
	[/^react-scripts$/, 'cra'],
	[/^expo$/, 'expo'],
	[/^(?:vite|@sveltejs\/kit|astro|@remix-run\/dev|@react-router\/dev|@solidjs\/start)$/, 'vite'],
	[/^wrangler$/, 'wrangler'],
	[/^varlock$/, 'varlock'],
	[/^dotenv-flow$/, 'dotenv-flow'],
	[/^dotenv-cli$/, 'dotenv-cli'],
	[/^(?:dotenv|dotenv-safe|@nestjs\/config|nuxt|dotenv-expand|env-cmd)$/, 'dotenv'],
	[/^pydantic[-_]settings$/i, 'pydantic-settings'],
	[/^(?:python-dotenv|django-environ|environs|python-decouple)$/i, 'python-dotenv'],
	[/^github\.com\/joho\/godotenv$/, 'godotenv'],
	[/^(?:dotenv-rails|dotenv|dotenv-hanami)$/, 'rails'],
	[/^laravel\/framework$/, 'laravel'],
	[/^symfony\/(?:dotenv|framework-bundle)$/, 'symfony'],
	[/^spring-boot/, 'spring'],
];

const rubyOnly: ReadonlySet<EnvFramework> = new Set<EnvFramework>(['rails']);

/** What loads the `.env` files of a path's package, the most likely first: by its dependencies, scripts and own calls. */
export function frameworksOf(index: WorkspaceIndex, path: string): readonly EnvFramework[] {
	const packages = packagesOf(index);
	const nearest = packages.of(path);
	if (nearest === undefined) return loadedBy(index, '');
	const own = [...dependedOn(nearest), ...loadedBy(index, nearest.directory)];
	const found = own.length > 0 || nearest.root === undefined ? own : dependedOn(nearest.root);
	return [...new Set(found)];
}

function dependedOn({ manifests }: Package): EnvFramework[] {
	const found = new Set<EnvFramework>();
	for (const [pattern, framework] of byDependency) {
		for (const { fact } of manifests) {
			if (rubyOnly.has(framework) !== (fact.ecosystem === 'ruby')) continue;
			if (fact.dependencies.some(({ name }) => pattern.test(name))) found.add(framework);
		}
	}
	const scripts = manifests.flatMap(({ fact }) => fact.scripts);
	if (scripts.some(({ command }) => /--env-file(?:-if-exists)?[= ]/.test(command))) found.add('node');
	return [...found];
}

/** The loaders that code below a folder calls. */
function loadedBy(index: WorkspaceIndex, directory: string): EnvFramework[] {
	const packages = packagesOf(index);
	return [...index.facts('env-load')]
		.filter(({ file }) => (packages.of(file.path)?.directory ?? '') === directory)
		.map(({ fact }) => fact.via);
}
