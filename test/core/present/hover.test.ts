import assert from 'node:assert/strict';
import { createService } from '../../../src/core/service';
import { mergeConfig } from '../../../src/core/config/model';
import { catalogOf, entryOf } from '../../support/catalog';
import { bundledCatalogs, createWorkspace, testParser } from '../../support/workspace';

/** The parts stand in this order. */
function assertOrder(markdown: string | undefined, ...parts: readonly string[]): void {
	let from = 0;
	for (const part of parts) {
		const found = (markdown ?? '').indexOf(part, from);
		assert.ok(found >= 0, `«${part}» is missing or too early in:\n${markdown ?? ''}`);
		from = found + part.length;
	}
}

const full = catalogOf('team', {
	title: 'Team notes',
	entries: [
		entryOf('down', {
			title: 'The thing is down',
			match: [{ kind: 'code', token: 'THING_DOWN', status: 503 }],
			symptom: 'Nothing answers.',
			causes: [
				{ cause: 'It never started.', do: ['Start it.', 'Then look again.'] },
				{ cause: 'It stopped.', do: ['Restart it.'] },
				{ cause: 'It is Sunday.', do: [] },
			],
			next: 'Ask the owner.',
			facts: [{ name: 'Limit', value: 'five' }],
			links: [{ title: 'Manual', url: 'https://docs.example/a(b)' }],
			related: ['other'],
			since: '2.1',
		}),
		entryOf('other', { title: 'Another thing', match: [{ kind: 'code', token: 'OTHER_THING' }] }),
		entryOf('gone', { match: [{ kind: 'code', token: 'GONE_THING' }], retired: 'Replaced.' }),
	],
	variables: [
		{
			name: 'THING_LIMIT',
			summary: 'How many things.',
			type: 'integer',
			default: 5,
			unit: 'things',
			min: 1,
			max: 9,
			triggers: ['THING_DOWN'],
			entry: 'down',
		},
		{ name: 'THING_SECRET', summary: 'Signs things.', type: 'string', secret: true, minLength: 32 },
	],
	permissions: [{ key: 'thing:start', grants: 'Start things.', entry: 'down' }],
});

const team = { catalogs: [...bundledCatalogs, full] };

describe('hover', () => {
	it('says what it is, then causes and what to do, then facts, then links', async () => {
		const workspace = await createWorkspace({ 'a.ts': "f('THING_DOWN');\n" }, team);
		assertOrder(
			await workspace.hover('a.ts', 'THING_DOWN'),
			'The thing is down',
			'Team notes',
			'Nothing answers.',
			'It never started.',
			'Start it.',
			'Then look again.',
			'It stopped.',
			'Restart it.',
			'It is Sunday.',
			'Ask the owner.',
			'503',
			'Limit: five',
			'Since: 2.1',
			'Another thing',
			'[Manual](https://docs.example/a%28b%29)',
		);
	});

	it('says of a variable its type, default, range and what its limit raises', async () => {
		const workspace = await createWorkspace({ '.env': 'THING_LIMIT=5\nTHING_SECRET=hunter2hunter2\n' }, team);
		assertOrder(
			await workspace.hover('.env', 'THING_LIMIT'),
			'THING_LIMIT',
			'How many things.',
			'Type: integer',
			'Default: `5` things',
			'Range: 1 to 9 things',
			'Its limit raises: `THING_DOWN`',
			'The thing is down',
		);
		const secret = await workspace.hover('.env', 'THING_SECRET');
		assertOrder(secret, 'at least 32 characters', 'its value is never shown');
		assert.doesNotMatch(secret ?? '', /hunter/);
	});

	it('says of a permission what it grants and what its absence leads to', async () => {
		const workspace = await createWorkspace({ 'a.ts': "need('thing:start');\n" }, team);
		assertOrder(
			await workspace.hover('a.ts', 'thing:start'),
			'thing:start',
			'Start things.',
			'The thing is down',
			'It never started.',
		);
	});

	it('shows nothing for a retired entry', async () => {
		const workspace = await createWorkspace({ 'a.ts': "f('GONE_THING');\n" }, team);
		assert.equal(await workspace.hover('a.ts', 'GONE_THING'), undefined);
	});

	it('shows two catalogues for one token, the one with more evidence first', async () => {
		const one = catalogOf(
			'one',
			{
				entries: [
					entryOf('a', {
						title: 'First meaning',
						match: [
							{ kind: 'code', token: 'SAME_CODE' },
							{ kind: 'code', token: 'ONLY_ONE' },
						],
					}),
				],
			},
			'bundled',
		);
		const two = catalogOf(
			'two',
			{
				entries: [
					entryOf('a', {
						title: 'Second meaning',
						match: [
							{ kind: 'code', token: 'SAME_CODE' },
							{ kind: 'code', token: 'ONLY_TWO' },
						],
					}),
				],
			},
			'bundled',
		);
		const options = { catalogs: [one, two] };
		const text = "f('SAME_CODE');\n";
		const first = await createWorkspace({ 'a.ts': text, 'b.ts': "f('ONLY_ONE');\n" }, options);
		assertOrder(await first.hover('a.ts', 'SAME_CODE'), 'First meaning', '---', 'Second meaning');
		const second = await createWorkspace({ 'a.ts': text, 'b.ts': "f('ONLY_TWO', 'ONLY_TWO');\n" }, options);
		assertOrder(await second.hover('a.ts', 'SAME_CODE'), 'Second meaning', '---', 'First meaning');
	});

	it('shows the entry of a team in place of a bundled one of the same token', async () => {
		const own = catalogOf('own', {
			entries: [entryOf('full', { title: 'Our own words', match: [{ kind: 'code', token: 'RENDER_STORE_FULL' }] })],
		});
		const workspace = await createWorkspace(
			{ 'a.ts': "f('RENDER_STORE_FULL', 'RENDER_QUEUE_FULL');\n" },
			{ catalogs: [...bundledCatalogs, own] },
		);
		const markdown = await workspace.hover('a.ts', 'RENDER_STORE_FULL');
		assertOrder(markdown, 'Our own words');
		assert.doesNotMatch(markdown ?? '', /507/);
		assert.match((await workspace.hover('a.ts', 'RENDER_QUEUE_FULL')) ?? '', /503/);
	});

	it('shows a standard only where no system explains the token', async () => {
		const text = "if (res.status === 429) f('RENDER_STORE_FULL');\n";
		const alone = await createWorkspace({ 'a.ts': 'if (res.status === 429) f();\n' });
		assertOrder(await alone.hover('a.ts', '429'), 'Too Many Requests');
		const own = catalogOf('own', {
			entries: [
				entryOf('slow', {
					title: 'Our own limit',
					match: [
						{ kind: 'http', token: '429' },
						{ kind: 'code', token: 'OWN_CODE' },
					],
				}),
			],
		});
		const explained = await createWorkspace(
			{ 'a.ts': text, 'b.ts': "'OWN_CODE'\n" },
			{ catalogs: [...bundledCatalogs, own] },
		);
		const markdown = await explained.hover('a.ts', '429');
		assertOrder(markdown, 'Our own limit');
		assert.doesNotMatch(markdown ?? '', /RFC|6585/);
	});

	it('lists what is left after two full cards', async () => {
		const catalogs = ['one', 'two', 'three', 'four'].map((id) =>
			catalogOf(
				id,
				{
					entries: [
						entryOf('a', {
							title: `Meaning of ${id}`,
							symptom: `Symptom of ${id}.`,
							match: [{ kind: 'code', token: 'SAME_CODE' }],
						}),
					],
				},
				'bundled',
			),
		);
		const workspace = await createWorkspace({ 'a.ts': "f('SAME_CODE');\n" }, { catalogs });
		const markdown = (await workspace.hover('a.ts', 'SAME_CODE')) ?? '';
		assert.equal([...markdown.matchAll(/Symptom of/g)].length, 2);
		assert.equal([...markdown.matchAll(/Meaning of/g)].length, 4);
	});

	it('takes the longest of the tokens at a place', async () => {
		const catalogs = [
			catalogOf('one', {
				entries: [
					entryOf('short', { match: [{ kind: 'permission', token: 'thing:start' }] }),
					entryOf('long', { title: 'The long one', match: [{ kind: 'permission', token: 'thing:start:all' }] }),
				],
			}),
		];
		const workspace = await createWorkspace({ 'a.ts': "f('thing:start:all');\n" }, { catalogs });
		assertOrder(await workspace.hover('a.ts', 'thing:start:all'), 'The long one');
	});

	it('shows what catalogues say as text, whatever they say', async () => {
		const evil = '[x](command:evil) <img src=a> ![b](https://evil.example/i.png) `ok` # no';
		const catalogs = [
			catalogOf('evil', {
				title: evil,
				entries: [
					entryOf('a', {
						title: evil,
						symptom: evil,
						next: evil,
						since: evil,
						match: [{ kind: 'code', token: 'EVIL_CODE' }],
						causes: [{ cause: evil, do: [evil, evil] }],
						facts: [{ name: evil, value: evil }],
						links: [{ title: evil, url: 'https://a.example/)[x](command:evil)' }],
					}),
				],
				variables: [
					{ name: 'EVIL_VAR', summary: evil, type: 'string', default: evil, enum: [evil], aliases: [evil], unit: evil },
				],
				permissions: [{ key: 'evil:perm', grants: evil }],
			}),
		];
		const workspace = await createWorkspace(
			{ 'a.ts': "f('EVIL_CODE', 'EVIL_VAR', 'evil:perm'); process.env.EVIL_VAR;\n" },
			{ catalogs },
		);
		for (const word of ['EVIL_CODE', 'EVIL_VAR', 'evil:perm']) {
			const markdown = (await workspace.hover('a.ts', word)) ?? '';
			assert.notEqual(markdown, '');
			const outsideCode = markdown.replace(/(`+)[^`]+\1/g, '');
			assert.doesNotMatch(outsideCode, /(?<!\\)\]\(command:|<img|(?<!\\)!\[|^#/m);
		}
	});

	it('links to pages only when the host says how', async () => {
		const text = "f('THING_DOWN');\n";
		const plain = await createWorkspace({ 'a.ts': text }, team);
		assert.doesNotMatch((await plain.hover('a.ts', 'THING_DOWN')) ?? '', /command:|Open page/);
		const linked = createService({
			parser: testParser,
			read: () => Promise.resolve(undefined),
			log: (message) => assert.fail(message),
			linkTo: (target) => `command:open?${encodeURIComponent(target)}`,
		});
		linked.configure([full], mergeConfig({}));
		const hover = await linked.hover({ uri: 'test:/a.ts', path: 'a.ts', text }, { line: 0, character: 4 });
		assertOrder(hover?.markdown, '[Another thing](command:open?team%2Fother)', '[Open page](command:open?team%2Fdown)');
	});

	it('stays silent beside a token, in an empty file and past its end', async () => {
		const workspace = await createWorkspace({ 'a.ts': "f( 'THING_DOWN' );\n", 'empty.ts': '' }, team);
		assert.equal(await workspace.hover('a.ts', 'f('), undefined);
		assert.equal(await workspace.hover('a.ts', ');'), undefined);
		assert.equal(await workspace.hover('empty.ts', ''), undefined);
		assert.equal(await workspace.hover('a.ts', 'f(', 9999), undefined);
	});

	it('explains the rules that an ignore comment names', async () => {
		const workspace = await createWorkspace({ 'a.ts': '// runbook-lens-ignore-line code/wrong-status, no/rule\n' });
		assertOrder(await workspace.hover('a.ts', 'wrong-status'), 'code/wrong-status', 'Fix:');
		assert.equal(await workspace.hover('a.ts', 'no/rule', 1), undefined);
	});
});
