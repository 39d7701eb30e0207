import type { Payloads } from '../../payload/compile';
import type { TextDocument } from '../../text/document';
import type { Span } from '../../text/lines';
import type { DataValue, ObjectFact, ObjectPair } from '../object';
import type { Source } from './candidates';
import { isSentTo } from './request';

/** An address from a word to its end, with its query: `/drain?force=true`. */
const address = /^[^\s"'`<>]*?\?(?<query>[\w.~-]+=[^\s"'`<>]*)/;

/** The queries of addresses that are written out. What else the request says is unknown. */
export function* queriesIn({ document, words, embedded }: Source, payloads: Payloads): Generator<ObjectFact> {
	if (embedded !== undefined && embedded.url === undefined) return;
	const seen = new Set<number>();
	for (const word of words) {
		const candidates = payloads.byPathWord.get(document.text.slice(word.start, word.end)) ?? [];
		if (candidates.length === 0) continue;
		const start = startOf(document.text, word.start);
		if (seen.has(start)) continue;
		const match = address.exec(document.text.slice(start, start + 2000));
		const query = match?.groups?.['query'];
		if (match === null || query === undefined) continue;
		const url = match[0].slice(0, -query.length - 1).replace(/\$?\{[^{}]*\}|\$\w+/g, '{}');
		const sent = candidates.filter(({ endpoints }) => endpoints.some((item) => isSentTo(item, url, undefined)));
		if (sent.length === 0) continue;
		const span = { start: start + match[0].length - query.length, end: start + match[0].length };
		const range = document.range(span);
		const wanted = new Set(sent.flatMap(({ wants }) => [...wants.keys.keys()]));
		const pairs = pairsOf(document, span).filter(({ key }) => wanted.has(key));
		if (pairs.length === 0) continue;
		seen.add(start);
		yield {
			kind: 'object',
			range,
			payloads: sent.map(({ id }) => id).sort(),
			endpoints: [],
			language: 'json',
			root: { kind: 'object', range, open: true, pairs },
		};
	}
}

/** Where the address around a word begins. */
function startOf(text: string, word: number): number {
	let start = word;
	while (start > 0 && word - start < 500 && !/[\s"'`<>]/.test(text.charAt(start - 1))) start--;
	return start;
}

function pairsOf(document: TextDocument, { start, end }: Span): ObjectPair[] {
	const text = document.text.slice(start, end);
	return [...text.matchAll(/([\w.~-]+)=([^&#]*)/g)].map((match) => {
		const [whole, key = '', value = ''] = match;
		const from = start + match.index;
		const valueStart = from + whole.length - value.length;
		return {
			key,
			keyRange: document.range({ start: from, end: from + key.length }),
			range: document.range({ start: from, end: from + whole.length }),
			value: valueOf(value, document.range({ start: valueStart, end: valueStart + value.length })),
		};
	});
}

function valueOf(text: string, range: ObjectFact['range']): DataValue {
	if (/^(?:true|false)$/i.test(text)) return { kind: 'boolean', range, value: /^t/i.test(text) };
	if (/^-?\d+(?:\.\d+)?$/.test(text)) return { kind: 'number', range, value: Number(text) };
	return { kind: 'unknown', range };
}
