/** Header names that libraries give constants for, and the lists that they start from. */

const knownHeaders = `Accept Accept-Charset Accept-Encoding Accept-Language Authorization Cache-Control Connection
	Content-Disposition Content-Encoding Content-Language Content-Length Content-Range Content-Type Cookie Date DNT ETag Expires
	Host If-Match If-Modified-Since If-None-Match If-Range If-Unmodified-Since Last-Modified Link Location Origin Pragma Range
	Referer Retry-After Set-Cookie TE Upgrade User-Agent Vary X-Api-Key X-Correlation-ID X-CSRF-Token X-Forwarded-For
	X-Forwarded-Host X-Forwarded-Proto X-HTTP-Method-Override X-Real-IP X-Request-ID X-Requested-With X-XSRF-Token
	Access-Control-Allow-Credentials Access-Control-Allow-Headers Access-Control-Allow-Methods Access-Control-Allow-Origin
	Access-Control-Expose-Headers Access-Control-Max-Age Access-Control-Request-Headers Access-Control-Request-Method`.split(
	/\s+/,
);

const letters = (text: string): string => text.replace(/[^A-Za-z0-9]/g, '').toLowerCase();
const byLetters = new Map(knownHeaders.map((name) => [letters(name), name]));

/** The header that a library's constant stands for: `HttpHeaders.CONTENT_TYPE`, `echo.HeaderXCSRFToken`, `AUTHORIZATION`. */
export function headerOfConstant(name: string): string | undefined {
	if (!/^[A-Z]/.test(name)) return undefined;
	return byLetters.get(letters(name)) ?? byLetters.get(letters(name.replace(/^Header(?=[A-Z])/, '')));
}

/** Lists of libraries that a project spreads or leaves as they are, by the name they are imported by. */
export const libraryLists: Readonly<Record<string, readonly string[]>> = {
	// django-cors-headers; the four before version 4 are kept, since the version in use cannot be told.
	default_headers: [
		'accept',
		'authorization',
		'content-type',
		'user-agent',
		'x-csrftoken',
		'x-requested-with',
		'accept-encoding',
		'dnt',
		'origin',
	],
};
