import assert from 'node:assert/strict';
import { resolveEnvReads } from '../../../src/core/index/envReads';
import { createWorkspace } from '../../support/workspace';
import { shown } from '../facts/env/support';

type Files = Readonly<Record<string, string>>;

async function readsOf(files: Files): Promise<string[]> {
	const workspace = await createWorkspace(files, { catalogs: [] });
	await workspace.service.settle();
	assert.deepEqual(workspace.logged, []);
	return resolveEnvReads(workspace.service.index).map(({ file, fact }) => `${file.path} ${shown(fact, false)}`);
}

const cases: readonly (readonly [title: string, files: Files, ...reads: string[]])[] = [
	[
		'a helper of another file, by a relative import',
		{
			'src/env.ts':
				'export function requireEnv(name: string): string {\n  const value = process.env[name];\n  if (!value) throw new Error(name);\n  return value;\n}\n',
			'src/a.ts': "import { requireEnv } from './env';\nexport const url = requireEnv('API_URL');\n",
		},
		'src/a.ts API_URL assumes',
	],
	[
		'a helper with a default',
		{
			'src/env.ts': "export const env = (key: string, fallback = 'x') => process.env[key] ?? fallback;\n",
			'src/a.ts': "import { env as read } from '../src/env.js';\nread('A_URL');\nread('B_URL', 'y');\n",
		},
		"src/a.ts A_URL defaulted ='x'",
		"src/a.ts B_URL defaulted ='y'",
	],
	[
		'helpers that hand their parameter on, over three files and a package',
		{
			'packages/core/src/read-env.ts': 'export const get = (name: string) => process.env[name];\n',
			'packages/core/src/env.ts':
				"import { get } from './read-env';\nexport function getEnvNumber(name: string, def?: number) { const v = get(name); return v ? Number(v) : def; }\n",
			'packages/core/src/index.ts': "export * from './env';\n",
			'apps/web/a.ts':
				"import { getEnvNumber } from '@acme/core';\ngetEnvNumber('MAX_ITEMS', 3);\ngetEnvNumber('MIN_ITEMS');\n",
		},
		"apps/web/a.ts MAX_ITEMS defaulted ='3'",
		'apps/web/a.ts MIN_ITEMS plain',
	],
	[
		'a prefix that the helper adds, and a list',
		{
			'a.ts':
				"const app = (name: string) => process.env[`APP_${name}`];\nfunction need(names: string[]) { for (const n of names) if (!process.env[n]) throw new Error(n); }\napp('URL');\nneed(['A_KEY', 'B_KEY']);\n",
		},
		'a.ts APP_URL plain',
		'a.ts A_KEY assumes',
		'a.ts B_KEY assumes',
	],
	[
		'methods of a class',
		{
			'src/config.service.ts':
				'export class ConfigReader {\n  private get(key: string) { return process.env[key]; }\n  getNumber(key: string, def: number) { return Number(this.get(key) ?? def); }\n}\n',
			'src/a.ts':
				"import { ConfigReader } from './config.service';\nclass A { constructor(private configReader: ConfigReader) {} f() { return this.configReader.getNumber('MAX_SIZE', 3); } }\n",
		},
		"src/a.ts MAX_SIZE defaulted ='3'",
	],
	[
		'an exported object that is the environment, or a proxy of it',
		{
			'src/env.ts': 'export const env = { ...process.env };\nexport default env;\n',
			'src/config.ts':
				'class C { get(key: string) { return process.env[key]; } }\nexport const config = new Proxy(new C(), { get: (target, key) => target.get(String(key)) });\n',
			'src/a.ts':
				"import { env } from './env';\nimport settings from './env';\nimport { config } from '@/config';\nf(env.A_URL!, settings.B_URL || 'x', config.C_URL);\nconst { D_URL } = env;\n",
		},
		'src/a.ts A_URL assumes',
		"src/a.ts B_URL defaulted ='x'",
		'src/a.ts C_URL plain',
		'src/a.ts D_URL plain',
	],
	[
		'the schema of another file',
		{
			'src/schema.ts':
				"import { z } from 'zod';\nexport const envSchema = z.object({ API_URL: z.string(), PORT_NUMBER: z.coerce.number().default(3000) });\nexport const other = z.object({ NOT_READ: z.string() });\n",
			'src/env.ts': "import { envSchema } from './schema';\nexport const env = envSchema.parse(clean(process.env));\n",
		},
		'src/schema.ts API_URL assumes',
		"src/schema.ts PORT_NUMBER defaulted ='3000'",
	],
	[
		'nothing that only has the name in common',
		{
			'src/env.ts': 'export const get = (name: string) => process.env[name];\n',
			'src/a.ts': "import { get } from 'lodash';\nget(x, 'A_URL');\nget('B_URL');\nmap.get('C_URL');\n",
		},
	],
	[
		'a Python module',
		{
			'app/core/env.py':
				'import os\n\ndef required(name: str) -> str:\n    value = os.environ.get(name)\n    if value is None:\n        raise RuntimeError(name)\n    return value\n',
			'app/main.py':
				'from app.core.env import required\nfrom app.core import env\n\nA = required("A_URL")\nB = env.required("B_URL")\n',
		},
		'app/main.py A_URL assumes',
		'app/main.py B_URL assumes',
	],
	[
		'a helper that fails only when it is told to',
		{
			'env.py':
				'import os\n\ndef get_list(key, required=False):\n    value = os.getenv(key)\n    if required and not value:\n        raise ValueError(key)\n    return value\n\nget_list("A_LIST")\n',
		},
		'env.py A_LIST plain',
	],
	[
		'settings classes: inheritance, prefix, nesting',
		{
			'app/base.py':
				'from pydantic_settings import BaseSettings\n\nclass AppSettings(BaseSettings):\n    debug: bool = False\n',
			'app/settings.py':
				'from .base import AppSettings\n\nclass Database(BaseModel):\n    url: str\n\nclass Settings(AppSettings):\n    model_config = SettingsConfigDict(env_prefix="APP_", env_nested_delimiter="__")\n    key: str\n    db: Database\n',
		},
		"app/base.py DEBUG defaulted ='False'",
		"app/base.py APP_DEBUG defaulted ='False'",
		'app/settings.py APP_DB__URL assumes',
		'app/settings.py APP_KEY assumes',
	],
	[
		'Go: a function and constants of the package, a struct in a struct',
		{
			'internal/config/env.go':
				'package config\n\nconst envPort = "APP_PORT"\n\nfunc getenv(key, fallback string) string {\n\tif v := os.Getenv(key); v != "" {\n\t\treturn v\n\t}\n\treturn fallback\n}\n\nfunc Must(key string) string {\n\tv := os.Getenv(key)\n\tif v == "" {\n\t\tpanic(key)\n\t}\n\treturn v\n}\n',
			'internal/config/config.go':
				'package config\n\nvar port = getenv(envPort, "80")\nvar x = os.Getenv(envPort)\n\ntype Config struct {\n\tDB DB `envPrefix:"DB_"`\n}\n\ntype DB struct {\n\tURL string `env:"URL"`\n}\n',
			'cmd/main.go': 'package main\n\nimport "github.com/x/y/internal/config"\n\nvar k = config.Must("API_KEY")\n',
		},
		'cmd/main.go API_KEY assumes',
		"internal/config/config.go APP_PORT defaulted ='80'",
		'internal/config/config.go APP_PORT plain',
		'internal/config/config.go DB_URL plain',
	],
	[
		'Rust: a crate of the workspace',
		{
			'crates/env_vars/src/lib.rs':
				'pub fn required_var(key: &str) -> anyhow::Result<String> {\n    match var(key)? {\n        Some(v) => Ok(v),\n        None => bail!("missing {key}"),\n    }\n}\n\npub fn var(key: &str) -> anyhow::Result<Option<String>> {\n    match std::env::var(key) {\n        Ok(v) => Ok(Some(v)),\n        Err(e) => Err(e.into()),\n    }\n}\n',
			'src/config.rs':
				'use env_vars::{required_var, var};\n\nfn f() {\n    let a = required_var("API_URL")?;\n    let b = var("API_KEY")?;\n}\n',
		},
		'src/config.rs API_URL assumes',
		'src/config.rs API_KEY assumes',
	],
	[
		'Ruby: a module function without parentheses',
		{
			'lib/env_config.rb': 'module EnvConfig\n  def self.fetch!(key)\n    ENV.fetch(key)\n  end\nend\n',
			'config/a.rb': "URL = EnvConfig.fetch!('API_URL')\n",
		},
		'config/a.rb API_URL assumes',
	],
	[
		'PHP, Java and C#: static methods',
		{
			'src/Env.php':
				'<?php\nclass Env {\n  public static function need(string $key): string { return getenv($key) ?: throw new E($key); }\n}\n',
			'src/a.php': "<?php\n$a = Env::need('API_URL');\n",
			'src/Env.java':
				'class EnvUtil { static String get(String key, String def) { String v = System.getenv(key); return v == null ? def : v; } }\n',
			'src/B.java': 'class B { String b = EnvUtil.get("B_URL", "x"); }\n',
			'src/EnvReader.cs':
				'static class EnvReader { public static string Require(string key) { return Environment.GetEnvironmentVariable(key) ?? throw new E(); } }\n',
			'src/C.cs': 'class C { string c = EnvReader.Require("C_URL"); }\n',
		},
		"src/B.java B_URL defaulted ='x'",
		'src/C.cs C_URL assumes',
		'src/a.php API_URL assumes',
	],
	[
		'a constant of another file, unless it has two values',
		{
			'src/keys.ts': "export const Keys = { Url: 'API_URL' } as const;\nexport const TOKEN = 'API_TOKEN';\n",
			'src/a.ts': "import { Keys, TOKEN } from './keys';\nf(process.env[Keys.Url], process.env[TOKEN]!);\n",
		},
		'src/a.ts API_URL plain',
		'src/a.ts API_TOKEN assumes',
	],
];

describe('resolveEnvReads', () => {
	for (const [title, files, ...reads] of cases) {
		it(`finds ${title}`, async () => assert.deepEqual(await readsOf(files), reads));
	}

	it('forgets what a changed file no longer says', async () => {
		const workspace = await createWorkspace(
			{
				'env.ts': 'export const env = (k: string) => process.env[k];\n',
				'a.ts': "import { env } from './env';\nenv('A_URL');\n",
			},
			{ catalogs: [] },
		);
		await workspace.service.settle();
		assert.equal(resolveEnvReads(workspace.service.index).length, 1);
		await workspace.write('env.ts', 'export const env = (k: string) => k;\n');
		assert.equal(resolveEnvReads(workspace.service.index).length, 0);
	});
});
