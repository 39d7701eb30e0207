import { textAudioFrames } from '../../../../src/core/rules/ws/text-audio-frames';
import { ruleTester } from '../../../support/ruleTester';

const config = { catalogs: { scaiecho: 'on' } } as const;
const text = [{ messageId: 'text', data: { path: '/stream/transcribe' } }];
const socket = 'const ws = new WebSocket(`${base}/stream/transcribe?token=${token}`);\n';
const connect =
	'async def main():\n    async with websockets.connect(f"{BASE}/stream/transcribe?token={TOKEN}") as ws:\n';

ruleTester(textAudioFrames, {
	silent: [
		{ name: 'binary frames', config, files: { 'a.ts': `${socket}ws.send(chunk);\n` } },
		{ name: 'control messages', config, files: { 'a.ts': `${socket}ws.send(JSON.stringify({ type: 'open' }));\n` } },
		{
			name: 'another service, which takes base64',
			config,
			files: {
				'a.ts': "const ws = new WebSocket('wss://api.example.com/v1/realtime');\nws.send(chunk.toString('base64'));\n",
			},
		},
		{
			name: 'a workspace that has nothing to do with the catalogue',
			files: { 'a.ts': "send(ws);\nws.send(chunk.toString('base64'));\n" },
		},
		{
			name: 'a second socket of the file',
			config,
			files: { 'a.ts': `${socket}const other = new WebSocket(url);\nother.send(chunk.toString('base64'));\n` },
		},
		{
			name: 'base64 that goes elsewhere',
			config,
			files: { 'a.ts': `${socket}log(chunk.toString('base64'));\nws.send(chunk);\n` },
		},
		{
			name: 'another encoding',
			config,
			files: { 'a.ts': `${socket}ws.send(chunk.toString('hex'));\n// not base64\n` },
		},
	],
	flagged: [
		{
			name: 'a buffer as text',
			config,
			files: { 'a.ts': `${socket}ws.send(‹chunk.toString('base64')›);\n` },
			findings: text,
			title: 'Send the bytes',
			fixed: { 'a.ts': `${socket}ws.send(chunk);\n` },
		},
		{
			name: 'JSON around the text',
			config,
			files: {
				'a.js': `${socket}ws.send(JSON.stringify({ type: 'audio', data: ‹Buffer.from(chunk).toString("base64")› }));\n`,
			},
			findings: text,
			fixed: { 'a.js': `${socket}ws.send(Buffer.from(chunk));\n` },
		},
		{
			name: 'btoa',
			config,
			files: {
				'a.ts': `${socket}recorder.onaudio = (buffer) => ws.send(‹btoa(String.fromCharCode(...new Uint8Array(buffer)))›);\n`,
			},
			findings: text,
			fixed: { 'a.ts': `${socket}recorder.onaudio = (buffer) => ws.send(buffer);\n` },
		},
		{
			name: 'btoa of a text that is put together elsewhere',
			config,
			files: { 'a.ts': `${socket}ws.send(‹btoa(binary)›);\n` },
			findings: text,
			fixed: null,
		},
		{
			name: 'a variable in between',
			config,
			files: {
				'a.ts': `${socket}function push(chunk) {\n\tconst encoded = chunk.toString('base64');\n\tws.send(‹encoded›);\n}\n`,
			},
			findings: text,
			fixed: {
				'a.ts': `${socket}function push(chunk) {\n\tconst encoded = chunk.toString('base64');\n\tws.send(chunk);\n}\n`,
			},
		},
		{
			name: 'Python, decoded',
			config,
			files: { 'a.py': `${connect}        await ws.send(‹base64.b64encode(chunk).decode("ascii")›)\n` },
			findings: text,
			fixed: { 'a.py': `${connect}        await ws.send(chunk)\n` },
		},
		{
			name: 'Python, in JSON',
			config,
			files: { 'a.py': `${connect}        await ws.send(json.dumps({"audio": ‹base64.b64encode(chunk).decode()›}))\n` },
			findings: text,
			fixed: { 'a.py': `${connect}        await ws.send(chunk)\n` },
		},
		{
			name: 'a method for text',
			config,
			files: {
				'a.py':
					'async def main():\n    ws = await session.ws_connect("ws://localhost:8000/stream/transcribe?token=x")\n    await ws.send_str(‹b64encode(chunk).decode()›)\n',
			},
			findings: text,
			fixed: {
				'a.py':
					'async def main():\n    ws = await session.ws_connect("ws://localhost:8000/stream/transcribe?token=x")\n    await ws.send_bytes(chunk)\n',
			},
		},
	],
});
