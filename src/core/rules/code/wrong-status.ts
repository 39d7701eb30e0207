import type { CodeFact } from '../../facts/code';
import type { CatalogSet } from '../../catalog/set';
import { factsOf } from '../../facts/model';
import { defineRule } from '../rule';

export const wrongStatus = defineRule({
	id: 'code/wrong-status',
	scope: 'file',
	severity: 'warning',
	reads: ['code'],
	docs: {
		what: 'A documented error code is raised with another HTTP status than the document gives it.',
		why: 'Clients and proxies decide by the status: a `429` is retried later, a `500` pages someone.',
		fix: 'Raise the code with its documented status. The quick fix replaces the status in the style it is written in.',
		notWhen: 'The document is out of date: change the catalogue instead.',
		bad: [
			{ 'src/a.ts': "res.status(‹500›).json({ ok: false, code: 'RENDER_STORE_FULL' });\n" },
			{ 'app/a.py': 'raise HTTPException(status_code=‹400›, detail={"code": "SCAIECHO_WEBRTC_SESSION_STATE_LOST"})\n' },
		],
		good: [
			{ 'src/a.ts': "res.status(507).json({ ok: false, code: 'RENDER_STORE_FULL' });\n" },
			{ 'src/a.ts': "res.status(status).json({ ok: false, code: 'RENDER_STORE_FULL' });\n" },
		],
	},
	messages: {
		wrong: '`{code}` is raised with {found}, but it is documented with {documented}. Raise it with {documented}.',
	},
	*detect(file, { catalogs, isRelevant }) {
		for (const fact of factsOf(file, 'code')) {
			if (fact.raised === undefined || fact.tokenKind !== 'code') continue;
			const documented = documentedStatuses(fact, catalogs, isRelevant);
			const [status] = documented;
			if (status === undefined || documented.includes(fact.raised.status) || Number.isNaN(fact.raised.status)) continue;
			yield {
				messageId: 'wrong',
				data: {
					code: fact.name,
					found: fact.raised.status,
					documented: status,
					text: fact.raised.text,
					replaceable: fact.raised.replaceable ? 1 : 0,
				},
				uri: file.uri,
				range: fact.raised.range,
				related: [{ uri: file.uri, range: fact.range, message: `\`${fact.name}\` is raised here.` }],
				entry: fact.targets[0],
			};
		}
	},
	fix({ data, uri, range }, { catalogs }) {
		const status = Number(data['documented']);
		const text = String(data['text']);
		const newText = /^\d+$/.test(text) ? String(status) : symbolLike(catalogs, status, text);
		if (newText === undefined || data['replaceable'] !== 1) return Promise.resolve([]);
		return Promise.resolve([
			{ title: `Raise \`${String(data['code'])}\` with ${status}`, safety: 'safe', edits: [{ uri, range, newText }] },
		]);
	},
});

/** Several catalogues may document one code: any of their statuses is right. A code without one is never wrong. */
function documentedStatuses(fact: CodeFact, catalogs: CatalogSet, isRelevant: (id: string) => boolean): number[] {
	const tokens = catalogs
		.byText(fact.name)
		.filter((token) => token.kind === 'code' && token.target.catalog.standard !== true);
	const relevant = tokens.filter((token) => isRelevant(token.target.catalog.id));
	const statuses = relevant.map((token) => token.status);
	return statuses.every((status) => status !== undefined) ? statuses : [];
}

function symbolLike(catalogs: CatalogSet, status: number, text: string): string | undefined {
	const colon = text.startsWith(':') ? ':' : '';
	const name = catalogs.statusNames.nameLike(status, text.slice(colon.length));
	return name === undefined ? undefined : colon + name;
}
