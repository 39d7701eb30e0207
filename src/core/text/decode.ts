const bomless = { ignoreBOM: true } as const;

/**
 * The text of a file without its byte order mark, as an editor has it, so that positions agree. UTF-16 is recognised by its mark; anything else is UTF-8, where invalid bytes become U+FFFD. Undefined for binary files,
 * which hold a NUL among their first 8,000 bytes.
 */
export function decodeText(bytes: Uint8Array): string | undefined {
	if (bytes[0] === 0xff && bytes[1] === 0xfe) return new TextDecoder('utf-16le', bomless).decode(bytes.subarray(2));
	if (bytes[0] === 0xfe && bytes[1] === 0xff) return new TextDecoder('utf-16be', bomless).decode(bytes.subarray(2));
	if (bytes.subarray(0, 8000).includes(0)) return undefined;
	const marked = bytes[0] === 0xef && bytes[1] === 0xbb && bytes[2] === 0xbf;
	return new TextDecoder('utf-8', bomless).decode(marked ? bytes.subarray(3) : bytes);
}
