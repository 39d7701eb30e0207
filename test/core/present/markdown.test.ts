import assert from 'node:assert/strict';
import fc from 'fast-check';
import type { Nodes } from 'mdast';
import { fromMarkdown } from 'mdast-util-from-markdown';
import { gfmFromMarkdown } from 'mdast-util-gfm';
import { gfm } from 'micromark-extension-gfm';
import { code, escapeMarkdown, link } from '../../../src/core/present/markdown';

const parse = (markdown: string): Nodes =>
	fromMarkdown(markdown, { extensions: [gfm()], mdastExtensions: [gfmFromMarkdown()] });

/** The types of all nodes below a Markdown text. */
function typesOf(node: Nodes): string[] {
	return [node.type, ...('children' in node ? node.children.flatMap(typesOf) : [])];
}

function textOf(node: Nodes): string {
	if ('value' in node) return node.value;
	return 'children' in node ? node.children.map(textOf).join('') : '';
}

const hostile = [
	'[x](command:workbench.action.terminal.new)',
	'![x](https://evil.example/a.png)',
	'<img src=x onerror=alert(1)>',
	'<https://evil.example>',
	'https://evil.example/?q=1 www.evil.example ftp://evil.example',
	'# heading\n## two',
	'text\n===\nmore\n---',
	'- item\n1. item\n+ item\n> quote',
	'``` js\ncode\n```',
	'~~~\ncode\n~~~',
	'*a* _b_ **c** ~~d~~ ~e~',
	'| a | b |\n| - | - |\n| c | d |',
	'[x]: https://evil.example\n[x]',
	'[^1]: note\n[^1]',
	'&lt;b&gt; &#60; \\<b>',
	'``x`` [a](command:b) `',
	'`a``[x](command:y)` z `',
	'\\`[x](command:y)`',
	'a  \nb\\\nc',
	'- [ ] todo',
	'$(gear) $(sync~spin)',
];

const inert = new Set(['root', 'paragraph', 'text', 'inlineCode']);

describe('escapeMarkdown', function () {
	this.timeout(60_000);

	for (const text of hostile) {
		it(`keeps ${JSON.stringify(text)} a plain text`, () => {
			const types = typesOf(parse(escapeMarkdown(text)));
			assert.deepEqual(
				types.filter((type) => !inert.has(type)),
				[],
			);
		});
	}

	it('keeps any text plain, at the start of a line and within one', () => {
		const piece = fc.constantFrom(
			...'`*_[]()<>#+-=!|~\\&:. \n1a$'.split(''),
			'command:',
			'https://',
			'www.',
			'```',
			'**',
			'![',
			'](',
		);
		fc.assert(
			fc.property(fc.array(piece, { maxLength: 14 }), (pieces) => {
				const text = pieces.join('').trim();
				for (const markdown of [escapeMarkdown(text), `- **${escapeMarkdown(`a${text}a`)}** ${escapeMarkdown(text)}`]) {
					const types = typesOf(parse(markdown)).filter((type) => !inert.has(type));
					assert.deepEqual(
						types.filter((type) => !['list', 'listItem', 'strong'].includes(type)),
						[],
						markdown,
					);
				}
			}),
			{ numRuns: 400 },
		);
	});

	it('keeps every character', () => {
		const piece = fc.constantFrom(...'*_[]()<>#+-=!|~\\&:.1a '.split(''), '12.', '1)', 'http:', '&amp;');
		fc.assert(
			fc.property(fc.array(piece, { minLength: 1, maxLength: 10 }), (pieces) => {
				const text = pieces.join('').replace(/ +/g, ' ').trim();
				assert.equal(textOf(parse(escapeMarkdown(text))).replaceAll('\u200B', ''), text);
			}),
			{ numRuns: 400 },
		);
	});

	it('keeps code spans and what the text says', () => {
		const text = 'Set `A_B` to 5 * 3 (see [docs]) & <wait>.';
		assert.equal(textOf(parse(escapeMarkdown(text))), text.replaceAll('`', ''));
		assert.ok(typesOf(parse(escapeMarkdown(text))).includes('inlineCode'));
	});
});

describe('code', () => {
	it('holds any text', () => {
		for (const text of ['a', '`', '``a`', 'a`', '` `', 'a\nb', '[x](command:y)', '\\']) {
			const node = parse(code(text));
			assert.deepEqual(typesOf(node), ['root', 'paragraph', 'inlineCode']);
			assert.equal(textOf(node), text.replace('\n', ' '));
		}
	});
});

describe('link', () => {
	it('leads to the address and nowhere else', () => {
		for (const url of [
			'https://a.example/x',
			'https://a.example/a(b)c',
			'https://a.example/ b',
			'https://a.example/)[x](command:y)',
		]) {
			const types = typesOf(parse(link('a [b] <c>', url)));
			assert.deepEqual(types, ['root', 'paragraph', 'link', 'text'], url);
		}
	});

	it('is a plain title when the address is no web address', () => {
		for (const url of ['command:x', 'javascript:alert(1)', 'file:///etc/passwd', ' https://x', 'data:text/html,x']) {
			assert.deepEqual(typesOf(parse(link('Title', url))), ['root', 'paragraph', 'text']);
		}
	});

	it('survives an address that is no well-formed text', () => {
		assert.match(link('Title', 'https://a.example/\uD800'), /^\[Title\]\(https:/);
	});
});
