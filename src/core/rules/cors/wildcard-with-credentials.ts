import type { CorsFramework, CorsPolicyFact } from '../../facts/cors/policy';
import { factsOf } from '../../facts/model';
import { realmOf } from '../../index/realm';
import { defineRule } from '../rule';

/** Servers that answer `*` with the page's own origin as soon as credentials are allowed. */
const reflecting: ReadonlySet<CorsFramework> = new Set<CorsFramework>(['starlette', 'flask', 'django', 'laravel']);

export const wildcardWithCredentials = defineRule({
	id: 'cors/wildcard-with-credentials',
	scope: 'file',
	severity: 'warning',
	reads: ['cors-policy'],
	docs: {
		what: 'A CORS policy allows every origin (`*`) and credentials together.',
		why: "Browsers refuse `*` on requests with cookies. Servers that answer with the page's origin instead let every site act as the person who is signed in.",
		fix: 'Name the origins that may send credentials, or allow no credentials, which the quick fix does.',
		bad: [
			{ 'server/index.js': "const cors = require('cors');\napp.use(cors({ origin: ‹'*'›, credentials: true }));\n" },
			{ 'app/main.py': 'app.add_middleware(CORSMiddleware, allow_origins=[‹"*"›], allow_credentials=True)\n' },
		],
		good: [
			{
				'server/index.js':
					"const cors = require('cors');\napp.use(cors({ origin: 'https://app.example.com', credentials: true }));\n",
			},
			{ 'server/index.js': "const cors = require('cors');\napp.use(cors({ origin: '*' }));\n" },
		],
	},
	messages: {
		refused: 'Browsers refuse `*` as origin together with credentials. Name the origins.',
		reflected: 'Every site may send requests with the cookies of the person signed in. Name the origins.',
	},
	*detect(file) {
		if (realmOf(file.path) === undefined) return;
		for (const fact of factsOf(file, 'cors-policy')) {
			const [wildcard] = fact.origins.entries;
			if (!isOpen(fact) || wildcard === undefined || fact.credentials !== true) continue;
			const reflects = reflecting.has(fact.name);
			yield {
				messageId: reflects ? 'reflected' : 'refused',
				uri: file.uri,
				range: wildcard.range,
				...(reflects ? { severity: 'information' as const } : {}),
				...(fact.credentialsRange === undefined
					? {}
					: { related: [{ uri: file.uri, range: fact.credentialsRange, message: 'Credentials are allowed here.' }] }),
			};
		}
	},
	async fix({ uri, range }, { index, document: read }) {
		const file = index.file(uri);
		const facts = file === undefined ? [] : factsOf(file, 'cors-policy');
		const value = facts.find(
			({ origins }) => origins.entries[0]?.range.start.line === range.start.line,
		)?.credentialsValue;
		const document = value === undefined ? undefined : await read(uri);
		if (document === undefined || value === undefined) return [];
		const text = document.text.slice(document.offsetAt(value.start), document.offsetAt(value.end));
		const newText = text.replace(/true/i, (word) => (word === 'True' ? 'False' : 'false'));
		return [{ title: 'Allow no credentials', safety: 'suggestion', edits: [{ uri, range: value, newText }] }];
	},
});

const isOpen = ({ origins, conditional }: CorsPolicyFact): boolean => origins.state === 'any' && conditional !== true;
