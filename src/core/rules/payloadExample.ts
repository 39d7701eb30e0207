import { readObject } from '../facts/objects/literal';
import { isBody, type Payload } from '../payload/compile';
import { judge } from '../payload/judge';
import { parseJson } from '../syntax/json';
import { readerFor } from '../syntax/read';
import { createDocument } from '../text/document';
import { rangeAt, lineStarts, offsetAt } from '../text/lines';
import type { Example } from './rule';

/** A body of a catalogue as an example file: JSON, or a request when only its endpoint shows what it is. */
export function exampleOf(payload: Payload, body: unknown, isBad: boolean): Example {
	const json = JSON.stringify(body, undefined, 2);
	const [endpoint] = payload.endpoints;
	const root = read(payload, json);
	if (endpoint === undefined || root === undefined || isBody(payload, root))
		return { 'body.json': `${isBad ? marked(payload, json) : json}\n` };
	const text = `${endpoint.text.replace(/\{[^}]*\}/g, '7f3a')}\nContent-Type: application/json\n\n`;
	return { 'request.http': `${text}${isBad ? marked(payload, json) : json}\n` };
}

function read(payload: Payload, json: string) {
	const document = createDocument({ uri: 'example', path: 'body.json', text: json });
	const reader = readerFor('json');
	const object = parseJson(json)?.root.namedChildren[0];
	return object === null || object === undefined ? undefined : readObject(document, reader, object, [payload.wants]);
}

/** The body with `‹›` around what is reported. */
function marked(payload: Payload, json: string): string {
	const root = read(payload, json);
	if (root === undefined) return json;
	const starts = lineStarts(json);
	const range = rangeAt(starts, { start: 0, end: json.indexOf('\n') < 0 ? json.length : json.indexOf('\n') });
	const fact = { kind: 'object', range, payloads: [payload.id], endpoints: [], language: 'json', root } as const;
	const offsets = judge(payload, fact)
		.map((verdict) => ({
			start: offsetAt(starts, verdict.range.start, json.length),
			end: offsetAt(starts, verdict.range.end, json.length),
		}))
		.sort((a, b) => b.start - a.start);
	return offsets.reduce(
		(text, { start, end }) => `${text.slice(0, start)}‹${text.slice(start, end)}›${text.slice(end)}`,
		json,
	);
}
