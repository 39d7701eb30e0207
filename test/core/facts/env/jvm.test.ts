import { readCases } from './support';

const method = (code: string): string => `class C {\n  void f() {\n    ${code}\n  }\n}\n`;

describe('facts/envRead: Java and C#', () => {
	readCases('A.java', [
		[method('String a = System.getenv("A");'), 'A plain (System.getenv)'],
		[method('String a = System.getenv().get("A");'), 'A plain'],
		[method('String a = System.getenv().getOrDefault("A", "x");'), "A defaulted ='x'"],
		[method('String a = Objects.requireNonNull(System.getenv("A"));'), 'A assumes'],
		[method('String a = Optional.ofNullable(System.getenv("A")).orElse("x");'), "A defaulted ='x'"],
		[method('String a = System.getenv("A"); if (a == null) { throw new E(); }'), 'A assumes'],
		[method('String a = System.getenv("A") != null ? System.getenv("A") : "x";'), 'A guarded', 'A guarded'],
		[method('String a = System.getenv("A_" + k);'), 'A_* plain'],
		[method('for (String k : List.of("A", "B")) System.getenv(k);'), 'A plain', 'B plain'],
		['class C { static final String K = "A_URL"; String a = System.getenv(K); }', 'A_URL plain'],
		[
			'class C { @Value("${A}") String a; @Value("${B:x}") String b; @Value("${app.name}") String c; }',
			'A assumes (@Value)',
			"B defaulted ='x' (@Value)",
		],
		[method('dotenv.get("A");'), 'A plain (dotenv)'],
	]);
	readCases('A.cs', [
		[method('var a = Environment.GetEnvironmentVariable("A");'), 'A plain (Environment)'],
		[method('var a = Environment.GetEnvironmentVariable("A")!;'), 'A assumes'],
		[method('var a = Environment.GetEnvironmentVariable("A") ?? "x";'), "A defaulted ='x'"],
		[method('var a = Environment.GetEnvironmentVariable("A") ?? throw new E();'), 'A assumes'],
		[method('var a = System.Environment.GetEnvironmentVariable($"A_{x}");'), 'A_* plain'],
		[method('if (string.IsNullOrEmpty(Environment.GetEnvironmentVariable("A"))) { throw new E(); }'), 'A assumes'],
		[
			'class C { C(IConfiguration configuration) { var a = configuration["A:B"]; var b = configuration.GetValue<int>("C", 3); var d = configuration.GetConnectionString("D"); var e = configuration.GetSection("E")["F"]; } }',
			'A__B plain (IConfiguration)',
			'C defaulted (IConfiguration)',
			'ConnectionStrings__D plain (IConfiguration)',
			'E__F plain (IConfiguration)',
		],
	]);
	readCases('src/main/resources/application.properties', [
		[
			'spring.datasource.url=${DB_URL}\nserver.port=${PORT:8080}\n',
			'DB_URL assumes (spring)',
			"PORT defaulted ='8080' (spring)",
		],
	]);
});
