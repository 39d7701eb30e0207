import { factsOf } from '../../facts/model';
import { lineText } from '../../text/document';
import { samePlace } from '../../text/lines';
import { defineRule } from '../rule';

export const teardownAfterAwait = defineRule({
	id: 'media/teardown-after-await',
	scope: 'workspace',
	severity: 'warning',
	reads: ['teardown-order', 'network-function'],
	docs: {
		what: 'A request that ends a session is waited for before the tracks are stopped or the room is left.',
		why: 'While the request hangs, and when it fails, the camera stays on and the room stays joined.',
		fix: 'Stop the tracks and disconnect first, then tell the server. The quick fix moves the request below the teardown.',
		notWhen: 'The server must hear of the end while the media still flow, and the request has a timeout.',
		bad: [
			{
				'src/call.ts':
					"async function leave(stream: MediaStream) {\n  ‹await fetch('/calls/stop', { method: 'POST' })›;\n  stream.getTracks().forEach((track) => track.stop());\n}\n",
			},
		],
		good: [
			{
				'src/call.ts':
					"async function leave(stream: MediaStream) {\n  stream.getTracks().forEach((track) => track.stop());\n  await fetch('/calls/stop', { method: 'POST' });\n}\n",
			},
		],
	},
	messages: {
		order: 'The camera stays on while this request hangs. Stop the tracks and leave the room first, then wait for it.',
	},
	*detect({ index, catalogs, isRelevant }) {
		const known = new Set([...index.facts('network-function')].map(({ fact }) => fact.name));
		const entry = 'interview-platform/camera-light';
		const explains = isRelevant('interview-platform') && catalogs.target(entry) !== undefined;
		for (const { file, fact } of index.facts('teardown-order')) {
			if (fact.imported !== undefined && !known.has(fact.imported)) continue;
			yield {
				messageId: 'order',
				uri: file.uri,
				range: fact.range,
				related: [{ uri: file.uri, range: fact.teardown, message: 'The teardown starts here.' }],
				entry: explains ? entry : undefined,
			};
		}
	},
	async fix({ uri, range }, { index, document: read }) {
		const file = index.file(uri);
		const document = await read(uri);
		const fact =
			file === undefined ? undefined : factsOf(file, 'teardown-order').find((item) => samePlace(item.range, range));
		if (document === undefined || fact?.move === undefined) return [];
		const { statement, lines, after } = fact.move;
		const indent = lineText(document, statement.start.line).slice(0, statement.start.character);
		const text = document.text.slice(document.offsetAt(statement.start), document.offsetAt(statement.end));
		const eol = document.text.includes('\r\n') ? '\r\n' : '\n';
		return [
			{
				title: 'Move the request below the teardown',
				safety: 'suggestion',
				edits: [
					{ uri, range: lines, newText: '' },
					{ uri, range: after, newText: eol + indent + text },
				],
			},
		];
	},
});
