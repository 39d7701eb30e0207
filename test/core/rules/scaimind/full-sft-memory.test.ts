import { ruleTester } from '../../../support/ruleTester';
import { bundledRule } from '../../../support/rules';

const on = { catalogs: { scaimind: 'on' } } as const;
const found = (data: Record<string, string | number> = {}) => [{ messageId: 'body', data }];

ruleTester(bundledRule('scaimind/full-sft-memory'), {
	silent: [
		{ name: 'another type', config: on, files: { 'a.yaml': 'training_type: LORA\ndata_config:\n  batch_size: 64\n' } },
		{ name: 'a small batch', config: on, files: { 'a.yaml': 'training_type: SFT\ndata_config:\n  batch_size: 8\n' } },
		{
			name: 'accumulation',
			config: on,
			files: {
				'a.yaml':
					'training_type: SFT\ndata_config:\n  batch_size: 64\nhyperparameters:\n  gradient_accumulation_steps: 4\n',
			},
		},
		{
			name: 'accumulation that is computed',
			config: on,
			files: {
				'a.py':
					'send({"training_type": "SFT", "data_config": {"batch_size": 64}, "hyperparameters": {"gradient_accumulation_steps": steps}})\n',
			},
		},
		{
			name: 'hyperparameters from elsewhere',
			config: on,
			files: {
				'a.py': 'send({"training_type": "SFT", "data_config": {"batch_size": 64}, "hyperparameters": params})\n',
			},
		},
	],
	flagged: [
		{
			name: 'YAML with hyperparameters',
			config: on,
			files: {
				'a.yaml': 'training_type: SFT\ndata_config:\n  batch_size: ‹64›\nhyperparameters:\n  max_seq_length: 8192\n',
			},
			findings: [{ messageId: 'body', severity: 'information', data: { value: 64 } }],
			fixed: {
				'a.yaml':
					'training_type: SFT\ndata_config:\n  batch_size: 32\nhyperparameters:\n  max_seq_length: 8192\n  gradient_accumulation_steps: 2\n',
			},
			title: 'Halve the batch and double the accumulation',
		},
		{
			name: 'JSON with one step',
			config: on,
			files: {
				'a.json':
					'{ "training_config": { "training_type": "SFT", "hyperparameters": { "gradient_accumulation_steps": 1 } }, "data_config": { "batch_size": ‹16› } }\n',
			},
			findings: found(),
			fixed: {
				'a.json':
					'{ "training_config": { "training_type": "SFT", "hyperparameters": { "gradient_accumulation_steps": 2 } }, "data_config": { "batch_size": 8 } }\n',
			},
		},
		{
			name: 'Python and TypeScript',
			config: on,
			files: {
				'a.py': 'submit(dict(training_type="SFT", data_config={"batch_size": ‹9›}))\n',
				'b.ts': "submit({ training_type: 'SFT', data_config: { sources, batch_size: ‹32› } });\n",
			},
			findings: [...found({ value: 9 }), ...found({ value: 32 })],
			fixed: {
				'a.py': 'submit(dict(training_type="SFT", data_config={"batch_size": 4, "gradient_accumulation_steps": 2}))\n',
				'b.ts':
					"submit({ training_type: 'SFT', data_config: { sources, batch_size: 16, gradient_accumulation_steps: 2 } });\n",
			},
		},
	],
});
