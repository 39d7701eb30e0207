import assert from 'node:assert/strict';
import { parseEnv } from 'node:util';
import fc from 'fast-check';
import { evaluateDotenv, parseDotenv, type DotenvDialect } from '../../../src/core/dotenv';
import cases from './cases.json' with { type: 'json' };
import generated from './generated.json' with { type: 'json' };
import { anyText } from './texts';

type Mapping = Record<string, string | null>;

/** Parsers with the same result share it: `"0127"` are the first three of the file and its eighth. */
interface ObservedFile {
	readonly parsers: readonly string[];
	readonly cases: readonly ObservedCase[];
}

interface ObservedCase {
	readonly id: string;
	readonly input: string;
	readonly env?: Record<string, string>;
	readonly observed: readonly (readonly [string, Mapping | 'rejected'])[];
}

const dialectOf: Readonly<Record<string, DotenvDialect>> = {
	'dotenv@16.6.1': 'node-dotenv',
	'dotenv@18.0.10': 'node-dotenv',
	'dotenv@16+dotenv-expand@12': 'dotenv-expand',
	'node20.parseEnv': 'node-parse-env',
	'node@20.20.2 parseEnv': 'node-parse-env',
	'node@22.23.3 parseEnv': 'node-parse-env-22',
	'python-dotenv@1.2.2': 'python-dotenv',
	'compose-go@e70e961c': 'compose',
	'joho/godotenv@1.5.1': 'godotenv',
	'ruby-dotenv@3.2.0': 'ruby-dotenv',
};

/** The output of a command is known to nobody who does not run it. */
const unknowable = new Set(['ruby-dotenv@3.2.0 c0375']);

function read(text: string, dialect: DotenvDialect, env: Record<string, string> = {}): Mapping | 'rejected' {
	const file = parseDotenv(text, dialect, env, 'string');
	return file.error === undefined ? evaluateDotenv(file) : 'rejected';
}

/** `JSON.parse` gives `__proto__` and index keys as any other; order is no part of a mapping. */
const sorted = (mapping: unknown): unknown =>
	typeof mapping === 'object' && mapping !== null
		? Object.entries(mapping).sort(([a], [b]) => (a < b ? -1 : 1))
		: mapping;

for (const [name, file] of Object.entries({ cases, generated } as unknown as Record<string, ObservedFile>)) {
	describe(`dotenv dialects: what real loaders returned (${name})`, () => {
		file.parsers.forEach((parser, index) => {
			const dialect = dialectOf[parser];
			assert(dialect !== undefined, parser);
			it(`reads ${file.cases.length} texts as ${parser} does`, () => {
				for (const { id, input, env, observed } of file.cases) {
					if (unknowable.has(`${parser} ${id}`)) continue;
					const expected = observed.find(([parsers]) => parsers.includes(String(index)))?.[1];
					assert.deepEqual(sorted(read(input, dialect, env)), sorted(expected), `${id}: ${JSON.stringify(input)}`);
				}
			});
		});
	});
}

describe('dotenv dialects: the running Node', () => {
	it('reads any text as util.parseEnv does', () => {
		const dialect = Number(process.versions.node.split('.')[0]) < 22 ? 'node-parse-env' : 'node-parse-env-22';
		fc.assert(
			fc.property(anyText, (text) => {
				assert.deepEqual(sorted(read(text, dialect)), sorted(parseEnv(text)));
			}),
			{ numRuns: 1000 },
		);
	});
});

describe('dotenv dialects: where Node 20 and 22 part', () => {
	const readings: readonly (readonly [string, Mapping, Mapping])[] = [
		['# a=b', { '# a': 'b' }, {}],
		['no\nb=c', { 'no\nb': 'c' }, { b: 'c' }],
		['a="x', {}, { a: '"x' }],
		['A=1\n\tB=2', { A: '1', '\tB': '2' }, { A: '1', B: '2' }],
		['A= \nB=2', { A: '', B: '2' }, { A: 'B=2' }],
		['export A=\nB=1', { A: '', B: '1' }, { 'export A': '', B: '1' }],
		['export  A=1', { ' A': '1' }, { A: '1' }],
		['=1\nB=2', {}, { B: '2' }],
	];
	for (const [text, node20, node22] of readings) {
		it(`reads ${JSON.stringify(text)}`, () => {
			assert.deepEqual(read(text, 'node-parse-env'), node20);
			assert.deepEqual(read(text, 'node-parse-env-22'), node22);
		});
	}
});

describe('dotenv dialects: a file as the loader opens it', () => {
	it('drops the mark for Ruby and translates line ends for Python', () => {
		assert.deepEqual(evaluateDotenv(parseDotenv('\ufeffA="b\r\nc"\r\n', 'ruby-dotenv')), { A: 'b\nc' });
		assert.deepEqual(evaluateDotenv(parseDotenv('A="b\r\nc"\r\n', 'python-dotenv')), { A: 'b\nc' });
		assert.deepEqual(read('A="b\r\nc"\r\n', 'python-dotenv'), { A: 'b\r\nc' });
	});
});
