import { teardownAfterAwait } from '../../../../src/core/rules/media/teardown-after-await';
import { ruleTester } from '../../../support/ruleTester';

const order = [{ messageId: 'order' }];
const api = "export const stopSession = (id: string) => fetch(`/sessions/${id}/stop`, { method: 'POST' });\n";
const stop = '  stream.getTracks().forEach((track) => track.stop());\n';
const leave = (body: string): string =>
	`import { stopSession } from './api';\nasync function leave(stream: MediaStream, id: string) {\n${body}}\n`;

ruleTester(teardownAfterAwait, {
	silent: [
		{ name: 'the right order', files: { 'a.ts': leave(`${stop}  await stopSession(id);\n`), 'api.ts': api } },
		{
			name: 'a request that is not waited for',
			files: { 'a.ts': leave(`  void stopSession(id);\n${stop}`), 'api.ts': api },
		},
		{
			name: 'a request with a deadline',
			files: { 'a.ts': leave(`  await Promise.race([stopSession(id), later(2000)]);\n${stop}`), 'api.ts': api },
		},
		{
			name: 'a request that bounds itself',
			files: {
				'a.ts': leave(`  await stopSession(id);\n${stop}`),
				'api.ts': api.replace("method: 'POST'", "method: 'POST', signal: AbortSignal.timeout(2000)"),
			},
		},
		{
			name: 'something that happens on this machine',
			files: {
				'a.ts': `async function leave(recorder, stream: MediaStream) {\n  await recorder.stop();\n  await stopDrawing();\n${stop}}\nconst stopDrawing = async () => canvas.stop();\n`,
			},
		},
		{
			name: 'a function of a package',
			files: {
				'a.ts': leave(`  await stopSession(id);\n${stop}`).replace("'./api'", "'some-sdk'"),
				'api.ts': 'export const x = 1;\n',
			},
		},
		{
			name: 'a request that starts something',
			files: {
				'a.ts': `async function start(stream: MediaStream) {\n  await fetch('/sessions/start', { method: 'POST' });\n${stop}}\n`,
			},
		},
		{
			name: 'an upload',
			files: {
				'a.ts': `async function save(stream: MediaStream, blob: Blob) {\n  await fetch('/recordings', { method: 'POST', body: blob });\n${stop}}\n`,
			},
		},
		{
			name: 'a helper that tears down first',
			files: {
				'a.ts':
					leave('  release(stream);\n  await stopSession(id);\n' + stop) +
					`function release(stream: MediaStream) {\n${stop}}\n`,
				'api.ts': api,
			},
		},
		{
			name: 'a branch that never tears down',
			files: {
				'a.ts': leave(`  if (!stream) {\n    await stopSession(id);\n    return;\n  }\n${stop}`),
				'api.ts': api,
			},
		},
		{
			name: 'another function',
			files: {
				'a.ts': leave('  await stopSession(id);\n') + `const end = (stream: MediaStream) => {\n${stop}};\n`,
				'api.ts': api,
			},
		},
		{
			name: 'other things that stop',
			files: { 'a.ts': leave('  await stopSession(id);\n  timer.stop();\n  socket.disconnect();\n'), 'api.ts': api },
		},
		{ name: 'a test', files: { 'a.spec.ts': leave(`  await stopSession(id);\n${stop}`), 'api.ts': api } },
	],
	flagged: [
		{
			name: 'a function of another file that sends a request',
			files: { 'a.ts': leave(`  ‹await stopSession(id)›;\n${stop}`), 'api.ts': api },
			findings: order,
			title: 'Move the request below the teardown',
			fixed: { 'a.ts': leave(`${stop}  await stopSession(id);\n`) },
		},
		{
			name: 'a request through a wrapper of the same file, and what is reset with the tracks',
			files: {
				'a.tsx':
					"const post = (path: string) => fetch(base + path, { method: 'POST' });\nconst endCall = (id: string) => post(`/calls/${id}/end`);\nconst hangUp = useCallback(async () => {\n  ‹await endCall(id)›;\n  // the light\n  for (const track of tracks.current) track.stop();\n  tracks.current = [];\n  await room.current?.disconnect();\n  room.current = null;\n  setStream(null);\n  navigate('/');\n}, [id]);\n",
			},
			findings: order,
			fixed: {
				'a.tsx':
					"const post = (path: string) => fetch(base + path, { method: 'POST' });\nconst endCall = (id: string) => post(`/calls/${id}/end`);\nconst hangUp = useCallback(async () => {\n  // the light\n  for (const track of tracks.current) track.stop();\n  tracks.current = [];\n  await room.current?.disconnect();\n  room.current = null;\n  setStream(null);\n  await endCall(id);\n  navigate('/');\n}, [id]);\n",
			},
		},
		{
			name: 'axios',
			files: {
				'a.js': `async function leave(stream) {\n  ‹await axios.post('/api/rooms/leave', { id })›;\n${stop}}\n`,
			},
			findings: order,
			fixed: { 'a.js': `async function leave(stream) {\n${stop}  await axios.post('/api/rooms/leave', { id });\n}\n` },
		},
		{
			name: 'a failure that is caught',
			files: {
				'a.ts': leave(`  try {\n    ‹await stopSession(id)›;\n  } catch (error) {\n    report(error);\n  }\n${stop}`),
				'api.ts': api,
			},
			findings: order,
			fixed: null,
		},
		{
			name: 'a helper that tears down too late',
			files: {
				'a.ts':
					leave('  ‹await stopSession(id)›;\n  release(stream);\n') +
					`function release(stream: MediaStream) {\n${stop}}\n`,
				'api.ts': api,
			},
			findings: order,
			fixed: {
				'a.ts':
					leave('  release(stream);\n  await stopSession(id);\n') +
					`function release(stream: MediaStream) {\n${stop}}\n`,
			},
		},
		{
			name: 'a value that the request still needs',
			files: {
				'a.ts': `class Call {\n  async hangUp() {\n    ‹await this.api.endCall(this.id)›;\n    this.tracks.forEach((track) => track.stop());\n    this.id = null;\n  }\n}\n`,
				'api.ts':
					"export class Api {\n  endCall(id: string) {\n    return this.http.post('/calls/end', { id });\n  }\n}\n",
			},
			findings: order,
			fixed: {
				'a.ts': `class Call {\n  async hangUp() {\n    this.tracks.forEach((track) => track.stop());\n    await this.api.endCall(this.id);\n    this.id = null;\n  }\n}\n`,
			},
		},
	],
});
