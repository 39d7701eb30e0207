import assert from 'node:assert/strict';
import {
	dotenvDialects,
	envFileRole,
	envFrameworks,
	listWinner,
	loaderDialect,
	precedence,
	processWins,
	readsOneFile,
	type EnvFramework,
} from '../../../src/core/dotenv';

describe('dotenv loaders', () => {
	const orders: readonly (readonly [EnvFramework, string | undefined, string])[] = [
		['dotenv', 'production', '.env'],
		['next', 'production', '.env.production.local .env.local .env.production .env'],
		['next', 'test', '.env.test.local .env.test .env'],
		['next', undefined, '.env.local .env'],
		['vite', 'production', '.env.production.local .env.production .env.local .env'],
		['vite', 'test', '.env.test.local .env.test .env.local .env'],
		['cra', 'development', '.env.development.local .env.local .env.development .env'],
		['dotenv-flow', 'production', '.env.production.local .env.production .env.local .env'],
		['dotenv-flow', 'test', '.env.test.local .env.test .env'],
		['dotenv-cli', 'test', '.env.test.local .env.local .env.test .env'],
		['compose', 'production', '.env'],
		['pydantic-settings', 'production', '.env'],
		['laravel', 'staging', '.env.staging .env'],
		['rails', 'development', '.env.development.local .env.local .env.development .env'],
		['varlock', 'production', '.env.production.local .env.production .env.local .env .env.schema'],
		['spring', 'production', ''],
		['vite', '$&', '.env.$&.local .env.$& .env.local .env'],
	];
	for (const [framework, mode, files] of orders) {
		it(`orders the files of ${framework} in ${mode ?? 'no mode'}`, () => {
			assert.deepEqual(precedence(framework, mode), files === '' ? [] : files.split(' '));
		});
	}

	it('knows which lists turn the order round', () => {
		assert.deepEqual((['dotenv', 'godotenv', 'pydantic-settings', 'node', 'vite'] as const).map(listWinner), [
			'first',
			'first',
			'last',
			'last',
			undefined,
		]);
	});

	it('knows who reads one file only, and whom the process does not overrule', () => {
		assert.deepEqual(envFrameworks.filter(readsOneFile), ['wrangler', 'laravel']);
		assert.deepEqual(
			envFrameworks.filter((framework) => !processWins(framework)),
			['wrangler'],
		);
	});

	it('names dialects that exist, and files that have a role', () => {
		for (const framework of envFrameworks) {
			const dialect = loaderDialect(framework);
			assert(dialect === undefined || dotenvDialects.includes(dialect), framework);
			for (const file of precedence(framework, 'staging')) assert(envFileRole(file) !== undefined, file);
		}
		assert.equal(loaderDialect('next'), 'dotenv-expand');
		assert.equal(loaderDialect('laravel'), undefined);
	});
});
