/** A set of words that a text is scanned for, all at once. Words are runs of ASCII letters, digits and `_`; case is ignored. */
export interface WordFilter {
	/** The bits that the words' hashes set; a power of two. */
	readonly bits: Uint8Array;
	readonly mask: number;
}

const fnvOffset = 0x811c9dc5;
const fnvPrime = 0x01000193;

/** 1 + the lower-case code of a word character, 0 for anything else. As long as there are UTF-16 code units: no test for the range. */
const wordCodes = new Uint8Array(1 << 16);
for (let code = 0; code < 128; code++) {
	const char = String.fromCharCode(code);
	if (/\w/.test(char)) wordCodes[code] = char.toLowerCase().charCodeAt(0) + 1;
}

export const isWordCode = (code: number): boolean => (wordCodes[code] ?? 0) !== 0;

/** Built so large that a text's other words seldom collide, whatever the number of words. */
export function createWordFilter(words: Iterable<string>): WordFilter {
	const hashes = Array.from(words, hashOf);
	let size = 1 << 12;
	while (size < hashes.length * 64) size <<= 1;
	const bits = new Uint8Array(size >> 3);
	for (const hash of hashes) {
		const bit = hash & (size - 1);
		bits[bit >> 3] = (bits[bit >> 3] ?? 0) | (1 << (bit & 7));
	}
	return { bits, mask: size - 1 };
}

function hashOf(word: string): number {
	let hash = fnvOffset;
	for (let index = 0; index < word.length; index++) {
		hash = Math.imul(hash ^ (wordCodes[word.charCodeAt(index)] ?? 0), fnvPrime);
	}
	return finish(hash);
}

const finish = (hash: number): number => (hash ^ (hash >>> 15)) >>> 0;

/**
 * Calls `visit` with the UTF-16 offsets of each word that may be in the filter, from `from` to `to`. One pass over the
 * characters; its cost does not depend on the number of words in the filter.
 */
export function scanWords(
	text: string,
	filter: WordFilter,
	visit: (start: number, end: number) => void,
	from = 0,
	to = text.length,
): void {
	const { bits, mask } = filter;
	let index = from;
	while (index < to) {
		let word = wordCodes[text.charCodeAt(index)] ?? 0;
		if (word === 0) {
			index++;
			continue;
		}
		const start = index;
		let hash = fnvOffset;
		do {
			hash = Math.imul(hash ^ word, fnvPrime);
			index++;
			word = index < to ? (wordCodes[text.charCodeAt(index)] ?? 0) : 0;
		} while (word !== 0);
		const bit = finish(hash) & mask;
		if (((bits[bit >> 3] ?? 0) & (1 << (bit & 7))) !== 0) visit(start, index);
	}
}
