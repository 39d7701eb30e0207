import assert from 'node:assert/strict';
import { parseNginx, type NginxDirective } from '../../../src/core/syntax/nginx';

/** `server { listen 80; }` as `['server', [['listen', '80']]]`. */
function outline(directives: readonly NginxDirective[]): unknown[] {
	return directives.map(({ words, block }) => [
		...words.map(({ text }) => text),
		...(block === undefined ? [] : [outline(block.directives)]),
	]);
}
const read = (text: string): unknown[] => outline(parseNginx(text));

describe('parseNginx', () => {
	it('reads directives and nested blocks', () => {
		assert.deepEqual(read('user www;\nhttp {\n  server {\n    listen 80;\n  }\n}\n'), [
			['user', 'www'],
			['http', [['server', [['listen', '80']]]]],
		]);
	});

	it('knows where everything stands', () => {
		const text = 'location /a {\n\tproxy_pass http://b;\n}\n';
		const [location] = parseNginx(text);
		const [pass] = location?.block?.directives ?? [];
		assert.equal(text.slice(location?.start, location?.end), 'location /a {\n\tproxy_pass http://b;\n}');
		assert.equal(text.slice(location?.block?.start, location?.block?.end), '\n\tproxy_pass http://b;\n');
		assert.equal(text.slice(pass?.start, pass?.end), 'proxy_pass http://b;');
		assert.equal(text.slice(pass?.words[1]?.start, pass?.words[1]?.end), 'http://b');
	});

	it('takes quotes off and leaves what is in them', () => {
		assert.deepEqual(read(`add_header X "a; # b {" always;\nlog_format m '{"t":"$x"}';`), [
			['add_header', 'X', 'a; # b {', 'always'],
			['log_format', 'm', '{"t":"$x"}'],
		]);
	});

	it('passes over comments', () => {
		assert.deepEqual(read('# a { b;\nlisten 80; # c }\n#end'), [['listen', '80']]);
	});

	it('keeps variables and template tags together', () => {
		assert.deepEqual(read('proxy_pass http://${HOST}:{{ port }}/x;\n{% if tls %}\nlisten 443;\n{% endif %}'), [
			['proxy_pass', 'http://${HOST}:{{ port }}/x'],
			['listen', '443'],
		]);
	});

	it('passes over Lua', () => {
		assert.deepEqual(read('location / {\n content_by_lua_block {\n  if a then t = { 1 } end\n }\n deny all;\n}'), [
			[
				'location',
				'/',
				[
					['content_by_lua_block', []],
					['deny', 'all'],
				],
			],
		]);
	});

	it('reads a part of a text', () => {
		const text = 'data: |\n  listen 80;\n  root /x;\nother: 1';
		assert.deepEqual(outline(parseNginx(text, 8, text.indexOf('other'))), [
			['listen', '80'],
			['root', '/x'],
		]);
	});

	it('ends with any text', () => {
		for (const text of [
			'',
			'{',
			'}',
			';',
			'a',
			'a {',
			'a { b',
			'"a',
			'a "b',
			'}}a;',
			'a {{',
			'x ${',
			'a b_by_lua_block {',
			'{%',
			'a \\',
		]) {
			assert.ok(Array.isArray(parseNginx(text)), text);
		}
	});
});
