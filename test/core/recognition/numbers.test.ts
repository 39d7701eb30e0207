import { recognitionTester } from '../../support/recognition';

/** A number is meant only where something says that it is a status or a close code. */
recognitionTester('HTTP statuses', [
	{
		path: 'a.ts',
		text: "res.status(‹503›).send(); res.sendStatus(‹503›); reply.code(‹503›); res.writeHead(‹503›, {});\nif (res.status === ‹429› || err.response?.status == ‹503› || ‹404› === e.statusCode) f();\nthrow new HttpException('x', ‹503›); new Response(null, { status: ‹503› }); Response.json(x, { status: ‹503› });\nres.statusCode = ‹503›; ctx.status = ‹503›; const status = ‹503›;\nswitch (res.status) { case ‹429›: break; case ‹503›: break; }\nexpect(res.status).toBe(‹503›); expect(x).toHaveStatus(‹503›); request(app).get('/').expect(‹503›); assert.equal(r.status, ‹503›);\n",
	},
	{ path: 'a.tsx', text: 'const a = <Err status={‹503›} />;\n' },
	{
		path: 'a.py',
		text: 'raise HTTPException(status_code=‹501›, detail="x")\nraise HTTPException(‹501›)\nif r.status_code == ‹429› or r.status_code in (‹502›, ‹503›): pass\nreturn jsonify(x), ‹503›\nabort(‹404›)\nassert r.status_code == ‹503›\nreturn Response(status=‹503›)\nmatch r.status:\n    case ‹429›: pass\n@app.get("/", status_code=‹201›)\ndef f(): pass\n',
	},
	{
		path: 'a.go',
		text: 'package a\n\nfunc f() {\n\thttp.Error(w, "x", ‹503›)\n\tw.WriteHeader(‹503›)\n\tif res.StatusCode == ‹429› {}\n\tc.JSON(‹503›, gin.H{})\n\tswitch res.StatusCode {\n\tcase ‹503›, ‹504›:\n\t}\n}\n',
	},
	{
		path: 'A.java',
		text: 'class A { void f() { ResponseEntity.status(‹503›); res.setStatus(‹503›); if (r.statusCode() == ‹429› || r.getStatusCode() == ‹429›) g(); switch (r.getStatus()) { case ‹503›: } throw new ApiException(‹503›, "x"); } }\n',
	},
	{ path: 'A.kt', text: 'if (response.code == ‹429› || response.statusCode() == ‹503›) throw HttpException(‹503›)\n' },
	{
		path: 'A.cs',
		text: 'class A { void F() { StatusCode(‹503›); if ((int)r.StatusCode == ‹429›) G(); Response.StatusCode = ‹503›; } }\n',
	},
	{
		path: 'a.rs',
		text: 'fn f() { StatusCode::from_u16(‹503›); if res.status() == ‹429› {} if r.status().as_u16() == ‹429› {} match res.status() { ‹503› => {}, _ => {} } }\n',
	},
	{
		path: 'a.rb',
		text: 'render json: x, status: ‹503›\nhalt ‹503›\nhead ‹404›\nif res.status == ‹429› then end\ncase res.code\nwhen ‹503› then x\nend\n',
	},
	{
		path: 'a.php',
		text: "<?php http_response_code(‹503›); response()->json($x, ‹503›); abort(‹404›); if ($r->getStatusCode() === ‹429›) {} header('HTTP/1.1 ‹503› X');\n",
	},
	{ path: 'a.sh', text: 'if [ "$status" = ‹503› ]; then curl x; fi\n[ "$http_code" -eq ‹429› ] && retry\n' },
	{ path: 'a.sql', text: 'select * from l where status_code = ‹503› and x = ⟦429⟧;\n' },
	{
		path: 'a.json',
		text: '{ "status": ‹507›, "statusCode": "‹503›", "httpStatus": ‹503›, "size": ⟦503⟧, "list": [⟦503⟧] }\n',
	},
	{
		path: 'a.yaml',
		text: 'status: ‹507›\nhttpStatus: ‹503›\nretry:\n  statusCodes: [‹429›, ‹503›]\nsize: ⟦503⟧\nresponses:\n  "‹404›":\n    description: x\n  ‹503›:\n    description: y\n',
	},
	{ path: 'a.toml', text: 'status = ‹503›\nsize = ⟦503⟧\n' },
	{ path: 'a.properties', text: 'http.status=‹503›\npool.size=⟦503⟧\n' },
	{
		path: 'nginx.conf',
		text: 'location / {\n  return ‹503›;\n  error_page ‹502› ‹503› /x.html;\n  client_max_body_size ⟦500⟧m;\n}\n',
	},
	{
		path: 'a.md',
		text: 'It answers `‹503›`, HTTP ‹503›, a ‹503› response, status ‹503› or a ‹429› error; it took ⟦503⟧ ms and ⟦500⟧ people.\n\n| Code | HTTP |\n| --- | --- |\n| X | ‹503› |\n',
	},
	{
		path: 'a.log',
		text: '{"level":50,"statusCode":‹503›,"responseTime":⟦503⟧,"res":{"statusCode":‹429›}}\n1.1.1.1 - - [x] "GET / HTTP/1.1" ‹503› ⟦512⟧ "-"\nstatus=‹503› took=⟦503⟧\nRequest failed with status code ‹503›\n',
	},
	{ path: 'a.txt', text: 'we got HTTP/2 ‹503› and ⟦503⟧ apples\n' },
	{ path: 'a.vue', text: '<script>\nif (res.status === ‹503›) f();\nconst a = ⟦503⟧;\n</script>\n' },
	{
		path: 'a.ts',
		name: 'strings and comments that say so',
		text: "// answers HTTP ‹503› after ⟦503⟧ tries\nf('status ‹503›', 'in ⟦503⟧ ms');\n",
	},
]);

recognitionTester('close codes', [
	{
		path: 'a.ts',
		to: 'scaiecho/ws-4401',
		text: "ws.close(‹4401›, 'x'); socket.terminate(⟦4401⟧ ** 1);\nws.onclose = (event) => { if (event.code === ‹4401›) f(); switch (event.code) { case ‹4401›: break; } };\nsocket.on('close', (code) => { if (code === ‹4401›) f(); });\nconst closeCode = ‹4401›; const AUTH_CLOSE_CODE = ‹4401›; const codes = { closeCode: ‹4401› };\n// closes with ‹4401›\n".replace(
			'socket.terminate(⟦4401⟧ ** 1);',
			'',
		),
	},
	{
		path: 'a.py',
		to: 'scaiecho/ws-4401',
		text: 'await ws.close(code=‹4401›)\nawait ws.close(‹4401›, "x")\nif e.code == ‹4401› or exc.rcvd.code == ‹4401›: pass\nraise WebSocketDisconnect(code=‹4401›)\nWS_AUTH_CLOSE_CODE = ‹4401›\n',
	},
	{
		path: 'a.go',
		to: 'scaiecho/ws-4401',
		text: 'package a\n\nfunc f() {\n\tc.WriteControl(websocket.CloseMessage, websocket.FormatCloseMessage(‹4401›, "x"), d)\n\tif websocket.IsCloseError(err, ‹4401›) {}\n\tif ce.Code == ‹4401› {}\n\tc.Close(‹4401›, "x")\n}\n',
	},
	{
		path: 'A.java',
		to: 'scaiecho/ws-4401',
		text: 'class A { void f() { session.close(new CloseStatus(‹4401›)); if (status.getCode() == ‹4401›) g(); } }\n',
	},
	{
		path: 'A.cs',
		to: 'scaiecho/ws-4401',
		text: 'class A { void F() { ws.CloseAsync((WebSocketCloseStatus)‹4401›, "x", t); if (closeStatus == ‹4401›) G(); } }\n',
	},
	{
		path: 'a.rs',
		to: 'scaiecho/ws-4401',
		text: 'fn f() { ws.close(‹4401›); CloseFrame { code: ‹4401›, reason: x }; if frame.code == ‹4401› {} }\n',
	},
	{ path: 'a.rb', to: 'scaiecho/ws-4401', text: 'ws.close(‹4401›)\nif event.code == ‹4401› then end\n' },
	{ path: 'A.kt', to: 'scaiecho/ws-4401', text: 'ws.close(‹4401›, "x")\nif (reason.code == ‹4401›) f()\n' },
	{ path: 'a.php', to: 'scaiecho/ws-4401', text: '<?php $ws->close(‹4401›); if ($code === ‹4401›) {}\n' },
	{ path: 'a.json', to: 'scaiecho/ws-4401', text: '{ "closeCode": ‹4401›, "ws_code": ‹4401›, "port": ⟦4401⟧ }\n' },
	{ path: 'a.yaml', to: 'scaiecho/ws-4401', text: 'close_code: ‹4401›\nport: ⟦4401⟧\nports: ["⟦4401⟧:⟦4401⟧"]\n' },
	{
		path: 'a.md',
		to: 'scaiecho/ws-4401',
		text: 'The WebSocket closes with ‹4401›; close code `‹4401›`. It listens on ⟦4401⟧ and costs ⟦4401⟧.\n',
	},
	{
		path: 'a.log',
		to: 'scaiecho/ws-4401',
		text: 'websocket closed with code ‹4401›\n{"event":"ws_closed","closeCode":‹4401›,"port":⟦4401⟧}\n{"event":"ws_closed","code":‹4401›}\n',
	},
]);

recognitionTester('numbers that mean nothing of the kind', [
	{
		path: 'a.ts',
		text: "listen(⟦4401⟧); const port = ⟦4401⟧; setTimeout(f, ⟦503⟧); const o = { timeout: ⟦503⟧, width: ⟦404⟧, price: ⟦429⟧.⟦503⟧ };\nconst l = [⟦401⟧, ⟦403⟧, ⟦500⟧]; const d = new Date(2024, ⟦500⟧); const v = '1.⟦503⟧.0'; const s = x > ⟦500⟧; a[⟦404⟧]; f(⟦503⟧); x.slice(0, ⟦500⟧); '$⟦503⟧.00'; 'http://x:⟦4401⟧/'; rgb(⟦200⟧, ⟦404⟧, 1);\nif (items.length === ⟦500⟧ || retries < ⟦429⟧) g(); throw new RangeError('over ⟦500⟧');\nconst amount = ⟦1000⟧; emitter.emit('x', ⟦4401⟧); // ⟦503⟧\n",
	},
	{
		path: 'a.py',
		text: 'sleep(⟦503⟧)\nx = ⟦404⟧\nsize = (⟦500⟧, ⟦400⟧)\nport: int = ⟦4401⟧\ndate(2024, 1, 1)\nrange(⟦500⟧)\nf(timeout=⟦503⟧, n=⟦404⟧)\n',
	},
	{
		path: 'a.go',
		text: 'package a\n\nvar n = ⟦503⟧\nvar l = []int{⟦401⟧, ⟦500⟧}\nfunc f() { time.Sleep(⟦503⟧); make([]byte, ⟦500⟧); g("took", ⟦404⟧) }\n',
	},
	{
		path: 'a.json',
		text: '{ "width": ⟦500⟧, "price": ⟦404⟧.5, "version": "1.⟦503⟧.2", "port": ⟦4401⟧, "ids": [⟦401⟧, ⟦403⟧], "timeout": ⟦503⟧ }\n',
	},
	{ path: 'a.yaml', text: 'port: ⟦4401⟧\nreplicas: ⟦503⟧\ncpu: ⟦500⟧m\nversion: 1.⟦404⟧\ndate: 2024-⟦500⟧\n' },
	{ path: 'a.css.txt', text: 'width: ⟦500⟧px; z-index: ⟦404⟧\n' },
	{ path: 'a.md', text: 'In ⟦500⟧ steps, 1,⟦503⟧ people, v⟦503⟧, #⟦404⟧, ⟦429⟧ ms, port ⟦4401⟧, ⟦503⟧.5\n' },
	{ path: 'a.sql', text: 'select ⟦500⟧ as n from t limit ⟦500⟧;\n' },
	{ path: 'a.sh', text: 'sleep ⟦503⟧; head -n ⟦404⟧; exit ⟦500⟧; chmod ⟦400⟧ x\n' },
]);
