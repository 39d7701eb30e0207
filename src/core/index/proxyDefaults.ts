import type { FileFacts } from '../facts/model';
import type { ProxyLocationFact } from '../facts/proxies/model';
import { fileNameOf } from './packages';
import type { WorkspaceIndex } from './workspaceIndex';

/** Files that hold types, certificates, headers or whole servers, never timeouts. */
const harmless =
	/mime\.types|(?:fastcgi|uwsgi|scgi)_params|(?:^|\/)proxy_params$|(?:conf\.d|sites-enabled|servers|vhosts?(?:\.d)?|http\.d)\/\*|modules|letsencrypt|certbot|acme|ssl|tls|cert|security|headers?|gzip|brotli|cors|real_?ip|cloudflare|cache_?control|error|auth|limit|log|upstream|maps?\b/i;

/**
 * Whether a setting that a location lacks may come from another file: one that it includes, or an `http` block that files
 * such as this are included in. An included file of the workspace that says nothing of it rules itself out.
 */
export function isSetElsewhere(
	index: WorkspaceIndex,
	file: FileFacts,
	{ includes, proxy }: ProxyLocationFact,
	name: 'buffering' | 'readTimeout',
): boolean {
	if (proxy !== 'nginx') return includes.length > 0;
	const defaults = [...index.facts('proxy-defaults')].filter((item) => item.file.uri !== file.uri);
	if (defaults.some(({ fact }) => fact.level === 'http' && fact.names.includes(name))) return true;
	return includes.some((include) => {
		const own = include.slice(include.lastIndexOf('/') + 1);
		const setting = defaults.filter((item) => fileNameOf(item.file) === own);
		if (setting.length > 0) return setting.some(({ fact }) => fact.names.includes(name));
		return !harmless.test(include) && !Array.from(index.files()).some((item) => fileNameOf(item) === own);
	});
}
