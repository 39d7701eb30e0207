const salts = [Math.random(), Math.random()].map((part) => Math.floor(part * 2 ** 32));

/**
 * Tells whether two values are equal without keeping them: salted anew in every process, never printed, and left out of
 * JSON, so that it reaches no log, cache or report.
 */
export class Digest {
	readonly #hashes: readonly number[];

	constructor(text: string) {
		this.#hashes = salts.map((salt) => hash(text, salt));
	}

	equals(other: Digest): boolean {
		return this.#hashes.every((part, index) => part === other.#hashes[index]);
	}

	toJSON(): undefined {
		return undefined;
	}
}

/** 53 bits of the text. */
function hash(text: string, salt: number): number {
	let high = 0xdeadbeef ^ salt;
	let low = 0x41c6ce57 ^ salt;
	for (let index = 0; index < text.length; index++) {
		const code = text.charCodeAt(index);
		high = Math.imul(high ^ code, 2654435761);
		low = Math.imul(low ^ code, 1597334677);
	}
	high = Math.imul(high ^ (high >>> 16), 2246822507) ^ Math.imul(low ^ (low >>> 13), 3266489909);
	low = Math.imul(low ^ (low >>> 16), 2246822507) ^ Math.imul(high ^ (high >>> 13), 3266489909);
	return 4294967296 * (2097151 & low) + (high >>> 0);
}
