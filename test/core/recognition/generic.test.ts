import { recognitionTester } from '../../support/recognition';

/** Common words are meant where their kind fits, and only in a workspace that their catalogue has to do with. */
recognitionTester('generic codes and states', [
	{
		path: 'a.ts',
		text: "send({ code: '‹NOT_FOUND›', ⟦NOT_FOUND⟧: 1 }); if (e.code === \"‹NOT_FOUND›\") f(ErrorCode.‹NOT_FOUND›);\nenum E { ‹NOT_FOUND› = 'x', ‹FAILED› }\nconst s = `‹NOT_FOUND›`; const t = 'a NOT_FOUND b'; // NOT_FOUND\nconst j = '{\"code\":\"‹NOT_FOUND›\"}';\n".replace(
			'⟦NOT_FOUND⟧',
			'‹NOT_FOUND›',
		),
	},
	{
		name: 'not in prose, names, comments or calls',
		path: 'a.ts',
		text: "import { ⟦NOT_FOUND⟧ } from './x'; function ⟦FAILED⟧() {}\n// ⟦NOT_FOUND⟧ is left\nlog('the job ⟦FAILED⟧ again'); const ⟦PENDING⟧x = 1; foo(⟦NOT_FOUND⟧);\n",
	},
	{ path: 'a.tsx', text: 'const a = <Job state="‹FAILED›">the job ⟦FAILED⟧</Job>;\n' },
	{ path: 'a.js', text: "switch (job.state) { case '‹QUEUED›': return; case State.‹FAILED›: break; }\n" },
	{
		path: 'a.py',
		text: 'class State(str, Enum):\n    ‹FAILED› = "‹FAILED›"\n\nif job.state == "‹PENDING›" or job.state is State.‹FAILED›:\n    raise E(code="‹NOT_FOUND›")  # ⟦FAILED⟧\nprint("job ⟦FAILED⟧ now")\n',
	},
	{
		path: 'a.go',
		text: 'package a\n\nconst (\n\t‹FAILED› = "‹FAILED›"\n)\n\nfunc f() { if s == "‹PENDING›" { g(State.‹FAILED›, fail("it ⟦FAILED⟧")) } }\n',
	},
	{
		path: 'A.java',
		text: 'enum S { ‹FAILED›, ‹PENDING› }\nclass A { void f() { if (s == S.‹FAILED› || "‹QUEUED›".equals(x)) g("all ⟦FAILED⟧"); } }\n',
	},
	{
		path: 'A.kt',
		text: 'enum class S { A }\nval a = if (s == S.‹FAILED›) "‹PENDING›" else "it ⟦FAILED⟧" // ⟦FAILED⟧\n',
	},
	{
		path: 'A.cs',
		text: 'enum S { ‹FAILED›, ‹PENDING› }\nclass A { void F() { if (s == S.‹FAILED› || x == "‹QUEUED›") G("all ⟦FAILED⟧"); } }\n',
	},
	{
		path: 'a.rs',
		text: 'enum S { ‹FAILED›, ‹PENDING› }\nfn f() { match s { S::‹FAILED› => g("‹QUEUED›"), _ => println!("all ⟦FAILED⟧") } }\n',
	},
	{
		path: 'a.rb',
		text: "raise E if state == '‹FAILED›' || state == :‹PENDING› || x == S::‹QUEUED›\nputs 'all ⟦FAILED⟧' # ⟦FAILED⟧\n",
	},
	{
		path: 'a.php',
		text: "<?php\nif ($s === '‹FAILED›' || $s === S::‹PENDING›) { echo 'all ⟦FAILED⟧'; } // ⟦FAILED⟧\n$a = ['code' => '‹NOT_FOUND›'];\n",
	},
	{ path: 'a.sh', text: 'if [ "$state" = "‹FAILED›" ]; then echo "all ⟦FAILED⟧"; fi # ⟦FAILED⟧\n' },
	{ path: 'a.sql', text: "update jobs set state = '‹FAILED›' where state in ('‹PENDING›', '‹QUEUED›'); -- ⟦FAILED⟧\n" },
	{
		path: 'a.json',
		text: '{ "state": "‹FAILED›", "list": ["‹PENDING›"], "text": "all ⟦FAILED⟧ now", "‹NOT_FOUND›": 1 }\n',
	},
	{ path: 'a.yaml', text: 'state: ‹FAILED›\nlist: [‹PENDING›, "‹QUEUED›"]\ntext: all ⟦FAILED⟧ now # ⟦FAILED⟧\n' },
	{ path: 'a.toml', text: 'state = "‹FAILED›" # ⟦FAILED⟧\ntext = "all ⟦FAILED⟧ now"\n' },
	{ path: 'a.properties', text: 'job.state=‹FAILED›\ntext=all ⟦FAILED⟧ now\n# ⟦FAILED⟧\n' },
	{ path: 'a.env', text: 'STATE=‹FAILED›\nTEXT="all ⟦FAILED⟧ now"\n' },
	{
		path: 'a.md',
		text: 'A job that is `‹FAILED›` has ⟦FAILED⟧, or answers `{"code": "‹NOT_FOUND›"}`.\n\n```json\n{ "code": "‹NOT_FOUND›" }\n```\n',
	},
	{
		path: 'a.log',
		text: '{"level":50,"code":"‹NOT_FOUND›","state":"‹FAILED›"}\n12:00 job ⟦FAILED⟧\n12:00 state="‹FAILED›"\n',
	},
	{ path: 'a.txt', text: 'it ⟦FAILED⟧ with "‹NOT_FOUND›"\n' },
	{
		path: 'a.vue',
		text: "<template>⟦FAILED⟧</template>\n<script>\nexport default { state: '‹FAILED›' }; // ⟦FAILED⟧\n</script>\n",
	},
	{ path: 'a.svelte', text: '<script lang="ts">\nlet s = State.‹FAILED›;\n</script>\n<p>⟦FAILED⟧</p>\n' },
	{
		name: 'lower-case states as values, never as methods or properties',
		path: 'a.ts',
		text: "if (a.status === '‹queued›' || b === 'failed') { this.⟦queued⟧ = 1; x.⟦queued⟧(); ⟦queued⟧(); }\n",
	},
	{
		name: 'nothing of a system without evidence',
		on: [],
		path: 'a.ts',
		text: "send({ code: '⟦NOT_FOUND⟧', state: '⟦FAILED⟧', x: '⟦queued⟧' }); E.⟦PENDING⟧; process.env.⟦PORT⟧;\n",
	},
	{
		name: 'environment variables where they are read',
		path: 'a.ts',
		text: "process.env.‹PORT›; process.env['‹PORT›']; const { ‹PORT› } = process.env; import.meta.env.‹PORT›; env('‹PORT›'); Deno.env.get('‹PORT›');\nconst ⟦PORT⟧ = 1; f(⟦PORT⟧, 'the ⟦PORT⟧ is'); // ⟦PORT⟧\n",
		to: 'render-daemon/variable:PORT',
	},
	{
		name: 'environment variables in Python',
		path: 'a.py',
		text: 'os.environ["‹PORT›"]; os.getenv("‹PORT›", 1); os.environ.get("‹PORT›")\n⟦PORT⟧ = 1\n',
		to: 'render-daemon/variable:PORT',
	},
	{
		name: 'environment variables in Go',
		path: 'a.go',
		text: 'package a\n\nvar p = os.Getenv("‹PORT›")\nvar q, ok = os.LookupEnv("‹PORT›")\nvar ⟦PORT⟧ = 1\n',
		to: 'render-daemon/variable:PORT',
	},
	{
		name: 'environment variables in Rust',
		path: 'a.rs',
		text: 'fn f() { std::env::var("‹PORT›"); env!("‹PORT›"); }\nconst ⟦PORT⟧: u16 = 1;\n',
		to: 'render-daemon/variable:PORT',
	},
	{
		name: 'environment variables in Ruby',
		path: 'a.rb',
		text: "ENV['‹PORT›'] || ENV.fetch('‹PORT›', 1)\n⟦PORT⟧ = 1\n",
		to: 'render-daemon/variable:PORT',
	},
	{
		name: 'environment variables in PHP',
		path: 'a.php',
		text: "<?php getenv('‹PORT›'); $_ENV['‹PORT›']; env('‹PORT›'); const ⟦PORT⟧ = 1;\n",
		to: 'render-daemon/variable:PORT',
	},
	{
		name: 'environment variables in Java',
		path: 'A.java',
		text: 'class A { String p = System.getenv("‹PORT›"); int ⟦PORT⟧ = 1; }\n',
		to: 'render-daemon/variable:PORT',
	},
	{
		name: 'environment variables in C#',
		path: 'A.cs',
		text: 'class A { string p = Environment.GetEnvironmentVariable("‹PORT›"); int ⟦PORT⟧ = 1; }\n',
		to: 'render-daemon/variable:PORT',
	},
	{
		name: 'environment variables in Kotlin',
		path: 'a.kt',
		text: 'val p = System.getenv("‹PORT›")\nconst val ⟦PORT⟧ = 1\n',
		to: 'render-daemon/variable:PORT',
	},
	{
		name: 'environment variables in a shell',
		path: 'a.sh',
		text: 'export ‹PORT›=1\necho "$‹PORT› ${‹PORT›:-3000}" # ⟦PORT⟧\n',
		to: 'render-daemon/variable:PORT',
	},
	{
		name: 'environment variables in an env file',
		path: '.env',
		text: '‹PORT›=3000\nexport ‹PORT›=3000\nURL=http://x:${‹PORT›}/$‹PORT› # ⟦PORT⟧\n',
		to: 'render-daemon/variable:PORT',
	},
	{
		name: 'environment variables in a Dockerfile',
		path: 'Dockerfile',
		text: 'FROM a\nENV ‹PORT›=3000\nARG ‹PORT›\nEXPOSE $‹PORT›\n',
		to: 'render-daemon/variable:PORT',
	},
	{
		name: 'environment variables in a compose file',
		path: 'compose.yml',
		text: 'services:\n  a:\n    environment:\n      ‹PORT›: 3000\n      URL: "http://x:${‹PORT›}"\n  b:\n    environment:\n      - ‹PORT›=3000\n',
		to: 'render-daemon/variable:PORT',
	},
	{
		name: 'environment variables in a manifest',
		path: 'deploy.yaml',
		text: 'spec:\n  env:\n    - name: ‹PORT›\n      value: "3000"\n',
		to: 'render-daemon/variable:PORT',
	},
	{
		name: 'environment variables in JSON',
		path: 'launch.json',
		text: '{ "env": { "‹PORT›": "3000" }, "⟦PORT⟧": 1 }\n',
		to: 'render-daemon/variable:PORT',
	},
	{
		name: 'environment variables in prose',
		path: 'README.md',
		text: 'Set `‹PORT›` to the ⟦PORT⟧.\n',
		to: 'render-daemon/variable:PORT',
	},
	{
		name: 'header names whatever their case, as strings and keys',
		path: 'a.ts',
		text: "req.headers['‹x-session-id›']; h.set('‹X-Session-Id›', s); const o = { '‹X-Session-Id›': s };\n",
	},
	{
		name: 'words that need another word in the file, with it',
		path: 'a.ts',
		text: "create({ network_profile: '‹registry›', other: '‹isolated›' });\n",
	},
	{
		name: 'words that need another word in the file, without it',
		path: 'a.ts',
		text: "pull({ from: '⟦registry⟧', mode: '⟦isolated⟧', validation: '⟦any⟧' });\n",
	},
]);
