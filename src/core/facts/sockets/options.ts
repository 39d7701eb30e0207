import type { Range } from 'vscode-languageserver-types';
import type { SyntaxNode } from '../../syntax/node';
import { binary, piecesOf } from '../pieces';
import { spanOf, type Scope } from '../scope';

/** An options object with headers in the arguments of a socket's constructor. */
export interface SocketHeaders {
	readonly range: Range;
	/** The argument with the comma before it. */
	readonly removal: Range;
	/** The token's expression, where the headers are `Authorization: Bearer …` and nothing else. */
	readonly bearer?: Range;
}

/** The headers among a constructor's arguments after the URL. */
export function headersOf(scope: Scope, args: readonly SyntaxNode[]): SocketHeaders | undefined {
	const { reader, document } = scope;
	for (const [index, argument] of args.entries()) {
		if (index === 0 || !reader.is(argument, 'object')) continue;
		const pairs = reader.pairs(argument);
		const headers = pairs.find(({ key }) => key === 'headers');
		const previous = args[index - 1];
		if (headers === undefined || previous === undefined) continue;
		const bearer = pairs.length === 1 && headers.value !== undefined ? bearerOf(scope, headers.value) : undefined;
		return {
			range: document.range(spanOf(argument)),
			removal: document.range({ start: previous.endIndex, end: argument.endIndex }),
			...(bearer === undefined ? {} : { bearer: document.range(spanOf(bearer)) }),
		};
	}
	return undefined;
}

/** `X` of `{ Authorization: `Bearer ${X}` }` and of `{ Authorization: 'Bearer ' + X }`. */
function bearerOf(scope: Scope, headers: SyntaxNode): SyntaxNode | undefined {
	const { reader } = scope;
	const [pair, ...others] = reader.is(headers, 'object') ? reader.pairs(headers) : [];
	if (pair?.value === undefined || others.length > 0 || !/^authorization$/i.test(pair.key ?? '')) return undefined;
	const sum = binary(pair.value);
	if (sum !== undefined) return /^Bearer $/.test(reader.string(sum.left)?.value ?? '') ? sum.right : undefined;
	if (reader.string(pair.value) !== undefined || !reader.is(pair.value, 'string')) return undefined;
	const inserted = pair.value.namedChildren.filter((child) => child !== null && /substitution/.test(child.type));
	const [only, ...more] = inserted;
	const fixed = piecesOf(scope, pair.value)[0]?.text;
	return only === null || only === undefined || more.length > 0 || fixed !== 'Bearer '
		? undefined
		: (only.namedChildren[0] ?? undefined);
}

/**
 * Whether the arguments after the URL leave no way for a token: no headers, no protocols that may be one, no options that are
 * not known.
 */
export function passesNothing({ reader }: Scope, args: readonly SyntaxNode[]): boolean {
	return args.slice(1).every((argument) => {
		const named = reader.keyValue(argument);
		if (named !== undefined && !reader.is(argument, 'assignment'))
			return !/header|protocol|param|query|token|auth|cookie/i.test(named.key ?? '');
		if (/splat|spread/.test(argument.type)) return false;
		if (reader.string(argument) !== undefined || /^(?:nil|null|None|undefined)$/.test(argument.text)) return true;
		const items = reader.items(argument);
		if (items !== undefined) return items.every((item) => reader.string(item) !== undefined);
		if (!reader.is(argument, 'object')) return false;
		const known = argument.namedChildren.every(
			(child) =>
				child !== null && (reader.is(child, 'pair') || reader.is(child, 'comment') || reader.is(child, 'function')),
		);
		return (
			known &&
			reader
				.pairs(argument)
				.every(({ key }) => key !== undefined && !/header|protocol|param|query|token|auth|cookie/i.test(key))
		);
	});
}
