import assert from 'node:assert/strict';
import { createDirectory, runCli } from './support/cli';

interface Answer {
	readonly token: string;
	readonly matches: readonly { catalog: string; entry: string; kind: string; title: string; markdown: string }[];
}

const answers = (stdout: string): Answer[] =>
	stdout
		.trimEnd()
		.split('\n')
		.map((line) => JSON.parse(line) as Answer);

describe('explain', () => {
	it('prints a card', async () => {
		const { code, stdout } = await runCli(['explain', 'RENDER_STORE_FULL']);
		assert.equal(code, 0);
		assert.match(stdout, /^RENDER_STORE_FULL render-daemon\/render-store-full\n\n/);
		assert.match(stdout, /HTTP status: 507/);
	});

	it('prints one object a token with --json', async () => {
		const { stdout } = await runCli(['explain', 'RENDER_STORE_FULL', 'NO_SUCH_TOKEN', '--json']);
		const [known, unknown] = answers(stdout);
		assert.equal(known?.token, 'RENDER_STORE_FULL');
		const [match] = known.matches;
		assert.equal(match?.catalog, 'render-daemon');
		assert.equal(match.entry, 'render-store-full');
		assert.equal(match.kind, 'code');
		assert.ok(match.title.length > 0 && match.markdown.includes('507'));
		assert.deepEqual(unknown, { token: 'NO_SUCH_TOKEN', matches: [] });
	});

	it('takes a route as one token, quoted or not', async () => {
		const [quoted] = answers((await runCli(['explain', 'POST /transcribe', '--json'])).stdout);
		const [loose] = answers((await runCli(['explain', 'POST', '/transcribe', '--json'])).stdout);
		assert.ok((quoted?.matches.length ?? 0) > 0);
		assert.deepEqual(loose, quoted);
	});

	it('reads an error envelope or log lines from standard input', async () => {
		const readStdin = (): Promise<string> =>
			Promise.resolve('{"ok":false,"code":"RENDER_STORE_FULL"}\n2026-01-01 WARN SCAIECHO_BACKEND_UNAVAILABLE\n');
		const [answer] = answers((await runCli(['explain', '-', '--json'], { readStdin })).stdout);
		assert.equal(answer?.token, '-');
		assert.deepEqual(answer.matches.map(({ catalog }) => catalog).sort(), ['render-daemon', 'scaiecho']);
		const empty = await runCli(['explain', '-'], { readStdin: () => Promise.resolve('all is well\n') });
		assert.deepEqual(empty, { code: 0, stdout: 'Nothing in the text is documented.\n', stderr: '' });
	});

	it('asks only the catalogue that is named', async () => {
		const of = async (catalog: string): Promise<string[]> =>
			answers((await runCli(['explain', '429', '--json', '--catalog', catalog])).stdout).flatMap(({ matches }) =>
				matches.map((match) => match.catalog),
			);
		assert.deepEqual(new Set(await of('http')), new Set(['http']));
		const { code, stderr } = await runCli(['explain', '429', '--catalog', 'htpt']);
		assert.equal(code, 2);
		assert.match(stderr, /no such catalogue\. There are .*http/);
	});

	it('answers from a catalogue of the team first', async () => {
		const directory = createDirectory({ 'docs/checkout.runbook.jsonc': teamCatalog('RENDER_STORE_FULL') });
		const [answer] = answers((await directory.run(['explain', 'RENDER_STORE_FULL', '--json'])).stdout);
		assert.equal(answer?.matches[0]?.catalog, 'checkout');
	});

	it('needs a token', async () => {
		assert.equal((await runCli(['explain'])).code, 2);
	});
});

describe('catalogs', () => {
	it('lists bundled catalogues and the team’s', async () => {
		const directory = createDirectory({ 'docs/checkout.runbook.jsonc': teamCatalog('CHECKOUT_DECLINED') });
		const { code, stdout } = await directory.run(['catalogs']);
		assert.equal(code, 0);
		assert.match(stdout, /^checkout +Checkout: 1 entries, 1 tokens, .* docs\/checkout\.runbook\.jsonc$/m);
		assert.match(stdout, /^render-daemon /m);
	});

	it('prints entries and tokens with --json', async () => {
		const directory = createDirectory({ 'checkout.runbook.jsonc': teamCatalog('CHECKOUT_DECLINED') });
		const { catalogs } = JSON.parse((await directory.run(['catalogs', '--json'])).stdout) as {
			catalogs: { id: string; origin: string; file: string; entries: unknown[] }[];
		};
		const team = catalogs.find(({ id }) => id === 'checkout');
		assert.equal(team?.origin, 'team');
		assert.equal(team.file, 'checkout.runbook.jsonc');
		assert.deepEqual(team.entries, [
			{ id: 'declined', title: 'The bank declined', tokens: [{ kind: 'code', token: 'CHECKOUT_DECLINED' }] },
		]);
		assert.ok(catalogs.some(({ id, origin }) => id === 'scaimind' && origin === 'bundled'));
	});

	it('leaves a broken catalogue out, with one clear error', async () => {
		const directory = createDirectory({
			'a.runbook.jsonc': '{\n\t"id": "a",\n\t"titel": 1\n}\n',
			'b.runbook.jsonc': teamCatalog('CHECKOUT_DECLINED'),
			'c.runbook.jsonc': teamCatalog('CHECKOUT_OTHER'),
			'd.runbook.jsonc': '{ "id": ',
		});
		const { code, stdout, stderr } = await directory.run(['catalogs']);
		assert.equal(code, 0);
		assert.match(stdout, /^checkout +Checkout: 1 entries/m);
		assert.match(
			stderr,
			/^runbook-lens: a\.runbook\.jsonc:3:2 \/titel `titel` is not a known field\. \(and 3 more\)$/m,
		);
		assert.match(
			stderr,
			/^runbook-lens: c\.runbook\.jsonc:2:\d+ \/id `checkout` is already the id of b\.runbook\.jsonc\.$/m,
		);
		assert.match(stderr, /^runbook-lens: d\.runbook\.jsonc:1:\d+ Not valid JSON/m);
		assert.equal(stderr.trimEnd().split('\n').length, 3);
	});

	it('reads what the project file names, and nothing outside the workspace', async () => {
		const outside = createDirectory({ 'x.jsonc': teamCatalog('CHECKOUT_OUTSIDE') });
		const directory = createDirectory({
			'runbook-lens.jsonc': JSON.stringify({
				runbooks: ['ops/*.jsonc', `../${outside.path.split('/').at(-1)}/*.jsonc`],
			}),
			'ops/checkout.jsonc': teamCatalog('CHECKOUT_DECLINED'),
		});
		const { stdout, stderr } = await directory.run(['catalogs']);
		assert.equal(stderr, '');
		assert.match(stdout, /ops\/checkout\.jsonc/);
		assert.doesNotMatch(stdout, /x\.jsonc/);
	});
});

const teamCatalog = (code: string): string => `{
	"id": "checkout",
	"title": "Checkout",
	"source": { "title": "Checkout guide" },
	"entries": [
		{
			"id": "declined",
			"title": "The bank declined",
			"match": [{ "kind": "code", "token": "${code}", "status": 402 }],
			"causes": [{ "cause": "The bank refused.", "do": ["Ask for another card."] }]
		}
	]
}
`;
