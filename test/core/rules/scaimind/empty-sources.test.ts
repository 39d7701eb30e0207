import { ruleTester } from '../../../support/ruleTester';
import { bundledRule } from '../../../support/rules';

const on = { catalogs: { scaimind: 'on' } } as const;
const found = (data: Record<string, string | number> = {}) => [{ messageId: 'body', data }];

ruleTester(bundledRule('scaimind/empty-sources'), {
	silent: [
		{
			name: 'a source',
			config: on,
			files: { 'a.json': '{ "training_type": "SFT", "data_config": { "sources": ["a"] } }\n' },
		},
		{
			name: 'sources from elsewhere',
			config: on,
			files: {
				'a.py': 'send({"training_type": "SFT", "data_config": {"sources": [*extra]}})\n',
				'b.yaml': 'x: &s scaidrive://a\ntraining_type: SFT\ndata_config:\n  sources: [*s]\n',
			},
		},
		{
			name: 'a template that is copied and filled',
			config: on,
			files: {
				'a.py':
					'EMPTY = {"training_type": "SFT", "data_config": {"sources": []}}\ndef job():\n    body = copy.deepcopy(EMPTY)\n    body["data_config"]["sources"] = found\n    return body\n',
				'b.py':
					'def job():\n    body = {"training_type": "SFT", "data_config": {"sources": []}}\n    body["data_config"]["sources"].append(path)\n    return body\n',
			},
		},
		{
			name: 'a list that is filled later',
			config: on,
			files: {
				'a.ts':
					"const job = { training_type: 'SFT', data_config: { sources: [] } };\njob.data_config.sources.push(path);\nsubmit(job);\n",
			},
		},
	],
	flagged: [
		{
			name: 'Python',
			config: on,
			files: {
				'a.py': 'def job():\n    return {"training_type": "LORA", "data_config": {"sources": ‹[]›, "batch_size": 4}}\n',
			},
			findings: found(),
			fixed: {
				'a.py':
					'def job():\n    return {"training_type": "LORA", "data_config": {"sources": ["scaidrive://your-folder/your-data.jsonl"], "batch_size": 4}}\n',
			},
		},
		{
			name: 'YAML without a value',
			config: on,
			files: { 'a.yaml': 'training_type: LORA\ndata_config:\n  sources:‹›\n  batch_size: 4\n' },
			findings: found(),
			fixed: {
				'a.yaml':
					'training_type: LORA\ndata_config:\n  sources: [scaidrive://your-folder/your-data.jsonl]\n  batch_size: 4\n',
			},
		},
	],
});
