import assert from 'node:assert/strict';
import { readCases, readFacts } from './support';

describe('facts/envRead: infrastructure', () => {
	readCases('a.sh', [
		['echo "$A ${B} ${C:-d} ${D:?no}"', 'A plain', 'B plain', "C defaulted ='d'", 'D assumes'],
		['A=1\necho $A\nexport B=2\necho $B'],
		['PORT=${PORT:-80}\necho $PORT', "PORT defaulted ='80'"],
		[': "${A:=x}"\necho $A', "A defaulted ='x'", 'A plain'],
		['if [ -z "$A" ]; then echo no; exit 1; fi', 'A assumes'],
		['[ -n "$A" ] && echo yes', 'A guarded'],
		["echo '$A' # $B"],
		['for X in 1 2; do echo $X; done\nread -r Y\necho $Y'],
		['cat <<EOF\n$A\nEOF\n', 'A plain'],
		['echo $name $1 $? ${#A} $BASH_SOURCE'],
	]);
	readCases('Dockerfile', [
		[
			'FROM x\nARG A\nARG B=1\nENV C=$A D=2\nRUN echo $C $E\n# $F\n',
			'A plain (dockerfile)',
			"B defaulted ='1' (dockerfile)",
			'E plain (dockerfile)',
		],
	]);
	readCases('docker-compose.yml', [
		[
			'services:\n  a:\n    image: x:${TAG:-1}\n    environment:\n      - A\n      - B=${C}\n      - D=1\n    # ${E}\n  b:\n    environment:\n      F:\n      G: ${H:?no}\n',
			"TAG defaulted ='1' (compose)",
			'A plain (compose)',
			'C plain (compose)',
			'F plain (compose)',
			'H assumes (compose)',
		],
		['services:\n  a:\n    command: echo $$A\n'],
	]);
	readCases('.github/workflows/ci.yml', [
		[
			"env:\n  A: ${{ secrets.B }}\njobs:\n  x:\n    if: env.C\n    steps:\n      - run: echo ${{ vars.D || 'x' }} ${{ secrets.GITHUB_TOKEN }}\n",
			'B plain (workflow)',
			'C plain (workflow)',
			"D defaulted ='x' (workflow)",
		],
	]);
	readCases('k8s/a.yaml', [
		[
			'apiVersion: v1\nkind: Pod\nspec:\n  containers:\n    - env:\n        - name: A\n          valueFrom:\n            secretKeyRef:\n              name: s\n              key: B_KEY\n',
			'B_KEY assumes (k8s)',
		],
	]);
	readCases('src/main/resources/application-prod.yml', [
		[
			'server:\n  port: ${PORT:8080}\nurl: ${DB_URL} # ${X}\nname: ${app.name}\n',
			"PORT defaulted ='8080'",
			'DB_URL assumes',
		],
	]);
	readCases('config/database.yml', [
		[
			"url: <%= ENV['A'] %>\npool: <%= ENV.fetch('B') { 5 } %>\nx: <%= ENV.fetch('C', 'd') %>\n",
			'A plain',
			"B defaulted ='5'",
			"C defaulted ='d'",
		],
	]);
	readCases('config/services.yaml', [["parameters:\n  a: '%env(resolve:A_URL)%'\n", 'A_URL assumes']]);
	readCases('serverless.yml', [
		["provider:\n  environment:\n    A: ${env:B}\n    C: ${env:D, 'x'}\n", 'B assumes', "D defaulted ='x'"],
	]);
	readCases('Procfile', [['web: bundle exec puma -p $PORT\n', 'PORT plain (procfile)']]);
	readCases('Makefile', [['A ?= 1\nB = 2\nrun:\n\techo $(A) $(B) $(C) $$D\n', 'A defaulted', 'C plain', 'D plain']]);
	readCases('turbo.json', [
		[
			'{ "globalEnv": ["A", "NEXT_PUBLIC_*"], "tasks": { "build": { "env": ["B"] } } }',
			'A guarded',
			'NEXT_PUBLIC_* guarded',
			'B guarded',
		],
	]);
	readCases('package.json', [['{ "scripts": { "start": "A=1 x -p $PORT" } }', 'PORT plain']]);
	readCases('schema.prisma', [['datasource db {\n  url = env("DATABASE_URL")\n}\n', 'DATABASE_URL assumes (prisma)']]);
	readCases('index.html', [['<script src="%VITE_A%"></script>', 'VITE_A assumes']]);
	readCases('A.kt', [
		[
			'val a = System.getenv("A") ?: "x"\nval b = System.getenv("B")!!\nval c = System.getenv("C")\n// System.getenv("D")\n',
			"A defaulted ='x'",
			'B assumes',
			'C plain',
		],
	]);
	readCases('config/runtime.exs', [
		[
			'a = System.get_env("A") || raise "A"\nb = System.get_env("B", "x")\nc = System.fetch_env!("C")\n',
			'A assumes',
			"B defaulted ='x'",
			'C assumes',
		],
	]);

	const sets: readonly (readonly [path: string, text: string, ...sets: string[]])[] = [
		['Dockerfile', 'ARG A=1\nENV B=1 \\\n    C="x y"\nENV D 1\n', 'A image', 'B image', 'C image', 'D image'],
		['docker-compose.yml', 'services:\n  a:\n    environment:\n      A: 1\n      B: ${X}\n', 'A service', 'B service'],
		[
			'a.ts',
			'process.env.A = "1"; process.env.B ??= "2"; delete process.env.C; f({ ...process.env, D: 1 });',
			'A assign',
			'B default',
			'C remove',
			'D child',
		],
		['vite.config.ts', "export default { define: { 'process.env.A': JSON.stringify('x') } };", 'A build'],
		['next.config.js', "module.exports = { env: { A: 'x' } };", 'A build'],
		[
			'a.py',
			'import os\nos.environ["A"] = "1"\nos.environ.setdefault("B", "2")\nx = {**os.environ, "C": "3"}\n',
			'A assign',
			'B default',
			'C child',
		],
		['a.rb', "ENV['A'] = '1'\nENV.delete('B')\n", 'A assign', 'B remove'],
		['k8s/a.yaml', 'kind: Pod\nspec:\n  - env:\n    - name: A\n      value: x\n', 'A service'],
		['fly.toml', '[env]\n  A = "1"\n', 'A service'],
	];
	for (const [path, text, ...expected] of sets) {
		it(`sets in ${path}: ${text.replace(/\s+/g, ' ').slice(0, 80)}`, async () => {
			const facts = await readFacts(path, text, 'env-set');
			const places = [...facts].sort(
				(a, b) => a.range.start.line - b.range.start.line || a.range.start.character - b.range.start.character,
			);
			assert.deepEqual(
				places.map((fact) => `${fact.name} ${fact.how}`),
				expected,
			);
		});
	}
});
