import type { Occurrence } from '../catalog/set';
import { endpointMethod, type Token } from '../catalog/tokens';
import { ancestors, type SyntaxTree } from '../syntax/node';
import { readerFor } from '../syntax/read';
import { lineText, type TextDocument } from '../text/document';
import { numberMeaning } from './number';
import { siteOf, type Site } from './site';

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
	if (token.near !== undefined && !token.near.some((word) => includesWord(document.text, word))) return false;
	if (token.kind === 'http' || token.kind === 'ws') {
		return numberMeaning(document, tree(), occurrence) === token.kind;
	}
	return fits(token, document, tree(), occurrence, siteOf(document, tree(), occurrence));
}

function includesWord(text: string, word: string): boolean {
	return text.includes(word) || text.toLowerCase().includes(word.toLowerCase());
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
			return (place === 'member' || place === 'definition' || place === 'key') && whole && isConstantName(token.text);
		case 'grpc':
			if (place === 'member') return whole && /(?:code|codes|status|statuscode)\W*$/i.test(textBefore(document, span));
			return (place === 'string' && whole) || (place === 'text' && isMarked(document, span));
		case 'sqlstate':
			return place === 'string' && whole;
		case 'env':
			return isEnvironmentName(document, span, site);
		case 'field':
		case 'setting':
		case 'log':
			if (place === 'string') return whole || isQuotedInside(document, span);
			if (place === 'text') return isMarked(document, span);
			return (place === 'key' || place === 'member' || place === 'definition') && whole;
		case 'header':
			return place === 'string' || place === 'key' || (place === 'text' && isMarked(document, span));
		case 'package':
		case 'symbol':
			return place !== 'comment' && (place !== 'text' || isMarked(document, span)) && (place !== 'string' || whole);
		case 'endpoint':
			return (place === 'string' || place === 'text' || place === 'comment') && isEndpoint(token, document, tree, span);
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

function textBefore(document: TextDocument, span: Occurrence, length = 60): string {
	return document.text
		.slice(Math.max(0, span.start - length), span.start)
		.replace(/[\w]*$/, '')
		.replace(/(?:\.|::)$/, '');
}

/** In prose a generic word counts only when it is marked up as code or quoted. */
function isMarked(document: TextDocument, span: Occurrence): boolean {
	return isBetween(document, span, '`') || isBetween(document, span, '"');
}

/** JSON inside a string or a log line: `{"code":"NOT_FOUND"}`. */
function isQuotedInside(document: TextDocument, span: Occurrence): boolean {
	return isBetween(document, span, '"') || isBetween(document, span, '\\"', '\\"');
}

function isBetween(document: TextDocument, span: Occurrence, open: string, close = open): boolean {
	const { text } = document;
	return text.startsWith(open, span.start - open.length) && text.startsWith(close, span.end);
}

const environmentAccess =
	/(?:\benv\b|\benviron\b|\bENV\b|getenv|lookupenv|\benv_var\b|env::var(?:_os)?|\$_ENV|\$_SERVER|GetEnvironmentVariable|Deno\.env|Bun\.env|\benv!|\bsecrets|\bvars)(?:\??\.|\.get|\.fetch|\.setdefault|\(|\[|\s*[,:])*\s*["'(`[]*$/i;
const environmentFile = /(?:^|[/.])(?:docker-)?compose[\w.-]*\.ya?ml$|(?:^|\/)\.github\/workflows\//i;

function isEnvironmentName(document: TextDocument, span: Occurrence, site: Site): boolean {
	const { language } = document;
	if (language === 'dotenv')
		return site.place === 'key' || /\$\{?$/.test(document.text.slice(span.start - 2, span.start));
	if (language === 'dockerfile' || language === 'shell')
		return site.place !== 'comment' && site.place !== 'name'
			? true
			: /\$\{?$|^\s*(?:export\s+)?$/.test(before(document, span));
	if (language === 'yaml' && environmentFile.test(document.path))
		return site.place === 'key' || /^\s*-\s*["']?$|\$\{$/.test(before(document, span));
	if (site.place === 'text') return isMarked(document, span);
	if (site.place === 'comment') return false;
	return environmentAccess.test(before(document, span));
}

/** What stands before the span on its line. */
function before(document: TextDocument, span: Occurrence): string {
	const { line, character } = document.positionAt(span.start);
	return lineText(document, line).slice(0, character);
}

const methods = /\b(get|post|put|patch|delete|head|options)\b/gi;

/** The whole path of a route or a request, whatever host or prefix stands before it, and not another method's. */
function isEndpoint(token: Token, document: TextDocument, tree: SyntaxTree | undefined, span: Occurrence): boolean {
	const next = document.text.charAt(span.end);
	if (next !== '' && !/[\s"'`?#),.:;\]}\\|>]/.test(next)) return false;
	const method = endpointMethod(token.text)?.toLowerCase();
	if (method === undefined) return true;
	const statement = enclosingStatement(document, tree, span);
	const named = [...statement.matchAll(methods)].map((match) => (match[1] ?? '').toLowerCase());
	return named.length === 0 || named.includes(method);
}

/** The call around the span, or its line. */
function enclosingStatement(document: TextDocument, tree: SyntaxTree | undefined, span: Occurrence): string {
	const node = tree?.root.descendantForIndex(span.start, Math.max(span.start, span.end - 1)) ?? null;
	if (node !== null) {
		const reader = readerFor(document.language);
		for (const current of ancestors(node)) {
			if (reader.call(current) !== undefined) return current.text.slice(0, 2000);
			if (reader.is(current, 'statement') || reader.is(current, 'block')) break;
		}
	}
	return lineText(document, document.positionAt(span.start).line);
}
