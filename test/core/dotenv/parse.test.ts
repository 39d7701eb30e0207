import assert from 'node:assert/strict';
import fc from 'fast-check';
import {
	compareDialects,
	dotenvDialects,
	evaluateDotenv,
	parseDotenv,
	type DotenvDialect,
	type DotenvEntry,
	type DotenvFile,
} from '../../../src/core/dotenv';
import type { Span } from '../../../src/core/text/lines';
import { anyText, environment } from './texts';

const slice = (text: string, { start, end }: Span): string => text.slice(start, end);

function only(text: string, dialect: DotenvDialect): DotenvEntry {
	const { entries } = parseDotenv(text, dialect);
	const [entry] = entries;
	assert(entry !== undefined && entries.length === 1, JSON.stringify(entries));
	return entry;
}

const kinds = (file: DotenvFile): readonly string[] => file.problems.map(({ kind }) => kind);

/** Every dialect reads these statements with the same parts. */
const statements: readonly {
	readonly text: string;
	readonly range?: string;
	readonly key?: string;
	readonly raw: string;
	readonly quote?: string;
	readonly comment?: string;
	readonly exported?: true;
}[] = [
	{ text: 'A=b', raw: 'b' },
	{ text: 'A = b', raw: 'b' },
	{ text: '  A=b', range: 'A=b', raw: 'b' },
	{ text: 'export A=b', raw: 'b', exported: true },
	{ text: 'A=', raw: '' },
	{ text: 'A=b c # note', raw: 'b c', comment: '# note' },
	{ text: 'A="b c"', raw: 'b c', quote: '"' },
	{ text: "A='b # c' # note", raw: 'b # c', quote: "'", comment: '# note' },
	{ text: 'A="" # note', raw: '', quote: '"', comment: '# note' },
	{ text: 'export A="b"# note', raw: 'b', quote: '"', comment: '# note', exported: true },
	{ text: 'A=b=c', raw: 'b=c' },
	{ text: 'A_1.x=b', key: 'A_1.x', raw: 'b' },
];

describe('dotenv ranges', () => {
	const around: Readonly<Record<string, (text: string) => string>> = {
		'without a final line end': (text) => text,
		'with a line end': (text) => `${text}\n`,
		'with CRLF': (text) => `${text}\r\n`,
		'between other lines': (text) => `# head\nZ=1\n\n${text}\nY=2\n`,
		'between other lines with CRLF': (text) => `# head\r\nZ=1\r\n\r\n${text}\r\nY=2\r\n`,
	};
	for (const [name, wrap] of Object.entries(around)) {
		it(`cut every part out of the text as given, ${name}`, () => {
			for (const dialect of dotenvDialects) {
				for (const { text, range = text, key = 'A', raw, quote = '', comment, exported = false } of statements) {
					const whole = wrap(text);
					const entry = parseDotenv(whole, dialect).entries.find((candidate) => candidate.key === key);
					assert(entry !== undefined, `${dialect} ${JSON.stringify(whole)}`);
					const parts = {
						key: slice(whole, entry.keyRange),
						raw: slice(whole, entry.rawValueRange),
						range: slice(whole, entry.range),
						comment: entry.comment && slice(whole, entry.comment),
						quote: entry.quote,
						exported: entry.exported,
					};
					assert.deepEqual(parts, { key, raw, range, comment, quote, exported }, `${dialect} ${JSON.stringify(whole)}`);
				}
			}
		});
	}

	it('count the byte order mark', () => {
		for (const dialect of ['node-dotenv', 'python-dotenv', 'compose', 'ruby-dotenv'] as const) {
			const text = '\ufeffA=b\r\nC="d"\r\n';
			const { entries } = parseDotenv(text, dialect);
			assert.deepEqual(
				entries.map(({ keyRange }) => slice(text, keyRange)),
				['A', 'C'],
				dialect,
			);
			assert.deepEqual(
				entries.map(({ range }) => slice(text, range)),
				['A=b', 'C="d"'],
				dialect,
			);
		}
	});

	it('span the lines of a quoted value', () => {
		const text = 'A="b\r\n# c\r\nd=e" # note\r\nF=1\r\n';
		for (const dialect of dotenvDialects) {
			const { entries, comments } = parseDotenv(text, dialect);
			assert.deepEqual(
				entries.map(({ key }) => key),
				['A', 'F'],
				dialect,
			);
			assert.equal(slice(text, entries[0]?.rawValueRange ?? { start: 0, end: 0 }), 'b\r\n# c\r\nd=e');
			assert.equal(slice(text, entries[0]?.range ?? { start: 0, end: 0 }), 'A="b\r\n# c\r\nd=e" # note');
			assert.deepEqual(comments, [], dialect);
		}
	});

	it('count a lone carriage return as the loader does', () => {
		const text = 'A=b\rC=d\r';
		assert.deepEqual(
			parseDotenv(text, 'node-dotenv').entries.map(({ range }) => slice(text, range)),
			['A=b', 'C=d'],
		);
		assert.equal(slice(text, only(text, 'node-parse-env').rawValueRange), 'b\rC=d');
		assert.equal(slice(text, only(text, 'compose').rawValueRange), 'b\rC=d');
	});

	it('keep the quotes that a loader keeps', () => {
		assert.equal(slice('A=`b`', only('A=`b`', 'node-dotenv').rawValueRange), 'b');
		assert.equal(slice('A=`b`', only('A=`b`', 'python-dotenv').rawValueRange), '`b`');
	});
});

describe('dotenv comments', () => {
	it('finds the lines that document a key, whatever the dialect', () => {
		const text =
			'# Title\n# A=1\n#export B="two" # why\n## C = three # note\n  #D=\n# e.g. X=1\n#not a key = 1\nF=1 # G=2\n';
		for (const dialect of dotenvDialects) {
			const { comments, commentedEntries } = parseDotenv(text, dialect);
			assert.deepEqual(
				comments.map(({ range }) => slice(text, range)),
				['# Title', '# A=1', '#export B="two" # why', '## C = three # note', '#D=', '# e.g. X=1', '#not a key = 1'],
				dialect,
			);
			assert.deepEqual(
				commentedEntries.map((entry) => [
					slice(text, entry.keyRange),
					slice(text, entry.rawValueRange),
					entry.quote,
					entry.comment && slice(text, entry.comment),
					entry.exported,
				]),
				[
					['A', '1', '', undefined, false],
					['B', 'two', '"', '# why', true],
					['C', 'three', '', '# note', false],
					['D', '', '', undefined, false],
				],
				dialect,
			);
			assert(commentedEntries.every(({ commented }) => commented));
		}
	});
});

describe('dotenv problems', () => {
	const cases: readonly (readonly [string, DotenvDialect, readonly string[], string])[] = [
		['A=1\nB\n', 'node-dotenv', ['no-equals', 'dropped-line'], 'B'],
		['A=1\nB\n', 'ruby-dotenv', ['no-equals'], 'B'],
		['A="b\n', 'node-dotenv', ['unterminated-quote'], '"b'],
		['A="b\nC=1\n', 'python-dotenv', ['unterminated-quote', 'dropped-line'], 'A="b'],
		['A="b" c\n', 'node-dotenv', ['text-after-quote'], '"b" c'],
		['A="b" c\n', 'node-parse-env', ['text-after-quote'], 'c'],
		['A-B=c\n', 'ruby-dotenv', ['bad-key', 'dropped-line'], 'A-B=c'],
		['=b\n', 'node-dotenv', ['empty-key', 'dropped-line'], '=b'],
		['A B\nC=1\n', 'node-parse-env', ['bad-key'], 'A B\nC'],
		['\ufeffA=1\n', 'node-parse-env-22', ['byte-order-mark', 'bad-key'], '\ufeff'],
		['A= \nB=2\n', 'node-parse-env-22', ['swallowed-line'], ' '],
		['A:\nB=1\n', 'node-dotenv', ['swallowed-line'], ':'],
		['A=$(id)\n', 'ruby-dotenv', ['command-substitution'], '$(id)'],
	];
	for (const [text, dialect, expected, where] of cases) {
		it(`notes ${expected.join(', ')} in ${JSON.stringify(text)} for ${dialect}`, () => {
			const file = parseDotenv(text, dialect);
			assert.deepEqual(kinds(file), expected);
			assert.equal(slice(text, file.problems[0]?.range ?? { start: 0, end: 0 }), where);
			assert.equal(file.error, undefined);
		});
	}

	const rejected: readonly (readonly [string, DotenvDialect, string, number, string])[] = [
		['A=1\nB="c\n', 'compose', 'unterminated-quote', 1, '"c'],
		['A=1\nB C=d\n', 'compose', 'bad-key', 1, 'B C'],
		['A=1\nB-C=d\n', 'godotenv', 'bad-key', 1, '-'],
		['\ufeffA=1\n', 'godotenv', 'byte-order-mark', 0, '\ufeff'],
		['A\nB=1\n', 'godotenv', 'no-equals', 0, 'A'],
		['A=1\n\nB=${C:?gone}\n', 'compose', 'required-variable', 2, '${C:?gone}'],
		['A="${"\n', 'compose', 'invalid-template', 0, '${'],
		['A=1\nexport B\n', 'ruby-dotenv', 'unset-export', 1, 'export B'],
	];
	for (const [text, dialect, kind, line, where] of rejected) {
		it(`rejects ${JSON.stringify(text)} for ${dialect}, and still reads its keys`, () => {
			const file = parseDotenv(text, dialect);
			assert.deepEqual([file.error?.kind, file.error?.line], [kind, line]);
			assert.equal(slice(text, file.error?.range ?? { start: 0, end: 0 }), where);
			assert.deepEqual(evaluateDotenv(file), {});
			if (kind !== 'no-equals') assert.equal(file.entries[0]?.key, 'A');
		});
	}

	it('stops references that grow without end', () => {
		const lines = Array.from({ length: 60 }, (_, index) => `A${index + 1}=$A${index}$A${index}`);
		for (const dialect of ['dotenv-expand', 'compose', 'godotenv', 'ruby-dotenv'] as const) {
			const file = parseDotenv(['A0=xxxxxxxx', ...lines].join('\n'), dialect);
			assert(kinds(file).includes('expansion-limit'), dialect);
		}
		const loop = parseDotenv('A=a\\$B\nB=b\\$A\nC=x$A\n', 'dotenv-expand');
		assert(kinds(loop).includes('expansion-limit'));
	});
});

describe('dotenv comparison', () => {
	const cases: readonly (readonly [string, DotenvDialect, DotenvDialect, readonly string[]])[] = [
		['A=b\nC="d"\n', 'node-dotenv', 'compose', []],
		['A=b#c\n', 'node-dotenv', 'compose', ['A extent value/value']],
		['A=`b`\n', 'node-dotenv', 'python-dotenv', ['A quotes value/value']],
		['A="b\\tc"\n', 'node-dotenv', 'python-dotenv', ['A escapes value/value']],
		['A=$B\n', 'node-dotenv', 'compose', ['A references value/value']],
		['A-B=c\n', 'node-dotenv', 'ruby-dotenv', ['A-B presence value/unset']],
		['A\n', 'python-dotenv', 'ruby-dotenv', ['A presence null/value']],
		['A=b\nC="d\n', 'node-dotenv', 'compose', ['A presence value/rejected', 'C presence value/rejected']],
		['A=b#c\nA=d\n', 'node-dotenv', 'compose', []],
	];
	for (const [text, first, second, expected] of cases) {
		it(`tells ${JSON.stringify(text)} of ${first} from ${second}`, () => {
			const found = compareDialects(text, first, second);
			assert.deepEqual(
				found.map(({ key, cause, readings }) => `${key} ${cause} ${readings.join('/')}`),
				expected,
			);
		});
	}

	it('never carries a value', () => {
		const text = 'A=hunter2#x\nB="hunter2\\t"\nC=$hunter2\n';
		for (const first of dotenvDialects) {
			for (const second of dotenvDialects) {
				assert(!JSON.stringify(compareDialects(text, first, second)).includes('hunter2'));
			}
		}
	});
});

describe('dotenv on any text', () => {
	const disjoint = (spans: readonly Span[], size: number): void => {
		let end = 0;
		for (const span of spans) {
			assert(span.start >= end && span.end >= span.start && span.end <= size, JSON.stringify(spans));
			end = span.end;
		}
	};
	const within = (inner: Span, outer: Span): boolean => inner.start >= outer.start && inner.end <= outer.end;

	for (const dialect of dotenvDialects) {
		it(`gives a file with ranges in bounds for ${dialect}`, () => {
			const inputs = fc.tuple(anyText, environment, fc.constantFrom('file' as const, 'string' as const));
			fc.assert(
				fc.property(inputs, ([text, env, input]) => {
					const file = parseDotenv(text, dialect, env, input);
					disjoint(
						file.entries.map(({ range }) => range),
						text.length,
					);
					disjoint(
						file.comments.map(({ range }) => range),
						text.length,
					);
					disjoint(
						file.commentedEntries.map(({ range }) => range),
						text.length,
					);
					for (const entry of [...file.entries, ...file.commentedEntries]) {
						assert(within(entry.keyRange, entry.range) && within(entry.rawValueRange, entry.range));
						assert(entry.comment === undefined || within(entry.comment, entry.range));
						assert.equal(slice(text, entry.keyRange).replace(/[\r\n]/g, ''), entry.key.replace(/[\r\n]/g, ''));
					}
					for (const { range } of [...file.problems, ...(file.error ? [file.error] : [])]) {
						assert(range.start >= 0 && range.start <= range.end && range.end <= text.length);
					}
					assert.equal(typeof evaluateDotenv(file), 'object');
				}),
				{ numRuns: 1500 },
			);
		});
	}
});
