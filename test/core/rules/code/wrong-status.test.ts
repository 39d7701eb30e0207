import { wrongStatus } from '../../../../src/core/rules/code/wrong-status';
import { ruleTester } from '../../../support/ruleTester';

const daemon = { catalogs: { 'render-daemon': 'on' } } as const;
const wrong = (data: Record<string, string | number>) => [{ messageId: 'wrong', data }];

ruleTester(wrongStatus, {
	silent: [
		{
			name: 'the documented status',
			config: daemon,
			files: { 'a.ts': "res.status(429).json({ code: 'RATE_LIMITED' });\n" },
		},
		{
			name: 'a status that is not a literal',
			config: daemon,
			files: { 'a.ts': "res.status(status).json({ code: 'RATE_LIMITED' });\n" },
		},
		{
			name: 'a choice between statuses',
			config: daemon,
			files: { 'a.ts': "res.status(x ? 500 : 429).json({ code: 'RATE_LIMITED' });\n" },
		},
		{
			name: 'a comparison with the code',
			config: daemon,
			files: { 'a.ts': "if (body.code === 'RATE_LIMITED') { res.status(500).json({}); }\n" },
		},
		{ name: 'a number that is a delay', config: daemon, files: { 'a.ts': "retryLater('RATE_LIMITED', 500);\n" } },
		{
			name: 'a common code in a workspace that has nothing to do with its catalogue',
			files: { 'a.ts': "res.status(500).json({ code: 'RATE_LIMITED' });\n" },
		},
		{
			name: 'a code that is documented without a status',
			config: daemon,
			files: { 'a.ts': "res.status(500).json({ code: 'PARSE_ERROR' });\n" },
		},
		{
			name: 'two responses side by side',
			config: daemon,
			files: { 'a.ts': "function f() { res.status(500).end();\n}\nfunction g() { send({ code: 'RATE_LIMITED' }); }\n" },
		},
		{
			name: 'a status the object cannot tell',
			config: daemon,
			files: { 'a.ts': "const e = { code: 'RATE_LIMITED', status: s ?? 500 };\n" },
		},
	],
	flagged: [
		{
			name: 'an Express response',
			config: daemon,
			files: { 'a.ts': "res.status(‹500›).json({ ok: false, code: 'RATE_LIMITED' });\n" },
			findings: wrong({ code: 'RATE_LIMITED', found: 500, documented: 429 }),
			fixed: { 'a.ts': "res.status(429).json({ ok: false, code: 'RATE_LIMITED' });\n" },
			title: 'Raise `RATE_LIMITED` with 429',
		},
		{
			name: 'a Fastify reply',
			files: { 'a.js': "reply.code(‹500›).send({ error: { code: 'RENDER_STORE_FULL' } })\n" },
			findings: wrong({ found: 500, documented: 507 }),
			fixed: { 'a.js': "reply.code(507).send({ error: { code: 'RENDER_STORE_FULL' } })\n" },
		},
		{
			name: 'a Koa context',
			files: { 'a.js': "ctx.status = ‹500›;\nctx.body = { code: 'RENDER_STORE_FULL' };\n" },
			findings: wrong({ found: 500, documented: 507 }),
			fixed: { 'a.js': "ctx.status = 507;\nctx.body = { code: 'RENDER_STORE_FULL' };\n" },
		},
		{
			name: 'a Nest exception with a constant',
			files: {
				'a.ts': "throw new HttpException({ code: 'RENDER_STORE_FULL' }, HttpStatus.‹INTERNAL_SERVER_ERROR›);\n",
			},
			findings: wrong({ found: 500, documented: 507 }),
			fixed: { 'a.ts': "throw new HttpException({ code: 'RENDER_STORE_FULL' }, HttpStatus.INSUFFICIENT_STORAGE);\n" },
		},
		{
			name: 'a Nest exception whose class is the status',
			files: { 'a.ts': "throw new ‹NotFoundException›({ code: 'RENDER_STORE_FULL' });\n" },
			findings: wrong({ found: 404, documented: 507 }),
			fixed: null,
		},
		{
			name: 'a Hono response',
			files: { 'a.ts': "return c.json({ error: { code: 'RENDER_TOO_LARGE' } }, ‹500›);\n" },
			findings: wrong({ found: 500, documented: 413 }),
			fixed: { 'a.ts': "return c.json({ error: { code: 'RENDER_TOO_LARGE' } }, 413);\n" },
		},
		{
			name: 'a Next response with options',
			files: { 'a.ts': "return NextResponse.json({ code: 'RENDER_TOO_LARGE' }, { status: ‹400› });\n" },
			findings: wrong({ found: 400, documented: 413 }),
			fixed: { 'a.ts': "return NextResponse.json({ code: 'RENDER_TOO_LARGE' }, { status: 413 });\n" },
		},
		{
			name: 'an object with code and status',
			files: { 'a.ts': "const full = { code: 'RENDER_STORE_FULL', status: ‹500› };\n" },
			findings: wrong({ found: 500, documented: 507 }),
			fixed: { 'a.ts': "const full = { code: 'RENDER_STORE_FULL', status: 507 };\n" },
		},
		{
			name: 'a table of codes and statuses',
			files: { 'a.ts': 'const statuses = { RENDER_STORE_FULL: 507, RENDER_QUEUE_FULL: ‹500› };\n' },
			findings: wrong({ code: 'RENDER_QUEUE_FULL', found: 500, documented: 503 }),
			fixed: { 'a.ts': 'const statuses = { RENDER_STORE_FULL: 507, RENDER_QUEUE_FULL: 503 };\n' },
		},
		{
			name: "a team's own error class",
			files: { 'a.ts': "throw new ApiError(‹500›, 'RENDER_STORE_FULL', 'full');\n" },
			findings: wrong({ found: 500, documented: 507 }),
			fixed: { 'a.ts': "throw new ApiError(507, 'RENDER_STORE_FULL', 'full');\n" },
		},
		{
			name: 'a FastAPI exception',
			files: { 'a.py': 'raise HTTPException(status_code=‹409›, detail={"code": "SCAIECHO_BACKEND_UNAVAILABLE"})\n' },
			findings: wrong({ found: 409, documented: 502 }),
			fixed: { 'a.py': 'raise HTTPException(status_code=502, detail={"code": "SCAIECHO_BACKEND_UNAVAILABLE"})\n' },
		},
		{
			name: 'a FastAPI exception with a Starlette constant',
			files: {
				'a.py': 'raise HTTPException(status.‹HTTP_400_BAD_REQUEST›, detail={"code": "SCAIECHO_BACKEND_UNAVAILABLE"})\n',
			},
			findings: wrong({ found: 400, documented: 502 }),
			fixed: {
				'a.py': 'raise HTTPException(status.HTTP_502_BAD_GATEWAY, detail={"code": "SCAIECHO_BACKEND_UNAVAILABLE"})\n',
			},
		},
		{
			name: 'a Flask tuple',
			files: { 'a.py': "def f():\n    return jsonify({'code': 'RENDER_STORE_FULL'}), ‹500›\n" },
			findings: wrong({ found: 500, documented: 507 }),
			fixed: { 'a.py': "def f():\n    return jsonify({'code': 'RENDER_STORE_FULL'}), 507\n" },
		},
		{
			name: 'a Django response',
			files: { 'a.py': "return JsonResponse({'code': 'RENDER_STORE_FULL'}, status=‹500›)\n" },
			findings: wrong({ found: 500, documented: 507 }),
			fixed: { 'a.py': "return JsonResponse({'code': 'RENDER_STORE_FULL'}, status=507)\n" },
		},
		{
			name: 'a Spring ResponseEntity',
			files: {
				'A.java':
					'class A { Object f() { return ResponseEntity.status(HttpStatus.‹BAD_REQUEST›).body(Map.of("code", "RENDER_STORE_FULL")); } }\n',
			},
			findings: wrong({ found: 400, documented: 507 }),
			fixed: {
				'A.java':
					'class A { Object f() { return ResponseEntity.status(HttpStatus.INSUFFICIENT_STORAGE).body(Map.of("code", "RENDER_STORE_FULL")); } }\n',
			},
		},
		{
			name: 'a Spring ResponseEntity helper',
			files: {
				'A.java':
					'class A { Object f() { return ResponseEntity.‹badRequest›().body(Map.of("code", "RENDER_STORE_FULL")); } }\n',
			},
			findings: wrong({ found: 400, documented: 507 }),
			fixed: null,
		},
		{
			name: 'a Spring ResponseStatusException',
			files: {
				'A.java':
					'class A { void f() { throw new ResponseStatusException(HttpStatus.‹NOT_FOUND›, "RENDER_STORE_FULL"); } }\n',
			},
			findings: wrong({ found: 404, documented: 507 }),
			fixed: {
				'A.java':
					'class A { void f() { throw new ResponseStatusException(HttpStatus.INSUFFICIENT_STORAGE, "RENDER_STORE_FULL"); } }\n',
			},
		},
		{
			name: 'http.Error in Go',
			files: { 'a.go': 'package a\n\nfunc f() {\n\thttp.Error(w, "RENDER_STORE_FULL", http.‹StatusBadRequest›)\n}\n' },
			findings: wrong({ found: 400, documented: 507 }),
			fixed: {
				'a.go': 'package a\n\nfunc f() {\n\thttp.Error(w, "RENDER_STORE_FULL", http.StatusInsufficientStorage)\n}\n',
			},
		},
		{
			name: 'a JSON writer in Go',
			files: {
				'a.go':
					'package a\n\nfunc f() {\n\tw.WriteHeader(http.‹StatusBadGateway›)\n\tjson.NewEncoder(w).Encode(map[string]string{"code": "RENDER_STORE_FULL"})\n}\n',
			},
			findings: wrong({ found: 502, documented: 507 }),
			fixed: {
				'a.go':
					'package a\n\nfunc f() {\n\tw.WriteHeader(http.StatusInsufficientStorage)\n\tjson.NewEncoder(w).Encode(map[string]string{"code": "RENDER_STORE_FULL"})\n}\n',
			},
		},
		{
			name: 'gin in Go',
			files: { 'a.go': 'package a\n\nfunc f() {\n\tc.JSON(‹500›, gin.H{"code": "RENDER_STORE_FULL"})\n}\n' },
			findings: wrong({ found: 500, documented: 507 }),
			fixed: { 'a.go': 'package a\n\nfunc f() {\n\tc.JSON(507, gin.H{"code": "RENDER_STORE_FULL"})\n}\n' },
		},
		{
			name: 'ASP.NET',
			files: { 'A.cs': 'class A { object F() { return StatusCode(‹500›, new { code = "RENDER_STORE_FULL" }); } }\n' },
			findings: wrong({ found: 500, documented: 507 }),
			fixed: { 'A.cs': 'class A { object F() { return StatusCode(507, new { code = "RENDER_STORE_FULL" }); } }\n' },
		},
		{
			name: 'Axum in Rust',
			files: { 'a.rs': 'fn f() -> R { (StatusCode::‹BAD_REQUEST›, Json(json!({"code": "RENDER_STORE_FULL"}))) }\n' },
			findings: wrong({ found: 400, documented: 507 }),
			fixed: {
				'a.rs': 'fn f() -> R { (StatusCode::INSUFFICIENT_STORAGE, Json(json!({"code": "RENDER_STORE_FULL"}))) }\n',
			},
		},
		{
			name: 'Rails',
			files: { 'a.rb': "render json: { code: 'RENDER_STORE_FULL' }, status: ‹:bad_request›\n" },
			findings: wrong({ found: 400, documented: 507 }),
			fixed: { 'a.rb': "render json: { code: 'RENDER_STORE_FULL' }, status: :insufficient_storage\n" },
		},
		{
			name: 'Laravel',
			files: { 'a.php': "<?php return response()->json(['code' => 'RENDER_STORE_FULL'], ‹500›);\n" },
			findings: wrong({ found: 500, documented: 507 }),
			fixed: { 'a.php': "<?php return response()->json(['code' => 'RENDER_STORE_FULL'], 507);\n" },
		},
		{
			name: 'JSON',
			files: { 'a.json': '{ "code": "RENDER_STORE_FULL", "status": ‹500› }\n' },
			findings: wrong({ found: 500, documented: 507 }),
			fixed: { 'a.json': '{ "code": "RENDER_STORE_FULL", "status": 507 }\n' },
		},
		{
			name: 'YAML',
			files: { 'a.yaml': 'code: RENDER_STORE_FULL\nstatus: ‹500› # see the log\n' },
			findings: wrong({ found: 500, documented: 507 }),
			fixed: { 'a.yaml': 'code: RENDER_STORE_FULL\nstatus: 507 # see the log\n' },
		},
	],
});
