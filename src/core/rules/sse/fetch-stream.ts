import { runsInBrowser } from '../../index/browserCode';
import { factsOf } from '../../facts/model';
import { lineText, type TextDocument } from '../../text/document';
import { samePlace } from '../../text/lines';
import type { StreamRewrite } from '../../facts/streams/rewrite';
import type { Range } from 'vscode-languageserver-types';
import { defineRule } from '../rule';

export const fetchStream = defineRule({
	id: 'sse/fetch-stream',
	scope: 'workspace',
	severity: 'information',
	reads: ['stream-read', 'manifest'],
	docs: {
		what: 'Browser code reads an event stream with `fetch`.',
		why: 'Nothing reconnects when the connection drops, and the lines must be put together from chunks by hand. `EventSource` does both.',
		fix: 'Use `EventSource`. The quick fix rewrites a plain GET whose loop only hands the data on.',
		notWhen:
			'The request needs a header or a body, which `EventSource` cannot send, and the code reconnects by itself.',
		bad: [
			{
				'src/log.js':
					"async function follow(id) {\n  const response = await ‹fetch›(`/api/logs/${id}`, { headers: { Accept: 'text/event-stream' } });\n  document.title = response.status;\n}\n",
			},
		],
		good: [
			{ 'src/log.js': "const source = new EventSource(`/api/logs/${id}`);\ndocument.title = 'Log';\n" },
			{ 'src/log.js': "const response = await fetch('/api/logs');\ndocument.title = await response.text();\n" },
		],
	},
	messages: {
		get: '`fetch` does not reconnect when this event stream drops. Use `EventSource`, which does.',
		headers:
			'`fetch` does not reconnect when this event stream drops. `EventSource` does, where a cookie or the query can replace the headers.',
	},
	*detect({ index }) {
		for (const { file, fact } of index.facts('stream-read')) {
			const isPage = runsInBrowser(index, file.path, fact.runtime);
			// Only a page can ask for an address without a host.
			const isRelative = fact.url?.rooted === true && fact.url.host === undefined;
			if (isPage === false || (isPage === undefined && !isRelative)) continue;
			yield {
				messageId: fact.request,
				uri: file.uri,
				range: fact.range,
			};
		}
	},
	async fix({ uri, range }, { index, document: read }) {
		const file = index.file(uri);
		const document = await read(uri);
		const fact =
			file === undefined ? undefined : factsOf(file, 'stream-read').find((item) => samePlace(item.range, range));
		if (document === undefined || fact?.rewrite === undefined) return [];
		const { rewrite } = fact;
		const newText = rewritten(document, rewrite);
		return [
			{ title: 'Read it with `EventSource`', safety: 'suggestion', edits: [{ uri, range: rewrite.range, newText }] },
		];
	},
});

function rewritten(document: TextDocument, { range, url, handler, data }: StreamRewrite): string {
	const text = ({ start, end }: Range): string => document.text.slice(document.offsetAt(start), document.offsetAt(end));
	const first = lineText(document, range.start.line);
	const indent = first.slice(0, range.start.character);
	const semicolon = /;\s*$/.test(first) || text(range).includes(';\n') || text(range).includes(';\r\n') ? ';' : '';
	const quote = text(range).includes('"') && !text(range).includes("'") ? '"' : "'";
	const base = document.offsetAt(handler.start);
	let body = text(handler);
	for (const part of [...data].reverse()) {
		body =
			body.slice(0, document.offsetAt(part.start) - base) + 'data' + body.slice(document.offsetAt(part.end) - base);
	}
	const eol = document.text.includes('\r\n') ? '\r\n' : '\n';
	return [
		`const source = new EventSource(${text(url)})${semicolon}`,
		`${indent}source.addEventListener(${quote}message${quote}, ({ data }) => ${body})${semicolon}`,
	].join(eol);
}
