import { ruleTester } from '../../../support/ruleTester';
import { bundledRule } from '../../../support/rules';

const on = { catalogs: { scaiecho: 'on' } } as const;
const found = (data: Record<string, string | number> = {}) => [{ messageId: 'body', data }];

ruleTester(bundledRule('scaiecho/pinned-backend-preference'), {
	silent: [
		{ name: 'any', config: on, files: { 'a.json': '{ "backend_preference": "any" }\n' } },
		{
			name: 'a type',
			config: on,
			files: { 'a.ts': "interface Body { backend_preference: 'prefer_self_hosted' | 'any' }\n" },
		},
		{
			name: 'a comparison',
			config: on,
			files: { 'a.ts': "if (body.backend_preference === 'prefer_self_hosted') warn();\n" },
		},
		{
			name: 'a choice',
			config: on,
			files: { 'a.py': 'send({"backend_preference": "prefer_self_hosted" if local else "any"})\n' },
		},
		{
			name: 'the schema of the API',
			config: on,
			files: { 'openapi.yaml': 'backend_preference:\n  type: string\n  enum: [prefer_self_hosted, any]\n' },
		},
	],
	flagged: [
		{
			name: 'JSON and YAML',
			config: on,
			files: {
				'a.json': '{ "backend_preference": ‹"prefer_self_hosted"› }\n',
				'b.yaml': 'backend_preference: ‹prefer_self_hosted›\n',
			},
			findings: [...found(), ...found()],
			fixed: { 'a.json': '{ "backend_preference": "any" }\n', 'b.yaml': 'backend_preference: any\n' },
		},
		{
			name: 'TypeScript and Python',
			config: on,
			files: {
				'a.ts': "transcribe({ backend_preference: ‹'prefer_self_hosted'› as const });\n",
				'b.py':
					'transcribe(audio, backend_preference=‹"prefer_self_hosted"›)\nclient.post(url, data={"backend_preference": ‹"prefer_self_hosted"›})\n',
			},
			findings: [...found(), ...found(), ...found()],
			fixed: {
				'a.ts': "transcribe({ backend_preference: 'any' as const });\n",
				'b.py': 'transcribe(audio, backend_preference="any")\nclient.post(url, data={"backend_preference": "any"})\n',
			},
		},
	],
});
