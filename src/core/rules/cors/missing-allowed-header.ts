import { isFromProxy, needsAllowance } from '../../http/headers';
import { sentByPages, type ClientHeader } from '../../index/corsClients';
import type { CorsServer, ResolvedPolicy } from '../../index/corsServers';
import { allowedBy } from '../../index/corsVerdict';
import { defineRule, type Report } from '../rule';
import { addToListFix, placeOf } from './addToList';

export const missingAllowedHeader = defineRule({
	id: 'cors/missing-allowed-header',
	scope: 'workspace',
	severity: 'warning',
	reads: ['header-sent', 'header-read', 'header-constant', 'http-client', 'cors-policy', 'manifest'],
	docs: {
		what: 'Code of a page sends a request header that the explicit list of allowed headers of the server lacks.',
		why: 'The browser asks the server first, the server does not name the header, and the real request never leaves the page.',
		fix: 'Add the header to the list, in the same change that sends it. The quick fix adds it in the style of the list.',
		notWhen: 'The request goes to another server than the one whose list is shown.',
		bad: [
			{
				'web/src/api.ts':
					"export const list = () => fetch(`${import.meta.env.VITE_API_URL}/jobs`, { headers: { ‹'X-Tenant'›: tenant } });\n",
				'server/index.js':
					"const cors = require('cors');\napp.use(cors({ origin, allowedHeaders: ['Content-Type', 'Authorization'] }));\n",
			},
		],
		good: [
			{
				'web/src/api.ts':
					"export const list = () => fetch(`${import.meta.env.VITE_API_URL}/jobs`, { headers: { 'X-Tenant': tenant } });\n",
				'server/index.js':
					"const cors = require('cors');\napp.use(cors({ origin, allowedHeaders: ['Content-Type', 'x-tenant'] }));\n",
			},
			{
				'web/src/api.ts': "export const list = () => fetch('/jobs', { headers: { 'X-Tenant': tenant } });\n",
				'server/index.js':
					"const cors = require('cors');\napp.use(cors({ origin, allowedHeaders: ['Content-Type'] }));\n",
			},
		],
	},
	messages: {
		missing:
			'`{header}` is not in the allowed headers of `{server}`, so the browser blocks the request. Add it to the list.',
	},
	*detect({ index }) {
		const reported = new Set<string>();
		for (const header of sentByPages(index)) {
			const key = `${header.uri} ${header.name.toLowerCase()}`;
			if (!needsAllowance(header.name) || isFromProxy(header.name) || reported.has(key)) continue;
			const lacking = lackingEverywhere(header.servers, header.name);
			if (lacking === undefined) continue;
			reported.add(key);
			yield report(header, lacking);
		}
	},
	fix(finding, { index }) {
		return Promise.resolve(
			addToListFix(
				finding,
				index,
				({ allowed }) => allowed,
				(name) => `Add \`${name}\` to the allowed headers`,
			),
		);
	},
});

/** The lists that lack a header, when no server that the page may reach grants it. */
export function lackingEverywhere(servers: readonly CorsServer[], name: string): readonly ResolvedPolicy[] | undefined {
	const verdicts = servers.map((server) => allowedBy(server, name));
	if (verdicts.length === 0 || verdicts.some(({ granted }) => granted)) return undefined;
	return verdicts.flatMap(({ lacking }) => lacking);
}

function report({ name, uri, range, servers }: ClientHeader, lacking: readonly ResolvedPolicy[]): Report {
	const [first] = lacking;
	return {
		messageId: 'missing',
		data: { header: name, server: first?.path ?? '', list: first === undefined ? '' : placeOf(first) },
		uri,
		range,
		confidence: servers.length === 1 ? 'certain' : 'inferred',
		related: lacking.map((policy) => ({
			uri: policy.uri,
			range: policy.range,
			message: `This list lacks \`${name}\`.`,
		})),
	};
}
