import assert from 'node:assert/strict';
import fc from 'fast-check';
import type { Range } from 'vscode-languageserver-types';
import { lineStarts, positionAt } from '../../src/core/text/lines';
import { documents } from '../support/documents';
import { relevantEverywhere } from '../support/ruleTester';
import { createWorkspace, pathOf, type TestWorkspace } from '../support/workspace';

const paths = Object.keys(documents);
const everything = { config: relevantEverywhere };

/** What breaks readers: open quotes and brackets, marks of other languages, odd characters, documented words. */
const fragments = [
	'"',
	"'",
	'`',
	'{',
	'}',
	'[',
	']',
	'(',
	')',
	'<',
	'>',
	'\\',
	'\n',
	'\r',
	'\r\n',
	'\t',
	':',
	'=',
	',',
	';',
	'#',
	'//',
	'/*',
	'*/',
	'--',
	'<!--',
	'${',
	'}}',
	'{{',
	'\u0000',
	'\uD800',
	'\uDC00',
	'\uFEFF',
	'\u2028',
	'😀',
	'é',
	'...',
	'?.',
	'=>',
	'|',
	'&x',
	'*x',
	'---\n',
	'!!tag ',
	'<<EOF\n',
	'"""',
	'f"{',
	'process.env.',
	'RENDER_STORE_FULL',
	'NOT_FOUND',
	'503',
	'4401',
	'runbook-lens-ignore-next-line x/y',
	'/speakers/',
	'999999999999999999999',
];

interface Edit {
	readonly at: number;
	readonly remove: number;
	readonly insert: string;
}

const edit: fc.Arbitrary<Edit> = fc.record({
	at: fc.double({ min: 0, max: 1, noNaN: true }),
	remove: fc.oneof(
		{ weight: 3, arbitrary: fc.constant(0) },
		{ weight: 2, arbitrary: fc.nat(30) },
		{ weight: 1, arbitrary: fc.nat(400) },
	),
	insert: fc.oneof(fc.constantFrom(...fragments), fc.string({ maxLength: 6, unit: 'binary' })),
});

function applied(text: string, { at, remove, insert }: Edit): string {
	const start = Math.floor(at * text.length);
	return text.slice(0, start) + insert + text.slice(start + remove);
}

function assertInside(text: string, range: Range): void {
	const starts = lineStarts(text);
	for (const { line, character } of [range.start, range.end]) {
		assert.ok(line >= 0 && line < starts.length, 'the line exists');
		const next = starts[line + 1] ?? text.length;
		assert.ok(character >= 0 && (starts[line] ?? 0) + character <= next, 'the character exists');
	}
	const order = range.start.line - range.end.line || range.start.character - range.end.character;
	assert.ok(order <= 0, 'the range is not reversed');
}

async function assertSound(workspace: TestWorkspace, path: string, hovers: readonly number[]): Promise<void> {
	const text = workspace.text(path);
	const starts = lineStarts(text);
	for (const at of hovers) {
		const position = positionAt(starts, Math.floor(at * text.length));
		const hover = await workspace.service.hover({ uri: `test:/${path}`, path, text }, position);
		if (hover !== undefined) assertInside(text, hover.range);
	}
	for (const finding of await workspace.findings()) {
		assertInside(workspace.text(pathOf(finding.uri)), finding.range);
		assert.doesNotMatch(workspace.service.messageOf(finding), /\{\w+\}|undefined|NaN/);
		for (const { uri, range } of finding.related) assertInside(workspace.text(pathOf(uri)), range);
		for (const fix of await workspace.service.fixes(finding)) {
			for (const { uri, range } of fix.edits) {
				const known = workspace.service.index.file(uri) !== undefined;
				assertInside(known ? workspace.text(pathOf(uri)) : '', range);
			}
		}
	}
	assert.deepEqual(workspace.logged, []);
}

describe('robustness', function () {
	this.timeout(180_000);

	it('reads every kind of document together', async () => {
		const workspace = await createWorkspace(documents, everything);
		for (const path of paths) await assertSound(workspace, path, [0, 0.1, 0.2, 0.3, 0.4, 0.5, 0.6, 0.7, 0.8, 0.9, 1]);
	});

	for (const path of paths) {
		it(`stands random edits of ${path}`, async () => {
			const workspace = await createWorkspace({}, everything);
			await fc.assert(
				fc.asyncProperty(
					fc.array(edit, { minLength: 1, maxLength: 4 }),
					fc.array(fc.double({ min: 0, max: 1, noNaN: true }), { minLength: 2, maxLength: 3 }),
					async (edits, hovers) => {
						await workspace.write(path, edits.reduce(applied, documents[path] ?? ''));
						await assertSound(workspace, path, hovers);
					},
				),
				{ numRuns: 20 },
			);
		});
	}

	it('stands half-typed documents', async () => {
		const workspace = await createWorkspace({}, everything);
		for (const path of paths) {
			const text = documents[path] ?? '';
			for (let length = 0; length < text.length; length += 7) await workspace.write(path, text.slice(0, length));
			await assertSound(workspace, path, [0.99, 1]);
			workspace.remove(path);
		}
	});

	it('stands bytes that are no text', async () => {
		const bytes = Array.from({ length: 20_000 }, (_, index) => String.fromCharCode((index * 7919) % 65_536)).join('');
		const workspace = await createWorkspace({}, everything);
		for (const path of paths) {
			await workspace.write(path, bytes);
			await assertSound(workspace, path, [0, 0.5, 1]);
			workspace.remove(path);
		}
	});

	it('never stalls on an endless line', async () => {
		const workspace = await createWorkspace({}, everything);
		const units = [
			'x',
			'RENDER_STORE_FULL ',
			'{"code":"NOT_FOUND"},',
			"a='4401';",
			'/speakers/',
			'A_B',
			'${',
			'PORT=',
			'runbook-lens-ignore-line ',
		];
		for (const unit of units) {
			const length = unit === 'x' ? 5 * 1024 * 1024 : 80 * 1024;
			const text = unit.repeat(Math.ceil(length / unit.length));
			for (const path of ['a.ts', 'a.json', 'a.yaml', '.env', 'a.md', 'a.kt']) {
				const started = performance.now();
				await workspace.write(path, text);
				await workspace.service.hover({ uri: `test:/${path}`, path, text }, { line: 0, character: text.length >> 1 });
				const took = performance.now() - started;
				assert.ok(took < 6000, `${path} of ${unit} took ${Math.round(took)} ms`);
				workspace.remove(path);
			}
		}
	});
});
