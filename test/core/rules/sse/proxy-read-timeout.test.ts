import { proxyReadTimeout } from '../../../../src/core/rules/sse/proxy-read-timeout';
import { ruleTester } from '../../../support/ruleTester';

const express =
	"const app = express();\napp.get('/api/events', (req, res) => {\n  res.setHeader('Content-Type', 'text/event-stream');\n});\n";
const server = (inside: string): string =>
	`server {\n  location /api/ {\n    proxy_pass http://api:3000;\n${inside}  }\n}\n`;
const short = (value: string) => [{ messageId: 'short', data: { value }, severity: 'warning' }];
const ingress = (timeout: string, path = '/api'): string =>
	`apiVersion: networking.k8s.io/v1\nkind: Ingress\nmetadata:\n  annotations:\n    nginx.ingress.kubernetes.io/ssl-redirect: "true"\n${timeout}spec:\n  rules:\n    - http:\n        paths:\n          - path: ${path}\n            pathType: Prefix\n            backend:\n              service:\n                name: api\n`;

ruleTester(proxyReadTimeout, {
	silent: [
		{ name: 'a long timeout', files: { 'nginx.conf': server('    proxy_read_timeout 300;\n'), 'a.js': express } },
		{
			name: 'a long timeout of two units',
			files: { 'nginx.conf': server('    proxy_read_timeout 1h30m;\n'), 'a.js': express },
		},
		{
			name: 'a long timeout around the location',
			files: { 'nginx.conf': `http {\n proxy_read_timeout 10m;\n${server('')}}\n`, 'a.js': express },
		},
		{
			name: 'a timeout of a template',
			files: { 'nginx.conf': server('    proxy_read_timeout ${TIMEOUT};\n'), 'a.js': express },
		},
		{
			name: 'a timeout in an included file',
			files: {
				'nginx/site.conf': server('    include snippets/upstream-timeouts-proxy.conf;\n'),
				'nginx/snippets/upstream-timeouts-proxy.conf': 'proxy_read_timeout 600s;\nproxy_set_header Host $host;\n',
				'a.js': express,
			},
		},
		{
			name: 'no stream behind the location',
			files: { 'nginx.conf': server('    proxy_read_timeout 30s;\n'), 'a.js': "app.get('/api/x', y);\n" },
		},
		{
			name: 'a stream with a heartbeat',
			files: {
				'nginx.conf': server('    proxy_read_timeout 60s;\n'),
				'a.js': express.replace('\n});', "\n  setInterval(() => res.write(': ping\\n\\n'), 15000);\n});"),
			},
		},
		{
			name: 'a library that pings',
			files: {
				'nginx.conf': server('    proxy_read_timeout 60s;\n'),
				'a.py':
					'app = FastAPI()\n\n@app.get("/api/events")\nasync def events():\n    return EventSourceResponse(follow())\n',
			},
		},
		{
			name: 'Caddy, which waits for ever',
			files: { Caddyfile: 'example.com {\n\treverse_proxy api:3000\n}\n', 'a.js': express },
		},
		{
			name: 'an Ingress of another controller',
			files: {
				'i.yaml': ingress('').replace('nginx.ingress.kubernetes.io/ssl-redirect', 'alb.ingress.kubernetes.io/scheme'),
				'a.js': express,
			},
		},
		{
			name: 'a WebSocket location',
			files: {
				'nginx.conf':
					'server {\n  location /ws {\n    proxy_pass http://api:3000;\n    proxy_read_timeout 30s;\n  }\n}\n',
				'a.js': express,
			},
		},
	],
	flagged: [
		{
			name: 'a short timeout, in seconds',
			files: { 'nginx.conf': server('    proxy_read_timeout ‹30s›; # enough for the API\n'), 'a.js': express },
			findings: short('30s'),
			title: 'Wait an hour for the next event',
			fixed: { 'nginx.conf': server('    proxy_read_timeout 1h; # enough for the API\n') },
		},
		{
			name: 'a bare number',
			files: { 'nginx.conf': server('    proxy_read_timeout ‹90›;\n'), 'a.js': express },
			findings: short('90'),
			fixed: { 'nginx.conf': server('    proxy_read_timeout 1h;\n') },
		},
		{
			name: 'the default',
			files: {
				'nginx.conf': 'server {\n  ‹location /api/› {\n    proxy_pass http://api:3000;\n  }\n}\n',
				'a.js': express,
			},
			findings: [{ messageId: 'absent', severity: 'information' }],
			fixed: { 'nginx.conf': server('    proxy_read_timeout 1h;\n') },
		},
		{
			name: 'NestJS, which asks not to be buffered but does not ping',
			files: {
				'nginx.conf': 'server {\n  ‹location /api› {\n    proxy_pass http://127.0.0.1:8080;\n  }\n}\n',
				'src/main.ts': "const app = await NestFactory.create(AppModule);\napp.setGlobalPrefix('api');\n",
				'src/feed.controller.ts':
					"@Controller('feed')\nexport class FeedController {\n  @Describe()\n  @Sse('trend/sse')\n  async trend() {\n    return new Observable();\n  }\n}\n",
			},
			findings: [{ messageId: 'absent', data: { stream: '`/api/feed/trend/sse`' } }],
			fixed: {
				'nginx.conf':
					'server {\n  location /api {\n    proxy_pass http://127.0.0.1:8080;\n    proxy_read_timeout 1h;\n  }\n}\n',
			},
		},
		{
			name: 'a route whose prefix is a setting, behind the upstream of its folder',
			files: {
				'deploy/nginx.conf':
					'server {\n  location /api/v1/ {\n    proxy_pass http://my-engine:8080/api/v1/;\n    proxy_read_timeout ‹60s›;\n  }\n  location / {\n    proxy_pass http://my-ui:3000;\n  }\n}\n',
				'engine/main.py': 'app.include_router(router, prefix=settings.PREFIX)\n',
				'engine/chat.py':
					'router = APIRouter()\n\n@router.post("/chat")\nasync def chat():\n    return StreamingResponse(run(), media_type="text/event-stream")\n',
			},
			findings: [{ messageId: 'short', severity: 'information', confidence: 'inferred' }],
			fixed: {
				'deploy/nginx.conf':
					'server {\n  location /api/v1/ {\n    proxy_pass http://my-engine:8080/api/v1/;\n    proxy_read_timeout 1h;\n  }\n  location / {\n    proxy_pass http://my-ui:3000;\n  }\n}\n',
			},
		},
		{
			name: 'a short timeout around the location',
			files: {
				'nginx.conf':
					'server {\n  proxy_read_timeout 2m;\n  ‹location /api/› {\n    proxy_pass http://api:3000;\n  }\n}\n',
				'a.js': express,
			},
			findings: short('2m'),
			fixed: {
				'nginx.conf':
					'server {\n  proxy_read_timeout 2m;\n  location /api/ {\n    proxy_pass http://api:3000;\n    proxy_read_timeout 1h;\n  }\n}\n',
			},
		},
		{
			name: 'one of several streams without a heartbeat',
			files: {
				'nginx.conf': server('    proxy_read_timeout ‹60s›;\n'),
				'a.js': express,
				'b.py':
					'app = FastAPI()\n\n@app.get("/api/news")\nasync def news():\n    return EventSourceResponse(follow())\n',
			},
			findings: short('60s'),
			fixed: { 'nginx.conf': server('    proxy_read_timeout 1h;\n') },
		},
		{
			name: 'an Ingress with a short timeout',
			files: {
				'ingress.yaml': ingress("    nginx.ingress.kubernetes.io/proxy-read-timeout: ‹'60'›\n"),
				'a.js': express,
			},
			findings: short('60'),
			fixed: { 'ingress.yaml': ingress("    nginx.ingress.kubernetes.io/proxy-read-timeout: '3600'\n") },
		},
		{
			name: 'an Ingress without one',
			files: { 'ingress.yaml': ingress('', '‹/api›'), 'a.js': express },
			findings: [{ messageId: 'absent', severity: 'information' }],
			fixed: { 'ingress.yaml': ingress('    nginx.ingress.kubernetes.io/proxy-read-timeout: "3600"\n') },
		},
		{
			name: 'Caddy with a timeout',
			files: {
				Caddyfile:
					'example.com {\n\thandle_path /v1/* {\n\t\treverse_proxy api:3000 {\n\t\t\ttransport http {\n\t\t\t\tread_timeout ‹30s›\n\t\t\t}\n\t\t}\n\t}\n}\n',
				'a.js': express,
			},
			findings: short('30s'),
			fixed: {
				Caddyfile:
					'example.com {\n\thandle_path /v1/* {\n\t\treverse_proxy api:3000 {\n\t\t\ttransport http {\n\t\t\t\tread_timeout 1h\n\t\t\t}\n\t\t}\n\t}\n}\n',
			},
		},
		{
			name: 'Traefik, which ends every response',
			files: {
				'traefik.yml':
					'entryPoints:\n  web:\n    address: ":80"\n    transport:\n      respondingTimeouts:\n        writeTimeout: ‹60s›\n',
				'a.js': express,
			},
			findings: [{ messageId: 'short', severity: 'information', confidence: 'inferred' }],
			fixed: {
				'traefik.yml':
					'entryPoints:\n  web:\n    address: ":80"\n    transport:\n      respondingTimeouts:\n        writeTimeout: 1h\n',
			},
		},
	],
});
