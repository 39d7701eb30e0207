import { lineStarts, positionAt, type Span } from '../text/lines';
import { readComments } from './comments';
import { dialects } from './dialects';
import type { Statement } from './scan';
import { prepare } from './source';
import type { DotenvDialect, DotenvEntry, DotenvEnvironment, DotenvFile, DotenvInput } from './types';
import { readValues } from './values';

const noEnvironment: DotenvEnvironment = {};

/** Reads a `.env` text as one loader does. Any text gives a file, never an exception. */
export function parseDotenv(
	text: string,
	dialect: DotenvDialect,
	env: DotenvEnvironment = noEnvironment,
	input: DotenvInput = 'file',
): DotenvFile {
	const traits = dialects[dialect];
	const source = prepare(text, traits.source[input]);
	const scan = traits.scan(source.text);
	const entries = readValues(source.text, scan, traits, env).map(({ statement, key, literal, value }): DotenvEntry => {
		const range = source.original(statement.range);
		return {
			key,
			keyRange: notBefore(range.start, source.original(statement.key)),
			rawValueRange: notBefore(range.start, source.original(statement.value ?? emptyValue(statement))),
			quote: statement.quote,
			literal,
			value,
			exported: statement.exported,
			commented: false,
			range,
			...(statement.comment && { comment: source.original(statement.comment) }),
		};
	});
	const problems = scan.problems.map(({ kind, range }) => ({ kind, range: source.original(range) }));
	if (
		traits.source[input].byteOrderMark === 'kept' &&
		text.startsWith('\ufeff') &&
		scan.error?.kind !== 'byte-order-mark'
	) {
		problems.unshift({ kind: 'byte-order-mark', range: { start: 0, end: 1 } });
	}
	const file = { dialect, entries, problems, ...readComments(text, multiLineValues(text, entries)) };
	if (scan.error === undefined) return file;
	const range = source.original(scan.error.range);
	return { ...file, error: { kind: scan.error.kind, line: positionAt(lineStarts(text), range.start).line, range } };
}

/** The mapping that the loader hands over; a rejected file sets nothing. */
export function evaluateDotenv(file: DotenvFile): Record<string, string | null> {
	if (file.error !== undefined) return {};
	return Object.fromEntries(file.entries.flatMap(({ key, value }) => (value === undefined ? [] : [[key, value]])));
}

/** An empty part beside a code unit that the loader drops could be put on either side of it. */
const notBefore = (limit: number, { start, end }: Span): Span => ({
	start: Math.max(start, limit),
	end: Math.max(end, limit),
});

const emptyValue = ({ key }: Statement): Span => ({ start: key.end, end: key.end });

/** Only a quoted value can hold a line that looks like a comment. */
const multiLineValues = (text: string, entries: readonly DotenvEntry[]): readonly Span[] =>
	entries
		.filter(({ quote, rawValueRange: { start, end } }) => quote !== '' && /[\r\n]/.test(text.slice(start, end)))
		.map(({ rawValueRange }) => rawValueRange);
