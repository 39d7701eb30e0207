import type { ProxySetting } from '../../facts/proxies/model';
import { factsOf } from '../../facts/model';
import { isSetElsewhere } from '../../index/proxyDefaults';
import { proxiedStreams, type ProxiedStream } from '../../index/proxiedStreams';
import { defineRule, type RuleContext, type TextEdit } from '../rule';
import { endOfLineOf, locationAt, relatedRoute, streamName } from '../../index/proxyReport';

export const proxyBuffering = defineRule({
	id: 'sse/proxy-buffering',
	scope: 'workspace',
	severity: 'warning',
	reads: ['proxy-location', 'proxy-defaults', 'stream-route', 'route-mount', 'manifest'],
	docs: {
		what: 'A reverse proxy buffers or caches the responses of a location that an event stream goes through.',
		why: 'Events wait in the buffer until it is full or the stream ends: everything works locally, and in production nothing arrives. `add_header X-Accel-Buffering no` in nginx changes nothing, because the proxy listens to the header of the upstream only.',
		fix: 'Set `proxy_buffering off;` and `proxy_cache off;` in the location, or send `X-Accel-Buffering: no` with the stream. The quick fix inserts the settings.',
		notWhen: 'Something in front of this proxy, which it does not show, never lets the stream through here.',
		bad: [
			{
				'nginx.conf': 'server {\n    ‹location /events/› {\n        proxy_pass http://api:8000;\n    }\n}\n',
				'api/main.py':
					'app = FastAPI()\n\n@app.get("/events/{id}")\nasync def events(id: str):\n    return StreamingResponse(follow(id), media_type="text/event-stream")\n',
			},
		],
		good: [
			{
				'nginx.conf':
					'server {\n    location /events/ {\n        proxy_pass http://api:8000;\n        proxy_buffering off;\n        proxy_cache off;\n        proxy_read_timeout 1h;\n    }\n}\n',
				'api/main.py':
					'app = FastAPI()\n\n@app.get("/events/{id}")\nasync def events(id: str):\n    return StreamingResponse(follow(id), media_type="text/event-stream")\n',
			},
		],
	},
	messages: {
		buffered:
			'The event stream {stream} goes through here, and {proxy} buffers it: events arrive late. Set `{setting}`.',
		held: 'The event stream {stream} goes through here, and Caddy holds responses back. Remove this setting.',
		cached: 'The event stream {stream} goes through here, and {proxy} caches responses. Set `proxy_cache off`.',
	},
	*detect(context) {
		for (const stream of proxiedStreams(context.index, context.catalogs, context.isRelevant)) {
			const problem = problemOf(stream, context);
			if (problem === undefined) continue;
			const { location, routes, certain } = stream;
			const { setting, messageId } = problem;
			yield {
				messageId,
				data: { stream: streamName(stream), proxy: location.fact.proxy, setting: wanted[location.fact.proxy] },
				uri: location.file.uri,
				range: setting?.own === true ? setting.range : location.fact.range,
				...(certain ? {} : { severity: 'information', confidence: 'inferred' }),
				related: relatedRoute(routes.filter(({ unbuffered }) => !unbuffered)),
				entry: routes.find(({ entry }) => entry !== undefined)?.entry,
			};
		}
	},
	async fix({ uri, range }, { index, document: read }) {
		const file = index.file(uri);
		const document = await read(uri);
		const fact = file === undefined ? undefined : locationAt(factsOf(file, 'proxy-location'), range);
		if (document === undefined || fact === undefined) return [];
		const edits: TextEdit[] = [];
		const missing: string[] = [];
		const set = (setting: ProxySetting | undefined, name: string): void => {
			if (setting?.own !== true) missing.push(`${name} off;`);
			else if (setting.value !== 'off')
				edits.push({
					uri,
					range: setting.range,
					newText: quoteLike(document.text.slice(document.offsetAt(setting.range.start)), 'off'),
				});
		};
		if (fact.proxy === 'nginx') {
			set(fact.buffering, 'proxy_buffering');
			set(fact.cache, 'proxy_cache');
		} else if (fact.proxy === 'ingress-nginx') set(fact.buffering, 'proxy-buffering');
		else return [];
		if (missing.length > 0) {
			if (fact.insertion === undefined) return [];
			const before = fact.insertion.before.replace('\n', endOfLineOf(document));
			edits.push({ uri, range: fact.insertion.at, newText: missing.map((item) => before + item).join('') });
		}
		return [{ title: 'Let the stream through unbuffered', safety: 'suggestion', edits }];
	},
});

const wanted = {
	nginx: 'proxy_buffering off',
	'ingress-nginx': 'proxy-buffering: "off"',
	caddy: '',
	traefik: '',
} as const;

const quoteLike = (text: string, value: string): string => {
	const quote = /^["']/.exec(text)?.[0] ?? '';
	return quote + value + quote;
};

function problemOf(
	{ location, routes }: ProxiedStream,
	{ index }: RuleContext,
): { readonly messageId: 'buffered' | 'cached' | 'held'; readonly setting: ProxySetting | undefined } | undefined {
	const { fact, file } = location;
	const { buffering, cache, proxy } = fact;
	const asked = routes.length > 0 && routes.every(({ unbuffered }) => unbuffered) && fact.ignoresHeader !== true;
	const isBuffered =
		buffering === undefined
			? proxy === 'nginx' && !isSetElsewhere(index, file, fact, 'buffering')
			: buffering.value === 'on';
	if (isBuffered && !asked) return { messageId: proxy === 'caddy' ? 'held' : 'buffered', setting: buffering };
	const isCached = cache !== undefined && cache.value !== 'off' && !/[${]/.test(cache.value);
	return isCached && proxy === 'nginx' && buffering?.value !== 'off'
		? { messageId: 'cached', setting: cache }
		: undefined;
}
