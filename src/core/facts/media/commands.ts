import { shellWords } from '../../text/shell';
import type { ExtractContext } from '../extractor';
import type { MediaTypeFact } from '../mediaType';
import { audioTypeOf, isSameAudio } from './types';

/** `curl -F 'audio=@a.mp3;type=audio/wav'` and `curl -H 'Content-Type: audio/wav' --data-binary @a.mp3`. */
export function* inCommands({ document, words }: ExtractContext): Generator<MediaTypeFact> {
	const { text } = document;
	const starts = new Set(words.map(({ start }) => text.lastIndexOf('curl ', start)).filter((start) => start >= 0));
	for (const start of starts) {
		const parts = shellWords(text, start);
		for (const [index, part] of parts.entries()) {
			const type = /(?:;type=|content-type:\s*)(audio\/[\w.+-]+)/i.exec(part.text);
			const holder =
				type?.[0].startsWith(';') === true
					? [part]
					: parts.filter(
							(_, other) =>
								/^--data-binary|^-T|^--upload-file|^-d$/.test(parts[other - 1]?.text ?? '') && other !== index,
						);
			const file = holder
				.map(({ text: word }) => /@?([^\s@;='"]+\.(\w{2,4}))(?=[;\s'"]|$)/.exec(word))
				.find((match) => match !== null);
			const actual = audioTypeOf(file?.[2] ?? '');
			const declared = type?.[1];
			if (type === null || declared === undefined || actual === undefined || isSameAudio(actual, declared)) continue;
			const from = part.start + type.index + type[0].length - declared.length;
			const range = document.range({ start: from, end: from + declared.length });
			const name = file?.[1] ?? '';
			yield { kind: 'media-type', range, declared, actual, source: name, sourceRange: range, together: true };
		}
	}
}
