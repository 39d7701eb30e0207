/** What browsers and specifications say about header names. All names are lower case. */

/** Sent without a preflight whatever the list says, or with a value that this tool cannot judge. */
const safelisted = names(
	'accept accept-language content-language content-type range dpr downlink ect rtt save-data viewport-width width',
);

/** A script cannot set these: the browser drops them or fills them in itself. */
const forbidden = names(
	`accept-charset accept-encoding access-control-request-headers access-control-request-method
	access-control-request-private-network connection content-length cookie cookie2 date dnt expect host keep-alive origin
	referer service-worker set-cookie te trailer transfer-encoding upgrade via user-agent permissions-policy`,
);

/** Readable by a script of another origin without being exposed. */
const exposedAlways = names('cache-control content-language content-length content-type expires last-modified pragma');

/** A script can never read these, exposed or not. */
const neverReadable = names('set-cookie set-cookie2');

/** Put on a request by proxies, platforms, other services or the browser itself: no page sends them. */
const fromElsewhere =
	/^(?:x-forwarded|forwarded|x-real-ip|x-client-ip|x-cluster|x-original|x-envoy|x-amz|x-amzn|x-aws|x-appengine|x-cloud|x-goog|x-google|x-gitlab|x-github|x-hub-signature|x-gitea|x-gogs|x-bitbucket|x-vercel|x-nf-|x-netlify|x-fly|fly-|x-render|x-railway|x-heroku|x-azure|x-arr|x-ms-|x-middleware|x-invoke|x-nextjs|x-next|next-|x-slack|x-twilio|x-stripe|stripe-|svix-|webhook-|x-webhook|x-signature|x-shopify|x-line|x-telegram|x-discord|x-zoom|x-paystack|paddle-|x-razorpay|x-cron|x-scheduler|x-qstash|upstash-|cf-|cdn-|true-client-ip|fastly|akamai|x-akamai|x-cache|x-varnish|x-accel|x-sendfile|x-scheme|x-ssl|x-proxy|x-country|x-geo|x-inertia|hx-|turbo-|x-turbo|x-pjax|x-livewire|x-purpose|purpose|sec-|if-|traceparent|tracestate|baggage|b3|x-b3|x-datadog|x-cloud-trace|x-ot-|sentry-|uber-|x-internal|x-service|x-worker|x-http-method|x-method-override|x-mock|x-test|last-event-id|authorization|x-requested-with|x-frame|x-content-type|x-xss|x-powered|x-robots|x-ua-|x-dns|x-download|x-permitted|content-|accept|cache-control|pragma|expires|etag|age|vary|link|location|server|date|retry-after|allow|www-authenticate|proxy-|access-control|strict-transport|ratelimit|x-ratelimit|x-rate-limit|dpop|upload-|tus-|mcp-|digest|signature|prefer|warning|early-data|priority|connection|upgrade|keep-alive|te$|trailer|transfer|host|origin|referer|cookie|set-cookie|user-agent|range|dnt|via|expect|from$|max-forwards)/;

const fromProxies =
	/^(?:x-forwarded|forwarded$|x-real-ip|x-client-ip|cf-|true-client-ip|x-vercel|x-envoy|x-middleware)/;

/** Headers of well-known services: a page that sends them talks to that service. */
const vendor =
	/^(?:x-goog-|x-amz-|x-ms-|x-github-|x-gitlab-|anthropic-|openai-|xi-api-key|x-shopify-|x-rapidapi-|x-algolia-|x-parse-|x-mapbox|x-contentful|x-stripe|stripe-|notion-version|x-figma-|x-plex-|x-emby-|x-mediabrowser-|ocp-apim-|x-riot-token|x-auth-key|x-auth-email|x-naver-|x-line-|x-twitter-|x-airtable|x-typesense-api-key|x-meili|x-supabase-|x-firebase|x-datadog|dd-api-key|tus-resumable|upload-length|upload-offset|upload-metadata|x-api-version-sanity|cf-access-client|x-honeycomb|x-posthog|x-vercel-|x-subscription-token|x-cmc_pro_api_key|x-cg-)/;

/** Only responses carry these. */
const ofResponses = names(
	`x-frame-options x-content-type-options x-xss-protection x-dns-prefetch-control x-permitted-cross-domain-policies
	x-download-options x-powered-by x-robots-tag x-accel-buffering x-ua-compatible referrer-policy strict-transport-security
	content-security-policy content-security-policy-report-only cross-origin-opener-policy cross-origin-embedder-policy
	cross-origin-resource-policy set-cookie location etag last-modified vary server www-authenticate retry-after
	service-worker-allowed access-control-max-age access-control-expose-headers reporting-endpoints nel expect-ct`,
);

const name = /^[\w!#$%&'*+.^`|~-]+$/;
const quote = /["'`]/;

/** Whether a page's request for another origin fails unless the server lists the header. */
export function needsAllowance(header: string): boolean {
	const lower = header.toLowerCase();
	return !safelisted.has(lower) && !forbidden.has(lower) && !/^(?:sec-|proxy-)/.test(lower);
}

export function needsExposure(header: string): boolean {
	const lower = header.toLowerCase();
	return !exposedAlways.has(lower) && !neverReadable.has(lower);
}

export const isOfResponses = (header: string): boolean => ofResponses.has(header.toLowerCase());
export const isVendorHeader = (header: string): boolean => vendor.test(header.toLowerCase());
export const isFromElsewhere = (header: string): boolean => fromElsewhere.test(header.toLowerCase());
/** What proxies and platforms add on the way: no page sends them. */
export const isFromProxy = (header: string): boolean => fromProxies.test(header.toLowerCase());
export const isHeaderName = (text: string): boolean => name.test(text) && !quote.test(text);

function names(list: string): ReadonlySet<string> {
	return new Set(list.split(/\s+/));
}
