import { plainName, type Payload, type Payloads } from '../../payload/compile';
import { usedMethod } from '../../recognition/endpoint';
import type { LanguageId } from '../../syntax/languages';
import { ancestors, type SyntaxNode, type SyntaxTree } from '../../syntax/node';
import type { Reader } from '../../syntax/read';
import type { TextDocument } from '../../text/document';
import type { Span } from '../../text/lines';
import { createScope, type Scope } from '../scope';
import type { Embedded } from './embedded';
import { isObject } from './literal';
import { argumentsOf, bodiesOf, isSentTo, queriesOf, urlOf } from './request';

/** An object that may be a body, and why. */
export interface Candidate {
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

/** The objects that words of constraints lead to: as keys, by the address they are sent to, by the function that takes them. */
export function candidatesOf(source: Source, reader: Reader, payloads: Payloads): Map<string, Candidate> {
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
		const on = call.receiver === undefined ? undefined : reader.lastName(call.receiver);
		const names = [call.name, ...(on === undefined ? [] : [`${on}.${call.name}`])].map(plainName);
		for (const payload of takers) {
			if (!names.some((name) => payload.calls.has(name))) continue;
			candidate(item).sent.add(payload);
			for (const object of argumentsOf(scope, call, undefined, () => true)) candidate(object).sent.add(payload);
		}
		return;
	}
}
