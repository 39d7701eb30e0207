import assert from 'node:assert/strict';
import { isOwnHost, matchesRoute, urlParts, withoutQueryValues } from '../../../src/core/http/url';

describe('urlParts', () => {
	it('reads addresses with inserted parts', () => {
		assert.deepEqual(urlParts('{}/stream/transcribe'), {
			path: '/stream/transcribe',
			rooted: false,
			query: [],
			open: false,
		});
		assert.deepEqual(urlParts('wss://{}:8000/ws?token={}&lang=en#x'), {
			host: '{}:8000',
			path: '/ws',
			rooted: true,
			query: ['token', 'lang'],
			open: false,
		});
		assert.deepEqual(urlParts('{}://{}/ws'), { host: '{}', path: '/ws', rooted: true, query: [], open: false });
		assert.deepEqual(urlParts('/ws'), { path: '/ws', rooted: true, query: [], open: false });
	});

	it('knows where a query may hide', () => {
		assert.equal(urlParts('/ws{}')?.open, true);
		assert.equal(urlParts('/ws{}')?.path, '/ws');
		assert.equal(urlParts('/ws?{}')?.open, true);
		assert.equal(urlParts('/ws/{}')?.open, false);
	});

	it('keeps no credentials', () => {
		assert.equal(urlParts('ws://me:secret@host/ws')?.host, 'host');
		assert.equal(withoutQueryValues('/ws?token=secret&a=b'), '/ws?token={}&a={}');
	});

	it('says nothing of what is not known', () => {
		assert.equal(urlParts('{}'), undefined);
		assert.equal(urlParts('ws'), undefined);
		assert.equal(urlParts(''), undefined);
	});
});

describe('matchesRoute', () => {
	it('compares segment by segment', () => {
		assert.ok(matchesRoute('/a/{id}/b', '/a/{}/b', true));
		assert.ok(matchesRoute('/a/:id', '/a/7/', true));
		assert.ok(!matchesRoute('/a', '/ab', true));
		assert.ok(!matchesRoute('/a/b', '/a', true));
	});

	it('lets a path go on to the left only where it may', () => {
		assert.ok(matchesRoute('/ws', '/v1/ws', false));
		assert.ok(!matchesRoute('/ws', '/v1/ws', true));
		assert.ok(!matchesRoute('/ws', '/ws/v1', false));
	});

	it('takes `**` for the rest', () => {
		assert.ok(matchesRoute('/api/**', '/api/a/b', true));
		assert.ok(matchesRoute('/api/**', '/v1/api/a', false));
		assert.ok(!matchesRoute('/api/**', '/web/a', true));
	});
});

describe('isOwnHost', () => {
	it('is this machine, or what the program inserts', () => {
		for (const host of [undefined, 'localhost:3000', '127.0.0.1', '{}', 'ws.{}']) assert.ok(isOwnHost(host), host);
		for (const host of ['example.com', 'localhost.example.com']) assert.ok(!isOwnHost(host), host);
	});
});
