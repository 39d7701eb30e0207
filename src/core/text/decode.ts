export type Encoding = 'utf-8' | 'utf-16le' | 'utf-16be';

/** A file's text as an editor shows it, and what is needed to write it back. */
export interface DecodedFile {
	/** Without the byte order mark, so that positions agree with an editor's. Bytes that are no text stand as U+FFFD. */
	readonly text: string;
	readonly encoding: Encoding;
	readonly byteOrderMark: boolean;
}

/** They drop the byte order mark. */
const decoders = {
	'utf-8': new TextDecoder('utf-8'),
	'utf-16le': new TextDecoder('utf-16le'),
	'utf-16be': new TextDecoder('utf-16be'),
} as const satisfies Record<Encoding, unknown>;

/** UTF-16 is recognised by its mark, anything else is UTF-8. Undefined for binary: a NUL among the first 8,000 bytes. */
export function decodeFile(bytes: Uint8Array): DecodedFile | undefined {
	const [first, second, third] = bytes;
	if (first === 0xff && second === 0xfe) return decoded(bytes, 'utf-16le', true);
	if (first === 0xfe && second === 0xff) return decoded(bytes, 'utf-16be', true);
	if (bytes.subarray(0, 8000).includes(0)) return undefined;
	return decoded(bytes, 'utf-8', first === 0xef && second === 0xbb && third === 0xbf);
}

export const decodeText = (bytes: Uint8Array): string | undefined => decodeFile(bytes)?.text;

function decoded(bytes: Uint8Array, encoding: Encoding, byteOrderMark: boolean): DecodedFile {
	return { text: decoders[encoding].decode(bytes), encoding, byteOrderMark };
}

/** The bytes of a text in the encoding of the file that it replaces. */
export function encodeFile(text: string, { encoding, byteOrderMark }: Omit<DecodedFile, 'text'>): Uint8Array {
	const marked = byteOrderMark ? `\uFEFF${text}` : text;
	if (encoding === 'utf-8') return new TextEncoder().encode(marked);
	const bytes = new Uint8Array(marked.length * 2);
	const view = new DataView(bytes.buffer);
	for (let index = 0; index < marked.length; index++) {
		view.setUint16(index * 2, marked.charCodeAt(index), encoding === 'utf-16le');
	}
	return bytes;
}

/** Whether writing the text back gives the same bytes; a file in another encoding must not be rewritten. */
export function isLossless(bytes: Uint8Array, file: DecodedFile): boolean {
	const again = encodeFile(file.text, file);
	return again.length === bytes.length && again.every((byte, index) => byte === bytes[index]);
}
