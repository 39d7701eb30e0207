import { distance } from 'fastest-levenshtein';
import type { Token } from './tokens';

/** Finds the documented specific code that a word almost is. */
export interface NearMisses {
	/** The code's token, or undefined when no code, or more than one, is one or two edits away. */
	of(word: string): Token | undefined;
}

/** The shortest word for which two edits are still more likely a slip than another name. */
const longEnoughForTwo = 12;
const shortest = 8;

export function createNearMisses(tokens: readonly Token[]): NearMisses {
	const codes = tokens.filter((token) => token.kind === 'code' && !token.generic && isCodeShape(token.text));
	const known = new Set(tokens.map((token) => token.text));
	const bySegment = new Map<string, Token[]>();
	for (const code of codes) {
		for (const segment of code.text.split('_')) bySegment.set(segment, [...(bySegment.get(segment) ?? []), code]);
	}
	const memo = new Map<string, Token | undefined>();

	function search(word: string): Token | undefined {
		if (known.has(word)) return undefined;
		const limit = word.length >= longEnoughForTwo ? 2 : 1;
		const near = new Set<Token>();
		for (const segment of word.split('_')) {
			for (const token of bySegment.get(segment) ?? []) {
				if (Math.abs(token.text.length - word.length) > limit || isOtherName(word, token.text)) continue;
				if (distance(word, token.text) <= limit) near.add(token);
			}
		}
		return near.size === 1 ? [...near][0] : undefined;
	}

	return {
		of(word) {
			if (word.length < shortest) return undefined;
			if (!memo.has(word)) {
				if (memo.size > 20_000) memo.clear();
				memo.set(word, search(word));
			}
			return memo.get(word);
		},
	};
}

const isCodeShape = (text: string): boolean => /^[A-Z][A-Z0-9]*(?:_[A-Z0-9]+)+$/.test(text);

/** A plural or another number is another name, not a slip: `PRESETS_NOT_FOUND`, `ERROR_V2`. */
function isOtherName(word: string, code: string): boolean {
	const plain = (text: string): string => text.replace(/_?\d+/g, '').replace(/S(?=_|$)/g, '');
	return plain(word) === plain(code);
}
