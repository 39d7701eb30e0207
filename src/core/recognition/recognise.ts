import type { Occurrence } from '../catalog/set';
import type { Token } from '../catalog/tokens';
import type { LanguageId } from '../syntax/languages';
import type { SyntaxTree } from '../syntax/node';
import { besides, type TextDocument } from '../text/document';
import { isEndpoint } from './endpoint';
import { isEnvironmentName } from './environment';
import { isBelow } from './nested';
import { numberMeaning } from './number';
import { isBetween, isMarked, siteOf, type Site } from './site';

/** Which catalogues have to do with the workspace. */
export type IsRelevant = (catalogId: string) => boolean;

/**
 * Whether an occurrence is meant: specific tokens anywhere, generic ones where their kind fits and their catalogue is
 * relevant, bare numbers where something gives them meaning.
 */
export function isMeant(
	document: TextDocument,
	tree: () => SyntaxTree | undefined,
	occurrence: Occurrence,
	isRelevant: IsRelevant,
): boolean {
	const { token } = occurrence;
	if (!token.generic) return true;
	const { catalog } = token.target;
	if (catalog.standard !== true && !isRelevant(catalog.id)) return false;
	if (token.near !== undefined && !token.near.some((word) => document.holds(word))) return false;
	if (token.kind === 'http' || token.kind === 'ws') {
		return numberMeaning(document, tree(), occurrence) === token.kind;
	}
	return fits(token, document, tree(), occurrence, siteOf(document, tree(), occurrence));
}

/** Languages in which a path needs no quotes. */
const writesPathsBare: ReadonlySet<LanguageId> = new Set<LanguageId>([
	'shell',
	'nginx',
	'caddyfile',
	'http',
	'makefile',
	'dockerfile',
]);

/** A key, a property, or a string that is the name. */
function isNamed(document: TextDocument, span: Occurrence, { place, whole }: Site): boolean {
	if (place === 'string') return whole || isQuotedInside(document, span);
	if (place === 'text') return isMarked(document, span);
	return (place === 'key' || place === 'member' || place === 'definition') && whole;
}

/** `NOT_FOUND` and `NotFound`, as enum members are written; `notFound` and `failed` are any method's or property's name. */
const isConstantName = (text: string): boolean => /^[A-Z]/.test(text);

function fits(
	token: Token,
	document: TextDocument,
	tree: SyntaxTree | undefined,
	span: Occurrence,
	site: Site,
): boolean {
	const { place, whole } = site;
	switch (token.kind) {
		case 'code':
		case 'state':
		case 'value':
			if (place === 'string') return whole || isQuotedInside(document, span);
			if (place === 'text') return isMarked(document, span);
			return (
				(place === 'member' || place === 'definition' || place === 'key') && whole && isConstantName(token.written)
			);
		case 'grpc':
			return isGrpc(document, span, site);
		case 'sqlstate':
			return place === 'string' && whole && isSqlState(document, span);
		case 'env':
			return isEnvironmentName(document, tree, span, site);
		case 'field':
			if (token.within !== undefined) return whole && isBelow(document, tree, span, token.within);
			if (token.text.includes('.') && (place === 'string' || place === 'text' || place === 'member')) return true;
			return isNamed(document, span, site);
		case 'setting':
		case 'log':
			return isNamed(document, span, site);
		case 'header':
			return place === 'string' || place === 'key' || (place === 'text' && isMarked(document, span));
		case 'package':
		case 'symbol':
			return place !== 'comment' && (place !== 'text' || isMarked(document, span)) && (place !== 'string' || whole);
		case 'endpoint':
			return (place !== 'name' || writesPathsBare.has(document.language)) && isEndpoint(token, document, tree, span);
		case 'file':
		case 'command':
		case 'permission':
		case 'phrase':
			return place === 'string' || place === 'text' || place === 'comment';
		case 'http':
		case 'ws':
			return false;
	}
}

const grpcOwner = /(?:codes?|status|statuscodes?|grpc)(?:\.|::)$/i;
const grpcText = /\b(?:codes?|status|statuscode)(?:\.|::|\s*[=:]\s*)$/i;

/** `codes.Unavailable`, `grpc.StatusCode.UNAVAILABLE`, tonic's `Status::unavailable`, or the code as a string. */
function isGrpc(document: TextDocument, span: Occurrence, { place, whole }: Site): boolean {
	const before = document.text.slice(Math.max(0, span.start - 40), span.start);
	if (before.endsWith('Status::')) return true;
	if (place === 'member') return whole && grpcOwner.test(before);
	if (place !== 'string' && place !== 'text') return false;
	const isCode = /^[A-Z_]+$/.test(document.text.slice(span.start, span.end)); // `Unknown` may be any word
	return grpcText.test(before) || (isCode && (whole || isMarked(document, span)));
}

const sqlStateName = /(?:\b|_|sql_?|err(?:or)?_?|pg_?|pq_?)(?:code|state)s?\b/i;
const sqlStateFiles = ['sqlstate', 'postgres', 'pgcode', 'psycopg', 'asyncpg', 'pgx'] as const;

/** `err.code === '23505'`, or any such string in a file that has to do with PostgreSQL; elsewhere it is a postal code. */
const isSqlState = (document: TextDocument, span: Occurrence): boolean =>
	sqlStateName.test(besides(document, span).before) || sqlStateFiles.some((word) => document.holds(word));

/** JSON inside a string or a log line: `{"code":"NOT_FOUND"}`. */
function isQuotedInside(document: TextDocument, span: Occurrence): boolean {
	return isBetween(document, span, '"') || isBetween(document, span, '\\"', '\\"');
}
