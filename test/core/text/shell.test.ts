import assert from 'node:assert/strict';
import { commandsOf, shellWords } from '../../../src/core/text/shell';

const words = (source: string): string[] => shellWords(source, 0).map(({ text }) => text);

describe('shellWords', () => {
	it('ends with the command', () => {
		assert.deepEqual(words('curl -X POST a; b'), ['curl', '-X', 'POST', 'a']);
		assert.deepEqual(words('curl a | jq'), ['curl', 'a']);
		assert.deepEqual(words('curl a\nb'), ['curl', 'a']);
	});
	it('goes on after a backslash, whatever the line end', () => {
		assert.deepEqual(words('curl a \\\n  b'), ['curl', 'a', 'b']);
		assert.deepEqual(words('curl a \\\r\n  b'), ['curl', 'a', 'b']);
	});
	it('blanks quotes and keeps every offset', () => {
		const source = `curl -d '{"a": "'"$X"'"}'`;
		const [, , body] = shellWords(source, 0);
		assert.equal(body?.text, ' {"a": "  $X  "} ');
		assert.equal(body.end - body.start, body.text.length);
	});
	it('reads quotes that are escaped', () => {
		const [, body] = shellWords('curl "{\\"a\\": 1}"', 0);
		assert.deepEqual([body?.text, body?.escaped], [' { "a" : 1} ', true]);
	});
	it('gives up at the end of a text that never closes its quote', () => {
		assert.equal(words("curl '{").length, 2);
	});
});

describe('commandsOf', () => {
	it('splits at operators outside of quotes', () => {
		assert.deepEqual(
			commandsOf('a && "b && c" ; d & e').map(({ text, operator }) => [text, operator]),
			[
				['a', '&&'],
				['"b && c"', ';'],
				['d', '&'],
				['e', ''],
			],
		);
	});
	it('knows where each starts', () => {
		const line = 'npm run lint &&  npm test';
		assert.ok(commandsOf(line).every(({ text, start }) => line.startsWith(text, start)));
	});
	it('leaves redirections alone', () => {
		assert.equal(commandsOf('a 2>&1 >&2').length, 1);
	});
});
