import assert from 'node:assert/strict';
import { positionAt, lineStarts } from '../../../src/core/text/lines';
import { createWorkspace } from '../../support/workspace';

/** Code of strangers, full of words that the catalogues know. */
const strangers: Readonly<Record<string, string>> = {
	'src/server.ts': `import express from 'express';
import session from 'express-session';
const app = express();
const PORT = process.env.PORT || 4401;
type State = 'pending' | 'queued' | 'failed' | 'paused' | 'persistent' | 'provisioning';
const errors = { NOT_FOUND: 'NOT_FOUND', UNAUTHORIZED: 'UNAUTHORIZED', FORBIDDEN: 'FORBIDDEN', CANCELLED: 'CANCELLED' } as const;
enum Job { PENDING = 'PENDING', QUEUED = 'QUEUED', FAILED = 'FAILED', COMPLETED = 'COMPLETED' }
app.use(session({ secret: 'x', resave: false }));
app.get('/jobs', (req, res) => res.json({ ok: false, code: 'NOT_FOUND', message: 'x', hint: 'y', requestId: req.id }));
app.get('/ws', h); app.post('/bridges', h); app.get('/api/health', h); app.get('/queue', h); app.get('/cluster', h);
setTimeout(retry, 503); const sizes = [401, 403, 404, 500]; const price = 4401; const version = '1.503.0';
worker.postMessage({ sessionId, tracks, force: true, stream: true, key: 'x', interfaces: [] });
app.listen(PORT);
`,
	'app/models.py': `from enum import Enum
class State(str, Enum):
    PENDING = "PENDING"
    QUEUED = "queued"
    FAILED = "failed"
    INTERNAL = "INTERNAL"
    UNKNOWN = "UNKNOWN"
    UNAVAILABLE = "UNAVAILABLE"
class Job:
    batch_size: int = 4
    expires_at = None
    truncated = False
    timeout_s = 503
    error_message = "quota exceeded"
raise HTTPError(code="NOT_FOUND", error_type="x")
os.environ["PORT"]
`,
	'main.go': `package main

const (
	NOT_FOUND = "NOT_FOUND"
	FAILED    = "FAILED"
)

type Job struct {
	State     string \`json:"state"\`
	Truncated bool   \`json:"truncated"\`
	Stream    bool   \`json:"stream"\`
}

func main() {
	port := os.Getenv("PORT")
	timeout := 503 * time.Second
	http.ListenAndServe(":4401", nil)
	r.Delete("/speakers/{id}", h)
}
`,
	'Order.java':
		'enum Order { PENDING, FAILED, CANCELLED, INTERNAL, UNKNOWN } class A { String c = "RATE_LIMITED"; Object o = Map.of("code", "NOT_FOUND", "session", 1); }\n',
	'lib.rs': 'pub enum E { NotFound, Unavailable, Internal, Unknown, Cancelled }\nfn f() -> E { E::Unavailable }\n',
	'a.rb': "state = :pending\nraise 'NOT_FOUND' if job.state == 'FAILED' || ENV['PORT'] == '4401'\n",
	'a.php': "<?php $x = ['code' => 'NOT_FOUND', 'state' => 'FAILED', 'session' => 1]; getenv('PORT');\n",
	'A.cs':
		'enum S { Pending, Failed, FAILED, PENDING } class A { string c = "NOT_FOUND"; string p = Environment.GetEnvironmentVariable("PORT"); }\n',
	'A.kt': 'enum class S { PENDING, FAILED }\nval c = "NOT_FOUND"\n',
	'package.json':
		'{ "version": "1.503.0", "scripts": { "test": "npm test" }, "engines": { "node": ">=20" }, "dependencies": { "dotenv": "1", "av": "1" }, "code": "NOT_FOUND", "port": 4401 }\n',
	'compose.yml':
		'services:\n  web:\n    environment:\n      PORT: 3000\n      NODE_ENV: production\n    ports: ["4401:4401"]\n    command: npm test\n  queue:\n    image: x\n',
	'Cargo.toml': '[package]\nversion = "0.503.1"\nstate = "pending"\n[env]\nPORT = "1"\n',
	'.env': 'PORT=4401\nAUTH_TOKEN=x\nNODE_ENV=production\nTIMEOUT=503\n',
	'nginx.conf':
		'server {\n  listen 4401;\n  location /ws { proxy_pass http://x; proxy_read_timeout 30s; proxy_buffering off; }\n  location /jobs { proxy_pass http://y; }\n}\n',
	Dockerfile: 'FROM python:3.13\nENV PORT=4401 NODE_ENV=production\nEXPOSE 4401\n',
	'README.md':
		'Returns `NOT_FOUND` or `UNAUTHORIZED`; jobs are `queued`, `pending`, `failed`. Set `PORT`. See `/jobs` and `force`.\n',
	'app.log':
		'{"level":30,"requestId":"x","code":"NOT_FOUND","session":"y","state":"queued","port":4401}\n2024-05-03 FAILED after 503 ms\n',
	'q.sql': "select state from jobs where state in ('PENDING', 'FAILED', 'queued') limit 503;\n",
	'run.sh': 'export PORT=4401\ncurl -X POST http://h/jobs; sleep 503; npm test\n',
	'App.vue':
		"<template><p>Coming soon</p></template>\n<script>\nexport default { data: () => ({ state: 'failed', tracks: [], code: 'NOT_FOUND' }) };\n</script>\n",
};

describe('silence', () => {
	it('says nothing of any system in code that has to do with none', async () => {
		const workspace = await createWorkspace(strangers);
		const spoken: string[] = [];
		for (const [path, text] of Object.entries(strangers)) {
			const starts = lineStarts(text);
			for (const { index } of text.matchAll(/\b\w/g)) {
				const hover = await workspace.service.hover({ uri: `test:/${path}`, path, text }, positionAt(starts, index));
				for (const target of hover?.targets ?? []) {
					const [catalog = ''] = target.split('/');
					if (workspace.service.catalogs.catalog(catalog)?.standard !== true) spoken.push(`${path}:${index} ${target}`);
				}
			}
		}
		assert.deepEqual(spoken, []);
		assert.deepEqual(
			[...workspace.service.index.facts('code')].map(({ fact }) => fact.name),
			[],
		);
		const own = (await workspace.findings()).filter((finding) => /^(?:code|scai\w+)\//.test(finding.ruleId));
		assert.deepEqual(own, []);
		assert.deepEqual(workspace.logged, []);
	});
});
