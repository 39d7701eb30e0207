import * as v from 'valibot';
import { described, entryReference, id, list, scalar, text, texts } from './fields';
import { payload } from './payloadModel';
import { guardedRoute, socketRoute, streamRoute } from './routeModel';

export { severities, type Severity } from './fields';
export type { CatalogPayload, PayloadCondition, PayloadEdit, PayloadFix } from './payloadModel';
export type { CatalogGuardedRoute, CatalogSocket, CatalogStream } from './routeModel';

/**
 * The one model of a catalogue: types, validator and JSON schema all come from here.
 *
 * Catalogues are data. They hold facts (codes, names, limits) and short sentences in our own words; nothing in them runs.
 */

/** What a token is, which decides the contexts in which it is recognised. See {@link genericByDefault}. */
export const tokenKinds = [
	'code',
	'http',
	'ws',
	'grpc',
	'sqlstate',
	'env',
	'setting',
	'permission',
	'state',
	'value',
	'endpoint',
	'field',
	'header',
	'log',
	'file',
	'package',
	'command',
	'symbol',
	'phrase',
] as const;
export type TokenKind = (typeof tokenKinds)[number];

/** Kinds whose tokens mean something only in a fitting context and in a workspace that the catalogue is relevant to. */
export const genericByDefault: ReadonlySet<TokenKind> = new Set<TokenKind>([
	'http',
	'ws',
	'grpc',
	'sqlstate',
	'state',
	'value',
	'endpoint',
	'field',
	'header',
	'package',
	'command',
	'symbol',
	'phrase',
]);

const token = v.strictObject({
	kind: described(v.picklist(tokenKinds), 'What the token is; decides the contexts in which it is recognised.'),
	token: text('The token as people write it: `RENDER_STORE_FULL`, `4401`, `POST /transcribe`, `scaiecho:diarize`.'),
	generic: v.optional(
		described(
			v.boolean(),
			'True when the token means something only in a fitting context and in a relevant workspace. The default depends on the kind.',
		),
	),
	status: v.optional(
		described(
			v.pipe(v.number(), v.integer(), v.minValue(100), v.maxValue(599)),
			'For a `code`: the HTTP status it is documented with.',
		),
	),
	name: v.optional(text('The registered name: `Too Many Requests`, `unique_violation`.')),
	near: v.optional(
		texts(
			'At least one of these words must occur in the same file for the token to be recognised there. For bare numbers and common words.',
		),
	),
});
export type CatalogToken = v.InferOutput<typeof token>;

const cause = v.strictObject({
	cause: text('What is wrong, in one sentence.'),
	do: texts('What to do about this cause, a sentence each. Empty when knowing the cause is enough.'),
});

const link = v.strictObject({
	title: text('What the link leads to.'),
	url: described(v.pipe(v.string(), v.regex(/^https?:\/\//, 'must be an http or https address')), 'Address.'),
});

const fact = v.strictObject({ name: text('What the fact is about.'), value: text('The fact.') });

const entry = v.strictObject({
	id: id('Unique in its catalogue and never used again.'),
	title: text('What it is, in a few words; the first line of the hover.'),
	match: described(v.pipe(v.array(token), v.readonly()), 'The tokens that lead here.'),
	symptom: v.optional(text('What people see.')),
	causes: list(cause, 'The documented causes in order, each with its remedy.'),
	next: v.optional(text('The next step whichever the cause is.')),
	facts: v.optional(list(fact, 'Limits, defaults and rules worth knowing.')),
	links: v.optional(list(link, 'Where to read on.')),
	related: v.optional(
		list(entryReference('An entry id, `catalog/entry` for another catalogue.'), 'Entries that people read next.'),
	),
	since: v.optional(text('The version that brought it.')),
	retired: v.optional(text('Why the entry no longer applies. It stays, so that its id is never used again.')),
});
export type CatalogEntry = v.InferOutput<typeof entry>;

const variable = v.strictObject({
	name: text('The name as it stands in an env file or in the settings.'),
	aliases: v.optional(texts('Other names of the same variable.')),
	kind: v.optional(
		described(v.picklist(['env', 'setting']), 'Environment variable (default) or key of a settings file.'),
	),
	generic: v.optional(
		described(v.boolean(), 'True when the name is common: recognised only in a relevant workspace. Default false.'),
	),
	summary: text('What it does, in one sentence; also the comment that a fix writes beside it.'),
	type: described(
		v.picklist(['string', 'integer', 'number', 'boolean', 'enum', 'url', 'origin', 'port', 'path', 'list']),
		'The type of its value.',
	),
	default: v.optional(described(scalar, 'The documented default.')),
	unit: v.optional(text('The unit of its value: `MB`, `ms`, `days`, `requests per minute`.')),
	min: v.optional(described(v.number(), 'Smallest allowed value.')),
	max: v.optional(described(v.number(), 'Largest allowed value.')),
	enum: v.optional(texts('The allowed values.')),
	minLength: v.optional(described(v.pipe(v.number(), v.integer()), 'Fewest characters allowed.')),
	pattern: v.optional(text('A regular expression (RE2 syntax) that the whole value must match.')),
	secret: v.optional(described(v.boolean(), 'True when the value must never be shown.')),
	required: v.optional(
		described(v.picklist(['always', 'production']), 'When the variable must be set. Absent: optional.'),
	),
	explicit: v.optional(described(v.boolean(), 'True when code must not fall back to a built-in value in its absence.')),
	atMost: v.optional(text('The name of a variable whose value this one must not exceed.')),
	path: v.optional(described(v.picklist(['file', 'directory']), 'What the path must lead to.')),
	services: v.optional(texts('Ids of the services that read it.')),
	mustMatch: v.optional(described(v.boolean(), 'True when every service of `services` must hold the same value.')),
	triggers: v.optional(texts('The error codes that its limit raises.')),
	entry: v.optional(entryReference('The entry that explains it.')),
});
export type CatalogVariable = v.InferOutput<typeof variable>;

const permission = v.strictObject({
	key: text('The permission key.'),
	grants: text('What it allows, in one sentence.'),
	entry: v.optional(entryReference('The entry that explains its absence.')),
});
export type CatalogPermission = v.InferOutput<typeof permission>;

const service = v.strictObject({
	id: id('The id that variables name.'),
	names: texts('Package names, folder names or compose services by which the service is found.'),
	python: v.optional(
		described(
			v.strictObject({
				version: described(
					v.pipe(v.string(), v.regex(/^\d+\.\d+$/, 'must be two numbers, as `3.13`')),
					'Major and minor.',
				),
				entry: v.optional(entryReference('The entry that explains it.')),
			}),
			'The version of Python that the service is pinned to.',
		),
	),
});
export type CatalogService = v.InferOutput<typeof service>;

const install = v.strictObject({
	packages: texts('Names of Python packages, which are also their modules. All of them are needed.'),
	endpoint: v.optional(texts('Routes whose handlers need them: `POST /sessions/{id}/offer`.')),
	entry: v.optional(entryReference('The entry that explains their absence.')),
});
export type CatalogInstall = v.InferOutput<typeof install>;

export const catalogSchema = v.strictObject({
	$schema: v.optional(v.string()),
	id: id('Unique among the catalogues of a workspace.'),
	title: text('The name people know it by.'),
	standard: v.optional(
		described(
			v.boolean(),
			'True for published standards: relevant everywhere, silent on a token that another catalogue explains.',
		),
	),
	source: described(
		v.strictObject({
			title: text('The title of the document.'),
			revision: v.optional(text('Its revision or date.')),
			url: v.optional(v.pipe(v.string(), v.regex(/^https?:\/\//, 'must be an http or https address'))),
		}),
		'The document that the facts come from.',
	),
	relevance: v.optional(
		described(
			v.strictObject({
				files: v.optional(texts('Globs of files that only such a workspace has.')),
				dependencies: v.optional(texts('Packages that only such a workspace depends on.')),
				packages: v.optional(texts('Names of packages, folders or services of the system itself.')),
			}),
			'Evidence, beside its specific tokens, that a workspace has to do with this catalogue.',
		),
	),
	services: v.optional(list(service, 'The services of the system.')),
	entries: list(entry, 'One for each documented problem.'),
	variables: v.optional(list(variable, 'Environment variables and settings.')),
	permissions: v.optional(list(permission, 'Permission keys.')),
	sockets: v.optional(list(socketRoute, 'WebSocket routes and what they ask of clients.')),
	streams: v.optional(list(streamRoute, 'Routes that answer with `text/event-stream`.')),
	guarded: v.optional(
		list(guardedRoute, 'Routes that need an `Authorization` header, which a media element cannot send.'),
	),
	installs: v.optional(list(install, 'Packages that code of the system needs and deployments forget.')),
	payloads: v.optional(list(payload, 'Constraints on request bodies and other object literals.')),
});
export type Catalog = v.InferOutput<typeof catalogSchema>;
