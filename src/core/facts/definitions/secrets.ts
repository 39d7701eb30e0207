import type { CatalogSet } from '../../catalog/set';

const secretWords =
	/(?:^|_)(?:SECRETS?|TOKENS?|PASS|PASSWORD|PASSWD|PASSPHRASE|PASSCODE|PWD|PW|KEY|KEYS|APIKEY|APIKEYS|PRIVATE|CREDENTIALS?|CREDS|AUTH|SALT|PEPPER|CERT|DSN|COOKIE|SIGNATURE|SIGNING|JWT|JWK|WEBHOOK|LICENSE|PIN|OTP|SEED|MNEMONIC|PAT|BEARER|ENCRYPTION|HASH|NONCE|SAS|KUBECONFIG|MASTER)(?:_|\d|$)/;
const secretEnd =
	/(?:SECRET|TOKEN|PASSWORD|PASSWD|APIKEY|ACCESSKEY|SECRETKEY|PRIVATEKEY|CONNECTIONSTRING|CONNECTION_STRING)(?:_?\d+)?$/;
/** What a name says that mentions a secret and holds none: `TOKEN_TTL_SECONDS`, `AUTH_URL`, `PRIMARY_KEY_TYPE`. */
const plainEnd =
	/(?:_|^)(?:TTL|EXPIRE[SD]?|EXPIRATION|EXPIRY|EXPIRES_IN|LIFETIME|DURATION|TIMEOUT|SECONDS?|SECS?|MS|MINUTES?|MINS?|HOURS?|DAYS?|LIMIT|LENGTH|SIZE|COUNT|ROUNDS|ENABLED?|DISABLED?|HOST|HOSTNAME|PORT|FILE|PATH|DIR|ISSUER|AUDIENCE|ALG|ALGORITHM|HEADER|PREFIX|REGION|BUCKET|EMAIL|DOMAIN|TYPE|MODE|METHOD|PROVIDER|STRATEGY|BACKEND|REQUIRED|POLICY|SAMESITE|SECURE)$/;

/** `dbPassword`, `db-password` and `Db__Password` as `DB_PASSWORD`. */
const normalised = (name: string): string =>
	name
		.replace(/([a-z0-9])([A-Z])/g, '$1_$2')
		.replace(/[.\-:]+|_{2,}/g, '_')
		.toUpperCase();

/** Whether a name says that its value must not be shown. When in doubt, yes. */
export function isSecretName(name: string): boolean {
	const plain = normalised(name);
	if (plainEnd.test(plain)) return false;
	return secretWords.test(plain) || secretEnd.test(plain);
}

/** Whether a variable's value must not be shown: its catalogue says so, or its name. */
export function isSecret(catalogs: CatalogSet, name: string): boolean {
	const documented = catalogs.variables(name);
	return documented.some(({ variable }) => variable.secret === true) || isSecretName(name);
}

const placeholderWords =
	/(?:change[-_ ]?(?:me|this|it)|changeit|replace|your|put[-_ ]|insert|enter[-_ ]|fill|add[-_ ]|example|sample|dummy|fake|mock|placeholder|template|todo|fixme|secret|passw(?:or)?d|passphrase|default|insecure|unsafe|testing|test|demo|devel|local|my[-_]|some[-_]|super|random|generate|openssl|xxx|\*\*\*|\.\.\.|…|1234|abcd|qwert|0000|deadbeef|foobar|lorem|required|optional|none|null|undefined|here)/i;

/** A value that nobody would take for a real one: `change-me`, `<your key>`, `sk-xxxx`. */
export function isPlaceholder(value: string): boolean {
	return value === '' || /^[<[{(%].*[>\]})%]$/.test(value) || /^(.)\1*$/.test(value) || placeholderWords.test(value);
}

/** Credentials that their form gives away. */
const knownForms =
	/^(?:(?:AKIA|ASIA)[0-9A-Z]{16}|gh[pousr]_[A-Za-z0-9]{36,}|github_pat_\w{40,}|glpat-[\w-]{20,}|[sr]k_live_[A-Za-z0-9]{20,}|sk-(?:ant-|proj-)?[\w-]{32,}|xox[abprs]-[\w-]{20,}|AIza[\w-]{35}|SG\.[\w-]{20,}\.[\w-]{20,}|npm_[A-Za-z0-9]{36}|pypi-[\w-]{50,}|dop_v1_[a-f0-9]{64}|hf_[A-Za-z0-9]{30,}|shpat_[a-f0-9]{32}|eyJ[\w-]{10,}\.eyJ[\w-]{10,}\.[\w-]{10,}|-----BEGIN (?:[A-Z]+ )*PRIVATE KEY-----[\s\S]{100,})/;

/** `known`: the form of a provider's credential. `random`: a long random string behind a secret's name. */
export function credentialKind(name: string, value: string): 'known' | 'random' | undefined {
	if (knownForms.test(value) && !/example|xxxx|1234567|your|placeholder|dummy|fake/i.test(value.slice(0, 200)))
		return 'known';
	if (!isSecretName(name) || isPlaceholder(value)) return undefined;
	return isRandom(value) ? 'random' : undefined;
}

/** Twenty characters and more of what a generator makes. */
export function isRandom(value: string): boolean {
	if (value.length < 20 || /\s|:\/\//.test(value)) return false;
	if (!/^[A-Za-z0-9+/=_.-]+$/.test(value)) return false;
	const classes = [/[a-z]/, /[A-Z]/, /\d/].filter((pattern) => pattern.test(value)).length;
	const isHex = /^[0-9a-f]+$/i.test(value);
	if (classes < (isHex ? 2 : 3)) return false;
	return (
		new Set(value.toLowerCase()).size >= (isHex ? 8 : 12) &&
		!/[A-Za-z]{9,}/.test(isHex ? '' : value.replace(/[A-Z][a-z]+/g, ''))
	);
}
