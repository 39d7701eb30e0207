import assert from 'node:assert/strict';
import type { EnvDefinitionFact } from '../../../src/core/facts/envDefinition';
import { createWorkspace, slice } from '../../support/workspace';

async function read(path: string, text: string): Promise<EnvDefinitionFact[]> {
	const { service, logged } = await createWorkspace({ [path]: text });
	assert.deepEqual(logged, []);
	return [...service.index.facts('env-definition')].map(({ fact }) => fact);
}

/** `role[/service] name=literal|(shape)`. */
const summary = (facts: readonly EnvDefinitionFact[]): string[] =>
	facts.map(({ role, mode, service, name, value, commented }) => {
		const place = [role, mode, service].filter((part) => part !== undefined).join('/');
		return `${place} ${commented === true ? '#' : ''}${name}=${value.literal ?? `(${value.shape})`}`;
	});

describe('env-definition facts', () => {
	it('read a .env file with commented keys, quotes and export', async () => {
		const text =
			'# Network\nPORT=8787 # where it listens\n\nexport HOST="localhost"\n# How long to wait.\n# TIMEOUT_MS=500\nEMPTY=\nURL=$BASE/x\n';
		const facts = await read('.env.example', text);
		assert.deepEqual(summary(facts), [
			'example PORT=8787',
			'example HOST=localhost',
			'example #TIMEOUT_MS=500',
			'example EMPTY=(empty)',
			'example URL=(reference)',
		]);
		assert.deepEqual(
			facts.map(({ documentation }) => documentation),
			['Network where it listens', undefined, 'How long to wait.', undefined, undefined],
		);
		assert.deepEqual(
			facts.map(({ range }) => slice(text, range)),
			['PORT', 'HOST', 'TIMEOUT_MS', 'EMPTY', 'URL'],
		);
		assert.equal(slice(text, facts[1]?.value.range ?? assert.fail()), 'localhost');
		assert.equal(facts[1]?.exported, true);
	});

	it('tell the role and the mode by the name', async () => {
		for (const [path, expected] of [
			['.env', 'base A=1'],
			['.env.local', 'local A=1'],
			['.env.production', 'mode/production A=1'],
			['.env.development.local', 'mode-local/development A=1'],
			['api/env.dev', 'mode/dev A=1'],
			['config/example.env', 'example A=1'],
		]) {
			assert.deepEqual(summary(await read(path ?? '', 'A=1\n')), [expected]);
		}
	});

	it('keep no value that may be secret', async () => {
		const planted = ['hunter2hunter2', 'p4ssw0rd-4711', 'Zx81qPlm0Ty7Wq93Kd', 'AKIAQ7WPLANTED27XX42', 'x9-inner'];
		const text = [
			`SESSION_SECRET=${planted[0] ?? ''}`,
			`DATABASE_URL=postgres://app:${planted[1] ?? ''}@db:5432/app`,
			`SOMETHING=${planted[2] ?? ''}99AbCdEfGh`,
			`AWS_ID=${planted[3] ?? ''}`,
			`NOTE="a sentence with ${planted[4] ?? ''}"`,
			`scaibunker_capability_secret=7${planted[0] ?? ''}`,
		].join('\n');
		const yaml = `services:\n  api:\n    environment:\n      API_TOKEN: ${planted[0] ?? ''}\n      DB_URL: "redis://:${planted[1] ?? ''}@r:1"\n`;
		for (const [path, content] of [
			['.env', text],
			['docker-compose.yml', yaml],
			['Dockerfile', `FROM x\nENV API_KEY=${planted[0] ?? ''}\n`],
			['appsettings.json', `{ "Db": { "Password": "${planted[1] ?? ''}" } }`],
		] as const) {
			const workspace = await createWorkspace({ [path]: content });
			const facts = [...workspace.service.index.files()];
			assert.ok(facts.flatMap((file) => file.facts).length > 0, path);
			for (const value of planted) assert.equal(JSON.stringify(facts).includes(value), false, `${value} of ${path}`);
			assert.equal(JSON.stringify(facts).includes('digest'), false);
		}
	});

	it('compare secrets without keeping them', async () => {
		const { service } = await createWorkspace({
			'a/.env': 'JWT_SECRET=one-two-three\n',
			'b/.env': 'JWT_SECRET="one-two-three"\n',
			'c/.env': 'JWT_SECRET=another\n',
		});
		const [a, b, c] = [...service.index.facts('env-definition')].map(({ fact }) => fact.value.digest);
		assert.ok(a !== undefined && b !== undefined && c !== undefined);
		assert.equal(a.equals(b), true);
		assert.equal(a.equals(c), false);
	});

	it('notice that a secret changed', async () => {
		const workspace = await createWorkspace({ '.env': 'JWT_SECRET=aaaa\n' });
		const { index } = workspace.service;
		const before = index.revision('env-definition');
		await workspace.write('.env', 'JWT_SECRET=aaaa\n');
		assert.equal(index.revision('env-definition'), before);
		await workspace.write('.env', 'JWT_SECRET=bbbb\n');
		assert.notEqual(index.revision('env-definition'), before);
	});

	it('read Compose', async () => {
		const text = `x-shared: &shared
  environment:
    LOG_LEVEL: info
services:
  api:
    env_file:
      - ./api/.env
      - path: ./api/extra.env
    environment:
      RETENTION_DAYS: "0"
      DEBUG:
      URL: http://\${HOST}
  worker:
    env_file: .env
    environment:
      - MODE=fast
      - TOKEN
`;
		const { service } = await createWorkspace({ 'docker-compose.yml': text });
		const facts = [...service.index.facts('env-definition')].map(({ fact }) => fact);
		assert.deepEqual(summary(facts), [
			'compose/x-shared LOG_LEVEL=info',
			'compose/api RETENTION_DAYS=0',
			'compose/api DEBUG=(absent)',
			'compose/api URL=(reference)',
			'compose/worker MODE=fast',
			'compose/worker TOKEN=(absent)',
		]);
		assert.equal(slice(text, facts[1]?.value.range ?? assert.fail()), '0');
		assert.deepEqual(
			[...service.index.facts('env-file-use')].map(({ fact }) => `${fact.service} ${fact.path}`),
			['api ./api/.env', 'api ./api/extra.env', 'worker .env'],
		);
	});

	it('read Dockerfiles', async () => {
		const text =
			'FROM node:20\nARG VERSION\nARG REGION=eu\nENV NODE_ENV=production PORT="8080" \\\n    LOG_LEVEL=info\nENV HOME /srv/app\n# ENV GONE=1\n';
		assert.deepEqual(summary(await read('Dockerfile', text)), [
			'image VERSION=(absent)',
			'image REGION=eu',
			'image NODE_ENV=production',
			'image PORT=8080',
			'image LOG_LEVEL=info',
			'image HOME=/srv/app',
		]);
	});

	it('read Kubernetes, workflows and hosting manifests', async () => {
		const k8s =
			'kind: Deployment\nspec:\n  template:\n    spec:\n      containers:\n        - name: api\n          env:\n            - name: PORT\n              value: "8080"\n            - name: TOKEN\n              valueFrom:\n                secretKeyRef: { name: s, key: t }\n---\nkind: ConfigMap\ndata:\n  LOG_LEVEL: info\n---\nkind: Other\ndata:\n  NOT_ENV: 1\n';
		assert.deepEqual(
			summary(await read('k8s/api.yaml', k8s)).map((line) => line.replace(/^manifest(?:\/\w+)? /, '')),
			['PORT=8080', 'TOKEN=(absent)', 'LOG_LEVEL=info'],
		);
		const workflow = 'env:\n  CI_MODE: fast\njobs:\n  test:\n    env:\n      KEY: ${{ secrets.KEY }}\n';
		assert.deepEqual(summary(await read('.github/workflows/ci.yml', workflow)), [
			'workflow CI_MODE=fast',
			'workflow/test KEY=(reference)',
		]);
		assert.deepEqual(
			summary(await read('src/Api/appsettings.json', '{ "Smtp": { "Port": 25 }, "AllowedHosts": "*" }')),
			['settings Smtp__Port=25', 'settings AllowedHosts=*'],
		);
		assert.deepEqual(summary(await read('app.json', '{ "env": { "WORKERS": { "value": "2" }, "MODE": "web" } }')), [
			'manifest WORKERS=(absent)',
			'manifest MODE=web',
		]);
	});

	it('say how loaders differ', async () => {
		const { service } = await createWorkspace({ '.env': 'A=a#b\nB=plain\nC="open\nD\n' });
		const [file] = [...service.index.facts('env-file')].map(({ fact }) => fact);
		assert.ok(file !== undefined);
		assert.ok(file.problems.some(({ problem }) => problem === 'no-equals'));
		assert.ok(file.readings.some(({ name }) => name === 'A'));
		assert.ok(!file.readings.some(({ name }) => name === 'B'));
	});

	it('survive any text', async () => {
		for (const path of ['.env', 'compose.yml', 'Dockerfile', 'appsettings.json', '.github/workflows/a.yml']) {
			for (const text of [
				'',
				'\0',
				'env:',
				'env: [',
				'ENV',
				'ENV =',
				'{"a":',
				'environment:\n - \n - {}\n',
				'\uFEFFA=1',
			]) {
				await read(path, text);
			}
		}
	});
});

describe('env-load facts', () => {
	it('name the files that code loads', async () => {
		for (const [path, text, expected] of [
			[
				'a.py',
				'model_config = SettingsConfigDict(env_file=(".env", "env.local"), env_file_encoding="utf-8")\n',
				'pydantic-settings .env env.local',
			],
			['a.py', 'load_dotenv(f"env.{ENV}")\n', 'python-dotenv env.*'],
			['a.py', 'load_dotenv()\n', 'python-dotenv .env'],
			['a.py', 'load_dotenv(find_dotenv())\n', 'python-dotenv'],
			['a.ts', "import 'dotenv/config';\n", 'dotenv .env'],
			[
				'a.js',
				"require('dotenv').config({ path: '.env.local' });\ndotenv.config({ path: `.env.${mode}` })\n",
				'dotenv .env.local; dotenv .env.*',
			],
			['a.go', 'package a\nfunc init() { godotenv.Load("conf/.env") }\n', 'godotenv conf/.env'],
		]) {
			const { service } = await createWorkspace({ [path ?? '']: text ?? '' });
			const found = [...service.index.facts('env-load')].map(({ fact }) => [fact.via, ...fact.files].join(' '));
			assert.equal(found.join('; '), expected, text);
		}
	});
});
