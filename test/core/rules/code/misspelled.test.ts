import { misspelled } from '../../../../src/core/rules/code/misspelled';
import { ruleTester } from '../../../support/ruleTester';

const documented = 'RENDER_STORE_FULL';
/** Something of the daemon beside it, as in every real workspace: the misspelled word alone is no evidence. */
const evidence = { 'codes.md': `${documented}\n` };
const findings = [
	{ messageId: 'misspelled', data: { meant: documented }, confidence: 'inferred', severity: 'warning' },
];
const title = `Change to \`${documented}\``;

/** One flagged case a line of code, fixed by putting the documented code in. */
const flagged = (path: string, text: string, name?: string) => ({
	...(name === undefined ? {} : { name }),
	files: { [path]: text, ...evidence },
	findings,
	fixed: { [path]: text.replace(/‹[^›]*›/, documented) },
	title,
});

const silent = (path: string, text: string, name?: string) => ({
	...(name === undefined ? {} : { name }),
	files: { [path]: text, ...evidence },
});

ruleTester(misspelled, {
	flagged: [
		flagged('a.ts', "reply.code(507).send({ code: '‹RENDER_STORE_FUL›' });\n"),
		flagged('b.ts', "if (body.code === '‹RENDER_STOER_FULL›') retry();\n", 'two letters that changed places'),
		flagged('c.ts', "switch (e.code) {\n\tcase '‹RENDER_STORE_FULLL›':\n\t\tbreak;\n}\n"),
		flagged('d.ts', "throw new ApiError('‹RENDER_STORE_FUL›');\n"),
		flagged('e.ts', 'const reply = { error: { code: `‹RENDER_STORE_FUL›` } };\n'),
		flagged('f.tsx', "const a = <Problem code={'‹RENDER_STORE_FUL›'} />;\n"),
		flagged('g.ts', 'fail(ErrorCode.‹RENDER_STORE_FUL›);\n', 'a member of the codes'),
		flagged('a.py', 'raise HTTPException(507, detail={"code": "‹RENDER_STORE_FUL›"})\n'),
		flagged('b.py', 'if error.code == "‹RENDER_STORE_FUL›":\n    pass\n'),
		flagged('a.go', 'package a\n\nfunc f() { writeError(w, 507, "‹RENDER_STORE_FUL›") }\n'),
		flagged('A.java', 'class A { void f() { throw new ApiException("‹RENDER_STORE_FUL›"); } }\n'),
		flagged('A.cs', 'class A { object F() => new { code = "‹RENDER_STORE_FUL›" }; }\n'),
		flagged('a.rs', 'fn f() { let e = json!({ "code": "‹RENDER_STORE_FUL›" }); }\n'),
		flagged('a.rb', "render json: { code: '‹RENDER_STORE_FUL›' }, status: 507\n"),
		flagged('a.php', "<?php return ['code' => '‹RENDER_STORE_FUL›'];\n"),
		flagged('A.kt', 'val error = mapOf()\nval code = "‹RENDER_STORE_FUL›"\n'),
		flagged('a.json', '{ "error": { "code": "‹RENDER_STORE_FUL›" } }\n'),
		flagged('a.yaml', 'alert:\n  error_code: ‹RENDER_STORE_FUL›\n'),
		flagged('a.vue', "<script>\nexport default { error: { code: '‹RENDER_STORE_FUL›' } };\n</script>\n"),
		{
			name: 'each place',
			files: { 'h.ts': "f({ code: '‹RENDER_STORE_FUL›' });\ng({ code: '‹RENDER_QUEU_FULL›' });\n", ...evidence },
			findings: [...findings, { messageId: 'misspelled', data: { meant: 'RENDER_QUEUE_FULL' } }],
			fixed: { 'h.ts': "f({ code: 'RENDER_STORE_FULL' });\ng({ code: 'RENDER_QUEUE_FULL' });\n" },
		},
	],
	silent: [
		silent('a.ts', "send({ code: 'RENDER_STORE_FULL' });\n", 'the documented code'),
		silent('b.ts', "send({ code: 'RENDER_STORE_EMPTY' });\n", 'another code of the same family'),
		silent('c.ts', '// RENDER_STORE_FUL is a slip\n', 'a comment'),
		silent('d.ts', 'const RENDER_STORE_FUL = 1;\nuse(RENDER_STORE_FUL);\n', 'a name of its own'),
		silent('e.ts', "translate('RENDER_STORE_FUL');\nconst label = 'RENDER_STORE_FUL';\n", 'a string that is no error'),
		silent('f.ts', "send({ code: 'RENDER_STORES_FULL' });\n", 'a plural'),
		silent('g.ts', "send({ code: 'RENDER_STORE_FULL_2' });\n", 'a number behind'),
		silent('h.ts', "send({ message: 'the RENDER_STORE_FUL thing' });\n", 'a word in a sentence'),
		silent('i.ts', "send({ code: 'X_Y', z: 'A_B' });\n", 'short words'),
		silent('.env', 'RENDER_STORE_FUL=1\n', 'a variable'),
		silent('README.md', 'The code RENDER_STORE_FUL was renamed.\n', 'prose'),
		{
			name: 'a workspace that nothing else ties to the system',
			files: { 'a.ts': "send({ code: 'RENDER_STORE_FUL' });\n" },
		},
	],
});
