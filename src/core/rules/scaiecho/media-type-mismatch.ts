import { factsOf } from '../../facts/model';
import { insertPair } from '../../payload/edit';
import { defineRule } from '../rule';

export const mediaTypeMismatch = defineRule({
	id: 'scaiecho/media-type-mismatch',
	scope: 'file',
	severity: 'warning',
	reads: ['media-type'],
	docs: {
		what: 'A declared audio type that is not the type of the file or recorder beside it, or an `open` frame without `media_type` for audio that is not WAV.',
		why: 'The dispatcher decodes by the declared type: jobs end at `failed` with a decode failure, and a socket sends no deltas.',
		fix: 'Declare the type of the audio. The quick fix does.',
		bad: [
			{ 'a.py': 'files = {"audio": ("standup.mp3", audio, ‹"audio/wav"›)}\n' },
			{
				'a.ts':
					"function run(stream) {\n  const recorder = new MediaRecorder(stream, { mimeType: 'audio/webm' });\n  socket.send(JSON.stringify({ type: ‹'open'› }));\n}\n",
			},
		],
		good: [{ 'a.py': 'files = {"audio": ("standup.mp3", audio, "audio/mpeg")}\n' }],
	},
	messages: {
		mismatch: '`{declared}` is declared, but `{source}` is `{actual}`, so decoding fails. Declare `{actual}`.',
		missing:
			'Without `media_type` the server expects `audio/wav`, but `{source}` is `{actual}`, so no deltas come. Declare it.',
	},
	*detect(file, { isRelevant }) {
		if (!isRelevant('scaiecho')) return;
		for (const { range, declared, actual, source, sourceRange, together } of factsOf(file, 'media-type')) {
			yield {
				messageId: declared === undefined ? 'missing' : 'mismatch',
				data: { declared: declared ?? '', actual, source },
				uri: file.uri,
				range,
				...(together ? {} : { severity: 'information', confidence: 'inferred' }),
				related: [{ uri: file.uri, range: sourceRange, message: 'The audio comes from here.' }],
				entry: declared === undefined ? 'scaiecho/no-deltas' : 'scaiecho/async-failed',
			};
		}
	},
	async fix({ uri, range, data }, { index, document: read }) {
		const document = await read(uri);
		const file = index.file(uri);
		const actual = String(data['actual']);
		const fact =
			file === undefined ? undefined : factsOf(file, 'media-type').find((item) => sameRange(item.range, range));
		if (document === undefined || fact === undefined) return [];
		if (fact.frame !== undefined) {
			const edits = insertPair(document, document.language, fact.frame, 'media_type', actual);
			if (edits === undefined) return [];
			return [{ title: `Declare \`${actual}\``, safety: 'suggestion', edits: edits.map((edit) => ({ uri, ...edit })) }];
		}
		const written = document.text.slice(document.offsetAt(range.start), document.offsetAt(range.end));
		const newText = written.replace(/^(\w*["'`]|)[^"'`]*(["'`]|)$/, `$1${actual}$2`);
		return [{ title: `Declare \`${actual}\``, safety: 'suggestion', edits: [{ uri, range, newText }] }];
	},
});

const sameRange = (one: unknown, other: unknown): boolean => JSON.stringify(one) === JSON.stringify(other);
