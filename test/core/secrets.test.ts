import assert from 'node:assert/strict';
import { createWorkspace, pathOf, uriOf, type TestWorkspace } from '../support/workspace';
import { relevantEverywhere } from '../support/ruleTester';
import { lineStarts, positionAt } from '../../src/core/text/lines';

/** Values that must appear nowhere: short and long, words and addresses, in the form of providers' credentials. */
const planted = {
	jwt: 'planted-jwt-value',
	other: 'planted-other-jwt-value-of-more-than-thirty-two-characters',
	password: 'pl4ntedPassw0rd',
	token: ['ghp', 'Pl4nt3dPl4nt3dPl4nt3dPl4nt3dPl4nt3d99'].join('_'),
	random: '9f3b7c1d5e8a2f604b6d8c0e1a3f5b7d',
	auth: 'planted-auth-token',
	text: 'planted sentence of a secret',
};

const files = {
	'bot-backend/.env': `INTERNAL_SERVICE_JWT_SECRET=${planted.jwt}\nDATABASE_URL=postgres://app:${planted.password}@db:5432/app\nAPI_KEY="${planted.text}"\n`,
	'bot-backend/.env.example': `GITHUB_TOKEN=${planted.token}\nSESSION_SECRET=${planted.random}\n`,
	'user-management/.env': `INTERNAL_SERVICE_JWT_SECRET="${planted.other}"\nINTERNAL_SERVICE_JWT_SECRET="${planted.other}"\n`,
	'user-management/.env.production': `NODE_ENV=production\nAUTH_TOKN=${planted.auth}\n=${planted.auth}\nTOKEN="${planted.auth}\n`,
	'render-daemon/.env.production': `NODE_ENV=production\nRENDER_QUEUE_MAX_DEPTH=${planted.text}\nAUTH_TOKEN=${planted.auth}\nRENDER_STORE_DIR=./${planted.random}\n`,
	'docker-compose.yml': `services:\n  bot-backend:\n    env_file: ./bot-backend/.env\n    environment:\n      INTERNAL_SERVICE_JWT_SECRET: ${planted.auth}\n      DATABASE_URL: "redis://:${planted.password}@r"\n`,
	'bot-backend/app.ts':
		'f(process.env.INTERNAL_SERVICE_JWT_SECRET!, process.env.DATABASE_URL, process.env.API_KEY, process.env.AUTH_TOKEN);\n',
	'bot-backend/Dockerfile': `FROM node\nENV API_KEY=${planted.password}\n`,
	'bot-backend/package.json':
		'{ "name": "bot-backend", "scripts": { "use": "cp .env.dev .env" }, "dependencies": { "dotenv": "16" } }',
	'bot-backend/.env.dev': `INTERNAL_SERVICE_JWT_SECRET=${planted.auth}\n`,
};

function assertNothingLeaks(where: string, value: unknown): void {
	const text = typeof value === 'string' ? value : JSON.stringify(value);
	for (const secret of Object.values(planted)) assert.equal(text.includes(secret), false, `${where} shows ${secret}`);
}

async function open(): Promise<TestWorkspace> {
	return createWorkspace(files, {
		config: { ...relevantEverywhere, rules: { 'env/optional-missing-from-example': 'hint' } },
	});
}

describe('secrets', () => {
	it('stand in no fact', async () => {
		const { service } = await open();
		for (const file of service.index.files()) assertNothingLeaks(`a fact of ${file.path}`, file);
	});

	it('stand in no finding, message, title of a fix, printed edit or log line', async () => {
		const workspace = await open();
		const { service, logged } = workspace;
		const all = await workspace.findings();
		assert.ok(new Set(all.map(({ ruleId }) => ruleId)).size >= 8, 'many rules have something to say');
		for (const finding of all) {
			assertNothingLeaks(finding.ruleId, finding);
			assertNothingLeaks(finding.ruleId, service.messageOf(finding));
			for (const fix of await service.fixes(finding)) {
				assertNothingLeaks(`a fix of ${finding.ruleId}`, fix.title);
				if (fix.confidential !== true) assertNothingLeaks(`a fix of ${finding.ruleId}`, fix.edits);
			}
		}
		assertNothingLeaks('the log', logged);
	});

	it('stand in no hover, wherever the pointer is', async () => {
		const { service } = await open();
		for (const [path, text] of Object.entries(files)) {
			const starts = lineStarts(text);
			for (let offset = 0; offset < text.length; offset += 3) {
				const hover = await service.hover({ uri: uriOf(path), path, text }, positionAt(starts, offset));
				if (hover !== undefined) assertNothingLeaks(`a hover in ${pathOf(uriOf(path))}`, hover.markdown);
			}
		}
	});
});
