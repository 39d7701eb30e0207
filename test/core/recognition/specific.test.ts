import { recognitionTester } from '../../support/recognition';

/** Specific tokens are meant wherever they stand: identifier, string, comment, prose, in every language. */
recognitionTester('specific tokens', [
	{
		path: 'a.ts',
		text: "import { ‹RENDER_STORE_FULL› } from './codes';\n// ‹RENDER_STORE_FULL›\nthrow new E('‹RENDER_STORE_FULL›', `x ${‹RENDER_STORE_FULL›}`, codes.‹RENDER_STORE_FULL›);\n",
	},
	{
		path: 'a.tsx',
		text: 'const x = <b title="‹RENDER_STORE_FULL›">{\'‹SCAIECHO_BACKEND_UNAVAILABLE›\'} ‹RENDER_QUEUE_FULL›</b>;\n',
	},
	{ path: 'a.mjs', text: 'const ‹RENDER_STORE_FULL› = /‹RENDER_STORE_FULL›/; /* ‹RENDER_STORE_FULL› */\n' },
	{ path: 'a.jsx', text: 'export const a = <p>‹RENDER_STORE_FULL›</p>;\n' },
	{
		path: 'a.py',
		text: '"""‹SCAIECHO_SPEAKER_PREFLIGHT_FAILED›"""\nSCAIECHO = x.‹SCAIECHO_BACKEND_UNAVAILABLE›  # ‹SCAIECHO_BACKEND_UNAVAILABLE›\nraise E(f"{a} ‹SCAIECHO_BACKEND_UNAVAILABLE›")\nos.environ["‹SCAIBUNKER_WORKER_TOKEN›"]\n',
	},
	{
		path: 'a.go',
		text: 'package a\n\nconst ‹RENDER_STORE_FULL› = "‹RENDER_STORE_FULL›" // ‹RENDER_STORE_FULL›\nvar s = `{"code":"‹RENDER_STORE_FULL›"}`\n',
	},
	{
		path: 'A.java',
		text: 'class A { static final String ‹RENDER_STORE_FULL› = "‹RENDER_STORE_FULL›"; /** ‹RENDER_STORE_FULL› */ }\n',
	},
	{
		path: 'A.kt',
		text: 'val ‹RENDER_STORE_FULL› = "‹RENDER_STORE_FULL›" // ‹RENDER_STORE_FULL›\nenum class E { ‹RENDER_QUEUE_FULL› }\n',
	},
	{
		path: 'A.cs',
		text: 'class A { const string X = "‹RENDER_STORE_FULL›"; int ‹RENDER_STORE_FULL›; /// ‹RENDER_STORE_FULL›\n}\n',
	},
	{
		path: 'a.rs',
		text: 'const ‹RENDER_STORE_FULL›: &str = "‹RENDER_STORE_FULL›"; // ‹RENDER_STORE_FULL›\nfn f() { Err(E::‹RENDER_STORE_FULL›) }\n',
	},
	{
		path: 'a.rb',
		text: "‹RENDER_STORE_FULL› = '‹RENDER_STORE_FULL›' # ‹RENDER_STORE_FULL›\nraise :‹RENDER_STORE_FULL›\n",
	},
	{
		path: 'a.php',
		text: "<?php\n// ‹RENDER_STORE_FULL›\n$a = ['code' => '‹RENDER_STORE_FULL›', E::‹RENDER_STORE_FULL›];\n",
	},
	{
		path: 'a.sh',
		text: '# ‹SCAIBUNKER_WORKER_TOKEN›\nexport ‹SCAIBUNKER_WORKER_TOKEN›="$‹SCAIBUNKER_WORKER_TOKEN›"\necho ${‹SCAIBUNKER_WORKER_TOKEN›:-} ‹RENDER_STORE_FULL›\n',
	},
	{
		path: 'a.sql',
		text: "select * from ‹mod_scaimind_jobs› where code = '‹RENDER_STORE_FULL›'; -- ‹RENDER_STORE_FULL›\n",
	},
	{
		path: 'a.json',
		text: '{ "‹RENDER_STORE_FULL›": "‹RENDER_STORE_FULL›", "text": "see ‹RENDER_STORE_FULL› there" }\n',
	},
	{ path: 'a.jsonc', text: '{ "a": 1, /* ‹RENDER_STORE_FULL› */ } // ‹RENDER_STORE_FULL›\n' },
	{
		path: 'a.yaml',
		text: '# ‹scaimind_grpc_timeout_s›\n‹scaimind_grpc_timeout_s›: 5\nlist: [‹RENDER_STORE_FULL›, "‹RENDER_STORE_FULL›"]\n',
	},
	{
		path: 'a.toml',
		text: '# ‹scaimind_grpc_timeout_s›\n[app]\n‹scaimind_grpc_timeout_s› = 5\na = "‹RENDER_STORE_FULL›"\n',
	},
	{
		path: 'a.properties',
		text: '# ‹RENDER_STORE_FULL›\nerror.code=‹RENDER_STORE_FULL›\n‹scaimind_grpc_timeout_s›: 5\n',
	},
	{
		path: '.env',
		text: '# ‹SCAIBUNKER_WORKER_TOKEN›\nexport ‹SCAIBUNKER_WORKER_TOKEN›=x\n‹RENDER_STORE_BUDGET_MB›=$‹RENDER_PER_BUDGET_MB›\n',
	},
	{
		path: 'nginx.conf',
		text: '# ‹RENDER_STORE_FULL›\nlocation / { return 507 "‹RENDER_STORE_FULL›"; set $x ‹SCAIBUNKER_WORKER_TOKEN›; }\n',
	},
	{
		path: 'Dockerfile',
		text: 'FROM node\n# ‹RENDER_STORE_DIR›\nARG ‹SCAIBUNKER_WORKER_TOKEN›\nENV ‹RENDER_STORE_DIR›=/a ‹RENDER_STORE_BUDGET_MB›=5\nRUN echo $‹SCAIBUNKER_WORKER_TOKEN›\n',
	},
	{
		path: 'compose.yaml',
		text: 'services:\n  a:\n    environment:\n      - ‹SCAIBUNKER_WORKER_TOKEN›=${‹SCAIBUNKER_WORKER_TOKEN›:?}\n      ‹RENDER_STORE_DIR›: /a\n',
	},
	{
		path: 'README.md',
		text: '# ‹RENDER_STORE_FULL›\n\nSee ‹RENDER_STORE_FULL›, `‹RENDER_STORE_FULL›`, **‹RENDER_STORE_FULL›** and [‹RENDER_STORE_FULL›](#x).\n\n| ‹RENDER_STORE_FULL› |\n',
	},
	{
		path: 'app.log',
		text: '12:00 ERROR ‹RENDER_STORE_FULL› full\n{"level":50,"code":"‹RENDER_STORE_FULL›","msg":"‹scaimind_coordinator_error›"}\n',
	},
	{
		path: 'a.vue',
		text: '<template><p>‹RENDER_STORE_FULL›</p></template>\n<script setup lang="ts">\nconst a = \'‹RENDER_STORE_FULL›\'; // ‹RENDER_STORE_FULL›\n</script>\n',
	},
	{
		path: 'a.svelte',
		text: "<script>\nlet a = codes.‹RENDER_STORE_FULL›;\n</script>\n{#if code === '‹RENDER_STORE_FULL›'}<p/>{/if}\n",
	},
	{ path: 'notes.txt', text: 'The answer was ‹RENDER_STORE_FULL›; ask about ‹scaiecho:transcribe›.\n' },
	{ path: 'a.unknown', text: '%% ‹RENDER_STORE_FULL›\n' },
	{
		name: 'permissions with colons',
		path: 'a.ts',
		text: 'need(\'‹scaibunker:network:registry›\', "‹scaiecho:diarize›"); // ‹scaimind:manage›\n',
	},
	{
		name: 'not as a part of a longer word',
		path: 'a.ts',
		text: "const ⟦MY_RENDER_STORE_FULL⟧ = '⟦RENDER_STORE_FULL_2⟧'; f(⟦renderStoreFull⟧, ⟦XRENDER_STORE_FULL⟧);\n",
	},
	{ name: 'another case is another word', path: 'a.ts', text: 'const ⟦render_store_full⟧ = 1;\n' },
	{ name: 'settings in capitals, as an environment spells them', path: '.env', text: '‹SCAIMIND_GRPC_TIMEOUT_S›=5\n' },
	{
		name: 'in a workspace that nothing else ties to the system',
		path: 'a.ts',
		on: [],
		text: "f('‹RENDER_STORE_FULL›');\n",
	},
]);
