import { readCases } from './support';

const php = (code: string): string => `<?php\n${code}\n`;

describe('facts/envRead: PHP', () => {
	readCases('a.php', [
		[php("return ['a' => env('A'), 'b' => env('B', 'x')];"), 'A plain (env())', "B defaulted ='x' (env())"],
		[php("$a = getenv('A') ?: 'x';"), "A defaulted ='x' (getenv)"],
		[php("$a = \\getenv('A');"), 'A plain'],
		[php("$a = $_ENV['A'] ?? 'x';"), "A defaulted ='x' ($_ENV)"],
		[php("$a = $_ENV['A'] ?? throw new E();"), 'A assumes'],
		[php("$a = $_SERVER['A_URL'];"), 'A_URL plain ($_SERVER)'],
		[php("$a = $_SERVER['REQUEST_URI']; $b = $_SERVER['HTTP_HOST'];")],
		[php("if (isset($_ENV['A'])) f();"), 'A guarded'],
		[php("if (!getenv('A')) { throw new E(); }"), 'A assumes'],
		[php('$a = getenv("A_$k");'), 'A_* plain'],
		[php('$a = getenv("A_{$k}_URL");'), 'A_*_URL plain'],
		[php("foreach (['A', 'B'] as $k) { getenv($k); }"), 'A plain', 'B plain'],
		[php("class K { const A = 'A_URL'; function f() { return getenv(self::A); } }"), 'A_URL plain'],
		[php("use Illuminate\\Support\\Env;\n$a = Env::get('A', 'x');"), "A defaulted ='x' (Env)"],
		[php("$a = explode(',', env('A'));"), 'A plain'],
		[php("$a = 'https://' . env('A');"), 'A assumes'],
		[php("$c->set('%env(bool:A)%', '%env(default::B)%');"), 'A assumes (%env()%)', 'B defaulted (%env()%)'],
		[php("putenv('A=1'); $_ENV['B'] = '1';")],
	]);
	readCases('a.blade.php', [["<a href=\"{{ env('A', 'x') }}\">{{ env('B') }}</a>\n", 'A defaulted', 'B plain']]);
});
