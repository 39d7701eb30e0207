import { mediaTypeMismatch } from '../../../../src/core/rules/scaiecho/media-type-mismatch';
import { ruleTester } from '../../../support/ruleTester';

const config = { catalogs: { scaiecho: 'on' } } as const;
const mismatch = (data: Record<string, string> = {}) => [{ messageId: 'mismatch', data }];

ruleTester(mediaTypeMismatch, {
	silent: [
		{
			name: 'the right type, also by its other names',
			config,
			files: { 'a.py': 'f = {"a": ("a.mp3", x, "audio/mp3")}\ng = {"a": ("a.opus", x, "audio/ogg;codecs=opus")}\n' },
		},
		{
			name: 'a table of types',
			config,
			files: {
				'a.ts':
					"const types = { '.mp3': 'audio/mpeg', '.wav': 'audio/wav' };\nconst accepted = ['audio/wav', 'audio/mpeg'];\nread('a.ogg');\n",
			},
		},
		{ name: 'a comparison', config, files: { 'a.ts': "if (file.type === 'audio/wav') play('a.mp3');\n" } },
		{
			name: 'audio that is converted first',
			config,
			files: {
				'a.py':
					'def run():\n    AudioSegment.from_file("a.mp3").export("b.wav")\n    send(open("b.wav", "rb"), content_type="audio/wav")\n',
			},
		},
		{
			name: 'a type for other audio in another function',
			config,
			files: {
				'a.py': 'def a():\n    play("a.mp3")\n\ndef b(x):\n    send({"type": "open", "media_type": "audio/wav"})\n',
			},
		},
		{
			name: 'a recorder whose type the frame repeats',
			config,
			files: {
				'a.ts':
					"function run(s) {\n  const r = new MediaRecorder(s, { mimeType: 'audio/webm;codecs=opus' });\n  ws.send(JSON.stringify({ type: 'open', media_type: 'audio/webm;codecs=opus' }));\n}\n",
			},
		},
		{
			name: 'a frame without a type for WAV',
			config,
			files: { 'a.py': 'def run():\n    audio = open("a.wav", "rb")\n    ws.send(json.dumps({"type": "open"}))\n' },
		},
		{
			name: 'a frame that others complete',
			config,
			files: {
				'a.ts':
					"function run(s) {\n  const r = new MediaRecorder(s, { mimeType: 'audio/webm' });\n  ws.send(JSON.stringify({ type: 'open', ...options }));\n}\n",
			},
		},
		{ name: 'a workspace without ScaiEcho', files: { 'a.py': 'f = {"a": ("a.mp3", x, "audio/wav")}\n' } },
	],
	flagged: [
		{
			name: 'a tuple of requests',
			config,
			files: { 'a.py': 'r = httpx.post(url, files={"audio": ("recordings/standup.mp3", audio, ‹"audio/wav"›)})\n' },
			findings: mismatch({ declared: 'audio/wav', actual: 'audio/mpeg', source: 'standup.mp3' }),
			fixed: { 'a.py': 'r = httpx.post(url, files={"audio": ("recordings/standup.mp3", audio, "audio/mpeg")})\n' },
			title: 'Declare `audio/mpeg`',
		},
		{
			name: 'a File of JavaScript, and a header beside the body',
			config,
			files: {
				'a.js':
					"new File([data], 'a.ogg', { type: ‹'audio/wav'› });\nfetch(url, { method: 'POST', headers: { 'Content-Type': ‹'audio/wav'› }, body: fs.createReadStream('b.flac') });\n",
			},
			findings: [...mismatch({ actual: 'audio/ogg' }), ...mismatch({ actual: 'audio/flac' })],
			fixed: {
				'a.js':
					"new File([data], 'a.ogg', { type: 'audio/ogg' });\nfetch(url, { method: 'POST', headers: { 'Content-Type': 'audio/flac' }, body: fs.createReadStream('b.flac') });\n",
			},
		},
		{
			name: 'the file that a function reads',
			config,
			files: {
				'a.py':
					'def main():\n    with open("talk.m4a", "rb") as audio:\n        httpx.post(url, content=audio, headers={"Content-Type": ‹"audio/wav"›})\n',
			},
			findings: [{ messageId: 'mismatch', data: { actual: 'audio/mp4' }, confidence: 'inferred' }],
			fixed: {
				'a.py':
					'def main():\n    with open("talk.m4a", "rb") as audio:\n        httpx.post(url, content=audio, headers={"Content-Type": "audio/mp4"})\n',
			},
		},
		{
			name: 'an open frame and the recorder',
			config,
			files: {
				'a.ts':
					"function run(s) {\n  const r = new MediaRecorder(s, { mimeType: 'audio/webm;codecs=opus' });\n  ws.onopen = () => ws.send(JSON.stringify({ type: 'open', media_type: ‹'audio/wav'› }));\n}\n",
			},
			findings: mismatch({ actual: 'audio/webm;codecs=opus' }),
			fixed: {
				'a.ts':
					"function run(s) {\n  const r = new MediaRecorder(s, { mimeType: 'audio/webm;codecs=opus' });\n  ws.onopen = () => ws.send(JSON.stringify({ type: 'open', media_type: 'audio/webm;codecs=opus' }));\n}\n",
			},
		},
		{
			name: 'an open frame without a type',
			config,
			files: {
				'a.py':
					'async def run(ws):\n    audio = Path("a.mp3").read_bytes()\n    await ws.send(json.dumps({"type": ‹"open"›, "chunk_seconds": 2.0}))\n',
			},
			findings: [{ messageId: 'missing', data: { actual: 'audio/mpeg' } }],
			fixed: {
				'a.py':
					'async def run(ws):\n    audio = Path("a.mp3").read_bytes()\n    await ws.send(json.dumps({"type": "open", "chunk_seconds": 2.0, "media_type": "audio/mpeg"}))\n',
			},
		},
		{
			name: 'curl',
			config,
			files: {
				'a.sh':
					'curl -F \'audio=@talks/a.mp3;type=‹audio/wav›\' $URL/transcribe\ncurl -H "Content-Type: ‹audio/wav›" \\\n  --data-binary @a.ogg $URL/transcribe\n',
			},
			findings: [...mismatch({ actual: 'audio/mpeg' }), ...mismatch({ actual: 'audio/ogg' })],
			fixed: {
				'a.sh':
					'curl -F \'audio=@talks/a.mp3;type=audio/mpeg\' $URL/transcribe\ncurl -H "Content-Type: audio/ogg" \\\n  --data-binary @a.ogg $URL/transcribe\n',
			},
		},
	],
});
