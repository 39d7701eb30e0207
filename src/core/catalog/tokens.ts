import { isWordCode } from '../text/words';
import {
	genericByDefault,
	type Catalog,
	type CatalogEntry,
	type CatalogPermission,
	type CatalogToken,
	type CatalogVariable,
	type TokenKind,
} from './model';

/** What a token leads to. */
export type Target =
	| { readonly kind: 'entry'; readonly catalog: Catalog; readonly entry: CatalogEntry }
	| { readonly kind: 'variable'; readonly catalog: Catalog; readonly variable: CatalogVariable }
	| { readonly kind: 'permission'; readonly catalog: Catalog; readonly permission: CatalogPermission };

/** The stable id of a target, `catalog/entry`, `catalog/variable:NAME` or `catalog/permission:KEY`. */
export function targetId(target: Target): string {
	switch (target.kind) {
		case 'entry':
			return `${target.catalog.id}/${target.entry.id}`;
		case 'variable':
			return `${target.catalog.id}/variable:${target.variable.name}`;
		case 'permission':
			return `${target.catalog.id}/permission:${target.permission.key}`;
	}
}

/** A token, ready to be found in text. */
export interface Token {
	readonly kind: TokenKind;
	/** As the catalogue writes it. */
	readonly text: string;
	/** As this spelling of it stands in code: `Unavailable` for the gRPC code `UNAVAILABLE`, `model_id` for `base_model.model_id`. */
	readonly written: string;
	readonly generic: boolean;
	readonly target: Target;
	/** The documented HTTP status of a `code`. */
	readonly status?: number;
	/** The registered name of a number. */
	readonly name?: string;
	readonly near?: readonly string[];
	/** For the last part of a dotted field: the keys that must stand around it, outermost first. */
	readonly within?: readonly string[];
	/** The lower-case word by which a scan finds the token. */
	readonly anchor: string;
	/** The characters of the token before its anchor. */
	readonly lead: number;
	/** Sticky; matches the token from its first character. */
	readonly pattern: RegExp;
}

/** Tokens that are as true in another case: header names, settings that an environment spells in capitals, prose. */
const caseless: ReadonlySet<TokenKind> = new Set<TokenKind>(['header', 'setting', 'phrase', 'command']);

const methodPrefix = /^(GET|POST|PUT|PATCH|DELETE|HEAD|OPTIONS)\s+/;

/** The HTTP method that an `endpoint` token names. */
export const endpointMethod = (token: string): string | undefined => methodPrefix.exec(token)?.[1];

export function tokensOf(catalog: Catalog): Token[] {
	const tokens: Token[] = [];
	const add = (source: CatalogToken, target: Target, spelling: Spelling = {}): void => {
		const token = compileToken(source, target, spelling);
		if (token !== undefined) tokens.push(token);
	};
	for (const entry of catalog.entries) {
		if (entry.retired !== undefined) continue;
		for (const source of entry.match) {
			const target: Target = { kind: 'entry', catalog, entry };
			add(source, target);
			for (const spelling of spellingsOf(source)) add(source, target, spelling);
		}
	}
	for (const variable of catalog.variables ?? []) {
		for (const token of [variable.name, ...(variable.aliases ?? [])]) {
			const generic = variable.generic ?? false;
			add({ kind: variable.kind ?? 'env', token, generic }, { kind: 'variable', catalog, variable });
		}
	}
	for (const permission of catalog.permissions ?? []) {
		add({ kind: 'permission', token: permission.key }, { kind: 'permission', catalog, permission });
	}
	return tokens;
}

/** Another way in which people write a token. */
interface Spelling extends Partial<Pick<Token, 'written' | 'within'>> {
	/** What must stand before it. */
	readonly after?: string;
}

function spellingsOf({ kind, token }: CatalogToken): Spelling[] {
	if (kind === 'grpc' && /^[A-Z_]+$/.test(token)) {
		const snake = token.toLowerCase();
		const camel = snake.replace(/(?:^|_)([a-z])/g, (_, letter: string) => letter.toUpperCase());
		return [{ written: camel }, { written: snake, after: 'Status::' }]; // Go, Rust and .NET; tonic's constructors
	}
	if (kind === 'field' && /^\w+(?:\.\w+)+$/.test(token)) {
		const path = token.split('.');
		return [{ written: path.at(-1) ?? '', within: path.slice(0, -1) }]; // { "base_model": { "model_id": … } }
	}
	return [];
}

function compileToken(source: CatalogToken, target: Target, spelling: Spelling): Token | undefined {
	const { written = source.token, within, after } = spelling;
	const behind = after === undefined ? '' : `(?<=${escapeRegExp(after)})`;
	const found = source.kind === 'endpoint' ? written.replace(methodPrefix, '') : written;
	const anchor = anchorOf(found);
	if (anchor === undefined) return undefined;
	const flags = caseless.has(source.kind) ? 'iy' : 'y';
	return {
		kind: source.kind,
		text: source.token,
		written,
		...(within === undefined ? {} : { within }),
		generic: source.generic ?? genericByDefault.has(source.kind),
		target,
		...(source.status === undefined ? {} : { status: source.status }),
		...(source.name === undefined ? {} : { name: source.name }),
		...(source.near === undefined ? {} : { near: source.near }),
		anchor: anchor.word,
		lead: anchor.lead,
		pattern: new RegExp(behind + patternOf(found.slice(anchor.skip)), flags),
	};
}

/** `{id}` and `<id>` stand for one segment of a path, `*` and `…` for one or none. */
const placeholder = /\{[^}]*\}|<[^>]*>|\*|…|\.{3,4}$/g;

/** What people write for a segment: `:id`, `{id}`, `${id}`, `%s`, `4f2`, or `' + id + '` between two strings. */
const plainSegment = '(?:\\{[^{}\\n]{0,80}\\}|[^\\s/"\'`?{}])';
const joined = '["\'`]\\s*[+.]\\s*[\\w.$>-]{1,80}(?:\\([\\w.$]{0,80}\\))?(?:\\s*[+.]\\s*["\'`])?';
const segment = `(?:${plainSegment}{1,200}(?:${joined}${plainSegment}{0,200})?|${joined}${plainSegment}{0,200})`;

function patternOf(text: string): string {
	let pattern = '';
	let end = 0;
	for (const match of text.matchAll(placeholder)) {
		const optional = /^[{<]/.test(match[0]) ? '' : '?';
		pattern += escapeRegExp(text.slice(end, match.index)) + segment + optional;
		end = match.index + match[0].length;
	}
	return pattern + escapeRegExp(text.slice(end));
}

const escapeRegExp = (text: string): string => text.replace(/[\\^$.*+?()[\]{}|/-]/g, '\\$&');

/**
 * The longest fixed word before the first placeholder, or after a leading one; `skip` is what the match leaves out in front,
 * `lead` the characters between the match's start and the word.
 */
function anchorOf(text: string): { word: string; lead: number; skip: number } | undefined {
	const pieces: { word: string; start: number }[] = [];
	const fixed = text.replace(placeholder, (match) => '\0'.repeat(match.length));
	for (let index = 0; index < fixed.length; index++) {
		if (!isWordCode(fixed.charCodeAt(index))) continue;
		const start = index;
		while (index < fixed.length && isWordCode(fixed.charCodeAt(index))) index++;
		pieces.push({ word: fixed.slice(start, index).toLowerCase(), start });
	}
	const first = fixed.search(/[^\0]/);
	const stop = fixed.indexOf('\0', first);
	const reachable = pieces.filter((piece) => stop < 0 || piece.start < stop);
	const best = reachable.reduce<{ word: string; start: number } | undefined>(
		(longest, piece) => (longest === undefined || piece.word.length > longest.word.length ? piece : longest),
		undefined,
	);
	return best === undefined ? undefined : { word: best.word, lead: best.start - first, skip: first };
}
