import { proxyBuffering } from '../../../../src/core/rules/sse/proxy-buffering';
import { ruleTester } from '../../../support/ruleTester';

const buffered = [{ messageId: 'buffered' }];
const express =
	"const app = express();\napp.get('/api/events', (req, res) => {\n  res.setHeader('Content-Type', 'text/event-stream');\n});\n";
const asked = express.replace(
	"'text/event-stream');",
	"'text/event-stream');\n  res.setHeader('X-Accel-Buffering', 'no');",
);
const server = (inside: string): string => `server {\n${inside}}\n`;
const api = server('  location /api/ {\n    proxy_pass http://api:3000;\n  }\n');
const flagged = server('  ‹location /api/› {\n    proxy_pass http://api:3000;\n  }\n');
const fixed = server(
	'  location /api/ {\n    proxy_pass http://api:3000;\n    proxy_buffering off;\n    proxy_cache off;\n  }\n',
);

/** One stream of one framework behind `location /api/`. */
const framework = (name: string, files: Readonly<Record<string, string>>) => ({
	name,
	files: { 'nginx.conf': flagged, ...files },
	findings: buffered,
	fixed: { 'nginx.conf': fixed },
});

ruleTester(proxyBuffering, {
	silent: [
		{ name: 'a location without streams', files: { 'nginx.conf': api, 'a.js': "app.get('/api/jobs', list);\n" } },
		{ name: 'a stream that asks not to be buffered', files: { 'nginx.conf': api, 'a.js': asked } },
		{
			name: 'buffering that is off around the location',
			files: {
				'nginx.conf': server('  proxy_buffering off;\n  location /api/ {\n    proxy_pass http://api:3000;\n  }\n'),
				'a.js': express,
			},
		},
		{
			name: 'buffering that is off in the http block of another file',
			files: {
				'nginx/nginx.conf': 'http {\n  proxy_buffering off;\n  include /etc/nginx/conf.d/*.conf;\n}\n',
				'nginx/conf.d/api.conf': api,
				'a.js': express,
			},
		},
		{
			name: 'a file that may say more',
			files: {
				'nginx.conf': server(
					'  location /api/ {\n    proxy_pass http://api:3000;\n    include snippets/proxy.conf;\n  }\n',
				),
				'a.js': express,
			},
		},
		{
			name: 'a longer location',
			files: {
				'nginx.conf': server(
					'  location /api/ {\n    proxy_pass http://api:3000;\n  }\n  location /api/events {\n    proxy_pass http://api:3000;\n    proxy_buffering off;\n  }\n',
				),
				'a.js': express,
			},
		},
		{
			name: 'a regular expression that takes the path',
			files: {
				'nginx.conf': server(
					'  location /api/ {\n    proxy_pass http://api:3000;\n  }\n  location ~ ^/api/(events|live) {\n    proxy_pass http://api:3000;\n    proxy_buffering off;\n  }\n',
				),
				'a.js': express,
			},
		},
		{
			name: 'a regular expression that cannot be judged',
			files: {
				'nginx.conf': server(
					'  location /api/ {\n    proxy_pass http://api:3000;\n  }\n  location ~ ^/api/(?!jobs) {\n    proxy_pass http://api:3000;\n  }\n',
				),
				'a.js': express,
			},
		},
		{
			name: "another company's upstream",
			files: {
				'nginx.conf': server('  location /api/ {\n    proxy_pass https://api.example.com;\n  }\n'),
				'a.js': express,
			},
		},
		{
			name: 'the pages of another service',
			files: {
				'nginx.conf': server(
					'  location / {\n    proxy_pass http://frontend:3000;\n  }\n  location /backend/ {\n    proxy_pass http://api:8000/;\n    proxy_buffering off;\n  }\n',
				),
				'api/a.js': express,
			},
		},
		{
			name: 'an Ingress, which does not buffer by default',
			files: {
				'ingress.yaml':
					'apiVersion: networking.k8s.io/v1\nkind: Ingress\nmetadata:\n  annotations:\n    nginx.ingress.kubernetes.io/proxy-read-timeout: "3600"\nspec:\n  rules:\n    - http:\n        paths:\n          - path: /api\n            pathType: Prefix\n            backend:\n              service:\n                name: api\n',
				'a.js': express,
			},
		},
		{
			name: 'a request for a stream, a test and a comparison',
			files: {
				'nginx.conf': api,
				'a.js':
					"app.get('/api/events', async (req, res) => {\n  const r = await fetch(url, { headers: { Accept: 'text/event-stream' } });\n  if (r.headers.get('content-type') === 'text/event-stream') return;\n});\n",
				'a.test.js': express,
			},
		},
		{
			name: 'a comment about streams that another location is made for',
			files: {
				'nginx.conf': server(
					'  # API and SSE\n  location /api/ {\n    proxy_pass http://api:3000;\n  }\n  location /api/live {\n    proxy_pass http://api:3000;\n    proxy_buffering off;\n  }\n',
				),
			},
		},
		{ name: 'another project of the workspace', files: { 'one/nginx.conf': api, 'two/a.js': express } },
		{
			name: 'a router whose prefix nobody knows, among several locations',
			files: {
				'nginx.conf': server(
					'  location /a/ {\n    proxy_pass http://one:1;\n  }\n  location /b/ {\n    proxy_pass http://two:2;\n  }\n',
				),
				'a.js':
					"const router = Router();\nrouter.get('/events', (req, res) => {\n  res.type('text/event-stream');\n});\nmodule.exports = router;\n",
			},
		},
	],
	flagged: [
		framework('Express', { 'a.js': express }),
		{
			name: 'the header that only the upstream may set',
			files: {
				'nginx.conf': server(
					'  ‹location /api/› {\n    proxy_pass http://api:3000; # the daemon\n    add_header X-Accel-Buffering no;\n  }\n',
				),
				'a.js': express,
			},
			findings: buffered,
			fixed: {
				'nginx.conf': server(
					'  location /api/ {\n    proxy_pass http://api:3000; # the daemon\n    proxy_buffering off;\n    proxy_cache off;\n    add_header X-Accel-Buffering no;\n  }\n',
				),
			},
		},
		{
			name: 'a header of the stream that nginx is told to ignore',
			files: {
				'nginx.conf': server(
					'  ‹location /api/› {\n    proxy_ignore_headers X-Accel-Buffering;\n    proxy_pass http://api:3000;\n  }\n',
				),
				'a.js': asked,
			},
			findings: buffered,
			fixed: {
				'nginx.conf': server(
					'  location /api/ {\n    proxy_ignore_headers X-Accel-Buffering;\n    proxy_pass http://api:3000;\n    proxy_buffering off;\n    proxy_cache off;\n  }\n',
				),
			},
		},
		{
			name: 'settings of the location itself',
			files: {
				'nginx.conf': server(
					'  location /api/ {\n    proxy_pass http://api:3000;\n    proxy_buffering ‹on›;\n    proxy_cache hour;\n  }\n',
				),
				'a.js': express,
			},
			findings: buffered,
			fixed: {
				'nginx.conf': server(
					'  location /api/ {\n    proxy_pass http://api:3000;\n    proxy_buffering off;\n    proxy_cache off;\n  }\n',
				),
			},
		},
		{
			name: 'a location on one line',
			files: { 'nginx.conf': server('  ‹location /api/› { proxy_pass http://api:3000; }\n'), 'a.js': express },
			findings: buffered,
			fixed: {
				'nginx.conf': server(
					'  location /api/ { proxy_pass http://api:3000; proxy_buffering off; proxy_cache off; }\n',
				),
			},
		},
		{
			name: 'a comment that says what the location is for',
			files: {
				'nginx.conf': server(
					'  # Server-sent events of the importer\n  ‹location /live› {\n    proxy_pass http://importer;\n  }\n',
				),
			},
			findings: buffered,
			fixed: {
				'nginx.conf': server(
					'  # Server-sent events of the importer\n  location /live {\n    proxy_pass http://importer;\n    proxy_buffering off;\n    proxy_cache off;\n  }\n',
				),
			},
		},
		{
			name: 'a route that a catalogue documents',
			config: { catalogs: { scaimind: 'on' } },
			files: { 'nginx.conf': server('\t‹location /v1/streams/logs/› {\n\t\tproxy_pass http://bridge;\n\t}\n') },
			findings: buffered,
			fixed: {
				'nginx.conf': server(
					'\tlocation /v1/streams/logs/ {\n\t\tproxy_pass http://bridge;\n\t\tproxy_buffering off;\n\t\tproxy_cache off;\n\t}\n',
				),
			},
		},
		{
			name: 'a prefix that the proxy takes away, and the service that it names',
			files: {
				'deploy/nginx.conf': server(
					'  location / {\n    proxy_pass http://frontend:3000;\n  }\n  ‹location /backend/› {\n    proxy_pass http://api:3000/;\n  }\n',
				),
				'api/a.js': express,
			},
			findings: [{ messageId: 'buffered', data: { stream: '`/api/events`' } }],
			fixed: {
				'deploy/nginx.conf': server(
					'  location / {\n    proxy_pass http://frontend:3000;\n  }\n  location /backend/ {\n    proxy_pass http://api:3000/;\n    proxy_buffering off;\n    proxy_cache off;\n  }\n',
				),
			},
		},
		{
			name: 'a rewrite that takes a prefix away',
			files: {
				'nginx.conf': server(
					'  ‹location /v2/› {\n    rewrite ^/v2/(.*)$ /$1 break;\n    proxy_pass http://api:3000;\n  }\n',
				),
				'a.js': express,
			},
			findings: buffered,
			fixed: {
				'nginx.conf': server(
					'  location /v2/ {\n    rewrite ^/v2/(.*)$ /$1 break;\n    proxy_pass http://api:3000;\n    proxy_buffering off;\n    proxy_cache off;\n  }\n',
				),
			},
		},
		{
			name: 'a rewrite within a regular expression',
			files: {
				'nginx.conf': server(
					'  ‹location ~ ^/v2(/.*)?$› {\n    rewrite ^/v2(/.*)$ $1 break;\n    proxy_pass http://api:3000;\n  }\n',
				),
				'a.js': express,
			},
			findings: buffered,
			fixed: {
				'nginx.conf': server(
					'  location ~ ^/v2(/.*)?$ {\n    rewrite ^/v2(/.*)$ $1 break;\n    proxy_pass http://api:3000;\n    proxy_buffering off;\n    proxy_cache off;\n  }\n',
				),
			},
		},
		{
			name: 'a ConfigMap',
			files: {
				'k8s/config.yaml':
					'kind: ConfigMap\ndata:\n  default.conf: |\n    server {\n      ‹location /api/› {\n        proxy_pass http://api:3000;\n      }\n    }\n',
				'a.js': express,
			},
			findings: buffered,
			fixed: {
				'k8s/config.yaml':
					'kind: ConfigMap\ndata:\n  default.conf: |\n    server {\n      location /api/ {\n        proxy_pass http://api:3000;\n        proxy_buffering off;\n        proxy_cache off;\n      }\n    }\n',
			},
		},
		{
			name: 'an Ingress that is told to buffer',
			files: {
				'ingress.yaml':
					'apiVersion: networking.k8s.io/v1\nkind: Ingress\nmetadata:\n  annotations:\n    nginx.ingress.kubernetes.io/proxy-buffering: ‹"on"›\n    nginx.ingress.kubernetes.io/proxy-read-timeout: "3600"\nspec:\n  rules:\n    - http:\n        paths:\n          - path: /api\n            pathType: Prefix\n            backend:\n              service:\n                name: api\n',
				'a.js': express,
			},
			findings: buffered,
			fixed: {
				'ingress.yaml':
					'apiVersion: networking.k8s.io/v1\nkind: Ingress\nmetadata:\n  annotations:\n    nginx.ingress.kubernetes.io/proxy-buffering: "off"\n    nginx.ingress.kubernetes.io/proxy-read-timeout: "3600"\nspec:\n  rules:\n    - http:\n        paths:\n          - path: /api\n            pathType: Prefix\n            backend:\n              service:\n                name: api\n',
			},
		},
		{
			name: 'Caddy, where it holds responses back',
			files: {
				Caddyfile:
					'example.com {\n\thandle /api/* {\n\t\treverse_proxy api:3000 {\n\t\t\tresponse_buffers ‹10MiB›\n\t\t}\n\t}\n}\n',
				'a.js': express,
			},
			findings: [{ messageId: 'held' }],
			fixed: null,
		},
		framework('a router in a file of its own', {
			'src/index.js': "const app = express();\nconst events = require('./routes/events');\napp.use('/api', events);\n",
			'src/routes/events.js':
				"const router = express.Router();\nrouter.get('/events/:id', (req, res) => {\n  res.writeHead(200, { 'Content-Type': 'text/event-stream', Connection: 'keep-alive' });\n});\nmodule.exports = router;\n",
		}),
		framework('a handler that is named where it is mounted', {
			'a.ts':
				"const app = new Hono();\nconst stream = (c: Context) => streamSSE(c, async (s) => s.writeSSE({ data: '' }));\napp.get('/api/live', stream);\n",
		}),
		framework('Fastify', {
			'a.ts':
				"const app = fastify();\napp.route({ method: 'GET', url: '/api/live', handler: (request, reply) => {\n  reply.raw.writeHead(200, { 'Content-Type': 'text/event-stream' });\n} });\n",
		}),
		framework('Next.js', {
			'app/api/chat/route.ts':
				"export async function POST() {\n  return new Response(stream, { headers: { 'Content-Type': 'text/event-stream; charset=utf-8' } });\n}\n",
		}),
		framework('FastAPI through two routers', {
			'app/main.py': 'from app.api import api_router\napp = FastAPI()\napp.include_router(api_router, prefix="/api")\n',
			'app/api/__init__.py':
				'from app.api import jobs\napi_router = APIRouter()\napi_router.include_router(jobs.router, prefix="/jobs")\n',
			'app/api/jobs.py':
				'router = APIRouter()\n\n@router.get("/{job_id}/log")\nasync def log(job_id: str):\n    return StreamingResponse(follow(job_id), media_type="text/event-stream")\n',
		}),
		framework('Flask', {
			'app.py':
				'app = Flask(__name__)\nbp = Blueprint("live", __name__, url_prefix="/api")\n\n@bp.route("/live")\ndef live():\n    return Response(events(), mimetype="text/event-stream")\n\napp.register_blueprint(bp)\n',
		}),
		framework('Spring', {
			'src/main/java/A.java':
				'@RestController\n@RequestMapping("/api/jobs")\nclass A {\n  @GetMapping(path = "/{id}/events", produces = MediaType.TEXT_EVENT_STREAM_VALUE)\n  SseEmitter events(@PathVariable String id) {\n    return new SseEmitter();\n  }\n}\n',
		}),
		framework('Go', {
			'main.go':
				'package main\n\nfunc events(w http.ResponseWriter, r *http.Request) {\n\tw.Header().Set("Content-Type", "text/event-stream")\n}\n\nfunc main() {\n\thttp.HandleFunc("/api/events", events)\n}\n',
		}),
		framework('gin', {
			'main.go':
				'package main\n\nfunc main() {\n\tr := gin.Default()\n\tv1 := r.Group("/api/v1")\n\tv1.GET("/events", func(c *gin.Context) {\n\t\tc.SSEvent("message", "x")\n\t})\n}\n',
		}),
		framework('ASP.NET', {
			'Live.cs':
				'[ApiController]\n[Route("api/[controller]")]\npublic class LiveController : ControllerBase\n{\n    [HttpGet("events")]\n    public async Task Get()\n    {\n        Response.ContentType = "text/event-stream";\n    }\n}\n',
		}),
		framework('Laravel', {
			'routes/web.php':
				"<?php\nRoute::get('/api/events', function () {\n    return response()->stream(fn () => 1, 200, ['Content-Type' => 'text/event-stream']);\n});\n",
		}),
		framework('axum', {
			'src/main.rs':
				'async fn events() -> impl IntoResponse {\n    Sse::new(stream())\n}\n\nfn app() -> Router {\n    Router::new().route("/api/events", get(events))\n}\n',
		}),
	],
});
