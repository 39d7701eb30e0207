import { ruleTester } from '../../../support/ruleTester';
import { bundledRule } from '../../../support/rules';

const on = { catalogs: { scaimind: 'on' } } as const;
const found = (data: Record<string, string | number> = {}) => [{ messageId: 'body', data }];

ruleTester(bundledRule('scaimind/world-size-mismatch'), {
	silent: [
		{
			name: 'the product',
			config: on,
			files: {
				'a.json': '{ "resource_config": { "gpu_count": 4 }, "distributed_config": { "nodes": 2, "world_size": 8 } }\n',
			},
		},
		{
			name: 'numbers that are computed',
			config: on,
			files: {
				'a.py':
					'send({"resource_config": {"gpu_count": n}, "distributed_config": {"nodes": 2, "world_size": 8}})\nsend({"resource_config": {"gpu_count": 4}, "distributed_config": {"nodes": nodes, "world_size": 8}})\n',
			},
		},
		{
			name: 'a spread that may hold the nodes',
			config: on,
			files: { 'a.ts': 'submit({ gpu_count: 4, world_size: 8, ...cluster });\n' },
		},
		{
			name: 'a total of GPUs',
			config: on,
			files: { 'a.json': '{ "gpu_count": 16, "gpus_per_node": 8, "nodes": 2, "world_size": 16 }\n' },
		},
		{
			name: 'the nodes as a list',
			config: on,
			files: { 'a.json': '{ "gpu_count": 4, "nodes": ["a", "b"], "world_size": 16 }\n' },
		},
	],
	flagged: [
		{
			name: 'JSON',
			config: on,
			files: {
				'a.json':
					'{ "resource_config": { "gpu_count": 4 }, "distributed_config": { "nodes": 1, "world_size": ‹8› } }\n',
			},
			findings: found({ value: 8, expected: 4 }),
			fixed: {
				'a.json': '{ "resource_config": { "gpu_count": 4 }, "distributed_config": { "nodes": 1, "world_size": 4 } }\n',
			},
		},
		{
			name: 'YAML with everything in one object',
			config: on,
			files: { 'a.yaml': 'gpu_count: 8\nnum_nodes: 2\nworld_size: ‹8›\n' },
			findings: found({ value: 8, expected: 16 }),
			fixed: { 'a.yaml': 'gpu_count: 8\nnum_nodes: 2\nworld_size: 16\n' },
		},
		{
			name: 'TypeScript and Python without nodes',
			config: on,
			files: {
				'a.ts': 'submit({ resource_config: { gpu_count: 2 }, training_config: { world_size: ‹4› } });\n',
				'b.py': 'submit(dict(gpu_count=2, world_size=‹4›))\n',
			},
			findings: [...found({ expected: 2 }), ...found({ expected: 2 })],
			fixed: {
				'a.ts': 'submit({ resource_config: { gpu_count: 2 }, training_config: { world_size: 2 } });\n',
				'b.py': 'submit(dict(gpu_count=2, world_size=2))\n',
			},
		},
	],
});
