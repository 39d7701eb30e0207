import { ruleTester } from '../../../support/ruleTester';
import { bundledRule } from '../../../support/rules';

const on = { catalogs: { scaiecho: 'on' } } as const;
const found = (data: Record<string, string | number> = {}) => [{ messageId: 'body', data }];

ruleTester(bundledRule('scaiecho/chunk-seconds-too-large'), {
	silent: [
		{
			name: 'two seconds',
			config: on,
			files: { 'a.ts': "socket.send(JSON.stringify({ type: 'open', chunk_seconds: 2.0 }));\n" },
		},
		{
			name: 'a number that is computed',
			config: on,
			files: { 'a.ts': "socket.send(JSON.stringify({ type: 'open', chunk_seconds: seconds }));\n" },
		},
		{
			name: 'chunks of somebody else',
			config: on,
			files: { 'a.json': '{ "source": "microphone", "chunk_seconds": 30 }\n' },
		},
	],
	flagged: [
		{
			name: 'TypeScript',
			config: on,
			files: { 'a.ts': "socket.send(\n  JSON.stringify({\n    type: 'open',\n    chunk_seconds: ‹8›,\n  }),\n);\n" },
			findings: found({ value: 8 }),
			fixed: { 'a.ts': "socket.send(\n  JSON.stringify({\n    type: 'open',\n    chunk_seconds: 2,\n  }),\n);\n" },
		},
		{
			name: 'Python and YAML, decimals kept',
			config: on,
			files: {
				'a.py': 'await socket.send(json.dumps({"type": "open", "chunk_seconds": ‹5.0›}))\n',
				'b.yaml': 'open:\n  media_type: audio/ogg\n  chunk_seconds: ‹2.5›\n',
			},
			findings: [...found({ value: 5 }), ...found({ value: 2.5 })],
			fixed: {
				'a.py': 'await socket.send(json.dumps({"type": "open", "chunk_seconds": 2.0}))\n',
				'b.yaml': 'open:\n  media_type: audio/ogg\n  chunk_seconds: 2.0\n',
			},
		},
	],
});
