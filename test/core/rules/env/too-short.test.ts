import assert from 'node:assert/strict';
import { tooShort } from '../../../../src/core/rules/env/too-short';
import { ruleTester } from '../../../support/ruleTester';
import { createWorkspace } from '../../../support/workspace';

const on = { catalogs: { 'interview-platform': 'on' } } as const;
const long = '0123456789abcdef0123456789abcdef';

const known = '00'.repeat(32);

describe('with zeros for random bytes', () => {
	const original = Object.getOwnPropertyDescriptor(globalThis, 'crypto') ?? {};
	before(() => {
		Object.defineProperty(globalThis, 'crypto', {
			configurable: true,
			value: { getRandomValues: <T>(array: T): T => array },
		});
	});
	after(() => {
		Object.defineProperty(globalThis, 'crypto', original);
	});

	ruleTester(tooShort, {
		silent: [
			{
				name: 'a value that is long enough',
				config: on,
				files: { 'bot-backend/.env': `INTERNAL_SERVICE_JWT_SECRET=${long}\n` },
			},
			{ name: 'an empty value', config: on, files: { 'bot-backend/.env': 'INTERNAL_SERVICE_JWT_SECRET=\n' } },
			{ name: 'an example', config: on, files: { 'bot-backend/.env.example': 'INTERNAL_SERVICE_JWT_SECRET=short\n' } },
			{ name: 'a reference', config: on, files: { 'bot-backend/.env': 'INTERNAL_SERVICE_JWT_SECRET=$JWT\n' } },
		],
		flagged: [
			{
				name: 'a short value of a service',
				config: on,
				files: { 'bot-backend/.env': 'export ‹INTERNAL_SERVICE_JWT_SECRET›=short # shared\n' },
				findings: [{ messageId: 'short', data: { length: 5, minimum: 32 } }],
				fixed: { 'bot-backend/.env': `export INTERNAL_SERVICE_JWT_SECRET=${known} # shared\n` },
			},
			{
				name: 'a Compose service, whose file everyone gets',
				config: on,
				files: {
					'compose.yml': 'services:\n  bot-backend:\n    environment:\n      ‹INTERNAL_SERVICE_JWT_SECRET›: "short"\n',
				},
				findings: [{ messageId: 'short' }],
				fixed: null,
			},
		],
	});
});

describe('the fix of env/too-short', () => {
	it('writes one generated value into the local file of every service, quotes kept', async () => {
		const workspace = await createWorkspace(
			{
				'bot-backend/.env': 'A=1\nINTERNAL_SERVICE_JWT_SECRET="short" # shared\n',
				'user-management/.env': 'INTERNAL_JWT_SECRET=short\n',
				'user-management/.env.production': `INTERNAL_SERVICE_JWT_SECRET=${long}\n`,
			},
			{ config: on },
		);
		const [finding] = await workspace.findings('env/too-short');
		assert.ok(finding !== undefined);
		const [fix] = await workspace.service.fixes(finding);
		assert.equal(fix?.title, 'Generate a new `INTERNAL_SERVICE_JWT_SECRET` in 2 env files');
		assert.equal(fix.confidential, true);
		await workspace.apply(fix);
		const value = /"([0-9a-f]{64})"/.exec(workspace.text('bot-backend/.env'))?.[1] ?? assert.fail();
		assert.equal(workspace.text('bot-backend/.env'), `A=1\nINTERNAL_SERVICE_JWT_SECRET="${value}" # shared\n`);
		assert.equal(workspace.text('user-management/.env'), `INTERNAL_JWT_SECRET=${value}\n`);
		assert.equal(workspace.text('user-management/.env.production'), `INTERNAL_SERVICE_JWT_SECRET=${long}\n`);
		assert.deepEqual(await workspace.findings('env/too-short'), []);
	});
});
