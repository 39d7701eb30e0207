import { misspelled } from './code/misspelled';
import { wrongStatus } from './code/wrong-status';
import { malformedList } from './cors/malformed-list';
import { missingAllowedHeader } from './cors/missing-allowed-header';
import { missingExposedHeader } from './cors/missing-exposed-header';
import { originNotAllowed } from './cors/origin-not-allowed';
import { unlistedReadHeader } from './cors/unlisted-read-header';
import { wildcardWithCredentials } from './cors/wildcard-with-credentials';
import { clientExposedSecret } from './env/client-exposed-secret';
import { derivedFile } from './env/derived-file';
import { duplicateKey } from './env/duplicate-key';
import { hardcodedFallback } from './env/hardcoded-fallback';
import { missingFromEnv } from './env/missing-from-env';
import { missingFromExample } from './env/missing-from-example';
import { misspelledVariable } from './env/misspelled';
import { mustMatch } from './env/must-match';
import { optionalMissingFromExample } from './env/optional-missing-from-example';
import { pathMissing } from './env/path-missing';
import { requiredInProduction } from './env/required-in-production';
import { secretInExample } from './env/secret-in-example';
import { shadowedValue } from './env/shadowed-value';
import { syntax } from './env/syntax';
import { tooShort } from './env/too-short';
import { twoLoaders } from './env/two-loaders';
import { unusedInExample } from './env/unused-in-example';
import { valueOutOfRange } from './env/value-out-of-range';
import { ignoredRetryAfter } from './http/ignored-retry-after';
import { unusedIgnore } from './ignore/unused';
import { cloneNotStopped } from './media/clone-not-stopped';
import { teardownAfterAwait } from './media/teardown-after-await';
import { unauthenticatedSource } from './media/unauthenticated-source';
import { optionalDependency } from './python/optional-dependency';
import { pinnedVersion } from './python/pinned-version';
import { inlineLargeFile } from './scaibunker/inline-large-file';
import { mediaTypeMismatch } from './scaiecho/media-type-mismatch';
import { staleCacheTable } from './scaimind/stale-cache-table';
import { tlsWithoutCerts } from './scaimind/tls-without-certs';
import { reactiveReturnType } from './spring/reactive-return-type';
import { validateWithoutMigrations } from './spring/validate-without-migrations';
import { fetchStream } from './sse/fetch-stream';
import { proxyBuffering } from './sse/proxy-buffering';
import { proxyReadTimeout } from './sse/proxy-read-timeout';
import { watchMode } from './test/watch-mode';
import { headersInBrowser } from './ws/headers-in-browser';
import { missingToken } from './ws/missing-token';
import { textAudioFrames } from './ws/text-audio-frames';
import { payloadRules } from './payload';
import type { Rule } from './rule';
import type { CatalogSet } from '../catalog/set';

/** The rules that are code, sorted by id. */
export const rules: readonly Rule[] = [
	misspelled,
	wrongStatus,
	malformedList,
	missingAllowedHeader,
	missingExposedHeader,
	originNotAllowed,
	unlistedReadHeader,
	wildcardWithCredentials,
	clientExposedSecret,
	derivedFile,
	duplicateKey,
	hardcodedFallback,
	missingFromEnv,
	missingFromExample,
	misspelledVariable,
	mustMatch,
	optionalMissingFromExample,
	pathMissing,
	requiredInProduction,
	secretInExample,
	shadowedValue,
	syntax,
	tooShort,
	twoLoaders,
	unusedInExample,
	valueOutOfRange,
	ignoredRetryAfter,
	unusedIgnore,
	cloneNotStopped,
	teardownAfterAwait,
	unauthenticatedSource,
	optionalDependency,
	pinnedVersion,
	inlineLargeFile,
	mediaTypeMismatch,
	staleCacheTable,
	tlsWithoutCerts,
	reactiveReturnType,
	validateWithoutMigrations,
	fetchStream,
	proxyBuffering,
	proxyReadTimeout,
	watchMode,
	headersInBrowser,
	missingToken,
	textAudioFrames,
];

const all = new WeakMap<CatalogSet, readonly Rule[]>();

/** Every rule, those that catalogues bring included, sorted by id. */
export function allRules(catalogs: CatalogSet): readonly Rule[] {
	let known = all.get(catalogs);
	if (known === undefined) {
		const own = new Set<string>(rules.map(({ id }) => id));
		const brought = payloadRules(catalogs).filter(({ id }) => !own.has(id));
		known = [...rules, ...brought].sort((a, b) => (a.id < b.id ? -1 : 1));
		all.set(catalogs, known);
	}
	return known;
}
