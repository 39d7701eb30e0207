import { factsOf } from '../../facts/model';
import { samePlace } from '../../text/lines';
import { defineRule } from '../rule';

export const ignoredRetryAfter = defineRule({
	id: 'http/ignored-retry-after',
	scope: 'file',
	severity: 'information',
	reads: ['retry-branch'],
	docs: {
		what: 'A client tries again after a 429 without reading `Retry-After`.',
		why: 'The server says when the limit is over. A shorter wait fails again and counts against the limit, a longer one is lost time.',
		fix: 'Wait as long as the header says, and fall back to your own time without it. The quick fix puts the header before the time that is waited.',
		notWhen: 'The server sends no `Retry-After`, or a page of another origin cannot read it because it is not exposed.',
		bad: [
			{
				'src/api.ts':
					'async function send(body) {\n  const res = await fetch(url, { method: "POST", body });\n  if (‹res.status === 429›) {\n    await sleep(1000);\n    return send(body);\n  }\n  return res;\n}\n',
			},
		],
		good: [
			{
				'src/api.ts':
					'async function send(body) {\n  const res = await fetch(url, { method: "POST", body });\n  if (res.status === 429) {\n    await sleep(Number(res.headers.get("Retry-After")) * 1000 || 1000);\n    return send(body);\n  }\n  return res;\n}\n',
			},
		],
	},
	messages: {
		ignored: 'This retries after a 429 without reading `Retry-After`, which says how long to wait. Wait that long.',
	},
	*detect(file, { catalogs, isRelevant }) {
		const entry = catalogs
			.byText('Retry-After')
			.map(({ target }) => target)
			.find((target) => target.kind === 'entry' && isRelevant(target.catalog.id));
		for (const { range } of factsOf(file, 'retry-branch')) {
			yield {
				messageId: 'ignored',
				uri: file.uri,
				range,
				entry: entry?.kind === 'entry' ? `${entry.catalog.id}/${entry.entry.id}` : undefined,
			};
		}
	},
	async fix({ uri, range }, { index, document: read }) {
		const file = index.file(uri);
		const document = await read(uri);
		const fact =
			file === undefined ? undefined : factsOf(file, 'retry-branch').find((item) => samePlace(item.range, range));
		if (document === undefined || fact?.delay === undefined) return [];
		const { range: at, before, after } = fact.delay;
		const written = document.text.slice(document.offsetAt(at.start), document.offsetAt(at.end));
		return [
			{
				title: 'Wait as long as `Retry-After` says',
				safety: 'suggestion',
				edits: [{ uri, range: at, newText: before + written + after }],
			},
		];
	},
});
