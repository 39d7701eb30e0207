import assert from 'node:assert/strict';
import { loadCatalog } from '../../../src/core/catalog/load';
import { problemText, type Problem } from '../../../src/core/text/jsonc';
import { bundledCatalogs, createWorkspace } from '../../support/workspace';

const uri = 'team/bad.runbook.jsonc';
const head = '"id": "demo", "title": "Demo", "source": { "title": "Notes" }';
const entry = (id: string, more = ''): string => `{ "id": "${id}", "title": "T", "match": [], "causes": []${more} }`;

function problemOf(text: string): Problem {
	const { loaded, problems } = loadCatalog(text, uri, 'team');
	assert.equal(loaded, undefined);
	assert.equal(problems.length, 1, problems.map(problemText).join('\n'));
	const [problem] = problems;
	assert.ok(problem !== undefined);
	assert.equal(problem.uri, uri);
	assert.ok(problem.start >= 0 && problem.end <= text.length && problem.start <= problem.end);
	return problem;
}

/** `‹` stands before the reported place; without it the whole file is meant. */
const bad: readonly { name: string; text: string; pointer?: string; says: RegExp }[] = [
	{ name: 'an empty file', text: '', says: /empty/ },
	{ name: 'a file of comments', text: '// later\n', says: /empty/ },
	{ name: 'a byte order mark and nothing else', text: '\uFEFF', says: /empty/ },
	{ name: 'a comma that is missing', text: `{\n\t${head}\n\t‹"entries": []\n}`, says: /comma expected/ },
	{ name: 'a bracket that is missing', text: `{\n\t${head}, "entries": [\n‹`, says: /close bracket expected/ },
	{
		name: 'a text that goes on after the object',
		text: `{ ${head}, "entries": [] }\n‹}`,
		says: /end of file expected/,
	},
	{ name: 'a string that does not end', text: `{ "id": ‹"demo\n}`, says: /unexpected end of string/ },
	{ name: 'a list instead of an object', text: '[]', says: /must be a JSON object/ },
	{ name: 'a number instead of an object', text: '\n\n  ‹7', says: /must be a JSON object/ },
	{
		name: 'a field that is missing',
		text: `{ "id": "demo", "title": "Demo", "entries": [] }`,
		pointer: '/source',
		says: /`source` is missing/,
	},
	{
		name: 'an unknown field',
		text: `{\n\t${head},\n\t"entries": [],\n\t‹"entires": []\n}`,
		pointer: '/entires',
		says: /`entires` is not a known field/,
	},
	{
		name: 'an unknown field deep inside',
		text: `{ ${head},\n"entries": [\n${entry('a')},\n${entry('b', ', ‹"cuases": 1')}\n] }`,
		pointer: '/entries/1/cuases',
		says: /`cuases` is not a known field/,
	},
	{
		name: 'a `__proto__` key',
		text: `{ ${head}, "entries": [], ‹"__proto__": { "polluted": true } }`,
		pointer: '/__proto__',
		says: /`__proto__` is not a known field/,
	},
	{
		name: 'a token of no known kind',
		text: `{ ${head}, "entries": [\n{ "id": "a", "title": "T", "match": [\n{ "kind": ‹"codes", "token": "X" }], "causes": [] }] }`,
		pointer: '/entries/0/match/0/kind',
		says: /`kind` must be one of `code`, `http`/,
	},
	{
		name: 'a token that is a number',
		text: `{ ${head}, "entries": [\n{ "id": "a", "title": "T", "match": [\n{ "kind": "http", "token": ‹503 }], "causes": [] }] }`,
		pointer: '/entries/0/match/0/token',
		says: /`token` must be a string/,
	},
	{
		name: 'an empty token',
		text: `{ ${head}, "entries": [\n{ "id": "a", "title": "T", "match": [\n{ "kind": "code", "token": ‹"  " }], "causes": [] }] }`,
		pointer: '/entries/0/match/0/token',
		says: /`token` must not be empty/,
	},
	{
		name: 'a status that is no HTTP status',
		text: `{ ${head}, "entries": [\n{ "id": "a", "title": "T", "match": [\n{ "kind": "code", "token": "X_Y", "status": ‹4290 }], "causes": [] }] }`,
		pointer: '/entries/0/match/0/status',
		says: /`status` must be at most 599/,
	},
	{
		name: 'an id with capitals',
		text: `{ ${head}, "entries": [{ "id": ‹"Bad Id", "title": "T", "match": [], "causes": [] }] }`,
		pointer: '/entries/0/id',
		says: /lower-case words/,
	},
	{
		name: 'a link that is no web address',
		text: `{ ${head}, "entries": [\n${entry('a', ', "links": [{ "title": "Run", "url": ‹"command:x" }]')}] }`,
		pointer: '/entries/0/links/0/url',
		says: /http or https/,
	},
	{
		name: 'an entry id that is used twice',
		text: `{ ${head}, "entries": [\n${entry('a')},\n{ "id": ‹"a", "title": "T", "match": [], "causes": [] }] }`,
		pointer: '/entries/1/id',
		says: /`a` is already used above/,
	},
	{
		name: 'a variable that stands twice',
		text: `{ ${head}, "entries": [], "variables": [\n{ "name": "X_Y", "summary": "S", "type": "string" },\n{ "name": ‹"X_Y", "summary": "S", "type": "string" }] }`,
		pointer: '/variables/1/name',
		says: /`X_Y` is already used above/,
	},
	{
		name: 'a key that stands twice',
		text: `{ ${head}, "entries": [\n{ "id": "a", "title": "T", ‹"title": "U", "match": [], "causes": [] }] }`,
		pointer: '/entries/0/title',
		says: /`title` stands twice/,
	},
	{
		name: 'a million brackets',
		text: '['.repeat(1_000_000),
		says: /nests deeper than 64/,
	},
	{
		name: 'nine megabytes',
		text: `{ ${head}, "entries": [], "x": "${'x'.repeat(9 * 1024 * 1024)}" }`,
		says: /larger than 8 MB/,
	},
	{ name: 'binary bytes', text: 'MZ\u0000\u0001\uFFFD\uFFFD\u0003', says: /Not valid JSON/ },
];

describe('loadCatalog', () => {
	for (const { name, text, pointer = '', says } of bad) {
		it(`names the place of ${name}`, () => {
			const problem = problemOf(text.replace('‹', ''));
			const before = text.slice(0, Math.max(0, text.indexOf('‹'))).split('\n');
			assert.deepEqual([problem.line, problem.column], [before.length, (before.at(-1) ?? '').length + 1]);
			assert.equal(problem.pointer, pointer);
			assert.match(problem.message, says);
			assert.match(problem.message, /\.$/);
			assert.match(problemText(problem), new RegExp(`^${uri.replaceAll('.', '\\.')}:\\d+:\\d+ `));
		});
	}

	it('counts columns behind a byte order mark as the editor does', () => {
		const problem = problemOf(`\uFEFF{ ${head}, "entries": [],\r\n\t"x": 1 }`);
		assert.deepEqual([problem.line, problem.column, problem.pointer], [2, 2, '/x']);
	});

	it('accepts comments, trailing commas and a byte order mark', () => {
		const text = `\uFEFF// ours\n{ ${head}, /* none */ "entries": [${entry('a')},], }`;
		const { loaded, problems } = loadCatalog(text, uri, 'team');
		assert.deepEqual(problems, []);
		assert.equal(loaded?.catalog.entries[0]?.id, 'a');
		assert.equal(loaded.offsets.get('a'), text.indexOf('"a"'));
	});

	it('leaves the prototype of everything alone', () => {
		loadCatalog(`{ "__proto__": { "polluted": 1 }, "constructor": { "prototype": { "polluted": 1 } } }`, uri, 'team');
		assert.equal(({} as Record<string, unknown>)['polluted'], undefined);
	});

	it('leaves every other catalogue at work', async () => {
		const { loaded } = loadCatalog('{', uri, 'team');
		assert.equal(loaded, undefined);
		const workspace = await createWorkspace(
			{ 'a.ts': "send({ code: 'RENDER_STORE_FULL' });\n" },
			{ catalogs: bundledCatalogs },
		);
		assert.match((await workspace.hover('a.ts', 'RENDER_STORE_FULL')) ?? '', /507/);
	});
});
