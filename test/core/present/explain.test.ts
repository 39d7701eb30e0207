import assert from 'node:assert/strict';
import { createCatalogSet } from '../../../src/core/catalog/set';
import { explain } from '../../../src/core/present/explain';
import { bundledCatalogs } from '../../support/workspace';

const catalogs = createCatalogSet(bundledCatalogs);
const targets = (text: string, catalog?: string): string[] =>
	explain(text, catalogs, { catalog }).map((answer) => answer.target);

describe('explain', () => {
	it('answers a token in quotes, with spaces, in another case', () => {
		for (const text of [
			'RENDER_STORE_FULL',
			' RENDER_STORE_FULL\n',
			'"RENDER_STORE_FULL"',
			"'RENDER_STORE_FULL',",
			'`RENDER_STORE_FULL`',
			'render_store_full',
		]) {
			assert.deepEqual(targets(text), ['render-daemon/render-store-full'], text);
		}
	});

	it('says all that an answer needs', () => {
		const [answer] = explain('RENDER_STORE_FULL', catalogs);
		assert.equal(answer?.token, 'RENDER_STORE_FULL');
		assert.equal(answer.catalog, 'render-daemon');
		assert.equal(answer.entry, 'render-store-full');
		assert.equal(answer.kind, 'code');
		assert.ok(answer.title.length > 0);
		assert.match(answer.markdown, /507/);
	});

	it('answers an entry id, a variable, a permission, a route with and without its method', () => {
		assert.deepEqual(targets('render-daemon/render-store-full'), ['render-daemon/render-store-full']);
		assert.deepEqual(targets('RENDER_STORE_BUDGET_MB'), ['render-daemon/variable:RENDER_STORE_BUDGET_MB']);
		assert.ok(targets('scaiecho:diarize').includes('scaiecho/permission:scaiecho:diarize'));
		assert.ok(targets('POST /transcribe').includes('scaiecho/backend-unavailable'));
		assert.ok(targets('/transcribe').includes('scaiecho/backend-unavailable'));
	});

	it('answers systems before standards', () => {
		const found = explain('503', catalogs);
		const standards = found.map(({ catalog }) => catalogs.catalog(catalog)?.standard === true);
		assert.ok(standards.includes(true) && standards.includes(false));
		assert.deepEqual(
			standards,
			[...standards].sort((a, b) => Number(a) - Number(b)),
		);
	});

	it('answers the catalogue with most evidence first', () => {
		const weight = (id: string): number => (id === 'scaibunker' ? 5 : id === 'scaimind' ? 1 : 0);
		const order = explain('503', catalogs, { weight }).map((answer) => answer.catalog);
		assert.ok(order.indexOf('scaimind') < order.indexOf('render-daemon') || !order.includes('render-daemon'));
	});

	it('answers from one catalogue when asked to', () => {
		assert.deepEqual(
			[...new Set(explain('503', catalogs, { catalog: 'http' }).map((answer) => answer.catalog))],
			['http'],
		);
		assert.deepEqual(targets('RENDER_STORE_FULL', 'scaimind'), []);
	});

	it('reads an error envelope', () => {
		const envelope = `{
	"ok": false,
	"code": "RENDER_QUEUE_FULL",
	"message": "the queue is full",
	"hint": "retry later",
	"requestId": "req-1"
}`;
		const found = targets(envelope);
		assert.ok(found.includes('render-daemon/render-queue-full'));
		assert.ok(targets('{"ok":false,"code":"NOT_FOUND","message":"x"}').includes('render-daemon/not-found'));
	});

	it('reads log lines, each token once', () => {
		const log = `{"level":40,"time":1,"event":"slow_request","requestId":"a","statusCode":503,"msg":"slow"}
{"level":50,"time":2,"code":"RENDER_STORE_FULL","statusCode":507}
{"level":50,"time":3,"code":"RENDER_STORE_FULL","statusCode":507}
2024-05-01 ERROR scaimind_coordinator_error raw_detail="x"
websocket closed with code 4401`;
		const found = targets(log);
		for (const target of ['render-daemon/render-store-full', 'scaimind/coordinator-internal', 'scaiecho/ws-4401']) {
			assert.ok(found.includes(target), `${target} among ${found.join(' ')}`);
		}
		assert.ok(found.some((target) => target.startsWith('http/507')));
		assert.deepEqual(found, [...new Set(found)]);
	});

	it('is silent on what nothing documents', () => {
		for (const text of [
			'',
			'   ',
			'UNHEARD_OF_CODE',
			'hello world',
			'{"code":"UNHEARD_OF"}',
			'99',
			'\u0000\uD800',
			'{{{{',
		]) {
			assert.deepEqual(targets(text), [], JSON.stringify(text));
		}
	});

	it('stands a megabyte of text', () => {
		const started = Date.now();
		targets('x'.repeat(500_000) + ' RENDER_STORE_FULL ' + '{"a":'.repeat(100_000));
		assert.ok(Date.now() - started < 2000);
	});
});
