import type { CatalogSet } from '../catalog/set';
import { targetId, type Target, type Token } from '../catalog/tokens';
import type { TokenKind } from '../catalog/model';
import { isMeant } from '../recognition/recognise';
import { createDocument } from '../text/document';
import { cardOf, noLinks, titleOf, type LinkTo } from './card';

/** One answer to «what does this mean». */
export interface Explanation {
	/** The token as the catalogue writes it. */
	readonly token: string;
	readonly catalog: string;
	/** The id of the entry, `variable:NAME` or `permission:KEY`. */
	readonly entry: string;
	readonly kind: TokenKind;
	readonly title: string;
	readonly markdown: string;
	/** See `targetId`. */
	readonly target: string;
}

export interface ExplainOptions {
	/** Only this catalogue answers. */
	readonly catalog?: string | undefined;
	readonly linkTo?: LinkTo;
	/** Orders the answers of several catalogues. */
	readonly weight?: (catalogId: string) => number;
}

/**
 * Explains a token, or every documented token of an error envelope or of log lines. Standards answer last. Empty when
 * nothing is documented.
 */
export function explain(text: string, catalogs: CatalogSet, options: ExplainOptions = {}): Explanation[] {
	const wanted = text.trim().replace(/^["'`]|["'`,;]$/g, '');
	const direct = exactly(wanted, catalogs);
	const tokens = direct.length > 0 ? direct : within(text, catalogs);
	const unique = new Map<string, Token>();
	for (const token of tokens) {
		const id = targetId(token.target);
		if (!unique.has(id) && (options.catalog === undefined || options.catalog === token.target.catalog.id)) {
			unique.set(id, token);
		}
	}
	const { weight = () => 0, linkTo = noLinks } = options;
	const order = (token: Token): number => (token.target.catalog.standard === true ? 1 : 0);
	return [...unique.values()]
		.sort((a, b) => order(a) - order(b) || weight(b.target.catalog.id) - weight(a.target.catalog.id))
		.map((token) => explanation(token, catalogs, linkTo));
}

function explanation(token: Token, catalogs: CatalogSet, linkTo: LinkTo): Explanation {
	const { target } = token;
	const id = targetId(target);
	return {
		token: token.text,
		catalog: target.catalog.id,
		entry: id.slice(id.indexOf('/') + 1),
		kind: token.kind,
		title: titleOf(target),
		markdown: cardOf(target, catalogs, linkTo),
		target: id,
	};
}

/** The whole text is a token, an entry id, or a route without its method. */
function exactly(wanted: string, catalogs: CatalogSet): Token[] {
	const target = catalogs.target(wanted);
	if (target !== undefined) return [tokenOf(target, catalogs)];
	const tokens = catalogs.byText(wanted);
	if (tokens.length > 0) return [...tokens];
	if (!wanted.startsWith('/')) return [];
	return catalogs.tokens.filter((token) => token.kind === 'endpoint' && token.text.endsWith(` ${wanted}`));
}

function tokenOf(target: Target, catalogs: CatalogSet): Token {
	const known = catalogs.tokens.find((token) => targetId(token.target) === targetId(target));
	const text = titleOf(target);
	return known ?? { kind: 'phrase', text, written: text, generic: true, target, anchor: '', lead: 0, pattern: /(?!)/y };
}

/** Every documented token of pasted text, read as a log: generic words count where they are quoted or assigned. */
function within(text: string, catalogs: CatalogSet): Token[] {
	const document = createDocument({ uri: 'paste:', path: 'paste.log', text });
	return catalogs
		.find(text)
		.filter((occurrence) =>
			isMeant(
				document,
				() => undefined,
				occurrence,
				() => true,
			),
		)
		.map(({ token }) => token);
}
