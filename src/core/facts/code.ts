import { isMeant } from '../recognition/recognise';
import { siteOf } from '../recognition/site';
import { targetId } from '../catalog/tokens';
import type { TokenKind } from '../catalog/model';
import type { Place } from '../recognition/site';
import type { Extractor } from './extractor';
import type { FactBase } from './model';
import { raisedStatus, type RaisedStatus } from './raised';

/** A documented token, meant where it stands. */
export interface CodeFact extends FactBase {
	readonly kind: 'code';
	/** The token as the catalogue writes it. */
	readonly name: string;
	readonly tokenKind: TokenKind;
	readonly place: Place;
	/** Ids of what the token leads to, one for each catalogue that explains it. */
	readonly targets: readonly string[];
	/** The HTTP status it is raised with here, when the code says so with a literal. */
	readonly raised?: RaisedStatus;
}

/** Token kinds that are codes or states, as `facts --kind code` lists them. Others are for hovers only. */
const codeKinds: ReadonlySet<TokenKind> = new Set<TokenKind>([
	'code',
	'state',
	'http',
	'ws',
	'grpc',
	'sqlstate',
	'permission',
	'log',
]);

/** Documented codes and states, and the status that a code is raised with. Standards are left to the hover. */
export const codeExtractor: Extractor = {
	kinds: ['code'],
	markers: [],
	reads: (_, occurrences) => occurrences.some(({ token }) => isListed(token.kind, token.target.catalog.standard)),
	*extract({ document, tree, occurrences, catalogs, isRelevant }) {
		const found = new Map<string, CodeFact>();
		for (const occurrence of occurrences) {
			const { token } = occurrence;
			if (!isListed(token.kind, token.target.catalog.standard)) continue;
			if (!isMeant(document, tree, occurrence, isRelevant)) continue;
			const place = `${token.kind} ${occurrence.start} ${occurrence.end}`;
			const known = found.get(place);
			if (known !== undefined) {
				found.set(place, { ...known, targets: [...known.targets, targetId(token.target)] });
				continue;
			}
			const site = siteOf(document, tree(), occurrence);
			const raised =
				token.kind === 'code' && site.node !== undefined
					? raisedStatus(document, site.node, catalogs.statusNames)
					: undefined;
			found.set(place, {
				kind: 'code',
				name: token.text,
				tokenKind: token.kind,
				range: document.range(occurrence),
				place: site.place,
				targets: [targetId(token.target)],
				...(raised === undefined ? {} : { raised }),
			});
		}
		yield* found.values();
	},
};

const isListed = (kind: TokenKind, standard: boolean | undefined): boolean => standard !== true && codeKinds.has(kind);
