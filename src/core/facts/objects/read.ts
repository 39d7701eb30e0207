import { isTestPath } from '../../files/testPath';
import { compilePayloads, isBody, plainName, type Payload, type Payloads } from '../../payload/compile';
import { usedMethod } from '../../recognition/endpoint';
import type { LanguageId } from '../../syntax/languages';
import { ancestors, type SyntaxNode, type SyntaxTree } from '../../syntax/node';
import { readerFor, type Reader } from '../../syntax/read';
import { lineText, type TextDocument } from '../../text/document';
import type { Span } from '../../text/lines';
import type { ExtractContext } from '../extractor';
import type { ObjectFact, ObjectValue } from '../object';
import { createScope, type Scope } from '../scope';
import { embeddedAt, type Embedded } from './embedded';
import { isObject, readObject } from './literal';
import { placeOf, type Place } from './place';
import { queriesIn } from './query';
import { argumentsOf, bodiesOf, isSentTo, queriesOf, urlOf } from './request';

/** An object that may be a body, and why. */
interface Candidate {
	readonly node: SyntaxNode;
	/** Constraints that it is judged for by what it holds. */
	readonly byKey: Set<Payload>;
	/** Constraints whose body it is by where it goes. */
	readonly sent: Set<Payload>;
	readonly endpoints: Set<string>;
	/** True when the request may hold more: the object is its query. */
	open: boolean;
}

/** A text of one language: the file, or a body inside it. */
export interface Source {
	readonly document: TextDocument;
	readonly language: LanguageId;
	readonly tree: SyntaxTree;
	readonly words: readonly Span[];
	readonly embedded?: Embedded;
}

/** Languages whose files are the bodies themselves: nothing adds to them. */
const data: ReadonlySet<LanguageId> = new Set<LanguageId>(['json', 'yaml']);

export function* readObjects({ document, tree, words, catalogs, parse }: ExtractContext): Generator<ObjectFact> {
	if (isTestPath(document.path)) return;
	const payloads = compilePayloads(catalogs);
	for (const embedded of embeddedAt(document, words)) {
		const inner = parse(embedded.language, embedded.text);
		if (inner === undefined) continue;
		const within = words.filter(({ start, end }) => start >= embedded.around.start && end <= embedded.around.end);
		yield* readSource({ document, language: embedded.language, tree: inner, words: within, embedded }, payloads);
		inner.dispose();
	}
	const own = tree();
	if (own !== undefined) yield* readSource({ document, language: document.language, tree: own, words }, payloads);
}

function* readSource(source: Source, payloads: Payloads): Generator<ObjectFact> {
	const { document, language, embedded } = source;
	const reader = readerFor(language);
	yield* queriesIn(source, payloads);
	for (const { node, byKey, sent, endpoints, open } of candidatesOf(source, reader, payloads).values()) {
		const found: Place | undefined = data.has(language) ? { open: false, set: new Set() } : placeOf(reader, node);
		if (found === undefined) continue;
		const place = open ? { ...found, open } : found;
		const wants = [...byKey, ...sent].map((payload) => payload.wants);
		const root = withOthers(readObject(document, reader, node, wants), place);
		const own = [...sent, ...[...byKey].filter((payload) => !sent.has(payload) && isBody(payload, root))];
		if (own.length === 0) continue;
		yield {
			kind: 'object',
			range: firstLine(document, node),
			payloads: own.map(({ id }) => id).sort(),
			endpoints: [...endpoints],
			language,
			...(embedded?.escaped === true ? { escaped: true } : {}),
			root,
		};
	}
}

/** What other code sets is present, but unknown. */
function withOthers(root: ObjectValue, { open, set }: Place): ObjectValue {
	const unknown = (range: ObjectValue['range']) => ({ kind: 'unknown', range }) as const;
	return {
		...root,
		open: root.open || open,
		pairs: [
			...root.pairs.map((pair) => (set.has(pair.key) ? { ...pair, value: unknown(pair.value.range) } : pair)),
			...[...set]
				.filter((key) => !root.pairs.some((pair) => pair.key === key))
				.map((key) => ({ key, keyRange: root.range, range: root.range, value: unknown(root.range) })),
		],
	};
}

function firstLine(document: TextDocument, { startIndex, endIndex }: SyntaxNode): ObjectFact['range'] {
	const { line } = document.positionAt(startIndex);
	const end = (document.starts[line] ?? 0) + lineText(document, line).length;
	return document.range({ start: startIndex, end: Math.min(end, endIndex) });
}

function candidatesOf(source: Source, reader: Reader, payloads: Payloads): Map<string, Candidate> {
	const { document, tree, words, embedded } = source;
	const scope = createScope(document, tree.root);
	const candidates = new Map<string, Candidate>();
	const candidate = (node: SyntaxNode): Candidate => {
		const key = `${node.startIndex} ${node.endIndex}`;
		const known = candidates.get(key);
		const made = known ?? { node, byKey: new Set(), sent: new Set(), endpoints: new Set(), open: false };
		if (known === undefined) candidates.set(key, made);
		return made;
	};
	const send = (node: SyntaxNode, url: string, method: string | undefined, word: string): boolean => {
		let isSent = false;
		for (const payload of payloads.byPathWord.get(word) ?? []) {
			for (const endpoint of payload.endpoints) {
				if (!isSentTo(endpoint, url, method)) continue;
				const { sent, endpoints } = candidate(node);
				sent.add(payload);
				endpoints.add(endpoint.text);
				isSent = true;
			}
		}
		return isSent;
	};
	const root = embedded?.url === undefined ? undefined : firstObject(reader, tree.root);
	for (const span of words) {
		const word = document.text.slice(span.start, span.end);
		if (embedded?.url !== undefined && root !== undefined) send(root, embedded.url, embedded.method, word);
		const node = tree.root.descendantForIndex(span.start, Math.max(span.start, span.end - 1));
		if (node === null) continue;
		const keyed = objectWithKey(reader, node);
		if (keyed !== undefined)
			for (const payload of payloads.byKey.get(keyed.key) ?? []) candidate(keyed.object).byKey.add(payload);
		if (embedded !== undefined) continue;
		const url = payloads.byPathWord.has(word) ? urlOf(scope, node) : undefined;
		if (url !== undefined) {
			const method = usedMethod(document, tree, span);
			for (const body of bodiesOf(scope, url.node, (object) => holds(reader, object, payloads, word)))
				send(body, url.text, method, word);
			for (const query of queriesOf(scope, url.node)) {
				if (send(query, url.text, method, word)) candidate(query).open = true;
			}
		}
		const takers = payloads.byCallWord.get(word.toLowerCase());
		if (takers !== undefined) handOver(scope, node, takers, candidate);
	}
	return candidates;
}

const firstObject = (reader: Reader, root: SyntaxNode): SyntaxNode | undefined =>
	root.namedChildren.find((child) => child !== null && isObject(reader, child)) ?? undefined;

/** Whether an object has a key that a body for an endpoint of this word may have, so that it is no set of options. */
const holds = (reader: Reader, object: SyntaxNode, payloads: Payloads, word: string): boolean =>
	reader
		.pairs(object)
		.some(
			({ key }) => key !== undefined && (payloads.byPathWord.get(word) ?? []).some(({ wants }) => wants.keys.has(key)),
		);

/** The object in which a word is a key, or the call in which it names an argument. */
function objectWithKey(reader: Reader, node: SyntaxNode): { object: SyntaxNode; key: string } | undefined {
	for (const item of [...ancestors(node)].slice(0, 4)) {
		const pair = reader.keyValue(item);
		const isKey =
			pair !== undefined && pair.keyNode.startIndex <= node.startIndex && pair.keyNode.endIndex >= node.endIndex;
		const holder = item.parent;
		if (!isKey || pair.key === undefined || holder === null) continue;
		if (isObject(reader, holder)) return { object: holder, key: pair.key };
		const call = reader.is(holder, 'arguments') ? holder.parent : null;
		return call !== null && reader.call(call) !== undefined ? { object: call, key: pair.key } : undefined;
	}
	return undefined;
}

/** `drain(node, force=True)` and `drainNode(id, { force: true })`. */
function handOver(
	scope: Scope,
	node: SyntaxNode,
	takers: readonly Payload[],
	candidate: (node: SyntaxNode) => Candidate,
): void {
	const { reader } = scope;
	for (const item of [...ancestors(node)].slice(0, 4)) {
		const call = reader.call(item);
		if (call === undefined) continue;
		if (call.nameNode.startIndex > node.startIndex || call.nameNode.endIndex < node.endIndex) return;
		for (const payload of takers) {
			if (!payload.calls.has(plainName(call.name))) continue;
			candidate(item).sent.add(payload);
			for (const object of argumentsOf(scope, call, undefined, () => true)) candidate(object).sent.add(payload);
		}
		return;
	}
}
