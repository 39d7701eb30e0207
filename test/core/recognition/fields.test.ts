import { recognitionTester } from '../../support/recognition';

const to = 'scaimind/invalid-argument';

/** Dotted fields, as dotted text and as nested keys, and plain fields of a body. */
recognitionTester('fields', [
	{
		path: 'a.ts',
		to,
		text: "const job = { base_model: { ‹model_id›: '' }, data_config: { ‹sources›: [] } };\nf('‹base_model.model_id›', job.‹base_model.model_id›, job.base_model?.‹model_id›, job['base_model']['‹model_id›']);\nconst base_model = { ‹model_id›: x };\n",
	},
	{ path: 'a.tsx', to, text: 'const a = <Job body={{ base_model: { ‹model_id›: "" } }} />;\n' },
	{ path: 'a.json', to, text: '{ "base_model": { "revision": "x", "‹model_id›": "" }, "‹base_model.model_id›": 1 }\n' },
	{ path: 'a.jsonc', to, text: '{ "job": { "data_config": { "‹sources›": [] } } } // one\n' },
	{ path: 'a.yaml', to, text: 'job:\n  base_model:\n    ‹model_id›: ""\n  data_config: { ‹sources›: [] }\n' },
	{ path: 'a.toml', to, text: '[job.base_model]\nrevision = 1\n‹model_id› = ""\n\n[data_config]\n‹sources› = []\n' },
	{ path: 'a.properties', to, text: 'job.‹base_model.model_id›=\n' },
	{
		path: 'a.py',
		to,
		text: 'job = {"base_model": {"‹model_id›": ""}, "data_config": dict(‹sources›=[])}\njob["base_model"]["‹model_id›"] = 1\nprint(job.‹base_model.model_id›)\n',
	},
	{
		path: 'a.go',
		to,
		text: 'package a\n\nvar j = map[string]any{"base_model": map[string]any{"‹model_id›": ""}}\nvar s = `{"base_model":{"‹model_id›":""}}`\n',
	},
	{ path: 'a.rb', to, text: "job = { base_model: { ‹model_id›: '' }, 'data_config' => { '‹sources›' => [] } }\n" },
	{ path: 'a.php', to, text: "<?php $job = ['base_model' => ['‹model_id›' => '']];\n" },
	{ path: 'a.md', to, text: 'Set `‹base_model.model_id›`.\n' },
	{ path: 'a.log', to, text: '{"detail":"‹base_model.model_id› is empty"}\n{"base_model":{"‹model_id›":""}}\n' },
	{
		name: 'not below another key',
		path: 'a.ts',
		text: 'const a = { router: { ⟦model_id⟧: 1 }, ⟦sources⟧: [] }; a.⟦model_id⟧ = 1; const ⟦sources⟧ = 1;\n',
	},
	{ name: 'not below another key in data', path: 'a.yaml', text: 'a:\n  ⟦sources⟧: []\nb:\n  c: { ⟦model_id⟧: 1 }\n' },
	{
		name: 'not without evidence',
		path: 'a.json',
		on: [],
		text: '{ "base_model": { "⟦model_id⟧": "", "⟦gpu_count⟧": 1 } }\n',
	},
	{
		name: 'plain fields as keys, members and strings, not as variables or words',
		path: 'a.ts',
		text: "const a = { ‹gpu_count›: 1, '‹gpu_count›': 1 }; a.‹gpu_count›; a['‹gpu_count›']; // ⟦gpu_count⟧\nlet ⟦gpu_count⟧x = 1; say('the ⟦gpu_count⟧ is');\ninterface J { ‹gpu_count›: number }\n",
	},
	{
		name: 'plain fields in Python',
		path: 'a.py',
		text: 'class J(BaseModel):\n    ‹gpu_count›: int = 1\nf(‹gpu_count›=1, **{"‹gpu_count›": 2})\nj.‹gpu_count› = 1\n',
	},
	{
		name: 'plain fields in Go',
		path: 'a.go',
		text: 'package a\n\ntype J struct {\n\tGpuCount int `json:"‹gpu_count›"`\n}\n',
	},
	{ name: 'plain fields in Java', path: 'A.java', text: 'class J { @JsonProperty("‹gpu_count›") int gpuCount; }\n' },
	{
		name: 'plain fields in Rust',
		path: 'a.rs',
		text: 'struct J { ‹gpu_count›: u32 }\nfn f() { J { ‹gpu_count›: 1 }; j.‹gpu_count›; }\n',
	},
	{
		name: 'plain fields in C#',
		path: 'a.cs',
		text: 'class J { [JsonPropertyName("‹gpu_count›")] public int N { get; set; } }\n',
	},
]);
