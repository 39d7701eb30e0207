/** What a key, a setting or a method of a CORS policy is about. */
export type Member = 'allowed' | 'exposed' | 'origin' | 'credentials' | 'anyHeader' | 'anyOrigin' | 'patterns';

const table: Readonly<Record<Member, string>> = {
	allowed: `allowedheaders allowheaders accesscontrolallowheaders setallowedheaders addallowedheader addallowedheaders
		addallowheaders withheaders allowedheader corsallowheaders corsallowedheaders allowedrequestheaders`,
	exposed: `exposedheaders exposeheaders accesscontrolexposeheaders setexposedheaders addexposedheader addexposeheaders
		withexposedheaders exposeheader exposedheader corsexposeheaders corsexposedheaders exposeallheaders`,
	origin: `origin origins allowedorigins alloworigins accesscontrolalloworigin accesscontrolalloworiginlist setallowedorigins
		addallowedorigin withorigins alloworigin allowedorigin corsallowedorigins corsoriginwhitelist corsorigins`,
	credentials: `credentials allowcredentials supportscredentials supportcredentials setallowcredentials corsallowcredentials
		corssupportscredentials accesscontrolallowcredentials allowedcredentials`,
	anyHeader: 'allowanyheader',
	anyOrigin: 'allowanyorigin allowallorigins corsallowallorigins corsoriginallowall sendwildcard allowall',
	patterns: `setallowedoriginpatterns addallowedoriginpattern allowedoriginpatterns alloworiginregex alloworiginfunc
		setisoriginallowed corsallowedoriginregexes allowedoriginspatterns alloworiginfn alloworiginwithcontextfunc originpatterns`,
};

const members = new Map(
	Object.entries(table).flatMap(([member, names]) =>
		names.split(/\s+/).map((name) => [name, member as Member] as const),
	),
);

export const memberOf = (name: string): Member | undefined => members.get(name.replace(/[^A-Za-z]/g, '').toLowerCase());

/** The spellings of names that are distinctive enough to start from. */
export const memberMarkers: readonly string[] = [
	...[...members.keys()].filter((name) => !/^(?:origins?|credentials|allowall|sendwildcard)$/.test(name)),
	...`allowed_headers allow_headers allowed_header cors_allow_headers cors_allowed_headers exposed_headers expose_headers
	cors_expose_headers allowed_origins allow_origins allow_origin allowed_origin cors_allowed_origins cors_origin_whitelist
	cors_allow_credentials allow_credentials supports_credentials support_credentials cors_allow_all_origins
	cors_origin_allow_all cors_origins allow_any_header allow_any_origin allowed_origin_patterns
	cors_allowed_origin_regexes`.split(/\s+/),
];
