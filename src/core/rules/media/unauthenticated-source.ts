import { guardedRouteOf } from '../../catalog/routes';
import { factsOf } from '../../facts/model';
import { lineText } from '../../text/document';
import { samePlace } from '../../text/lines';
import { defineRule } from '../rule';

export const unauthenticatedSource = defineRule({
	id: 'media/unauthenticated-source',
	scope: 'file',
	severity: 'information',
	reads: ['media-source'],
	docs: {
		what: 'A media element loads a route that is documented to need an `Authorization` header.',
		why: 'The element sends the request itself and cannot set headers. The server answers 401 and the element plays nothing, without a word.',
		fix: 'Fetch the file with the header and give the element a blob URL. The quick fix writes that for an assignment; name your own token, and revoke the URL when it is no longer needed.',
		notWhen: 'The server also takes a cookie, or runs without a token.',
		bad: [{ 'src/list.ts': 'preview.src = ‹`${base}/api/renders/${id}/audio.wav`›;\n' }],
		good: [
			{
				'src/list.ts':
					'const res = await authFetch(`/api/renders/${id}/audio.wav`);\npreview.src = URL.createObjectURL(await res.blob());\n',
			},
		],
	},
	messages: {
		guarded:
			'`{path}` needs a token, and a media element cannot send one: it stays silent. Fetch it and play a blob URL.',
	},
	*detect(file, { catalogs, isRelevant }) {
		for (const { url, range } of factsOf(file, 'media-source')) {
			if (url.open || url.query.length > 0) continue; // a signature may stand there
			const match = guardedRouteOf(url, catalogs, isRelevant);
			if (match === undefined) continue;
			yield {
				messageId: 'guarded',
				data: { path: match.route.path.replace(/\{\w+\}/g, '…') },
				uri: file.uri,
				range,
				entry: match.entry,
			};
		}
	},
	async fix({ uri, range }, { index, document: read }) {
		const file = index.file(uri);
		const document = await read(uri);
		const fact =
			file === undefined ? undefined : factsOf(file, 'media-source').find((item) => samePlace(item.range, range));
		if (document === undefined || fact?.assignment === undefined) return [];
		const text = ({ start, end }: typeof range): string =>
			document.text.slice(document.offsetAt(start), document.offsetAt(end));
		const statement = fact.assignment.range;
		const semicolon = text(statement).endsWith(';') ? ';' : '';
		const indent = /^\s*/.exec(lineText(document, statement.start.line))?.[0] ?? '';
		const eol = document.text.includes('\r\n') ? '\r\n' : '\n';
		const inner = indent + (indent.includes('\t') || indent === '' ? '\t' : '  ');
		const newText = [
			`void fetch(${text(range)}, { headers: { Authorization: \`Bearer \${token}\` } })`,
			`${inner}.then((response) => response.blob())`,
			`${inner}.then((blob) => (${text(fact.assignment.target)} = URL.createObjectURL(blob)))${semicolon}`,
		].join(eol);
		return [
			{
				title: 'Fetch it with the token and play a blob URL',
				safety: 'suggestion',
				edits: [{ uri, range: statement, newText }],
			},
		];
	},
});
