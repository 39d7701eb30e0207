import assert from 'node:assert/strict';
import { cpSync, readdirSync, readFileSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { isSecretName } from '../../src/core/facts/definitions/secrets';
import { languageOf } from '../../src/core/syntax/languages';
import { createDirectory, type TestDirectory } from './support/cli';

let count = 0;
/** What a generator makes, and never the same. */
const planted = (): string => `Pl4nt3d${(++count).toString(36)}qX7vR2mK9wT5yB3cQ1`;

/** The examples with a planted value for every secret of their env files, and secrets in other places beside. */
function createPlanted(): TestDirectory {
	const directory = createDirectory({});
	cpSync('examples', directory.path, { recursive: true });
	for (const file of readdirSync(directory.path, { recursive: true, encoding: 'utf8' })) {
		if (languageOf(file) !== 'dotenv') continue;
		const absolute = path.join(directory.path, file);
		const text = readFileSync(absolute, 'utf8').replace(
			/^(\s*(?:export\s+)?(\w+)\s*=)(.*)$/gm,
			(line: string, start: string, name: string) => (isSecretName(name) ? `${start}${planted()}` : line),
		);
		writeFileSync(absolute, text);
	}
	directory.write(
		'more/.env',
		`API_TOKEN=${planted()}\nexport  DB_PASSWORD = "${planted()}" # note\nDATABASE_URL=postgres://app:${planted()}@db/app\n` +
			`RENDER_API_TOKN=${planted()}\nPRIVATE_KEY="-----BEGIN KEY-----\n${planted()}\n${planted()}\n-----END KEY-----"\nB C=${planted()}\n` +
			`API_TOKEN=${planted()}\nUNFINISHED_SECRET="${planted()}\n`,
	);
	directory.write('more/.env.example', 'API_TOKEN=\n');
	directory.write(
		'more/server.ts',
		`const a = process.env.JWT_SECRET || '${planted()}';\nconst b = process.env.API_TOKEN ?? "${planted()}";\n` +
			`res.status(500).json({ code: 'RENDER_STORE_FULL', token: process.env.SESSION_SECRET || '${planted()}' });\n` +
			`// runbook-lens-ignore-next-line code/misspelled\n`,
	);
	directory.write(
		'more/docker-compose.yml',
		`services:\n  db:\n    image: postgres\n    environment:\n      POSTGRES_PASSWORD: ${planted()}\n      - API_TOKEN=${planted()}\n`,
	);
	directory.write('more/Dockerfile', `FROM node:20\nENV API_TOKEN=${planted()}\nARG NPM_TOKEN="${planted()}"\n`);
	directory.write(
		'more/k8s.yaml',
		`apiVersion: v1\nkind: Secret\nmetadata:\n  name: s\nstringData:\n  API_TOKEN: ${planted()}\n`,
	);
	directory.write('more/application.yml', `api:\n  token: ${planted()}\n`);
	directory.write('more/appsettings.json', `{ "Jwt": { "Secret": "${planted()}" } }\n`);
	return directory;
}

describe('secrets', () => {
	let directory: TestDirectory;
	before(() => (directory = createPlanted()));

	for (const args of [
		['check'],
		['check', '--format', 'json'],
		['check', '--format', 'sarif'],
		['check', '--format', 'github'],
		['facts'],
		['fix', '--dry-run'],
		['catalogs'],
		['explain', 'API_TOKEN', 'INTERNAL_SERVICE_JWT_SECRET'],
	]) {
		it(`are not printed by \`${args.join(' ')}\``, async () => {
			const { stdout, stderr, code } = await directory.run(args);
			assert.notEqual(code, 2, stderr);
			for (const [line] of `${stdout}${stderr}`.matchAll(/.*Pl4nt3d.*/g)) assert.fail(line);
		});
	}

	it('are not written into a baseline or a cache', async () => {
		const args = ['check', '--update-baseline', '--baseline', 'baseline.json', '--cache-file', 'cache.json'];
		await directory.run(args);
		assert.doesNotMatch(directory.read('baseline.json'), /Pl4nt3d/);
		assert.doesNotMatch(directory.read('cache.json'), /Pl4nt3d/);
	});

	it('leave no trace in a fingerprint: another value has the same', async () => {
		const printsOf = async (secret: string): Promise<unknown> => {
			const files = { '.env': `INTERNAL_SERVICE_JWT_SECRET=${secret}\n`, 'a.ts': "code('RENDER_STORE_FUL');\n" };
			const { stdout } = await createDirectory(files).run(['check', '--format', 'json']);
			const { findings } = JSON.parse(stdout) as { findings: { fingerprint: string }[] };
			return findings.map(({ fingerprint }) => fingerprint);
		};
		assert.deepEqual(await printsOf('a'), await printsOf('b'));
	});
});
