import { ruleTester } from '../../../support/ruleTester';
import { bundledRule } from '../../../support/rules';

const on = { catalogs: { scaimind: 'on' } } as const;
const found = (data: Record<string, string | number> = {}) => [{ messageId: 'body', data }];

ruleTester(bundledRule('scaimind/zero-gpus'), {
	silent: [
		{ name: 'one', config: on, files: { 'a.yaml': 'training_type: SFT\nresource_config:\n  gpu_count: 1\n' } },
		{
			name: 'a number that is computed',
			config: on,
			files: { 'a.py': 'send({"training_type": "SFT", "resource_config": {"gpu_count": gpus}})\n' },
		},
		{ name: 'the resources of somebody else', config: on, files: { 'a.yaml': 'resource_config:\n  gpu_count: 0\n' } },
	],
	flagged: [
		{
			name: 'YAML',
			config: on,
			files: { 'a.yaml': 'training_type: DPO\nresource_config:\n  gpu_count: ‹0› # later\n' },
			findings: found({ value: 0 }),
			fixed: { 'a.yaml': 'training_type: DPO\nresource_config:\n  gpu_count: 1 # later\n' },
			title: 'Ask for 1 GPU',
		},
		{
			name: 'JavaScript and Python',
			config: on,
			files: {
				'a.js': 'submit({ base_model, resource_config: { gpu_count: ‹-1› } });\n',
				'b.py': 'job = {"base_model": m, "resource_config": {"gpu_count": ‹0›}}\nsubmit(job)\n',
			},
			findings: [...found({ value: -1 }), ...found({ value: 0 })],
			fixed: {
				'a.js': 'submit({ base_model, resource_config: { gpu_count: 1 } });\n',
				'b.py': 'job = {"base_model": m, "resource_config": {"gpu_count": 1}}\nsubmit(job)\n',
			},
		},
	],
});
