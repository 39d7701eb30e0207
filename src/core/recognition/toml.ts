import type { TextDocument } from '../text/document';

interface Head {
	readonly start: number;
	readonly parts: readonly string[];
}

const tableHead = /^[ \t]*\[{1,2}[ \t]*([^\]\r\n]+)/gm;
const headsOf = new WeakMap<TextDocument, readonly Head[]>();

/** The parts of the name of the TOML table that an offset stands in: `[env.production]` gives `env`, `production`. */
export function tableOf(document: TextDocument, offset: number): readonly string[] {
	let heads = headsOf.get(document);
	if (heads === undefined) {
		heads = Array.from(document.text.matchAll(tableHead), ({ index, 1: name = '' }) => ({
			start: index,
			parts: name.split('.').map((part) => part.trim().replace(/^["']|["']$/g, '')),
		}));
		headsOf.set(document, heads);
	}
	return heads.findLast(({ start }) => start <= offset)?.parts ?? [];
}
