import { ancestors, namedChildren, type SyntaxNode } from '../../syntax/node';
import type { Call } from '../../syntax/read';
import { hole, isParameter } from '../../http/url';
import type { TextDocument } from '../../text/document';
import type { Scope } from '../scope';
import { joinRoute, prefixesAround, registrationOf, routerInfo } from './routers';

/** Where a handler can be reached, as far as its file tells. */
export interface Route {
	readonly path: string;
	readonly router?: string;
	readonly root?: true;
}

const verbs =
	/^(?:get|post|put|patch|delete|all|any|use|route|sse|options|add|on|handle|HandleFunc|Handle|Get|Post|Put|GET|POST|PUT|Any|MapGet|MapPost|Map|match|Match|withMethods|api_route)$/;

/** The route of the handler around a node. */
export function routeOf(scope: Scope, node: SyntaxNode): Route | undefined {
	const { reader } = scope;
	const byFile = routeOfFile(scope.document);
	if (byFile !== undefined) return { path: normal(byFile) };
	for (const outer of ancestors(annotated(scope, node) ?? node)) {
		const call = outer === node ? undefined : reader.call(outer);
		const path = call === undefined ? undefined : pathOfCall(scope, call, node);
		if (call !== undefined && path !== undefined) {
			const router = call.receiver === undefined ? undefined : reader.lastName(chainStart(scope, call.receiver));
			const route = declared(scope, outer, path.text, router);
			return path.whole ? route : { path: route.path, router: '' };
		}
		if (!reader.is(outer, 'function')) continue;
		const mapped = routeOfAnnotations(scope, outer);
		if (mapped !== undefined) return mapped;
		const name = nameOf(scope, outer);
		const registered = name === undefined ? undefined : registrationOf(scope, name);
		if (registered !== undefined) return declared(scope, outer, registered.path, registered.router || undefined);
	}
	return undefined;
}

/** The function that an annotation around a node stands above. */
function annotated({ reader }: Scope, node: SyntaxNode): SyntaxNode | undefined {
	let current: SyntaxNode | null =
		[...ancestors(node)].slice(0, 6).find((outer) => reader.is(outer, 'annotation')) ?? null;
	while (current !== null && reader.is(current, 'annotation')) current = current.nextNamedSibling;
	return current !== null && reader.is(current, 'function') ? current : undefined;
}

function declared(scope: Scope, node: SyntaxNode, path: string, router: string | undefined): Route {
	const info = router === undefined ? undefined : routerInfo(scope, router);
	const whole = normal(joinRoute(info?.prefix ?? '', joinRoute(prefixesAround(scope, node), path)));
	const isFacade = router === 'Route' && scope.document.language === 'php';
	if (isFacade) return { path: whole, router: 'Route' };
	return { path: whole, router: router ?? '', ...(info?.root === true ? { root: true } : {}) };
}

/** `/logs/{job_id}`, `/logs/:id`, `/logs/<int:id>` are all `/logs/{}`. */
function normal(path: string): string {
	const segments = path.split('/').filter((segment) => segment !== '');
	return `/${segments.map((segment) => (isParameter(segment) ? hole : segment)).join('/')}`;
}

/** The first name of `app.route('/x').get(…)`. */
function chainStart({ reader }: Scope, receiver: SyntaxNode): SyntaxNode {
	let current = reader.unwrap(receiver);
	for (let call = reader.call(current); call?.receiver !== undefined; call = reader.call(current))
		current = reader.unwrap(call.receiver);
	return current;
}

/** The literal path of `app.get('/x', handler)` and of `app.route({ url: '/x', handler })` around a node. */
function pathOfCall(
	{ reader }: Scope,
	call: Call,
	node: SyntaxNode,
): { readonly text: string; readonly whole: boolean } | undefined {
	const holder = call.arguments.find((item) => item.startIndex <= node.startIndex && item.endIndex >= node.endIndex);
	if (holder === undefined || !verbs.test(call.name)) return undefined;
	const [first] = call.arguments;
	if (first === undefined) return undefined;
	if (holder !== first) {
		// `app.get(pathOf('/jobs'), …)` puts something before it that is not known.
		const inner = reader.call(first)?.arguments;
		const literal = inner?.length === 1 && inner[0] !== undefined ? inner[0] : first;
		const text = reader.string(literal)?.value.replace(/^[A-Z]+ /, '');
		if (text === undefined || (text !== '' && !text.startsWith('/'))) return undefined;
		return { text, whole: literal === first };
	}
	const pairs = reader.is(first, 'object') ? reader.pairs(first) : [];
	const url = pairs.find(({ key }) => key === 'url' || key === 'path')?.value;
	const chained = call.receiver === undefined ? undefined : reader.call(reader.unwrap(call.receiver));
	const before = chained?.name === 'route' ? chained.arguments[0] : undefined;
	const source = url ?? before;
	const text = source === undefined ? undefined : reader.string(source)?.value;
	return text === undefined ? undefined : { text, whole: true };
}

function nameOf({ reader }: Scope, fn: SyntaxNode): string | undefined {
	const own = fn.childForFieldName('name')?.text;
	if (own !== undefined) return own;
	const pair = fn.parent === null ? undefined : reader.keyValue(fn.parent);
	return pair?.key;
}

const mapping =
	/(?:^|\.)(?:(?:Get|Post|Put|Patch|Delete|Request)(?:Mapping)?|Sse|All|Http(?:Get|Post|Put)|Route|Path|get|post|put|route|api_route|stream)$/;

/** `@router.get("/x")`, `@Sse('x')`, `@GetMapping(value = "/x", …)`, `[HttpGet("x")]`, with what the class says. */
function routeOfAnnotations(scope: Scope, fn: SyntaxNode): Route | undefined {
	const { reader } = scope;
	for (const annotation of annotationsOf(scope, fn)) {
		const { name, path } = readAnnotation(annotation);
		if (!mapping.test(name)) continue;
		if (path === null) return undefined;
		const router = /^(\w+)\.\w+$/.exec(name)?.[1];
		if (router !== undefined) return declared(scope, fn, path ?? '', router);
		const holder = [...ancestors(fn)].find((outer) => reader.is(outer, 'class'));
		const outer = holder === undefined ? [] : annotationsOf(scope, holder).map(readAnnotation);
		const isNest = /typescript/.test(scope.document.language) && outer.some((item) => item.name === 'Controller');
		const around = outer.find(
			(item) => item.name === (isNest ? 'Controller' : '') || /^(?:RequestMapping|Route|Path)$/.test(item.name),
		);
		if (around?.path === null) return undefined;
		const className =
			holder
				?.childForFieldName('name')
				?.text.replace(/Controller$/, '')
				.toLowerCase() ?? '';
		const prefix = (around?.path ?? '').replace('[controller]', className);
		return { path: normal(joinRoute(prefix, path ?? '')), ...(isNest ? { router: '*', root: true } : {}) };
	}
	return undefined;
}

/** The annotations that stand above a function or a class, or in its modifiers. */
function annotationsOf({ reader }: Scope, node: SyntaxNode): SyntaxNode[] {
	const found: SyntaxNode[] = [];
	const within = [node, ...namedChildren(node).filter((child) => /modifiers|attribute_list/.test(child.type))];
	if (node.parent !== null && /decorated_definition|export_statement/.test(node.parent.type)) within.push(node.parent);
	for (const holder of within) found.push(...namedChildren(holder).filter((child) => reader.is(child, 'annotation')));
	for (let sibling = node.previousNamedSibling; sibling !== null; sibling = sibling.previousNamedSibling) {
		if (!reader.is(sibling, 'annotation')) break;
		found.push(sibling);
	}
	return found;
}

/** The path is `null` when the annotation gives one that is no literal. */
function readAnnotation(node: SyntaxNode): { readonly name: string; readonly path?: string | null } {
	const text = node.text.slice(0, 500);
	const name = /^@?\s*([\w.]+)/.exec(text)?.[1] ?? '';
	const args = text.includes('(') ? text.slice(text.indexOf('(') + 1) : '';
	const path =
		/^\s*(?:(?:value|path|template)\s*=\s*)?[{[]?\s*["'`]([^"'`]*)["'`]/.exec(args)?.[1] ??
		/\b(?:value|path)\s*[=:]\s*[{[]?\s*["'`]([^"'`]*)["'`]/.exec(args)?.[1];
	if (path !== undefined && !/event-stream/.test(path)) return { name, path };
	return /\b(?:value|path)\s*[=:]\s*|^\s*[A-Za-z_]\w*(?:\.\w+)*\s*[,)+]/.test(args) ? { name, path: null } : { name };
}

/** Frameworks whose routes are files. */
function routeOfFile({ path, text }: TextDocument): string | undefined {
	const app = /(?:^|\/)app\/(.*?)\/?route\.[jt]sx?$/.exec(path)?.[1];
	if (app !== undefined)
		return app
			.split('/')
			.filter((part) => !/^[(@]/.test(part))
			.map(parameter)
			.join('/');
	const isNitro = /\b(?:define)?(?:Cached)?[eE]ventHandler\b/.test(text);
	const rest =
		/(?:^|\/)pages\/(api\/.*)\.[jt]sx?$/.exec(path)?.[1] ??
		(isNitro
			? /(?:^|\/)server\/((?:api|routes)\/.*?)(?:\.(?:get|post))?\.[jt]s$/.exec(path)?.[1]?.replace(/^routes\//, '')
			: undefined) ??
		/(?:^|\/)src\/routes\/(.*?)\/?\+server\.[jt]s$/.exec(path)?.[1];
	return rest
		?.split('/')
		.filter((part) => !/^\(/.test(part) && part !== 'index')
		.map(parameter)
		.join('/');
}

const parameter = (part: string): string => (/^\[.*\]$/.test(part) ? hole : part);
