import { socketRouteOf, type RouteMatch } from '../../catalog/routes';
import type { CatalogSocket } from '../../catalog/model';
import { factsOf, type FileFacts } from '../../facts/model';
import type { TextFrameFact } from '../../facts/textFrame';
import { samePlace } from '../../text/lines';
import { defineRule, type RuleContext, type TextEdit } from '../rule';

export const textAudioFrames = defineRule({
	id: 'ws/text-audio-frames',
	scope: 'file',
	severity: 'warning',
	reads: ['socket', 'text-frame'],
	docs: {
		what: 'Audio is sent as base64 text over a socket that is documented to take it in binary frames.',
		why: 'The server reads text frames as control messages and drops the audio: no result ever comes.',
		fix: 'Send the bytes themselves. The quick fix takes the encoding, and JSON around it, away.',
		bad: [
			{
				'src/live.ts':
					"const socket = new WebSocket(`${base}/stream/transcribe?token=${token}`);\nsocket.send(‹chunk.toString('base64')›);\n",
			},
			{
				'live.py':
					'async with websockets.connect(f"{BASE}/stream/transcribe?token={TOKEN}") as ws:\n    await ws.send(‹base64.b64encode(chunk).decode()›)\n',
			},
		],
		good: [
			{
				'src/live.ts':
					'const socket = new WebSocket(`${base}/stream/transcribe?token=${token}`);\nsocket.send(chunk);\n',
			},
			{
				'src/other.ts':
					"const socket = new WebSocket('wss://voice.example.com/v1');\nsocket.send(chunk.toString('base64'));\n",
			},
		],
	},
	messages: {
		text: 'Audio goes to `{path}` as text, which the server takes for a control message. Send the bytes in a binary frame.',
	},
	*detect(file, context) {
		for (const frame of factsOf(file, 'text-frame')) {
			const match = routeOf(file, frame, context);
			if (match?.route.frames !== 'binary') continue;
			yield {
				messageId: 'text',
				data: { path: match.route.path },
				uri: file.uri,
				range: frame.range,
				entry: match.entry,
			};
		}
	},
	async fix({ uri, range }, { index, document: read }) {
		const file = index.file(uri);
		const document = await read(uri);
		const frame =
			file === undefined ? undefined : factsOf(file, 'text-frame').find((item) => samePlace(item.range, range));
		if (document === undefined || frame?.bytes === undefined) return [];
		const newText = document.text.slice(document.offsetAt(frame.bytes.start), document.offsetAt(frame.bytes.end));
		const edits: TextEdit[] = [{ uri, range: frame.argument, newText }];
		if (frame.method !== undefined) edits.unshift({ uri, range: frame.method.range, newText: frame.method.name });
		return [{ title: 'Send the bytes', safety: 'suggestion', edits }];
	},
});

/** The documented route of the socket that a frame goes to: the one of its name, else what all sockets of the file agree on. */
function routeOf(
	file: FileFacts,
	{ socket }: TextFrameFact,
	{ catalogs, isRelevant }: RuleContext,
): RouteMatch<CatalogSocket> | undefined {
	const sockets = factsOf(file, 'socket');
	const named = sockets.filter(({ name }) => name !== undefined && name === socket);
	const [first, ...others] = (named.length > 0 ? named : sockets).map(({ url }) =>
		url === undefined ? undefined : socketRouteOf(url, catalogs, isRelevant),
	);
	return others.every((other) => other?.route === first?.route) ? first : undefined;
}
