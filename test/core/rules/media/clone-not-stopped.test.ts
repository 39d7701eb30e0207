import { cloneNotStopped } from '../../../../src/core/rules/media/clone-not-stopped';
import { ruleTester } from '../../../support/ruleTester';

const running = [{ messageId: 'running' }];
const camera = 'const [camera] = stream.getVideoTracks();\n';

ruleTester(cloneNotStopped, {
	silent: [
		{
			name: 'a clone that is stopped',
			files: { 'a.ts': `${camera}const copy = camera.clone();\nonEnd(() => copy.stop());\n` },
		},
		{
			name: 'a clone that may be absent when it is stopped',
			files: { 'a.ts': `${camera}let copy = camera.clone();\nfunction end() { copy?.stop(); copy = null; }\n` },
		},
		{
			name: 'a field that is stopped',
			files: {
				'a.ts':
					'class A {\n  #copy;\n  open(track: MediaStreamTrack) { this.#copy = track.clone(); }\n  close() { this.#copy?.stop(); }\n}\n',
			},
		},
		{
			name: 'a ref that is stopped',
			files: {
				'a.tsx':
					'const copy = useRef(null);\nconst track: MediaStreamTrack = x;\ncopy.current = track.clone();\nconst end = () => copy.current?.stop();\n',
			},
		},
		{
			name: 'a stream that is stopped track by track',
			files: {
				'a.ts':
					'const stream = await navigator.mediaDevices.getUserMedia({ audio: true });\nconst copy = stream.clone();\ncopy.getTracks().forEach((track) => track.stop());\n',
			},
		},
		{
			name: 'a stream around the clone that is stopped',
			files: {
				'a.ts': `${camera}const side = new MediaStream([camera.clone()]);\nfor (const t of side.getTracks()) {\n  t.stop();\n}\n`,
			},
		},
		{
			name: 'the stream of its recorder that is stopped',
			files: {
				'a.ts': `${camera}const recorder = new MediaRecorder(new MediaStream([camera.clone()]));\nrecorder.onstop = () => recorder.stream.getTracks().forEach((t) => t.stop());\n`,
			},
		},
		{
			name: 'clones in a list',
			files: {
				'a.ts':
					'const copies = stream.getTracks().map((t) => t.clone());\nconst end = () => copies.forEach((t) => t.stop());\n',
			},
		},
		{
			name: 'clones that are collected',
			files: {
				'a.ts': `${camera}const copies = [];\ncopies.push(camera.clone());\nfor (const copy of copies) copy.stop();\n`,
			},
		},
		{
			name: 'a clone that is returned',
			files: {
				'a.ts':
					'export const copyOf = (track: MediaStreamTrack) => track.clone();\nfunction more(track: MediaStreamTrack) { return track.clone(); }\n',
			},
		},
		{
			name: 'a clone that other code gets',
			files: {
				'a.ts': `${camera}const copy = camera.clone();\npublish(copy);\nroom.localParticipant.publishTrack(camera.clone());\nstore.set({ track: camera.clone() });\n`,
			},
		},
		{ name: "another object's property", files: { 'a.ts': `${camera}state.copy = camera.clone();\n` } },
		{
			name: 'senders of a connection that are stopped',
			files: {
				'a.ts': `${camera}const peer = new RTCPeerConnection();\npeer.addTrack(camera.clone(), stream);\npeer.getSenders().forEach((sender) => sender.track?.stop());\n`,
			},
		},
		{
			name: 'a stream that the caller owns',
			files: {
				'a.ts':
					'export function copy(from: MediaStream, to: MediaStream) {\n  from.getVideoTracks().forEach((track) => to.addTrack(track.clone()));\n}\n',
			},
		},
		{
			name: 'a stream that other files may stop',
			files: { 'a.ts': `${camera}export const side = new MediaStream([camera.clone()]);\n` },
		},
		{
			name: 'a field of a class that lets go of nothing',
			files: { 'a.ts': 'class A {\n  open(track: MediaStreamTrack) {\n    this.copy = track.clone();\n  }\n}\n' },
		},
		{
			name: 'clones of other things',
			files: {
				'a.ts':
					'const copy = response.clone();\nconst eye = camera.clone();\nconst position = this.mesh.position.clone(); // not a MediaStream\n',
			},
		},
		{
			name: 'a camera of a 3D scene beside media',
			files: {
				'a.ts':
					'const camera = new PerspectiveCamera();\nconst copy = camera.clone();\nvideo.srcObject = await navigator.mediaDevices.getUserMedia({ video: true });\n',
			},
		},
		{ name: 'a test', files: { 'a.test.ts': `${camera}const copy = camera.clone();\n` } },
	],
	flagged: [
		{
			name: 'a clone that is only recorded',
			files: {
				'a.ts':
					'export function record(track: MediaStreamTrack) {\n\tconst copy = ‹track.clone()›;\n\tconst recorder = new MediaRecorder(new MediaStream([copy]), { mimeType });\n\trecorder.start();\n\treturn () => recorder.stop();\n}\n',
			},
			findings: running,
			title: 'Stop the clone',
			fixed: {
				'a.ts':
					"export function record(track: MediaStreamTrack) {\n\tconst copy = track.clone();\n\tconst recorder = new MediaRecorder(new MediaStream([copy]), { mimeType });\n\trecorder.addEventListener('stop', () => copy.stop());\n\trecorder.start();\n\treturn () => recorder.stop();\n}\n",
			},
		},
		{
			name: 'an effect that stops the original only',
			files: {
				'a.jsx':
					'useEffect(() => {\n  const [track] = stream.getVideoTracks();\n  const copy = ‹track.clone()›;\n  video.current.srcObject = new MediaStream([copy]);\n  return () => {\n    track.stop();\n  };\n}, [stream]);\n',
			},
			findings: running,
			fixed: {
				'a.jsx':
					'useEffect(() => {\n  const [track] = stream.getVideoTracks();\n  const copy = track.clone();\n  video.current.srcObject = new MediaStream([copy]);\n  return () => {\n    copy.stop();\n    track.stop();\n  };\n}, [stream]);\n',
			},
		},
		{
			name: 'a field of a class that has a teardown',
			files: {
				'a.js':
					'class Meter {\n  constructor(stream) {\n    this.track = ‹stream.getAudioTracks()[0].clone()›;\n    this.source = context.createMediaStreamSource(new MediaStream([this.track]));\n  }\n  dispose() {\n    this.source.disconnect();\n  }\n}\n',
			},
			findings: running,
			fixed: {
				'a.js':
					'class Meter {\n  constructor(stream) {\n    this.track = stream.getAudioTracks()[0].clone();\n    this.source = context.createMediaStreamSource(new MediaStream([this.track]));\n  }\n  dispose() {\n    this.track?.stop();\n    this.source.disconnect();\n  }\n}\n',
			},
		},
		{
			name: 'a stream, with nowhere to stop it',
			files: {
				'a.vue':
					'<script setup>\nconst stream = await navigator.mediaDevices.getUserMedia({ audio: true })\nconst copy = ‹stream.clone()›\nanalyser.connect(context.createMediaStreamSource(copy))\n</script>\n',
			},
			findings: running,
			fixed: null,
		},
		{
			name: 'a clone that a connection sends and its original is stopped',
			files: {
				'a.ts': `${camera}const peer = new RTCPeerConnection();\npeer.addTrack(‹camera.clone()›, stream);\nexport const end = () => {\n  camera.stop();\n  peer.close();\n};\n`,
			},
			findings: running,
			fixed: null,
		},
	],
});
