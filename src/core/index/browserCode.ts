import type { Runtime } from '../facts/headers/model';
import { packagesOf, type Package, type Packages } from './packages';
import type { WorkspaceIndex } from './workspaceIndex';

const browserDependency =
	/^(?:react-dom|vue|svelte|@sveltejs\/kit|@angular\/core|solid-js|preact|next|nuxt|gatsby|@remix-run\/react|astro|vite|react-scripts|@ionic\/\w+|ember-source|lit|alpinejs|jquery|@vue\/cli-service|@vitejs\/[\w-]+|umi|@umijs\/max|react-router-dom|quasar|@tauri-apps\/api|react-app-rewired|parcel|backbone)$/;
const serverDependency =
	/^(?:express|fastify|koa|hono|@nestjs\/core|@hapi\/hapi|elysia|@feathersjs\/[\w-]+|@adonisjs\/core|restify|polka|@apollo\/server|apollo-server[\w-]*|@trpc\/server|@hono\/node-server|socket\.io|mongoose|sequelize|pg|mysql2?|typeorm|nodemon)$/;
const nativeDependency = /^(?:react-native|expo|@capacitor\/cli|nativescript|@nativescript\/core)$/;
const fullStack =
	/^(?:next|nuxt|@sveltejs\/kit|@remix-run\/node|@remix-run\/react|astro|blitz|@redwoodjs\/web|@react-router\/node|@tanstack\/(?:react-)?start)$/;
const clientFolder =
	/(?:^|\/)(?:client|clients|web|webapp|webui|frontend|front-end|front|ui|dashboard|admin|app|www|public|components|hooks|composables|stores?|views|pages|assets|static|resources\/(?:js|ts)|src\/(?:api|services|lib|utils|http|request|requests|shared|core))\//i;
const serverFolder =
	/(?:^|\/)(?:server|backend|back-end|api-server|services\/[^/]+\/server|lambda|functions|workers?)\//i;

/** Whether a file's code runs in a browser; undefined when nothing tells. */
export function runsInBrowser(index: WorkspaceIndex, path: string, runtime: Runtime): boolean | undefined {
	const packages = packagesOf(index);
	const own = packages.of(path);
	if (own !== undefined && isNative(own)) return false;
	if (/(?:^|\/)(?:background|service-worker|electron|main-process)(?:\/|\.[jt]s$)/.test(path)) return false;
	if (runtime !== 'unknown') return runtime === 'browser';
	if (own === undefined) return undefined;
	const names = dependencies(own);
	const browser = names.some((name) => browserDependency.test(name));
	const server = names.some((name) => serverDependency.test(name));
	if (browser && !server) return !serverFolder.test(path);
	if (browser && server) return clientFolder.test(path) && !serverFolder.test(path) ? true : undefined;
	if (server) return false;
	return usedByBrowser(packages, own) ? true : undefined;
}

/** Pages and API come from one server: requests to it are of the same origin. */
export function isFullStack(index: WorkspaceIndex, path: string): boolean {
	const own = packagesOf(index).of(path);
	return own !== undefined && dependencies(own).some((name) => fullStack.test(name));
}

const isNative = (own: Package): boolean => {
	const names = dependencies(own);
	return (
		names.some((name) => nativeDependency.test(name)) &&
		!names.some((name) => /^(?:react-dom|react-native-web|vue|@angular\/core)$/.test(name))
	);
};

const dependencies = (own: Package): readonly string[] =>
	own.manifests.flatMap(({ fact }) => (fact.ecosystem === 'node' ? fact.dependencies.map(({ name }) => name) : []));

/** A library of the workspace that a browser package depends on. */
function usedByBrowser(packages: Packages, own: Package): boolean {
	return packages.all.some((other) => {
		const names = dependencies(other);
		return own.names.some((name) => names.includes(name)) && names.some((name) => browserDependency.test(name));
	});
}
