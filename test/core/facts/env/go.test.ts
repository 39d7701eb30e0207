import assert from 'node:assert/strict';
import { readCases, readFacts } from './support';

const inside = (code: string): string => `package a\n\nfunc f() {\n\t${code}\n}\n`;

describe('facts/envRead: Go', () => {
	readCases('a.go', [
		[inside('x := os.Getenv("A")'), 'A plain (os.Getenv)'],
		[inside('x, ok := os.LookupEnv("A")'), 'A plain (os.LookupEnv)'],
		[inside('if x, ok := os.LookupEnv("A"); ok { g(x) }'), 'A guarded'],
		[inside('x, ok := os.LookupEnv("A")\n\tif !ok { log.Fatal("A") }'), 'A assumes'],
		[inside('x := os.Getenv("A")\n\tif x == "" { panic("A") }'), 'A assumes'],
		[inside('x := os.Getenv("A")\n\tif x == "" { x = "d" }'), 'A guarded'],
		[inside('x := cmp.Or(os.Getenv("A"), "d")'), "A defaulted ='d'"],
		[inside('x := "https://" + os.Getenv("A")'), 'A assumes'],
		[inside('x := os.Getenv("A") == "true"'), 'A guarded'],
		[inside('x := os.Getenv("A_" + k)'), 'A_* plain'],
		[inside('x := os.Getenv(fmt.Sprintf("A_%s_URL", k))'), 'A_*_URL plain'],
		[inside('for _, k := range []string{"A", "B"} { os.Getenv(k) }'), 'A plain', 'B plain'],
		['package a\n\nconst EnvA = "A_URL"\n\nvar x = os.Getenv(EnvA)\n', 'A_URL plain'],
		['package a\n\nvar x = os.Getenv(EnvB)\n', '<EnvB> plain'],
		['package a\n\nvar x = os.Getenv(consts.EnvB)\n', '<EnvB> plain'],
		[inside('os.Setenv("A", "1"); os.Unsetenv("B"); t.Setenv("C", "1")')],
		[inside('x := os.ExpandEnv("$HOME/${A}")'), 'HOME assumes', 'A assumes'],
		[
			inside('x := &cli.StringFlag{Name: "a", EnvVars: []string{"A", "B"}, Value: "x"}'),
			'A defaulted |B (cli)',
			'B defaulted |A (cli)',
		],
		[
			inside('viper.SetEnvPrefix("app")\n\tviper.BindEnv("db.url")\n\tviper.BindEnv("x", "OTHER")'),
			'APP_DB_URL plain',
			'OTHER plain',
		],
		[
			inside('viper.AutomaticEnv()\n\tviper.SetDefault("PORT", "80")\n\tg(viper.GetString("API_KEY"))'),
			"PORT defaulted ='80'",
			'API_KEY plain',
		],
	]);

	it('reads the tags of structs', async () => {
		const text = [
			'package a',
			'type Config struct {',
			'\tURL string `env:"URL,required"`',
			'\tPort int `env:"PORT" envDefault:"80"`',
			'\tKey string `env:"KEY, default=x"`',
			'\tDB DBConfig `envPrefix:"DB_"`',
			'\tMail struct {',
			'\t\tHost string `env:"HOST"`',
			'\t} `envPrefix:"MAIL_"`',
			'}',
		].join('\n');
		const [fact] = await readFacts('a.go', text, 'env-class');
		assert.equal(fact?.root, true);
		assert.deepEqual(
			fact.fields.map(({ name, presence, default: value, type, prefix }) => [name, presence, value, type, prefix]),
			[
				['URL', 'assumes', undefined, undefined, undefined],
				['PORT', 'defaulted', '80', undefined, undefined],
				['KEY', 'defaulted', undefined, undefined, undefined],
				['', 'plain', undefined, 'DBConfig', 'DB_'],
				['MAIL_HOST', 'plain', undefined, undefined, undefined],
			],
		);
	});

	it('reads the fields of a struct that envconfig fills', async () => {
		const text =
			'package a\ntype Config struct {\n\tPort int\n\tMaxConns int `split_words:"true" default:"3"`\n}\nfunc f() {\n\tvar c Config\n\tenvconfig.Process("app", &c)\n}\n';
		const [fact] = await readFacts('a.go', text, 'env-class');
		assert.equal(fact?.prefix, 'APP_');
		assert.deepEqual(
			fact.fields.map(({ name, presence }) => [name, presence]),
			[
				['PORT', 'plain'],
				['MAX_CONNS', 'defaulted'],
			],
		);
	});
});
