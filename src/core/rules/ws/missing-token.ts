import { socketRouteOf } from '../../catalog/routes';
import { fillAppend } from '../../facts/socket';
import { factsOf } from '../../facts/model';
import { samePlace } from '../../text/lines';
import { defineRule, type FixContext } from '../rule';

export const missingToken = defineRule({
	id: 'ws/missing-token',
	scope: 'file',
	severity: 'warning',
	reads: ['socket'],
	docs: {
		what: 'A WebSocket is opened to a route that is documented to need a token, with none in the address and no header.',
		why: 'The server accepts the connection and closes it at once; a browser shows only the close code.',
		fix: 'Put the token into the query of the address. The quick fix adds it the way the address is written; name your own token.',
		notWhen: 'A proxy in front of the server adds the token.',
		bad: [
			{ 'src/live.ts': 'const socket = new WebSocket(‹`${base}/stream/transcribe`›);\n' },
			{ 'live.py': 'async with websockets.connect(‹f"ws://{HOST}/stream/transcribe"›) as socket:\n    pass\n' },
		],
		good: [
			{ 'src/live.ts': 'const socket = new WebSocket(`${base}/stream/transcribe?token=${token}`);\n' },
			{
				'live.py': 'socket = await websockets.connect(URL, additional_headers={"Authorization": f"Bearer {token}"})\n',
			},
		],
	},
	messages: {
		missing: '`{path}` needs a token, and this address has none: the server closes the connection. Add `?{query}=…`.',
	},
	*detect(file, { catalogs, isRelevant }) {
		for (const fact of factsOf(file, 'socket')) {
			if (!fact.bare || fact.url === undefined || fact.url.open) continue;
			const match = socketRouteOf(fact.url, catalogs, isRelevant);
			const query = match?.route.query;
			if (match === undefined || query === undefined || fact.url.query.includes(query)) continue;
			yield {
				messageId: 'missing',
				data: { path: match.route.path, query },
				uri: file.uri,
				range: fact.range,
				entry: match.entry,
			};
		}
	},
	async fix({ uri, range, data }, context) {
		const file = context.index.file(uri);
		const facts = file === undefined ? [] : factsOf(file, 'socket');
		const fact = facts.find((item) => samePlace(item.range, range));
		if (fact?.append === undefined) return [];
		const query = String(data['query']);
		const text = (await context.document(uri))?.text ?? '';
		const newText = fillAppend(fact.append, query, tokenIn(text, context));
		return [
			{
				title: `Add \`${query}\` to the address`,
				safety: 'suggestion',
				edits: [{ uri, range: fact.append.at, newText }],
			},
		];
	},
});

/** How the workspace's other sockets name the token, where the file can; else what the file calls one, else `token`. */
function tokenIn(text: string, { index }: FixContext): string {
	for (const { fact } of index.facts('socket')) {
		const root = fact.tokenFrom?.split('.')[0];
		if (
			fact.tokenFrom !== undefined &&
			root !== undefined &&
			new RegExp(`(?<![\\w$.])${root.replace(/\$/g, '\\$')}(?![\\w$])`).test(text)
		)
			return fact.tokenFrom;
	}
	return /\b(?:access_?token|auth_?token|api_?key|jwt|token)\b(?=\s*[,:)=])/i.exec(text)?.[0] ?? 'token';
}
