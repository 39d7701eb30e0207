import { readCases } from './support';

const inside = (code: string): string => `use std::env;\n\nfn f() {\n    ${code}\n}\n`;

describe('facts/envRead: Rust', () => {
	readCases('src/a.rs', [
		[inside('let a = env::var("A").unwrap();'), 'A assumes (env::var)'],
		[inside('let a = std::env::var("A")?;'), 'A assumes'],
		[inside('let a = env::var("A").expect("A");'), 'A assumes'],
		[inside('let a = env::var("A").ok();'), 'A guarded'],
		[inside('let a = env::var("A").unwrap_or("x".to_string());'), "A defaulted ='x'"],
		[inside('let a = env::var("A").unwrap_or_else(|_| "x".into());'), "A defaulted ='x'"],
		[inside('let a = env::var("A").unwrap_or_else(|_| panic!("A"));'), 'A assumes'],
		[inside('let a = env::var("A").unwrap_or_default();'), 'A defaulted'],
		[inside('let a = env::var("A").map(|v| v == "1").unwrap_or(false);'), "A defaulted ='false'"],
		[inside('let a = env::var_os("A").is_some();'), 'A guarded'],
		[inside('if let Ok(a) = env::var("A") { g(a); }'), 'A guarded'],
		[inside('let Ok(a) = env::var("A") else { panic!("A") };'), 'A assumes'],
		[inside('match env::var("A") { Ok(v) => g(v), Err(_) => panic!("A") }'), 'A assumes'],
		[inside('match env::var("A") { Ok(v) => g(v), Err(_) => h() }'), 'A guarded'],
		[inside('let a = env!("A"); let b = option_env!("B");'), 'A assumes (env!)', 'B plain (option_env!)'],
		[inside('let a = dotenvy::var("A").unwrap();'), 'A assumes'],
		[inside('println!("{}", env::var("A").unwrap());'), 'A assumes'],
		[inside('let a = env::var(format!("A_{}", n)).unwrap();'), 'A_* assumes'],
		[inside('for k in ["A", "B"] { env::var(k).unwrap(); }'), 'A assumes', 'B assumes'],
		[inside('env::set_var("A", "1"); env::remove_var("B");')],
		['use std::env::var;\nfn f() { var("A").unwrap(); }\n', 'A assumes'],
		['const A: &str = "A_URL";\nfn f() { std::env::var(A).unwrap(); }\n', 'A_URL assumes'],
		[
			'struct A {\n    #[arg(long, env = "A", default_value = "x")]\n    a: String,\n    #[clap(long, env)]\n    log_dir: Option<String>,\n    #[arg(env = "B")]\n    b: String,\n}\n',
			"A defaulted ='x' (clap)",
			'LOG_DIR guarded (clap)',
			'B assumes (clap)',
		],
		['#[cfg(test)]\nmod tests {\n    #[test]\n    fn f() { std::env::var("A").unwrap(); }\n}\n', 'A assumes test'],
		['fn f() { let var = 1; g.var("A"); }'],
	]);
});
