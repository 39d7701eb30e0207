import { recognitionTester } from '../../support/recognition';

const warm = 'scaiecho/no-speaker-label';

/** A documented route, in every way that a path with a parameter is written, unless the method is another one. */
recognitionTester('endpoints', [
	{
		name: 'with template literals, concatenation and placeholders',
		path: 'a.ts',
		to: warm,
		text: "fetch(`${base}‹/speakers/${id}/warm›`, { method: 'POST' });\nclient.post('‹/speakers/' + speaker.id + '/warm›');\nclient.post(`‹/speakers/${encodeURIComponent(s.id)}/warm›?x=1`);\nrouter.post('‹/speakers/:id/warm›', f);\n",
	},
	{
		path: 'a.py',
		to: warm,
		text: '@app.post("‹/speakers/{speaker_id}/warm›")\ndef f(): requests.post(f"{base}‹/speakers/{speaker.id}/warm›")\n@bp.route("‹/speakers/<int:id>/warm›", methods=["POST"])\ndef g(): s.post("‹/speakers/%s/warm›" % id)\n',
	},
	{
		path: 'a.go',
		to: warm,
		text: 'package a\n\nfunc f() {\n\tmux.HandleFunc("POST ‹/speakers/{id}/warm›", h)\n\thttp.NewRequest("POST", fmt.Sprintf("%s‹/speakers/%s/warm›", b, id), nil)\n\thttp.NewRequest(http.MethodPost, b+"‹/speakers/"+id+"/warm›", nil)\n}\n',
	},
	{
		path: 'A.java',
		to: warm,
		text: 'class A { @PostMapping("‹/speakers/{id}/warm›") void f() { rest.postForObject(base + "‹/speakers/" + id + "/warm›", b, X.class); } }\n',
	},
	{
		path: 'A.cs',
		to: warm,
		text: 'class A { [HttpPost("‹/speakers/{id}/warm›")] void F() { c.PostAsync($"{b}‹/speakers/{id}/warm›", x); } }\n',
	},
	{ path: 'a.rb', to: warm, text: 'post \'‹/speakers/:id/warm›\' do\n  http.post("‹/speakers/#{id}/warm›")\nend\n' },
	{
		path: 'a.php',
		to: warm,
		text: "<?php Route::post('‹/speakers/{id}/warm›', 'x'); $c->post('‹/speakers/' . $id . '/warm›'); $c->post(\"‹/speakers/$id/warm›\");\n",
	},
	{
		path: 'a.rs',
		to: warm,
		text: 'fn f() { Router::new().route("‹/speakers/{id}/warm›", post(h)); c.post(format!("{b}‹/speakers/{id}/warm›")); }\n',
	},
	{ path: 'A.kt', to: warm, text: 'post("‹/speakers/{id}/warm›") { client.post("$base‹/speakers/$id/warm›") }\n' },
	{
		path: 'a.sh',
		to: warm,
		text: 'curl -X POST "$BASE‹/speakers/$ID/warm›" -H x\ncurl -XPOST http://h/v1‹/speakers/${ID}/warm›\n',
	},
	{ path: 'a.md', to: warm, text: '`POST ‹/speakers/{id}/warm›` warms it: POST ‹/speakers/spk_12/warm›.\n' },
	{
		path: 'a.log',
		to: warm,
		text: '{"msg":"POST ‹/speakers/4f/warm› 200"}\n"POST ‹/speakers/4f/warm› HTTP/1.1" 200\n',
	},
	{ path: 'a.http', to: warm, text: 'POST http://localhost:80‹/speakers/1/warm›\n' },
	{ path: 'openapi.yaml', to: warm, text: 'paths:\n  ‹/speakers/{id}/warm›:\n    post: {}\n' },
	{ path: 'openapi.json', to: warm, text: '{ "paths": { "‹/speakers/{id}/warm›": { "post": {} } } }\n' },
	{ path: 'nginx.conf', to: 'render-daemon/ws-auth', text: 'location ‹/ws› {\n}\nlocation ⟦/wsx⟧ {}\n' },
	{
		name: 'not with another method',
		path: 'a.ts',
		to: 'scaimind/deadline-exceeded',
		text: "fetch('‹/cluster›'); fetch(`${b}⟦/cluster⟧`, { method: 'DELETE' }); fetch('‹/cluster›', options); router.put('⟦/cluster⟧', async () => { cache.get('x'); });\nrouter.get('‹/cluster›', async () => { await other.post('x'); });\naxios({ url: '⟦/cluster⟧', method: 'post' }); request({ url: '‹/cluster›' });\n",
	},
	{
		name: 'not with another method in Python',
		path: 'a.py',
		text: '@app.delete("⟦/cluster⟧")\ndef f(): requests.request("PUT", b + "⟦/cluster⟧")\n',
	},
	{
		name: 'not with another method in Go',
		path: 'a.go',
		text: 'package a\n\nfunc f() { mux.HandleFunc("PUT ⟦/cluster⟧", h); r.Delete("⟦/cluster⟧", h) }\n',
	},
	{
		name: 'not with another method in Java',
		path: 'A.java',
		text: 'class A { @DeleteMapping("⟦/cluster⟧") void f() {} }\n',
	},
	{ name: 'not with another method in prose', path: 'a.md', text: 'Call `DELETE ⟦/cluster⟧`.\n' },
	{
		name: 'not as the start of a longer path or word',
		path: 'a.ts',
		text: "get('⟦/cluster/nodes/1⟧'); get('⟦/clusters⟧'); get('⟦/cluster-info⟧'); post('⟦/speakers/1/warm/2⟧');\n",
	},
	{
		name: 'not without evidence',
		path: 'a.ts',
		on: [],
		text: "app.get('⟦/jobs⟧'); app.get('⟦/queue⟧'); new WebSocket('wss://x⟦/ws⟧');\n",
	},
]);
