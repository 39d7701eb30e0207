import { placesOf } from '../../index/localFiles';
import { defineRule } from '../rule';

const mebibyte = 1024 * 1024;
const inlineLimit = 10 * mebibyte;

export const inlineLargeFile = defineRule({
	id: 'scaibunker/inline-large-file',
	scope: 'workspace',
	severity: 'information',
	reads: ['inline-file', 'manifest'],
	docs: {
		what: 'A file of the workspace of more than 10 MB goes into a bunker with an inline `PUT`.',
		why: 'The inline path is meant for files under about 10 MB; a larger one answers 413 or fails on the way.',
		fix: 'Call `POST /files/upload` for a pre-signed address and a key, upload the file there, then call `POST /files/commit` with `key` and `dest_path`.',
		notWhen: 'The file that is sent in production is another one.',
		bad: [
			{
				'a.py': 'client.put(f"/bunkers/{b}/files/app/model.bin", content=open("‹model.bin›", "rb"))\n',
				'model.bin': '<12 MB>',
			},
		],
		good: [
			{
				'a.py': 'client.put(f"/bunkers/{b}/files/app/small.json", content=open("small.json", "rb"))\n',
				'small.json': '{}',
			},
		],
	},
	messages: {
		large:
			'`{file}` has {size} MB, and an inline PUT takes about 10. Use `POST /files/upload`, the upload to S3, `POST /files/commit`.',
	},
	*detect({ index, isRelevant }) {
		if (!isRelevant('scaibunker')) return;
		for (const { file, fact } of index.facts('inline-file')) {
			const size = placesOf(index, file, fact.path)
				.map((path) => index.sizeOf(path))
				.find((found) => found !== undefined);
			if (size === undefined || size <= inlineLimit) continue;
			yield {
				messageId: 'large',
				data: { file: fact.path.slice(fact.path.lastIndexOf('/') + 1), size: Math.round(size / mebibyte) },
				uri: file.uri,
				range: fact.range,
				confidence: 'inferred',
				entry: 'scaibunker/file-too-large',
			};
		}
	},
});
