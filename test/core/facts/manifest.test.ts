import assert from 'node:assert/strict';
import type { ManifestFact } from '../../../src/core/facts/manifest';
import { createWorkspace, slice } from '../../support/workspace';

async function read(path: string, text: string): Promise<ManifestFact> {
	const { service, logged } = await createWorkspace({ [path]: text }, { catalogs: [] });
	assert.deepEqual(logged, []);
	const [found] = [...service.index.facts('manifest')];
	assert.ok(found !== undefined, `${path} is a manifest`);
	for (const { name, range } of found.fact.dependencies) assert.equal(slice(text, range), name);
	for (const { command, commandRange } of found.fact.scripts) {
		assert.equal(slice(text, commandRange).replaceAll('\\"', '"'), command);
	}
	return found.fact;
}

const names = (fact: ManifestFact): string[] =>
	fact.dependencies.map(({ name, version, development }) =>
		[name, version, development === true ? 'dev' : undefined].filter((part) => part !== undefined).join(' '),
	);

describe('manifest facts', () => {
	it('read package.json', async () => {
		const fact = await read(
			'apps/web/package.json',
			`{
				"name": "@acme/web",
				"workspaces": { "packages": ["packages/*"] },
				"engines": { "node": ">=20" },
				"scripts": { "dev": "cp .env.dev .env && next dev", "say": "echo \\"hi\\"" },
				"dependencies": { "next": "15.1.4" },
				"devDependencies": { "typescript": "^5" }
			}`,
		);
		assert.equal(fact.ecosystem, 'node');
		assert.equal(fact.directory, 'apps/web');
		assert.equal(fact.name, '@acme/web');
		assert.deepEqual(names(fact), ['next 15.1.4', 'typescript ^5 dev']);
		assert.deepEqual(
			fact.scripts.map(({ name, command }) => `${name}: ${command}`),
			['dev: cp .env.dev .env && next dev', 'say: echo "hi"'],
		);
		assert.deepEqual(fact.engines, { node: '>=20' });
		assert.deepEqual(fact.workspaces, ['packages/*']);
	});

	it('read pnpm-workspace.yaml', async () => {
		const fact = await read('pnpm-workspace.yaml', 'packages:\n  - apps/*\n  - "packages/*"\n');
		assert.deepEqual(fact.workspaces, ['apps/*', 'packages/*']);
	});

	it('read pyproject.toml of PEP 621', async () => {
		const fact = await read(
			'api/pyproject.toml',
			`[project]
name = "bot-backend"
requires-python = ">=3.13,<3.14"
dependencies = [
  "fastapi==0.115.6", # the web part
  "uvicorn[standard]>=0.34; python_version > '3.8'",
]

[project.optional-dependencies]
redis = ["redis>=5"]

[dependency-groups]
dev = ["pytest"]

[tool.poe.tasks]
start = "uvicorn app:app"
`,
		);
		assert.equal(fact.name, 'bot-backend');
		assert.deepEqual(names(fact), ['fastapi ==0.115.6', 'uvicorn >=0.34', 'redis >=5', 'pytest dev']);
		assert.deepEqual(fact.engines, { python: '>=3.13,<3.14' });
		assert.equal(fact.scripts[0]?.command, 'uvicorn app:app');
	});

	it('read pyproject.toml of Poetry', async () => {
		const fact = await read(
			'pyproject.toml',
			`[tool.poetry]
name = 'worker'
[tool.poetry.dependencies]
python = "^3.11"
django = { version = "^5", extras = ["argon2"] }
[tool.poetry.group.dev.dependencies]
ruff = "*"
`,
		);
		assert.equal(fact.name, 'worker');
		assert.deepEqual(names(fact), ['django ^5', 'ruff * dev']);
		assert.deepEqual(fact.engines, { python: '^3.11' });
	});

	it('read requirements files, Pipfile and setup.cfg', async () => {
		const plain = await read(
			'requirements.txt',
			'# web\nfastapi==0.1\n-r base.txt\nDjango>=4,<5  # lts\ncelery[redis]\n',
		);
		assert.deepEqual(names(plain), ['fastapi ==0.1', 'Django >=4,<5', 'celery']);
		const split = await read('requirements/dev.txt', 'pytest\n');
		assert.equal(split.directory, '');
		assert.deepEqual(names(split), ['pytest dev']);
		const pipfile = await read(
			'Pipfile',
			'[packages]\nflask = "*"\n[dev-packages]\npytest = "*"\n[requires]\npython_version = "3.12"\n',
		);
		assert.deepEqual(names(pipfile), ['flask *', 'pytest * dev']);
		const setup = await read(
			'setup.cfg',
			'[metadata]\nname = tool\n[options]\ninstall_requires =\n    click>=8\n    rich\n',
		);
		assert.equal(setup.name, 'tool');
		assert.deepEqual(names(setup), ['click >=8', 'rich']);
	});

	it('read pom.xml and Gradle', async () => {
		const pom = await read(
			'pom.xml',
			`<project>
  <parent><groupId>o</groupId><artifactId>spring-boot-starter-parent</artifactId><version>3.4.1</version></parent>
  <artifactId>user-management</artifactId>
  <modules><module>core</module></modules>
  <properties><java.version>21</java.version></properties>
  <dependencies>
    <!-- <dependency><artifactId>gone</artifactId></dependency> -->
    <dependency><groupId>g</groupId><artifactId>spring-boot-starter-web</artifactId></dependency>
    <dependency><artifactId>junit</artifactId><scope>test</scope></dependency>
  </dependencies>
</project>`,
		);
		assert.equal(pom.name, 'user-management');
		assert.deepEqual(names(pom), ['spring-boot-starter-parent 3.4.1', 'spring-boot-starter-web', 'junit dev']);
		assert.deepEqual(pom.engines, { java: '21' });
		assert.deepEqual(pom.workspaces, ['core']);
		const gradle = await read(
			'app/build.gradle.kts',
			'dependencies {\n  implementation("org.a:web:1.2")\n  testImplementation("org.b:mock")\n}\n',
		);
		assert.deepEqual(names(gradle), ['web 1.2', 'mock dev']);
		assert.deepEqual(
			(await read('settings.gradle', "rootProject.name = 'shop'\ninclude ':app', ':lib:core'\n")).workspaces,
			['app', 'lib/core'],
		);
	});

	it('read go.mod, Cargo.toml, Gemfile, composer.json and project files', async () => {
		const go = await read(
			'go.mod',
			'module github.com/acme/proxy/v2\n\ngo 1.23\n\nrequire (\n\tgithub.com/joho/godotenv v1.5.1\n)\nrequire golang.org/x/net v0.1.0 // indirect\n',
		);
		assert.equal(go.name, 'proxy');
		assert.deepEqual(names(go), ['github.com/joho/godotenv v1.5.1', 'golang.org/x/net v0.1.0']);
		const cargo = await read(
			'Cargo.toml',
			'[package]\nname = "server"\n[dependencies]\naxum = "0.8"\ntokio = { version = "1", features = ["full"] }\n[dev-dependencies]\ninsta = "1"\n[workspace]\nmembers = ["crates/*"]\n',
		);
		assert.deepEqual(names(cargo), ['axum 0.8', 'tokio 1', 'insta 1 dev']);
		assert.deepEqual(cargo.workspaces, ['crates/*']);
		assert.deepEqual(names(await read('Gemfile', "ruby '3.3.0'\ngem 'rails', '~> 8.0'\ngem \"dotenv-rails\"\n")), [
			'rails ~> 8.0',
			'dotenv-rails',
		]);
		const composer = await read(
			'composer.json',
			'{ "name": "acme/shop", "require": { "php": "^8.2", "laravel/framework": "^11" }, "require-dev": { "phpunit/phpunit": "*" } }',
		);
		assert.deepEqual(names(composer), ['php ^8.2', 'laravel/framework ^11', 'phpunit/phpunit * dev']);
		const project = await read(
			'src/Api/Api.csproj',
			'<Project><PropertyGroup><TargetFramework>net8.0</TargetFramework></PropertyGroup><ItemGroup><PackageReference Include="DotNetEnv" Version="3.0.0" /></ItemGroup></Project>',
		);
		assert.equal(project.name, 'Api');
		assert.deepEqual(names(project), ['DotNetEnv 3.0.0']);
	});

	it('survive any text', async () => {
		for (const path of ['package.json', 'pyproject.toml', 'pom.xml', 'go.mod', 'Cargo.toml', 'requirements.txt']) {
			for (const text of ['', '{', '[', 'a = [\n"b', '<artifactId>', '\0', '# only a comment']) await read(path, text);
		}
	});
});
