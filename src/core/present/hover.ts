import type { Range } from 'vscode-languageserver-types';
import type { CatalogSet, Occurrence } from '../catalog/set';
import { targetId, type Target } from '../catalog/tokens';
import { isMeant, type IsRelevant } from '../recognition/recognise';
import { allRules } from '../rules';
import type { SyntaxTree } from '../syntax/node';
import type { TextDocument } from '../text/document';
import { cardOf, titleOf, type LinkTo } from './card';
import { code, escapeMarkdown } from './markdown';
import { ruleHover } from './ruleCard';

export interface Hover {
	readonly markdown: string;
	readonly range: Range;
	/** Ids of what is shown, most relevant first. */
	readonly targets: readonly string[];
}

export interface HoverContext {
	readonly catalogs: CatalogSet;
	readonly isRelevant: IsRelevant;
	/** How much of the workspace speaks for a catalogue. */
	readonly weight: (catalogId: string) => number;
	readonly tree: () => SyntaxTree | undefined;
	readonly linkTo: LinkTo;
}

/** Tokens longer than this, and what lies further than this from the pointer, are not looked at; lines may be endless. */
const reach = 300;
const fullCards = 2;

/** The card of what stands at a UTF-16 offset, or undefined when nothing documented is meant there. */
export function hoverAt(document: TextDocument, offset: number, context: HoverContext): Hover | undefined {
	const { catalogs } = context;
	const around = catalogs.find(document.text, wordBoundary(document.text, offset - reach), offset + reach);
	const here = around.filter(
		(occurrence) =>
			occurrence.start <= offset &&
			offset <= occurrence.end &&
			isMeant(document, context.tree, occurrence, context.isRelevant),
	);
	if (here.length === 0) return ruleHover(document, offset, allRules(catalogs));
	const widest = here.reduce((a, b) => (b.end - b.start > a.end - a.start ? b : a));
	const targets = rank(
		here.filter((item) => item.start === widest.start && item.end === widest.end),
		context,
	);
	return {
		markdown: cards(targets, context),
		range: document.range(widest),
		targets: targets.map(targetId),
	};
}

/** The start of the word at `offset`, so that a scan does not begin in the middle of one. */
function wordBoundary(text: string, offset: number): number {
	let start = Math.max(0, offset);
	while (start > 0 && /\w/.test(text.charAt(start - 1)) && offset - start < reach) start--;
	return start;
}

/** Once each; standards only when nothing else explains the token; the catalogue with most evidence first. */
function rank(occurrences: readonly Occurrence[], context: HoverContext): Target[] {
	const unique = new Map(occurrences.map(({ token }) => [targetId(token.target), token.target]));
	const all = [...unique.values()];
	const own = all.filter(({ catalog }) => catalog.standard !== true);
	return (own.length > 0 ? own : all).sort((a, b) => context.weight(b.catalog.id) - context.weight(a.catalog.id));
}

function cards(targets: readonly Target[], { catalogs, linkTo }: HoverContext): string {
	const full = targets.slice(0, fullCards).map((target) => {
		const page = linkTo(targetId(target));
		const card = cardOf(target, catalogs, linkTo);
		return page === undefined ? card : `${card}\n\n[Open page](${page})`;
	});
	const rest = targets.slice(fullCards).map((target) => {
		const page = linkTo(targetId(target));
		const title = target.kind === 'entry' ? escapeMarkdown(titleOf(target)) : code(titleOf(target));
		return `- ${page === undefined ? title : `[${title}](${page})`} · ${escapeMarkdown(target.catalog.title)}`;
	});
	return [...full, ...(rest.length > 0 ? [rest.join('\n')] : [])].join('\n\n---\n\n');
}
