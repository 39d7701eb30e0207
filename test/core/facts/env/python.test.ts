import assert from 'node:assert/strict';
import { readCases, readFacts } from './support';

describe('facts/envRead: Python', () => {
	readCases('a.py', [
		['import os\na = os.environ["A"]', 'A assumes (os.environ)'],
		[
			'import os\na = os.environ.get("A")\nb = os.environ.get("B", "x")',
			'A plain (os.environ)',
			"B defaulted ='x' (os.environ)",
		],
		[
			'import os\na = os.getenv("A")\nb = os.getenv("B", default="x")',
			'A plain (os.getenv)',
			"B defaulted ='x' (os.getenv)",
		],
		['import os\nos.environ.setdefault("A", "x")', "A defaulted ='x'"],
		['import os\nos.environ["A"] = "1"\ndel os.environ["B"]\nos.environ.pop("C", None)'],
		['from os import environ, getenv\nf(environ["A"], getenv("B"))', 'A assumes', 'B plain'],
		['from os import environ as e, getenv as g\nf(e["A"], g("B", "1"))', 'A assumes', "B defaulted ='1'"],
		['import os\nenv = os.environ\nf(env["A"], env.get("B"))', 'A assumes', 'B plain'],
		['import os\ndef f(env=os.environ):\n    return env.get("A")', 'A plain'],
		['import os\nif "A" in os.environ: pass', 'A guarded'],
		['import os\na = os.environ.get("A") or "x"', "A defaulted ='x'"],
		['import os\na = os.environ.get("A")\nif not a:\n    raise ValueError()', 'A assumes'],
		['import os\na = int(os.environ.get("A"))', 'A assumes'],
		['import os\na = int(os.environ.get("A", 3))', "A defaulted ='3'"],
		['import os\na = f"https://{os.getenv(\'A\')}"', 'A assumes'],
		['import os\na = os.getenv("A") == "true"', 'A guarded'],
		['import os\na = os.getenv("A", None)', 'A plain'],
		['import os\ntry:\n    a = os.environ["A"]\nexcept KeyError:\n    a = 1', 'A guarded'],
		['import os\nfor k in ["A", "B"]:\n    os.environ[k]', 'A assumes', 'B assumes'],
		['import os\nx = [os.environ[k] for k in ("A", "B")]', 'A assumes', 'B assumes'],
		[
			'import os\na = os.environ.get(f"A_{x}_URL")\nb = os.environ["B_" + x]\nc = os.getenv("C_%s" % x)',
			'A_*_URL plain',
			'B_* assumes',
			'C_* plain',
		],
		['import os\nKEY = "A_KEY"\na = os.environ[KEY]', 'A_KEY assumes'],
		['def app(environ, start):\n    return environ["PATH_INFO"]'],
		[
			'import environ\nenv = environ.Env(D=(bool, False))\na = env("A")\nb = env.bool("B", default=True)\nc = env("C", default=None)\nd = env.db()',
			'A assumes (django-environ)',
			"B defaulted ='True' (django-environ)",
			'C guarded (django-environ)',
			'DATABASE_URL assumes (django-environ)',
		],
		[
			'from environs import Env\nenv = Env()\na = env.str("A", "x")\nwith env.prefixed("P_"):\n    b = env.int("B")',
			"A defaulted ='x' (environs)",
			'P_B assumes (environs)',
		],
		['from .base import env\na = env.list("A")', 'A assumes (env)'],
		[
			'from decouple import config\na = config("A", default="x", cast=str)\nb = config("B", cast=int)',
			"A defaulted ='x' (decouple)",
			'B assumes (decouple)',
		],
		[
			'from starlette.config import Config\nconfig = Config(".env")\na = config("A", cast=bool, default=False)',
			"A defaulted ='False' (starlette.config)",
		],
		['@click.option("--x", envvar="A_X")\ndef f(x): pass', 'A_X guarded (envvar)'],
	]);

	it('reads the fields of settings classes', async () => {
		const text = [
			'class Settings(BaseSettings):',
			'    model_config = SettingsConfigDict(env_prefix="APP_", env_nested_delimiter="__")',
			'    url: str',
			'    port: int = 3000',
			'    key: str | None = Field(None, validation_alias=AliasChoices("API_KEY", "KEY"))',
			'    db: Database = Database()',
		].join('\n');
		const [fact] = await readFacts('a.py', text, 'env-class');
		assert.equal(fact?.root, true);
		assert.equal(fact.prefix, 'APP_');
		assert.equal(fact.delimiter, '__');
		assert.deepEqual(
			fact.fields.map(({ name, presence, default: value, whole, type, alternatives }) => [
				name,
				presence,
				value,
				whole,
				type,
				alternatives,
			]),
			[
				['URL', 'assumes', undefined, undefined, undefined, undefined],
				['PORT', 'defaulted', '3000', undefined, undefined, undefined],
				['API_KEY', 'guarded', undefined, true, undefined, ['KEY']],
				['DB', 'defaulted', undefined, undefined, 'Database', undefined],
			],
		);
	});
});
