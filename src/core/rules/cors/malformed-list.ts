import type { CorsFramework, ListEntry } from '../../facts/cors/policy';
import { factsOf } from '../../facts/model';
import { isHeaderName } from '../../http/headers';
import { realmOf } from '../../index/realm';
import { defineRule } from '../rule';
import { cleanNames } from './addToList';

/** Servers that join their list into one string again, so that two names in one string work by chance. */
const joining: ReadonlySet<CorsFramework> = new Set<CorsFramework>([
	'node',
	'laravel',
	'hand-written',
	'proxy',
	'config',
]);

export const malformedList = defineRule({
	id: 'cors/malformed-list',
	scope: 'file',
	severity: 'warning',
	reads: ['cors-policy', 'header-constant'],
	docs: {
		what: 'An entry of a CORS list is no header name: it holds a stray quote, or two names in one string.',
		why: 'The server compares it as a whole, no browser ever sends such a name, and the header that was meant is blocked.',
		fix: 'One name, one entry. The quick fix repairs the entry.',
		bad: [
			{
				'server/index.js':
					"const cors = require('cors');\napp.use(cors({ origin, allowedHeaders: ['Content-Type', '‹X-Tenant\"›'] }));\n",
			},
			{
				'app/main.py':
					'app.add_middleware(CORSMiddleware, allow_origins=origins, allow_headers=["Authorization", "‹X-Tenant, X-Request-Id›"])\n',
			},
		],
		good: [
			{
				'server/index.js':
					"const cors = require('cors');\napp.use(cors({ origin, allowedHeaders: ['Content-Type', 'X-Tenant'] }));\n",
			},
			{
				'server/index.js':
					"const cors = require('cors');\napp.use(cors({ origin, allowedHeaders: 'Content-Type,X-Tenant' }));\n",
			},
		],
	},
	messages: {
		stray: '`{entry}` is no header name because of a stray character, so `{name}` stays blocked. Write `{name}`.',
		several:
			'`{entry}` is one string with several names, which no request header equals. Give each name its own entry.',
	},
	*detect(file) {
		if (realmOf(file.path) === undefined) return;
		const seen = new Set<string>();
		for (const fact of factsOf(file, 'cors-policy')) {
			const lists = [fact.allowed.entries, fact.exposed.entries];
			for (const entry of lists.flatMap((entries) => (isOneString(fact.name, entries) ? [] : entries))) {
				const names = cleanNames(entry.name);
				const key = `${entry.range.start.line}:${entry.range.start.character}`;
				if (
					isHeaderName(entry.name) ||
					seen.has(key) ||
					names.length === 0 ||
					!names.every(isHeaderName) ||
					isProse(entry)
				)
					continue;
				seen.add(key);
				const several = names.length > 1;
				yield {
					messageId: several ? 'several' : 'stray',
					data: { entry: entry.name, name: names[0] ?? '', names: names.join('\n') },
					uri: file.uri,
					range: entry.range,
					...(several && joining.has(fact.name)
						? { severity: 'information' as const, confidence: 'inferred' as const }
						: {}),
				};
			}
		}
	},
	async fix({ data, uri, range }, { document: read }) {
		const names = String(data['names']).split('\n');
		const [only, ...others] = names;
		if (only === undefined) return [];
		if (others.length === 0) {
			return [{ title: `Write \`${only}\``, safety: 'suggestion', edits: [{ uri, range, newText: only }] }];
		}
		const document = await read(uri);
		if (document === undefined) return [];
		const start = document.offsetAt(range.start);
		const quote = document.text.charAt(start - 1);
		if (!/["'`]/.test(quote) || document.text.charAt(document.offsetAt(range.end)) !== quote) return [];
		const newText = names.join(`${quote}, ${quote}`);
		return [{ title: 'Give each name its own entry', safety: 'suggestion', edits: [{ uri, range, newText }] }];
	},
});

/** The whole list as one string works where the server joins its list again. */
const isOneString = (framework: CorsFramework, entries: readonly ListEntry[]): boolean =>
	joining.has(framework) && entries.length === 1 && cleanNames(entries[0]?.name ?? '').length > 1;

/** A sentence or a template is no list. */
const isProse = ({ name }: ListEntry): boolean => /[${}<>()]/.test(name) || name.split(/\s+/).length > 12;
