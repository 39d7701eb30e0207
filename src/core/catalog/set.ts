import { createWordFilter, isWordCode, scanWords, type WordFilter } from '../text/words';
import type { Span } from '../text/lines';
import type { LoadedCatalog } from './load';
import type { Catalog, CatalogEntry, CatalogVariable } from './model';
import { createNearMisses, type NearMisses } from './nearMiss';
import { createStatusNames, type StatusNames } from './statusNames';
import { targetId, tokensOf, type Target, type Token } from './tokens';

/** A token found in a text, before its context is judged. */
export interface Occurrence extends Span {
	readonly token: Token;
}

/** Every catalogue that is switched on, with look-ups that cost the same however many entries there are. */
export interface CatalogSet {
	readonly catalogs: readonly LoadedCatalog[];
	readonly tokens: readonly Token[];
	/** Every occurrence of a token in `text` from `from` to `to`, in order of position. */
	find(text: string, from?: number, to?: number): Occurrence[];
	/** The tokens anchored on a word, for callers that scan for more than tokens. */
	occurrencesAt(text: string, wordStart: number, wordEnd: number): Occurrence[];
	/** The words to scan for. */
	readonly anchors: ReadonlyMap<string, readonly Token[]>;
	/** Tokens written exactly so, case aside. */
	byText(text: string): readonly Token[];
	/** An entry by `entry` (in `from`) or `catalog/entry`. */
	entry(reference: string, from: Catalog): { catalog: Catalog; entry: CatalogEntry } | undefined;
	/** A target by its id, see {@link targetId}. */
	target(id: string): Target | undefined;
	/** Catalogued variables of a name, team catalogues first. */
	variables(name: string): readonly { catalog: Catalog; variable: CatalogVariable }[];
	catalog(id: string): Catalog | undefined;
	readonly statusNames: StatusNames;
	readonly nearMisses: NearMisses;
}

/** Catalogues of teams come first: their token hides the same one of a catalogue after them when they say so. */
export function createCatalogSet(catalogs: readonly LoadedCatalog[]): CatalogSet {
	const tokens = tokensWithoutShadowed(catalogs);
	const anchors = groupBy(tokens, (token) => token.anchor);
	const texts = groupBy(tokens, (token) => token.written.toLowerCase());
	const targets = new Map(tokens.map((token) => [targetId(token.target), token.target]));
	for (const { catalog } of catalogs) {
		for (const entry of catalog.entries) {
			const target: Target = { kind: 'entry', catalog, entry };
			targets.set(targetId(target), target);
		}
	}
	const variables = new Map<string, { catalog: Catalog; variable: CatalogVariable }[]>();
	for (const { target, text } of tokens) {
		if (target.kind !== 'variable') continue;
		const list = variables.get(text) ?? [];
		list.push({ catalog: target.catalog, variable: target.variable });
		variables.set(text, list);
	}
	const byId = new Map(catalogs.map(({ catalog }) => [catalog.id, catalog]));
	const filter: WordFilter = createWordFilter(anchors.keys());

	function occurrencesAt(text: string, wordStart: number, wordEnd: number): Occurrence[] {
		const anchored = anchors.get(text.slice(wordStart, wordEnd).toLowerCase());
		if (anchored === undefined) return [];
		return anchored.flatMap((token) => {
			const start = wordStart - token.lead;
			if (start < 0) return [];
			token.pattern.lastIndex = start;
			const match = token.pattern.exec(text);
			if (match === null || match[0].length < wordEnd - start) return [];
			const end = start + match[0].length;
			return atBoundary(text, start, end) ? [{ token, start, end }] : [];
		});
	}

	return {
		catalogs,
		tokens,
		anchors,
		occurrencesAt,
		find(text, from = 0, to = text.length) {
			const found: Occurrence[] = [];
			scanWords(text, filter, (start, end) => found.push(...occurrencesAt(text, start, end)), from, to);
			return found.sort((a, b) => a.start - b.start || b.end - a.end);
		},
		byText: (text) => texts.get(text.toLowerCase()) ?? [],
		entry(reference, from) {
			const slash = reference.indexOf('/');
			const catalog = slash < 0 ? from : byId.get(reference.slice(0, slash));
			const entry = catalog?.entries.find((item) => item.id === reference.slice(slash + 1));
			return catalog === undefined || entry === undefined ? undefined : { catalog, entry };
		},
		target: (id) => targets.get(id),
		variables: (name) => variables.get(name) ?? [],
		catalog: (id) => byId.get(id),
		statusNames: createStatusNames(tokens),
		nearMisses: createNearMisses(tokens),
	};
}

/** A word is whole when no word character touches it from outside. */
function atBoundary(text: string, start: number, end: number): boolean {
	const inside = (index: number): boolean => isWordCode(text.charCodeAt(index));
	const leftOpen = start > 0 && inside(start) && inside(start - 1);
	const rightOpen = end < text.length && inside(end - 1) && inside(end);
	return !leftOpen && !rightOpen;
}

function tokensWithoutShadowed(catalogs: readonly LoadedCatalog[]): Token[] {
	const claimed = new Set<string>();
	const key = (token: Token): string => `${token.kind} ${token.written}`;
	return catalogs.flatMap((loaded) => {
		const own = tokensOf(loaded.catalog).filter((token) => !claimed.has(key(token)));
		if (loaded.origin === 'team') for (const token of own) claimed.add(key(token));
		return own;
	});
}

function groupBy(tokens: readonly Token[], keyOf: (token: Token) => string): Map<string, Token[]> {
	const groups = new Map<string, Token[]>();
	for (const token of tokens) {
		const group = groups.get(keyOf(token));
		if (group === undefined) groups.set(keyOf(token), [token]);
		else group.push(token);
	}
	return groups;
}
