import assert from 'node:assert/strict';
import { envFile, envFileRole } from '../../../src/core/dotenv';

/** `role` or `role:mode`, then the names. */
const names: Readonly<Record<string, readonly string[]>> = {
	base: ['.env', 'apps/web/.env', '.ENV', 'backend.env', '.flaskenv', '.dev.vars'],
	local: ['.env.local', 'env.local', 'local.env', 'C:\\site\\.env.local'],
	'mode:production': ['.env.production', 'env.production', 'production.env'],
	'mode:dev': ['env.dev', 'dev.env', '.env.dev'],
	'mode:prod': ['prod.env', '.prod.env', 'config/prod.env'],
	'mode:pre-prod': ['.env.pre-prod'],
	'mode:docker': ['.env.docker', 'docker.env'],
	'mode:staging': ['.env.staging', '.dev.vars.staging'],
	'mode-local:production': ['.env.production.local'],
	'mode-local:test': ['.env.test.local'],
	example: [
		'.env.example',
		'.env.sample',
		'.env.template',
		'.env.dist',
		'.env.schema',
		'.env-example',
		'.env_sample',
		'env.sample',
		'env.example',
		'example.env',
		'sample.env',
		'podman/env.sample',
		'app.env.example',
		'.env.local.example',
		'.env.local-example',
		'.env.example.sail',
		'.env.example.local',
		'.dev.vars.example',
	],
	'example:production': ['.env.production.example', '.env.example.production', '.env.production-sample'],
};

const others = [
	'.envrc',
	'env',
	'.environment',
	'.env~',
	'.env.',
	'.env.bak',
	'.env.local.bak',
	'.env.vault',
	'.env.keys',
	'.env.ts',
	'.env.d.ts',
	'.env.json',
	'.env.example.md',
	'.envoy.yaml',
	'environment.ts',
	'environment.prod.ts',
	'env.ts',
	'env.mjs',
	'env.d.ts',
	'env.py',
	'env.go',
	'env.config.js',
	'env.example.ts',
	'next-env.d.ts',
	'vite-env.d.ts',
	'.env/config',
	'development.ts',
];

describe('dotenv files', () => {
	for (const [expected, paths] of Object.entries(names)) {
		it(`takes ${paths.join(', ')} for ${expected}`, () => {
			for (const path of paths) {
				const file = envFile(path);
				assert.equal(file?.mode === undefined ? file?.role : `${file.role}:${file.mode}`, expected, path);
				assert.equal(envFileRole(path), file?.role);
			}
		});
	}

	it('leaves other files alone', () => {
		for (const path of others) assert.equal(envFile(path), undefined, path);
	});
});
