import { ancestors, namedChildren, type SyntaxNode } from '../../syntax/node';
import { readerFor, type KeyValue, type Reader } from '../../syntax/read';
import type { TextDocument } from '../../text/document';
import type { PathMatch, ProxyInsertion, ProxyLocationFact, ProxySetting, Upstream } from './model';

const prefix = 'nginx.ingress.kubernetes.io/';

/** The paths of a Kubernetes Ingress that ingress-nginx serves. `node` is the word `Ingress`. */
export function* ingressLocations(document: TextDocument, node: SyntaxNode): Generator<ProxyLocationFact> {
	const reader = readerFor('yaml');
	const kind = [...ancestors(node)].map((item) => reader.keyValue(item)).find((pair) => pair !== undefined);
	if (kind?.key !== 'kind' || kind.value?.text !== 'Ingress') return;
	const manifest = [...ancestors(node)].find((item) => reader.is(item, 'object'));
	if (manifest === undefined) return;
	const spec = valueOf(reader, manifest, 'spec');
	const annotations = valueOf(reader, valueOf(reader, manifest, 'metadata'), 'annotations');
	const known = annotations === undefined ? [] : reader.pairs(annotations);
	const className =
		text(reader, valueOf(reader, spec, 'ingressClassName')) ??
		text(reader, pairOf(known, 'kubernetes.io/ingress.class')?.value);
	if (!/nginx/i.test(className ?? '') && !known.some(({ key }) => key?.startsWith(prefix))) return;
	const setting = (name: string): ProxySetting | undefined => {
		const value = pairOf(known, prefix + name)?.value;
		const literal = value === undefined ? undefined : text(reader, value);
		return value === undefined || literal === undefined
			? undefined
			: { value: literal, range: document.range({ start: value.startIndex, end: value.endIndex }), own: true };
	};
	const buffering = setting('proxy-buffering') ?? { ...setting('none'), value: 'off', range: zero, own: false };
	const readTimeout = setting('proxy-read-timeout');
	const target = text(reader, pairOf(known, `${prefix}rewrite-target`)?.value);
	const regex = text(reader, pairOf(known, `${prefix}use-regex`)?.value) === 'true' || target?.includes('$') === true;
	const insertion = insertionOf(document, known);
	const rules = valueOf(reader, spec, 'rules');
	for (const [index, rule] of (rules === undefined ? [] : (reader.items(rules) ?? [])).entries()) {
		const paths = valueOf(reader, valueOf(reader, rule, 'http'), 'paths');
		for (const item of paths === undefined ? [] : (reader.items(paths) ?? [])) {
			const path = valueOf(reader, item, 'path');
			const literal = text(reader, path);
			if (path === undefined || literal === undefined || !literal.startsWith('/') || /\{\{/.test(literal)) continue;
			const match = matchOf(literal, text(reader, valueOf(reader, item, 'pathType')), regex);
			yield {
				kind: 'proxy-location',
				range: document.range({ start: path.startIndex, end: path.endIndex }),
				proxy: 'ingress-nginx',
				server: `${document.path}#${manifest.startIndex}.${text(reader, valueOf(reader, rule, 'host')) ?? index}`,
				match,
				upstream: upstreamOf(reader, item, match, literal, target),
				buffering,
				...(readTimeout === undefined ? {} : { readTimeout }),
				includes: known.some(({ key }) => /-snippet$/.test(key ?? '')) ? ['snippet'] : [],
				...(insertion === undefined ? {} : { insertion }),
			};
		}
	}
}

const zero = { start: { line: 0, character: 0 }, end: { line: 0, character: 0 } };
const pairOf = (pairs: readonly KeyValue[], key: string): KeyValue | undefined =>
	pairs.find((pair) => pair.key === key);

function valueOf(reader: Reader, node: SyntaxNode | undefined, key: string): SyntaxNode | undefined {
	return node === undefined || !reader.is(node, 'object') ? undefined : pairOf(reader.pairs(node), key)?.value;
}

function text(reader: Reader, node: SyntaxNode | undefined): string | undefined {
	if (node === undefined) return undefined;
	return reader.string(node)?.value ?? (namedChildren(node).length === 0 ? node.text : undefined);
}

/** `/api(/|$)(.*)` is a prefix. */
function matchOf(path: string, type: string | undefined, regex: boolean): PathMatch {
	if (type === 'Exact') return { kind: 'exact', path };
	if (!regex) return { kind: 'prefix', path };
	const plain = /^(\/[\w./-]*?)(?:\(\/\|\$\)\(\.\*\)|\/?\(\.\*\))$/.exec(path)?.[1];
	if (plain !== undefined) return { kind: 'prefix', path: plain === '' ? '/' : plain };
	return /^[\w./-]+$/.test(path) ? { kind: 'prefix', path } : { kind: 'regex', path: `^${path}`, ignoreCase: true };
}

function upstreamOf(
	reader: Reader,
	item: SyntaxNode,
	match: PathMatch,
	path: string,
	target: string | undefined,
): Upstream {
	const backend = valueOf(reader, item, 'backend');
	const name =
		text(reader, valueOf(reader, valueOf(reader, backend, 'service'), 'name')) ??
		text(reader, valueOf(reader, backend, 'serviceName'));
	const hosts = name === undefined || /\{\{/.test(name) ? [] : [name];
	if (target === undefined) return { hosts };
	const to = /^(\/(?:[\w./-]*\/)?)\$[12]$/.exec(target)?.[1];
	if (to === undefined || match.kind !== 'prefix' || !path.includes('(')) return { hosts, replace: null };
	return { hosts, replace: { from: match.path.endsWith('/') ? match.path : `${match.path}/`, to } };
}

/** Below the last annotation, in its column. */
function insertionOf(document: TextDocument, annotations: readonly KeyValue[]): ProxyInsertion | undefined {
	const last = annotations.findLast(({ key, value }) => key?.startsWith(prefix) === true && value !== undefined);
	if (last?.value === undefined) return undefined;
	const { line, character } = document.positionAt(last.keyNode.startIndex);
	const end = document.positionAt(last.value.endIndex);
	if (end.line !== line) return undefined;
	return { at: { start: end, end }, before: `\n${' '.repeat(character)}${prefix}` };
}
