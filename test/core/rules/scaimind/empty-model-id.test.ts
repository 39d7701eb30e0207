import { ruleTester } from '../../../support/ruleTester';
import { bundledRule } from '../../../support/rules';

const on = { catalogs: { scaimind: 'on' } } as const;
const found = (data: Record<string, string | number> = {}) => [{ messageId: 'body', data }];

ruleTester(bundledRule('scaimind/empty-model-id'), {
	silent: [
		{
			name: 'a model',
			config: on,
			files: { 'a.json': '{ "training_type": "LORA", "base_model": { "model_id": "org/m" } }\n' },
		},
		{
			name: 'a model that is computed',
			config: on,
			files: {
				'a.py':
					'send({"training_type": "LORA", "base_model": {"model_id": f"{org}"}})\nsend({"training_type": "LORA", "base_model": {"model_id": model}})\n',
			},
		},
		{
			name: 'a template',
			config: on,
			files: { 'a.yaml': 'training_type: LORA\nbase_model:\n  model_id: "{{ model }}"\n' },
		},
		{
			name: 'the state of a form',
			config: on,
			files: { 'a.tsx': "const [job, setJob] = useState({ training_type: 'SFT', base_model: { model_id: '' } });\n" },
		},
		{
			name: 'another base model',
			config: on,
			files: { 'a.json': '{ "base_model": { "model_id": "" }, "name": "x" }\n' },
		},
	],
	flagged: [
		{
			name: 'JSON',
			config: on,
			files: { 'a.json': '{ "training_type": "LORA", "base_model": { "model_id": ‹""› } }\n' },
			findings: found(),
			fixed: { 'a.json': '{ "training_type": "LORA", "base_model": { "model_id": "your-org/your-model" } }\n' },
		},
		{
			name: 'YAML without a value, and with blanks',
			config: on,
			files: {
				'a.yaml': 'training_type: LORA\nbase_model:\n  model_id:‹›\n',
				'b.yml': "training_type: LORA\nbase_model:\n  model_id: ‹' '›\n",
			},
			findings: [...found(), ...found()],
			fixed: {
				'a.yaml': 'training_type: LORA\nbase_model:\n  model_id: your-org/your-model\n',
				'b.yml': "training_type: LORA\nbase_model:\n  model_id: 'your-org/your-model'\n",
			},
		},
		{
			name: 'TypeScript and Python',
			config: on,
			files: {
				'a.ts': "submit({ base_model: { model_id: ‹''› }, data_config: { sources } });\n",
				'b.py': "submit(base_model=dict(model_id=‹''›), resource_config=dict(gpu_count=1))\n",
			},
			findings: [...found(), ...found()],
			fixed: {
				'a.ts': "submit({ base_model: { model_id: 'your-org/your-model' }, data_config: { sources } });\n",
				'b.py': "submit(base_model=dict(model_id='your-org/your-model'), resource_config=dict(gpu_count=1))\n",
			},
		},
	],
});
