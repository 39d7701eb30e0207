import { ancestors, type SyntaxNode } from '../../syntax/node';
import type { Scope } from '../scope';
import { escape } from '../scope';

/** What a variable that routes are declared on says of itself. */
export interface RouterInfo {
	readonly prefix: string;
	/** True when the variable is the application. */
	readonly root: boolean;
}

const applications =
	/^(?:FastAPI|Flask|Quart|Sanic|Starlette|Litestar|express|Express|fastify|Fastify|Koa|Hono|OpenAPIHono|Elysia|NewServeMux|Default|NewRouter|createServer|CreateBuilder|Build)$/;
const paths = /["'`](\/[^"'`\s]*)["'`]/;

/** Reads the declaration of a router in its own file; undefined when it is a parameter or comes from elsewhere. */
export function routerInfo(scope: Scope, name: string, depth = 0): RouterInfo | undefined {
	const { document, reader } = scope;
	if (!/^[\w$]+$/.test(name) || depth > 4) return undefined;
	if (document.language === 'go' && name === 'http') return { prefix: '', root: true };
	const match = new RegExp(`(?<![\\w$.])${escape(name)}(?:\\s*:\\s*[\\w.<>]+)?\\s*:?=(?![=>])`).exec(document.text);
	const node = match === null ? undefined : scope.nodeAt({ start: match.index, end: match.index + name.length });
	for (const outer of node === undefined ? [] : [...ancestors(node)].slice(0, 5)) {
		const value = reader.is(outer, 'assignment') ? reader.keyValue(outer)?.value : undefined;
		if (value === undefined) continue;
		return infoOf(scope, reader.unwrap(value), depth);
	}
	return undefined;
}

function infoOf(scope: Scope, value: SyntaxNode, depth: number): RouterInfo | undefined {
	const { reader } = scope;
	const call = reader.call(value);
	if (call === undefined) return undefined;
	const named = [
		...call.arguments,
		...call.arguments.filter((item) => reader.is(item, 'object')).flatMap((item) => [...item.namedChildren]),
	]
		.flatMap((item) => (item === null ? [] : (reader.keyValue(item) ?? [])))
		.find(({ key }) => key !== undefined && /^(?:url_)?prefix$/.test(key))?.value;
	const prefix = named === undefined ? '' : reader.string(named)?.value;
	if (prefix === undefined) return undefined;
	if (/^(?:Group|group|basePath|Route|MapGroup)$/.test(call.name) && call.receiver !== undefined) {
		const outer = reader.is(call.receiver, 'name')
			? routerInfo(scope, call.receiver.text, depth + 1)
			: infoOf(scope, call.receiver, depth + 1);
		const own = call.arguments[0] === undefined ? undefined : reader.string(call.arguments[0])?.value;
		return own === undefined || outer === undefined
			? undefined
			: { prefix: joinRoute(outer.prefix, own), root: outer.root };
	}
	// `express().use(…)` and Go's `gin.New()` are applications, too.
	const root =
		applications.test(call.name) || (call.name === 'New' && /^(?:gin|echo|fiber)$/.test(call.receiver?.text ?? ''));
	return { prefix, root };
}

/** The prefixes of the calls around a route: `r.Route("/api", func(r chi.Router) { … })`, `Route::prefix('api')->group(…)`. */
export function prefixesAround({ reader }: Scope, node: SyntaxNode): string {
	let prefix = '';
	for (const outer of ancestors(node)) {
		const call = outer === node ? undefined : reader.call(outer);
		if (call === undefined || !/^(?:route|Route|group|Group|nest|scope|namespace|path)$/.test(call.name)) continue;
		const [first] = call.arguments;
		if (first === undefined || (first.startIndex <= node.startIndex && first.endIndex >= node.endIndex)) {
			const chained = /prefix\(\s*["']([^"']*)["']\s*\)/.exec(call.receiver?.text ?? '')?.[1];
			if (chained !== undefined) prefix = joinRoute(chained, prefix);
			continue;
		}
		const own = reader.string(first)?.value;
		if (own !== undefined) prefix = joinRoute(own, prefix);
	}
	return prefix;
}

/** Two parts of a path with one `/` between them. */
export function joinRoute(before: string, after: string): string {
	const parts = [before, after].flatMap((part) => part.split('/')).filter((part) => part !== '');
	return parts.length === 0 ? '' : `/${parts.join('/')}`;
}

/** The path that a line gives to a handler it names: `app.get('/events', stream)`, `.route("/events", get(stream))`. */
export function registrationOf(
	{ document }: Scope,
	handler: string,
): { readonly path: string; readonly router: string } | undefined {
	if (!/^[\w$]{3,}$/.test(handler)) return undefined;
	const pattern = new RegExp(
		`([\\w$]+)?\\s*(?:\\.|::|->)\\s*\\w+!?\\(\\s*(["'\`](?:[A-Z]+ )?/[^"'\`\\s]*["'\`][^\\n;]{0,160}(?<![\\w$])${escape(handler)}(?![\\w$]).*)`,
		'g',
	);
	const found = [...document.text.matchAll(pattern)];
	const [only] = found;
	if (only === undefined || found.length > 1) return undefined;
	const path = paths.exec((only[2] ?? '').replace(/^(["'`])[A-Z]+ /, '$1'))?.[1];
	return path === undefined ? undefined : { path, router: only[1] ?? '' };
}
