import { readCases } from './support';

describe('facts/envRead: JavaScript and TypeScript', () => {
	readCases('src/a.ts', [
		['const a = process.env.A_URL;', 'A_URL plain (process.env)'],
		["f(process.env['A_URL']);", 'A_URL plain'],
		['f(import.meta.env.VITE_A);', 'VITE_A plain (import.meta.env)'],
		['f(Bun.env.A); f(Deno.env.get("B"));', 'A plain (Bun.env)', 'B plain (Deno.env)'],
		["const K = 'A_KEY'; f(process.env[K]);", 'A_KEY plain'],
		["const Keys = { A: 'A_KEY' } as const; f(process.env[Keys.A]);", 'A_KEY plain'],
		['f(process.env[Keys.A]);', '<A> plain'],
		[
			'const { A, B: b, C = "x", D: d = 3 } = process.env;',
			'A plain',
			'B plain',
			"C defaulted ='x'",
			"D defaulted ='3'",
		],
		['const { env: { A } } = process;', 'A plain'],
		['const { env } = process; f(env.A);', 'A plain'],
		['function f({ A } = process.env) {}', 'A plain'],
		['function f({ env: { A } } = process) {}', 'A plain'],
		['const e = process.env; f(e.A, e["B"]);', 'A plain', 'B plain'],
		['const e = import.meta.env ?? process.env; f(e.A);', 'A plain'],
		['const e = browser ? import.meta.env : process.env; f(e.A);', 'A plain'],
		['const e = (typeof process !== "undefined" ? process.env : {}) as Record<string, string>; f(e.A);', 'A plain'],
		['function f(env = process.env) { return env.A; }', 'A plain'],
		['export const f = (env: NodeJS.ProcessEnv) => env.A;', 'A plain'],
		['class C { env = process.env; f() { return this.env.A; } }', 'A plain'],
		['class C { constructor() { this.env = process.env; } f() { return this.env.A; } }', 'A plain'],
		["const env = loadEnv(mode, process.cwd(), ''); f(env.A);", 'A plain (loadEnv)'],
		["if ('A' in process.env) f();", 'A guarded'],
		["import { env } from 'node:process'; f(env.A);", 'A plain'],
		["import process from 'node:process'; f(process.env.A);", 'A plain'],
		["import { env } from 'cloudflare:workers'; f(env.A);", 'A plain (cloudflare:workers)'],
		[
			"import { API_URL, SECRET as s } from 'astro:env/server'; f(API_URL!);",
			'API_URL assumes (astro:env/server)',
			'SECRET assumes (astro:env/server)',
		],
		["import { A } from '$env/static/private';", 'A assumes ($env/static/private)'],
		[
			"import { env } from '$env/dynamic/public'; f(env.PUBLIC_A || 'x');",
			"PUBLIC_A defaulted ='x' ($env/dynamic/public)",
		],
		["import * as e from '$env/static/private'; f(e.A);", 'A plain'],
		['f({ ...process.env, A: 1 });'],
		['process.env.A = "x"; delete process.env.B;'],
		['process.env.A ||= "x";', "A defaulted ='x'"],
		['f(process.env.hasOwnProperty("A"));', 'A guarded'],
		['f(`${process.env[`A_${x}_URL`]}`);', 'A_*_URL assumes'],
		["for (const k of ['A', 'B']) if (!process.env[k]) throw new Error(k);", 'A assumes', 'B assumes'],
		[
			"const required = ['A', 'B']; required.forEach((k) => { if (!process.env[k]) throw new Error(k); });",
			'A assumes',
			'B assumes',
		],
		["const missing = ['A', 'B'].filter((k) => !process.env[k]);", 'A guarded', 'B guarded'],
		['f(Object.keys(process.env).filter((k) => k.startsWith("APP_")));', 'APP_* plain'],
		['const c = { env: { A: "x" } }; f(c.env.A, env.A);'],
		['f(process.env);'],
	]);

	describe('presence', () => {
		readCases('src/a.ts', [
			['f(process.env.A!);', 'A assumes'],
			['f(process.env.A as string);', 'A assumes'],
			['f(process.env.A as string | undefined);', 'A plain'],
			['f(<string>process.env.A);', 'A assumes'],
			['f(`https://${process.env.A}/x`);', 'A assumes'],
			["f('https://' + process.env.A);", 'A assumes'],
			["f(process.env.A.split(','));", 'A assumes'],
			["f(process.env.A?.split(','));", 'A guarded'],
			["f(process.env.A?.split(',') ?? []);", 'A defaulted'],
			['assert(process.env.A);', 'A assumes'],
			['f(new URL(process.env.A));', 'A assumes'],
			["f(process.env.A || 'x');", "A defaulted ='x'"],
			["f(process.env.A ?? '');", "A defaulted =''"],
			['f(process.env.A ?? undefined);', 'A guarded'],
			['f(process.env.A ?? fail("A"));', 'A assumes'],
			['f(Number(process.env.A) || 3000);', "A defaulted ='3000'"],
			["f(parseInt(process.env.A || '10', 10));", "A defaulted ='10'"],
			["f(process.env.API_SECRET || 'abc');", 'API_SECRET defaulted'],
			["f(process.env.A || process.env.B || 'x');", "A defaulted ='x' |B", "B defaulted ='x' |A"],
			['f(process.env.A || process.env.B);', 'A guarded |B', 'B plain |A'],
			['logger.warn(`Bad: ${process.env.A}`);', 'A plain'],
			['try { f(JSON.parse(process.env.A)); } catch { g(); }', 'A guarded'],
			['try { f(JSON.parse(process.env.A)); } catch (e) { throw e; }', 'A assumes'],
			['if (process.env.A) f();', 'A guarded'],
			['if (!process.env.A) throw new Error();', 'A assumes'],
			["if (process.env.A === undefined) { console.error('A'); process.exit(1); }", 'A assumes'],
			["f(process.env.A === 'true');", 'A guarded'],
			['if (token !== process.env.A) f();', 'A plain'],
			["f(process.env.A ? process.env.A : 'x');", 'A guarded', 'A guarded'],
			["const a = process.env.A; if (!a) throw new Error('A');", 'A assumes'],
			['const a = process.env.A; f(a!);', 'A assumes'],
			["const a = process.env.A; const b = a ?? 'x';", "A defaulted ='x'"],
			['const a = process.env.A; if (a) f(a);', 'A guarded'],
			['const a = process.env.A; f(`${a}/x`);', 'A assumes'],
			['const { A } = process.env; if (!A) throw new Error();', 'A assumes'],
			['f(!!process.env.A);', 'A guarded'],
			['f({ x: process.env.A });', 'A plain'],
		]);
	});

	describe('libraries', () => {
		readCases('src/a.ts', [
			[
				'const s = z.object({ A: z.string(), B: z.string().optional(), C: z.coerce.number().default(3) }); s.parse(process.env);',
				'A assumes (schema)',
				'B guarded (schema)',
				"C defaulted ='3' (schema)",
			],
			[
				"import { zFar } from './far'; const zNear = z.enum(['a']).optional(); z.object({ A: zNear, B: zNear.describe('x'), C: zFar }).parse(process.env);",
				'A guarded (schema)',
				'B guarded (schema)',
				'C plain (schema)',
			],
			['export const env = z.object({ A: z.string() }).safeParse(process.env);', 'A assumes'],
			["v.parse(v.object({ A: v.optional(v.string(), 'x') }), process.env);", "A defaulted ='x'"],
			[
				'createEnv({ server: { API: z.string() }, runtimeEnv: { API: process.env.REAL_API } });',
				'REAL_API assumes (process.env)',
			],
			['createEnv({ server: { API: z.string().url() }, runtimeEnv: process.env });', 'API assumes (createEnv)'],
			[
				'cleanEnv(process.env, { A: str(), P: port({ default: 3000 }) });',
				'A assumes (envalid)',
				"P defaulted ='3000' (envalid)",
			],
			[
				"import env from 'env-var'; env.get('A').required().asString(); env.get('B').default('x').asString(); env.get('C').asInt();",
				'A assumes (env-var)',
				"B defaulted ='x' (env-var)",
				'C plain (env-var)',
			],
			[
				"class S { constructor(private readonly c: ConfigService) {} f() { return [this.c.get<string>('A'), this.c.get('B', 'x'), this.c.getOrThrow('C'), this.c.get('a.b')]; } }",
				'A plain (ConfigService)',
				"B defaulted ='x' (ConfigService)",
				'C assumes (ConfigService)',
			],
			[
				'ConfigModule.forRoot({ validationSchema: Joi.object({ A: Joi.string().required() }) });',
				'A assumes (ConfigModule)',
			],
		]);
		readCases('nuxt.config.ts', [
			[
				"export default defineNuxtConfig({ runtimeConfig: { apiSecret: '', public: { apiBase: '' } } });",
				'NUXT_API_SECRET guarded (runtimeConfig)',
				'NUXT_PUBLIC_API_BASE guarded (runtimeConfig)',
			],
		]);
		readCases('src/A.vue', [
			[
				'<template>{{ x }}</template>\n<script setup lang="ts">\nconst x = import.meta.env.VITE_X!;\n</script>\n',
				'VITE_X assumes',
			],
		]);
		readCases('src/B.svelte', [
			[
				'<script>\nimport { env } from "$env/dynamic/public";\n</script>\n<a href={env.PUBLIC_X}>{import.meta.env.VITE_Y ?? ""}</a>\n',
				'PUBLIC_X plain',
				'VITE_Y defaulted',
			],
		]);
		readCases('src/A.svelte', [
			['<script>\nimport { env } from "$env/dynamic/public";\nf(env.PUBLIC_X);\n</script>\n', 'PUBLIC_X plain'],
		]);
	});
});
