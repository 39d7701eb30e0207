import { hardcodedFallback } from '../../../../src/core/rules/env/hardcoded-fallback';
import { ruleTester } from '../../../support/ruleTester';

const on = { catalogs: { 'interview-platform': 'on' } } as const;
const folder = 'smart-interview-ui';

ruleTester(hardcodedFallback, {
	silent: [
		{ name: 'no fallback', config: on, files: { [`${folder}/a.js`]: 'f(process.env.REACT_APP_LIVEKIT_WS_URL);\n' } },
		{
			name: 'an empty fallback',
			config: on,
			files: { [`${folder}/a.js`]: "f(process.env.REACT_APP_LIVEKIT_WS_URL || '');\n" },
		},
		{ name: 'another variable', config: on, files: { [`${folder}/a.js`]: "f(process.env.REACT_APP_TITLE || 'x');\n" } },
		{
			name: 'a test',
			config: on,
			files: { [`${folder}/a.test.js`]: "f(process.env.REACT_APP_LIVEKIT_WS_URL || 'ws://x');\n" },
		},
		{ name: 'another system', files: { 'a.js': "f(process.env.LIVEKIT_URL || 'ws://x');\n" } },
	],
	flagged: [
		{
			name: 'or',
			config: on,
			files: { [`${folder}/a.js`]: "const url = process.env.REACT_APP_LIVEKIT_WS_URL || ‹'ws://10.0.0.1:7880'›;\n" },
			findings: [{ messageId: 'fallback', data: { value: 'ws://10.0.0.1:7880' } }],
			fixed: { [`${folder}/a.js`]: 'const url = process.env.REACT_APP_LIVEKIT_WS_URL;\n' },
		},
		{
			name: 'nullish, under another name',
			config: on,
			files: { [`${folder}/a.ts`]: 'const url = import.meta.env.VITE_LIVEKIT_URL ?? ‹"ws://x"›;\n' },
			findings: [{ messageId: 'fallback' }],
			fixed: { [`${folder}/a.ts`]: 'const url = import.meta.env.VITE_LIVEKIT_URL;\n' },
		},
		{
			name: 'a second argument in Python',
			config: on,
			files: { [`${folder}/a.py`]: 'import os\nurl = os.getenv("LIVEKIT_URL", ‹"ws://x"›)\n' },
			findings: [{ messageId: 'fallback' }],
			fixed: { [`${folder}/a.py`]: 'import os\nurl = os.getenv("LIVEKIT_URL")\n' },
		},
	],
});
