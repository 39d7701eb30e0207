import { isFromElsewhere, isHeaderName, isVendorHeader, needsAllowance } from '../../http/headers';
import { runsInBrowser } from '../../index/browserCode';
import { sentByPages } from '../../index/corsClients';
import { corsServersOf, namesOf, type CorsServer } from '../../index/corsServers';
import { allowedBy } from '../../index/corsVerdict';
import { packagesOf } from '../../index/packages';
import { realmOf } from '../../index/realm';
import { defineRule } from '../rule';
import { addToListFix, placeOf } from './addToList';

/** What pages tell a server in a header of their own; other names are as likely those of services among themselves. */
const forPages =
	/^(?:x-)?(?:[a-z0-9]+-)?(?:tenant|org(?:ani[sz]ation)?|workspace|team|project|company|account|branch|environment|namespace|session|client|app|user|device|role|store|site|locale|lang(?:uage)?|time-?zone|currency|platform|fingerprint|nonce|idempotency|impersonate)(?:-(?:id|key|slug|name|code|version|token|domain|user|type))?$|^(?:x-)?(?:[a-z0-9]+-)?(?:csrf|xsrf)-?token$|^x-(?:api-?key|auth-token|access-token|token|refresh-token|id-token|request-integrity|captcha(?:-token|-response)?|turnstile-token|otp(?:-code)?)$|^(?:x-)?(?:[a-z0-9]+-){0,2}password$/i;
const forServices =
	/secret|internal|signature|hmac|sha\d|hash|digest|webhook|service|system|cron|machine|worker|node|cluster|forward|proxy|remote|client-?ip|registry|nuget|upstream|hop|filter/i;
/** The folders of the code that reads what services send. */
const internalPath =
	/webhook|hooks?\/|internal|cron|health|metrics|proxy|gateway|grpc|callback|github|stripe|slack|telegram|scim|saml|mcp|proto|integrations?\/|plugins?\/|providers?\/|registry\//i;

export const unlistedReadHeader = defineRule({
	id: 'cors/unlisted-read-header',
	scope: 'workspace',
	severity: 'information',
	reads: ['header-read', 'header-sent', 'header-constant', 'http-client', 'cors-policy', 'manifest'],
	docs: {
		what: 'A server reads a request header that its own list of allowed headers lacks.',
		why: 'A page of another origin can never send it: the browser blocks the request before it leaves.',
		fix: 'Add the header to the list if pages are to send it. The quick fix adds it in the style of the list.',
		notWhen: 'Only other services send the header.',
		bad: [
			{
				'server/index.js':
					"const cors = require('cors');\napp.use(cors({ origin, allowedHeaders: ['Content-Type'] }));\napp.get('/a', (req, res) => res.json(load(req.headers[‹'x-tenant-id'›])));\n",
			},
		],
		good: [
			{
				'server/index.js':
					"const cors = require('cors');\napp.use(cors({ origin, allowedHeaders: ['X-Tenant-Id'] }));\napp.get('/a', (req, res) => res.json(load(req.headers['x-tenant-id'])));\n",
			},
			{
				'server/index.js':
					"const cors = require('cors');\napp.use(cors({ origin, allowedHeaders: ['Content-Type'] }));\napp.get('/a', (req, res) => res.json(req.headers['x-forwarded-for']));\n",
			},
		],
	},
	messages: {
		unlisted:
			'This server reads `{header}`, but its allowed headers lack it: pages of other origins cannot send it. Add it if they should.',
	},
	*detect({ index }) {
		const servers = corsServersOf(index);
		const sent = new Set(sentByPages(index).map(({ name }) => name.toLowerCase()));
		const reported = new Set<string>();
		for (const { file, fact } of index.facts('header-read')) {
			const realm = realmOf(file.path);
			if (fact.side !== 'request' || realm === undefined || internalPath.test(file.path)) continue;
			if (runsInBrowser(index, file.path, fact.runtime) === true) continue;
			const [name, another] = fact.constant === true ? namesOf(index, fact.name, file.uri) : [fact.name];
			if (name === undefined || another !== undefined || !isForPages(name) || sent.has(name.toLowerCase())) continue;
			const server = ownServer(servers, realm, packagesOf(index).of(file.path)?.directory ?? realm);
			const [policy] = server === undefined ? [] : allowedBy(server, name).lacking;
			const key = `${server?.directory ?? ''} ${name.toLowerCase()}`;
			if (policy === undefined || policy.fact.scope === 'route' || reported.has(key)) continue;
			reported.add(key);
			yield {
				messageId: 'unlisted',
				data: { header: name, list: placeOf(policy) },
				uri: file.uri,
				range: fact.range,
				confidence: 'inferred',
				related: [{ uri: policy.uri, range: policy.range, message: `This list lacks \`${name}\`.` }],
			};
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

const isForPages = (name: string): boolean =>
	isHeaderName(name) &&
	needsAllowance(name) &&
	!isFromElsewhere(name) &&
	!isVendorHeader(name) &&
	forPages.test(name) &&
	!forServices.test(name);

const ownServer = (servers: readonly CorsServer[], realm: string, directory: string): CorsServer | undefined =>
	servers.find((server) => server.realm === realm && server.directory === directory);
