import { isTestPath } from '../files/testPath';
import { ancestors, type SyntaxNode } from '../syntax/node';
import type { Call } from '../syntax/read';
import type { Extractor } from './extractor';
import { createScope, escape, spanOf, type Scope } from './scope';
import type { RouteMountFact } from './streams/model';
import { joinRoute, prefixesAround, routerInfo } from './streams/routers';

/** Routers that are put below a prefix. */
export const routeMountExtractor: Extractor = {
	kinds: ['route-mount'],
	markers: ['include_router', 'register_blueprint', 'setglobalprefix', 'use', 'route', 'register', 'mount'],
	*extract({ document, tree, words }) {
		if (!/^(?:typescript|javascript|python)$/.test(document.language) || isTestPath(document.path)) return;
		const calls = words.filter(
			({ start, end }) =>
				/^\s*\(/.test(document.text.slice(end, end + 4)) && /[.@]/.test(document.text[start - 1] ?? ''),
		);
		if (calls.length === 0) return;
		const root = tree()?.root;
		if (root === undefined) return;
		const scope = createScope(document, root);
		for (const word of calls) {
			const node = scope.nodeAt(word);
			for (const outer of node === undefined ? [] : [...ancestors(node)].slice(0, 4)) {
				const call = scope.reader.call(outer);
				if (call === undefined) continue;
				const fact = call.nameNode.startIndex === word.start ? mountOf(scope, outer, call) : undefined;
				if (fact !== undefined) yield fact;
				break;
			}
		}
	},
};

function mountOf(scope: Scope, node: SyntaxNode, call: Call): RouteMountFact | undefined {
	const { reader, document } = scope;
	const [first, second] = call.arguments;
	const literal = (item: SyntaxNode | undefined): string | undefined =>
		item === undefined ? undefined : reader.string(item)?.value;
	const into = call.receiver === undefined ? '' : (reader.lastName(call.receiver) ?? '');
	const base = { kind: 'route-mount' as const, range: document.range(spanOf(call.nameNode)) };
	if (call.name === 'setGlobalPrefix') {
		const prefix = literal(first);
		return prefix === undefined
			? undefined
			: { ...base, prefix: joinRoute('', prefix), router: '*', into: '', root: true };
	}
	if (/^(?:include_router|register_blueprint|register)$/.test(call.name)) {
		if (first === undefined) return undefined;
		const prefix = prefixOption(scope, call);
		return prefix === undefined ? undefined : mounted(scope, node, base, prefix, first, into);
	}
	const isPrefix = literal(first) !== undefined;
	if (call.name === 'use' && !isPrefix && first !== undefined && call.arguments.length === 1) {
		return reader.call(first) === undefined || /require|routes/.test(first.text)
			? mounted(scope, node, base, '', first, into)
			: undefined;
	}
	const prefix = literal(first);
	if (prefix === undefined || second === undefined || !prefix.startsWith('/')) return undefined;
	const target = call.arguments.at(-1);
	return target === undefined || reader.is(target, 'function') || reader.string(target) !== undefined
		? undefined
		: mounted(scope, node, base, prefix, target, into);
}

/** `prefix="/api"`, `url_prefix="/api"`, `{ prefix: '/api' }`; '' when there is none, undefined when it is not known. */
function prefixOption({ reader }: Scope, call: Call): string | undefined {
	for (const item of call.arguments.slice(1)) {
		const pairs = reader.is(item, 'object') ? reader.pairs(item) : [reader.keyValue(item)];
		const pair = pairs.find((candidate) => candidate?.key !== undefined && /^(?:url_)?prefix$/.test(candidate.key));
		if (pair?.value !== undefined) return reader.string(pair.value)?.value;
		if (/splat|spread/.test(item.type) || /spread|splat/.test(item.namedChildren.map((child) => child?.type).join(' ')))
			return undefined;
	}
	return '';
}

function mounted(
	scope: Scope,
	node: SyntaxNode,
	base: Pick<RouteMountFact, 'kind' | 'range'>,
	prefix: string,
	target: SyntaxNode,
	into: string,
): RouteMountFact | undefined {
	const { reader, document } = scope;
	const inner = reader.unwrap(target);
	const required = /\brequire\(\s*["']([^"']+)["']|\bimport\(\s*["']([^"']+)["']/.exec(inner.text);
	const call = reader.call(inner);
	const named = call !== undefined && /^routes$/.test(call.name) && call.receiver !== undefined ? call.receiver : inner;
	const router = required === null ? reader.lastName(named) : '';
	if (router === undefined) return undefined;
	const member = reader.member(named);
	const from = member === undefined ? router : (reader.lastName(member.object) ?? router);
	const module = required?.[1] ?? required?.[2] ?? moduleOf(document.text, from, document.language === 'python');
	const info = into === '' ? undefined : routerInfo(scope, into);
	return {
		...base,
		prefix: joinRoute(info?.prefix ?? '', joinRoute(prefixesAround(scope, node), prefix)),
		router,
		into,
		...(module === undefined ? {} : { module }),
		...(info?.root === true ? { root: true } : {}),
	};
}

/** The module that a name is imported from, with the name itself where it may be a module. */
function moduleOf(text: string, name: string, isPython: boolean): string | undefined {
	const id = escape(name);
	if (isPython) {
		const from = new RegExp(
			`^\\s*from\\s+([\\w.]+)\\s+import\\s+(?:\\([^)]*|[^\\n]*?)\\b(\\w+)(?:\\s+as\\s+${id})(?!\\w)|^\\s*from\\s+([\\w.]+)\\s+import\\s+(?:\\([^)]*|[^\\n(]*?)(?<!\\w)${id}(?!\\w)`,
			'm',
		).exec(text);
		const module = from?.[1] ?? from?.[3];
		if (module !== undefined) return `${module}.${from?.[2] ?? name}`;
		return new RegExp(`^\\s*import\\s+([\\w.]*\\b${id})\\b`, 'm').exec(text)?.[1];
	}
	return (
		new RegExp(`import\\b[^;'"]*(?<![\\w$])${id}(?![\\w$])[^;'"]*from\\s*["']([^"']+)["']`).exec(text)?.[1] ??
		new RegExp(`(?<![\\w$])${id}(?![\\w$])[^=;\\n]{0,40}=\\s*require\\(\\s*["']([^"']+)["']`).exec(text)?.[1]
	);
}
