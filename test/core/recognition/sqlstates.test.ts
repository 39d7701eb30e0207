import { recognitionTester } from '../../support/recognition';

const to = 'postgres/23505-unique-violation';

/** Five characters are a SQLSTATE only where something speaks of codes or of PostgreSQL. */
recognitionTester('SQLSTATEs', [
	{
		path: 'a.ts',
		on: [],
		to,
		text: "if (err.code === '‹23505›') f();\nconst UNIQUE_CODE = '‹23505›';\nconst codes = new Set(['‹23505›']);\n",
	},
	{ path: 'a.go', on: [], to, text: 'package a\n\nfunc f() bool { return pqErr.Code == "‹23505›" }\n' },
	{ path: 'a.py', on: [], to, text: 'import psycopg\nRETRY = ["‹23505›"]\n' },
	{ path: 'A.java', on: [], to, text: 'class A { boolean f() { return "‹23505›".equals(e.getSQLState()); } }\n' },
	{ path: 'a.rs', on: [], to, text: 'fn f() -> bool { db.code().as_deref() == Some("‹23505›") }\n' },
	{
		path: 'a.ts',
		name: 'no postal code, number or part of a word',
		on: [],
		text: "const a = { zipcode: '⟦23505⟧', city: '⟦08001⟧' }; f(⟦23505⟧, '⟦23505⟧-1', 'in ⟦23505⟧ steps');\n",
	},
]);
