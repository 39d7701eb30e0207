import { socketRouteOf } from '../../catalog/routes';
import { fillAppend } from '../../facts/socket';
import { factsOf } from '../../facts/model';
import { runsInBrowser } from '../../index/browserCode';
import { samePlace } from '../../text/lines';
import { defineRule, type TextEdit } from '../rule';

export const headersInBrowser = defineRule({
	id: 'ws/headers-in-browser',
	scope: 'workspace',
	severity: 'warning',
	reads: ['socket', 'manifest'],
	docs: {
		what: "Browser code gives headers to the browser's own `WebSocket`.",
		why: 'The constructor takes an address and protocols only. It reads the options as a protocol and throws a `SyntaxError`, or ignores them; the header never leaves the page.',
		fix: 'Put the token into the query of the address. The quick fix moves a lone bearer token there; the server must read it from the query.',
		bad: [
			{
				'src/live.ts':
					"document.title = 'Live';\nconst socket = new WebSocket(`${base}/live`, ‹{ headers: { Authorization: `Bearer ${token}` } }›);\n",
			},
		],
		good: [
			{ 'src/live.ts': "document.title = 'Live';\nconst socket = new WebSocket(`${base}/live?token=${token}`);\n" },
			{
				'src/live.ts':
					"import WebSocket from 'ws';\nconst socket = new WebSocket(`${base}/live`, { headers: { Authorization: `Bearer ${token}` } });\n",
			},
		],
	},
	messages: {
		headers:
			'A browser cannot set headers on a WebSocket, so these are never sent. Put the token into the query of the address.',
	},
	*detect({ index, catalogs, isRelevant }) {
		for (const { file, fact } of index.facts('socket')) {
			if (!fact.global || fact.headers === undefined) continue;
			if (runsInBrowser(index, file.path, fact.runtime) !== true) continue;
			const entry = fact.url === undefined ? undefined : socketRouteOf(fact.url, catalogs, isRelevant)?.entry;
			yield {
				messageId: 'headers',
				uri: file.uri,
				range: fact.headers.range,
				...(entry === undefined ? {} : { entry }),
			};
		}
	},
	async fix({ uri, range }, { index, catalogs, isRelevant, document: read }) {
		const file = index.file(uri);
		const document = await read(uri);
		const facts = file === undefined ? [] : factsOf(file, 'socket');
		const fact = facts.find(({ headers }) => headers !== undefined && samePlace(headers.range, range));
		if (document === undefined || fact?.headers?.bearer === undefined || fact.append === undefined) return [];
		const { bearer, removal } = fact.headers;
		const name =
			(fact.url === undefined ? undefined : socketRouteOf(fact.url, catalogs, isRelevant)?.route.query) ?? 'token';
		const token = document.text.slice(document.offsetAt(bearer.start), document.offsetAt(bearer.end));
		const hasQuery = fact.url?.query.includes(name) === true;
		const edits: TextEdit[] = [{ uri, range: removal, newText: '' }];
		if (!hasQuery) edits.unshift({ uri, range: fact.append.at, newText: fillAppend(fact.append, name, token) });
		return [{ title: `Move the token to \`?${name}=\``, safety: 'suggestion', edits }];
	},
});
