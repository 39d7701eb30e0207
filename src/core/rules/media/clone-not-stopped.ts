import { factsOf } from '../../facts/model';
import { samePlace } from '../../text/lines';
import { defineRule } from '../rule';

export const cloneNotStopped = defineRule({
	id: 'media/clone-not-stopped',
	scope: 'file',
	severity: 'warning',
	reads: ['track-clone'],
	docs: {
		what: 'A media track is cloned, and nothing in the file stops the clone or hands it on.',
		why: 'A clone lives on its own: stopping the original does not end it, and the light of the camera stays on.',
		fix: 'Stop the clone where its original is stopped. The quick fix does so when its recorder stops, or in the teardown of its class or effect.',
		bad: [
			{
				'src/record.ts':
					'export function record(camera: MediaStreamTrack) {\n  const copy = ‹camera.clone()›;\n  const recorder = new MediaRecorder(new MediaStream([copy]));\n  recorder.start();\n}\n',
			},
		],
		good: [
			{
				'src/record.ts':
					"export function record(camera: MediaStreamTrack) {\n  const copy = camera.clone();\n  const recorder = new MediaRecorder(new MediaStream([copy]));\n  recorder.addEventListener('stop', () => copy.stop());\n  recorder.start();\n}\n",
			},
		],
	},
	messages: {
		running:
			'This clone is never stopped, so the device stays on after its original has ended. Stop it in the teardown.',
	},
	*detect(file, { catalogs, isRelevant }) {
		const entry = isRelevant('interview-platform') ? catalogs.target('interview-platform/camera-light') : undefined;
		for (const { range } of factsOf(file, 'track-clone')) {
			yield {
				messageId: 'running',
				uri: file.uri,
				range,
				entry: entry === undefined ? undefined : 'interview-platform/camera-light',
			};
		}
	},
	async fix({ uri, range }, { index, document: read }) {
		const file = index.file(uri);
		const document = await read(uri);
		const fact =
			file === undefined ? undefined : factsOf(file, 'track-clone').find((item) => samePlace(item.range, range));
		if (document === undefined || fact?.stop === undefined) return [];
		const newText = fact.stop.text.replace('\n', document.text.includes('\r\n') ? '\r\n' : '\n');
		return [{ title: 'Stop the clone', safety: 'suggestion', edits: [{ uri, range: fact.stop.at, newText }] }];
	},
});
