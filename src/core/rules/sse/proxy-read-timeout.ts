import { factsOf } from '../../facts/model';
import type { ProxyLocationFact } from '../../facts/proxies/model';
import { isSetElsewhere } from '../../index/proxyDefaults';
import { proxiedStreams } from '../../index/proxiedStreams';
import { endOfLineOf, locationAt, relatedRoute, streamName } from '../../index/proxyReport';
import { secondsOf } from '../../text/duration';
import { defineRule } from '../rule';

/** Streams are quiet for minutes between two events. */
const enough = 300;

export const proxyReadTimeout = defineRule({
	id: 'sse/proxy-read-timeout',
	scope: 'workspace',
	severity: 'warning',
	reads: ['proxy-location', 'proxy-defaults', 'stream-route', 'route-mount', 'manifest'],
	docs: {
		what: 'A reverse proxy gives up on an event stream that is quiet for less than five minutes.',
		why: 'Between two events minutes may pass. nginx closes a response after 60 seconds without a byte unless `proxy_read_timeout` says otherwise, and the client sees a broken stream.',
		fix: 'Give the location a long read timeout. The quick fix sets one hour.',
		notWhen: 'The stream sends a heartbeat that the rule does not see, or ends by itself soon.',
		bad: [
			{
				'nginx.conf':
					'server {\n    location /api/ {\n        proxy_pass http://api:3000;\n        proxy_buffering off;\n        proxy_read_timeout ‹30s›;\n    }\n}\n',
				'api/server.js':
					"const app = express();\napp.get('/api/events', (req, res) => {\n  res.writeHead(200, { 'Content-Type': 'text/event-stream' });\n});\n",
			},
		],
		good: [
			{
				'nginx.conf':
					'server {\n    location /api/ {\n        proxy_pass http://api:3000;\n        proxy_buffering off;\n        proxy_read_timeout 1h;\n    }\n}\n',
				'api/server.js':
					"const app = express();\napp.get('/api/events', (req, res) => {\n  res.writeHead(200, { 'Content-Type': 'text/event-stream' });\n});\n",
			},
		],
	},
	messages: {
		short:
			'{proxy} cuts the event stream {stream} off when it is quiet for {value}. Set `{setting}` to five minutes or more.',
		absent:
			'{proxy} cuts the event stream {stream} off when it is quiet for 60 seconds. Set `{setting}` to five minutes or more.',
	},
	*detect({ index, catalogs, isRelevant }) {
		for (const stream of proxiedStreams(index, catalogs, isRelevant)) {
			const { location, routes, certain } = stream;
			const { fact, file } = location;
			if (routes.length > 0 && routes.every(({ heartbeat }) => heartbeat)) continue;
			const { readTimeout, proxy } = fact;
			const seconds = readTimeout === undefined ? undefined : secondsOf(readTimeout.value);
			if (readTimeout === undefined) {
				if (proxy === 'caddy' || proxy === 'traefik' || isSetElsewhere(index, file, fact, 'readTimeout')) continue;
			} else if (seconds === undefined || seconds === 0 || seconds >= enough) continue;
			yield {
				messageId: readTimeout === undefined ? 'absent' : 'short',
				data: { stream: streamName(stream), proxy, value: readTimeout?.value ?? '', setting: settings[proxy] },
				uri: file.uri,
				range: readTimeout?.own === true ? readTimeout.range : fact.range,
				...(certain && readTimeout !== undefined ? {} : { severity: 'information' }),
				...(certain ? {} : { confidence: 'inferred' }),
				related: relatedRoute(routes.filter(({ heartbeat }) => !heartbeat)),
				entry: routes.find(({ entry }) => entry !== undefined)?.entry,
			};
		}
	},
	async fix({ uri, range }, { index, document: read }) {
		const file = index.file(uri);
		const document = await read(uri);
		const fact = file === undefined ? undefined : locationAt(factsOf(file, 'proxy-location'), range);
		if (document === undefined || fact === undefined) return [];
		const { readTimeout, insertion } = fact;
		const title = 'Wait an hour for the next event';
		if (readTimeout?.own === true) {
			const written = document.text.slice(
				document.offsetAt(readTimeout.range.start),
				document.offsetAt(readTimeout.range.end),
			);
			const newText = written.replace(readTimeout.value, hour(fact));
			return [{ title, safety: 'suggestion', edits: [{ uri, range: readTimeout.range, newText }] }];
		}
		if (insertion === undefined) return [];
		const setting = fact.proxy === 'nginx' ? 'proxy_read_timeout 1h;' : 'proxy-read-timeout: "3600"';
		const newText = insertion.before.replace('\n', endOfLineOf(document)) + setting;
		return [{ title, safety: 'suggestion', edits: [{ uri, range: insertion.at, newText }] }];
	},
});

const hour = ({ proxy }: ProxyLocationFact): string => (proxy === 'ingress-nginx' ? '3600' : '1h');

const settings = {
	nginx: 'proxy_read_timeout',
	'ingress-nginx': 'nginx.ingress.kubernetes.io/proxy-read-timeout',
	caddy: 'read_timeout',
	traefik: 'respondingTimeouts.writeTimeout',
} as const;
