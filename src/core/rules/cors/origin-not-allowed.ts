import type { EnvDefinitionFact } from '../../facts/envDefinition';
import { pageOriginsOf, type PageOrigin } from '../../index/pageOrigins';
import { directoryOf } from '../../facts/manifest';
import { isBelow } from '../../index/packages';
import { realmOf } from '../../index/realm';
import { defineRule } from '../rule';

const originVariable =
	/(?:^|_)(?:ALLOWED_ORIGINS?|ALLOW_ORIGINS?|CORS_ORIGINS?|CORS_ALLOWED_ORIGINS?|CORS_ALLOW_ORIGINS?|CORS_WHITELIST)$/i;
const localOrigin = /^https?:\/\/(?:localhost|127\.0\.0\.1|\[::1\]):(\d+)\/?$/i;

export const originNotAllowed = defineRule({
	id: 'cors/origin-not-allowed',
	scope: 'workspace',
	severity: 'warning',
	reads: ['env-definition', 'page-origin', 'manifest'],
	docs: {
		what: 'The origins that a server allows are local ones, and none is where a page of the workspace is served during development.',
		why: 'The browser throws away every answer of the server, and the page looks as if the server were down.',
		fix: "Allow the page's origin. The quick fix sets it.",
		notWhen: 'The page is started on another port than its configuration says.',
		bad: [
			{
				'.env': 'ALLOWED_ORIGIN=‹http://localhost:3000›\n',
				'apps/web/package.json': '{ "name": "web" }\n',
				'apps/web/vite.config.ts': 'export default defineConfig({ server: { port: 5173 } });\n',
			},
		],
		good: [
			{
				'.env': 'ALLOWED_ORIGIN=http://localhost:5173\n',
				'apps/web/package.json': '{ "name": "web" }\n',
				'apps/web/vite.config.ts': 'export default defineConfig({ server: { port: 5173 } });\n',
			},
		],
	},
	messages: {
		differs:
			'`{name}` does not allow `{origin}`, where this page is served, so the browser drops every answer. Set it.',
	},
	*detect({ index }) {
		const origins = pageOriginsOf(index);
		if (origins.length === 0) return;
		for (const { file, fact } of index.facts('env-definition')) {
			const ports = originVariable.test(fact.name) && fact.commented !== true ? localPorts(fact) : undefined;
			const realm = ports === undefined ? undefined : realmOf(file.path);
			if (ports === undefined || realm === undefined) continue;
			const pages = pagesNear(
				origins.filter((page) => page.realm === realm),
				file.path,
			);
			const [first] = pages;
			if (first === undefined || pages.some(({ port }) => ports.includes(port))) continue;
			yield {
				messageId: 'differs',
				data: {
					name: fact.name,
					origin: `http://localhost:${first.port}`,
					single: pages.length === 1 && ports.length === 1 ? 1 : 0,
				},
				uri: file.uri,
				range: fact.value.range,
				confidence: 'inferred',
				related: pages.map(({ uri, range }) => ({ uri, range, message: 'A page is served from this port.' })),
			};
		}
	},
	fix({ data, uri, range }) {
		if (data['single'] !== 1) return Promise.resolve([]);
		const newText = String(data['origin']);
		return Promise.resolve([{ title: `Allow \`${newText}\``, safety: 'suggestion', edits: [{ uri, range, newText }] }]);
	},
});

/** The ports of a value that holds local origins and nothing else. */
function localPorts({ value }: EnvDefinitionFact): readonly number[] | undefined {
	const items = value.literal?.split(',').map((item) => item.trim()) ?? [];
	const ports = items.map((item) => Number(localOrigin.exec(item)?.[1]));
	return ports.length > 0 && ports.every((port) => Number.isInteger(port)) ? ports : undefined;
}

/** The pages in the folder of the file or below it; else those below the folder that holds the server's. */
function pagesNear(pages: readonly PageOrigin[], path: string): readonly PageOrigin[] {
	const own = directoryOf(path);
	const below = pages.filter(({ directory }) => directory !== own && isBelow(directory, own));
	if (below.length > 0 || own === '') return below;
	const parent = directoryOf(own);
	return pages.filter(({ directory }) => directory !== own && isBelow(directory, parent));
}
