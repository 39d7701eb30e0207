import { ancestors, type SyntaxNode } from '../../syntax/node';
import type { Span } from '../../text/lines';
import type { Scope } from '../scope';
import { audioTypeOf } from './types';

/** Audio that code reads or records. */
export interface Source {
	readonly name: string;
	readonly type: string;
	readonly span: Span;
	/** By a recorder, whose sound goes straight to the socket. */
	readonly recorded: boolean;
}

/** Work that turns one format into another: what is read is not what is sent. */
const converts =
	/ffmpeg|AudioSegment|transcod|convert|resampl|librosa|soundfile|\bsox\b|\blame\b|decodeAudioData|encodeWav|toWav|to_wav/i;

/** The outermost function around a node, or the file: a recorder and its socket stand in different callbacks. */
export const functionAround = (node: SyntaxNode, { reader, root }: Scope): SyntaxNode =>
	[...ancestors(node)].filter((outer) => reader.is(outer, 'function')).at(-1) ?? root;

/** The audio that a function reads or records; undefined when it converts audio or declares more than one type. */
export function sourcesIn({ document }: Scope, home: SyntaxNode, declaration: SyntaxNode): Source[] | undefined {
	const text = document.text.slice(home.startIndex, home.endIndex);
	if (converts.test(text)) return undefined;
	const recorded: Source[] = [];
	for (const match of text.matchAll(/mimeType\s*:\s*(["'`])(audio\/[^"'`]+)\1/g)) {
		const start = home.startIndex + match.index + match[0].length - (match[2] ?? '').length - 1;
		recorded.push({
			name: match[2] ?? '',
			type: match[2] ?? '',
			span: { start, end: start + (match[2] ?? '').length },
			recorded: true,
		});
	}
	const isOwn = (index: number): boolean =>
		home.startIndex + index >= declaration.startIndex && home.startIndex + index < declaration.endIndex;
	const declared = [...text.matchAll(/["'`](audio\/[\w.+-]+)/g)].filter(
		({ index, 1: type }) => !isOwn(index) && !recorded.some((item) => item.type.startsWith(type ?? '')),
	);
	return declared.length > 0 ? undefined : [...recorded, ...filesIn(text, home.startIndex)];
}

/** The audio files that strings of a text name. */
export function filesIn(text: string, offset: number): Source[] {
	return [...text.matchAll(/(["'`])([^"'`\n]*[\w}-]\.(\w{2,4}))\1/g)].flatMap((match) => {
		const type = audioTypeOf(match[3] ?? '');
		const name = match[2] ?? '';
		const start = offset + match.index + 1;
		return type === undefined
			? []
			: [
					{
						name: name.slice(name.lastIndexOf('/') + 1),
						type,
						span: { start, end: start + name.length },
						recorded: false,
					},
				];
	});
}
