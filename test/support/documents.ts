/** A small document of each language, with what facts are read from. */
export const documents: Readonly<Record<string, string>> = {
	'src/server.ts': `import express from 'express';
const { PORT = 3000, RENDER_STORE_DIR } = process.env;
const limit = Number(process.env['RATE_LIMIT_RPM'] ?? 20);
app.use(cors({ origin: process.env.ALLOWED_ORIGIN!, credentials: true, allowedHeaders: ['X-Session-Id', 'Content-Type'] }));
app.post('/transcribe', async (req, res) => {
	if (queue.size > limit) return res.status(500).json({ ok: false, code: 'RENDER_QUEUE_FULL', hint: \`wait \${limit}\` });
	ws.close(4401, 'x'); // runbook-lens-ignore-line code/wrong-status -- why
	await fetch(\`\${base}/speakers/\${id}/warm\`, { method: 'POST', headers: { 'X-Request-Id': id } });
});
`,
	'src/App.tsx': `export const App = () => <audio src={\`/api/renders/\${id}/audio.wav\`} data-code="RENDER_STORE_FULL">{state === 'FAILED' ? 503 : null}</audio>;\nnew WebSocket(url, { headers: {} });\n`,
	'app/main.py': `from fastapi import HTTPException
class Settings(BaseSettings):
    model_config = SettingsConfigDict(env_prefix="APP_")
    token: str
@app.post("/sessions/{id}/offer", status_code=201)
async def offer(id: str):
    """RENDER_STORE_FULL"""
    job = {"base_model": {"model_id": ""}, "resource_config": {"gpu_count": 0}}
    raise HTTPException(status_code=500, detail={"code": "SCAIECHO_WEBRTC_SESSION_STATE_LOST", "x": f"{os.environ['SCAIBUNKER_WORKER_TOKEN']}"})
`,
	'main.go': `package main

import "google.golang.org/grpc/codes"

type Config struct {
	Port int \`env:"PORT" json:"gpu_count"\`
}

func handler(w http.ResponseWriter, r *http.Request) {
	if status.Code(err) == codes.Unavailable {
		http.Error(w, \`{"code":"RENDER_STORE_FULL"}\`, 500)
	}
	os.Getenv("RENDER_STORE_DIR")
}
`,
	'src/main/java/A.java': `@RestController class A {
	@Value("\${PORT:8080}") int port;
	@GetMapping("/jobs") Mono<String> f() { throw new ResponseStatusException(HttpStatus.BAD_REQUEST, "RENDER_STORE_FULL"); }
}
`,
	'A.kt': 'val port = System.getenv("PORT") ?: "1"\nthrow ApiException(500, mapOf("code" to "RENDER_STORE_FULL"))\n',
	'A.cs':
		'class A { IActionResult F() => StatusCode(500, new { code = "RENDER_STORE_FULL" }); string p = Environment.GetEnvironmentVariable("PORT"); }\n',
	'src/lib.rs':
		'fn f() -> Result<(), Status> { let p = std::env::var("PORT").unwrap(); (StatusCode::BAD_REQUEST, Json(json!({ "code": "RENDER_STORE_FULL" }))); Err(Status::unavailable("x")) }\n',
	'a.rb':
		"render json: { code: 'RENDER_STORE_FULL', port: ENV.fetch('PORT') { 1 } }, status: :bad_request\n# runbook-lens-ignore-file env/misspelled\n",
	'a.php':
		"<?php return response()->json(['code' => 'RENDER_STORE_FULL', 'p' => env('PORT', 1)], 500); ?>\n<p>NOT_FOUND</p>\n",
	'run.sh':
		'export PORT="${PORT:-3000}"\nif [ "$status" -eq 503 ]; then curl -X POST "$BASE/speakers/$ID/warm" -H "X-Session-Id: $S"; fi\ncat <<EOF\nRENDER_STORE_FULL\nEOF\n',
	'q.sql': "select * from mod_scaimind_jobs where state = 'FAILED' -- RENDER_STORE_FULL\n",
	'job.json':
		'{ "base_model": { "model_id": "" }, "data_config": { "sources": [] }, "interfaces": [], "network_profile": "isolated", "status": 503 }\n',
	'a.jsonc': '// RENDER_STORE_FULL\n{ "backend_preference": "prefer_self_hosted", /* x */ "statusCode": "429", }\n',
	'compose.yaml':
		'services:\n  worker: &w\n    env_file: [.env]\n    environment:\n      SCAIBUNKER_WORKER_TOKEN: ${SCAIBUNKER_WORKER_TOKEN:?}\n      - bad\n  controller:\n    <<: *w\n    ports: ["4401:4401"]\n',
	'pyproject.toml': '[project]\nrequires-python = ">=3.11"\ndependencies = ["aiortc"]\n[base_model]\nmodel_id = ""\n',
	'application.properties': 'spring.jpa.hibernate.ddl-auto=validate\nserver.port=${PORT:8080}\n',
	'.env':
		'# comment\nexport PORT=3000\nSCAIBUNKER_WORKER_TOKEN="s3cret # not"\nRENDER_STORE_BUDGET_MB=-5\nA=${B:-$C}\nBROKEN\n',
	'.env.example': "PORT=\n# RENDER_STORE_DIR=\nAUTH_TOKEN='\n",
	'nginx.conf':
		'server {\n  location /ws { proxy_pass http://x; proxy_read_timeout 30s; }\n  location ~ ^/api { return 503 "RENDER_STORE_FULL"; }\n}\n',
	Dockerfile:
		'FROM python:3.11 AS a\nARG PORT=1\nENV NODE_ENV=production PORT=$PORT \\\n  X=1\nRUN --mount=type=secret npm test\n',
	'README.md':
		'# RENDER_STORE_FULL\n\n| Code | HTTP |\n| --- | --- |\n| `NOT_FOUND` | 404 |\n\n```json\n{"code":"NOT_FOUND"}\n```\n<!-- runbook-lens-ignore-next-line -->\n',
	'app.log': '{"level":50,"code":"RENDER_STORE_FULL","statusCode":503}\n1.1.1.1 - "GET /jobs HTTP/1.1" 503 12\n',
	'a.vue':
		'<template><audio :src="u" /></template>\n<script setup lang="ts">\nconst a = import.meta.env.VITE_X; send({ code: \'RENDER_STORE_FUL\' });\n</script>\n',
	'a.svelte':
		"<script>\nimport { env } from '$env/dynamic/private';\nif (e.code === 4401) f(env.PORT);\n</script>\n{#if x}NOT_FOUND{/if}\n",
	'package.json':
		'{ "name": "a", "scripts": { "test": "vitest", "dev": "cp .env.local .env && next" }, "dependencies": { "express": "^5" } }\n',
	'requirements.txt': 'fastapi==0.1\naiortc>=1 ; python_version > "3.8"\n',
	'notes.txt': 'code = Unavailable desc = x; RENDER_STORE_FULL\n',
	'runbook-lens.jsonc': '{ "rules": { "code/wrong-status": "error" }, "ignore": [{ "files": ["x/**"] }] }\n',
};
