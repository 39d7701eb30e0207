import { ancestors, type SyntaxNode } from '../../../syntax/node';
import type { Collector } from '../collector';
import { spanOf, variableName, type EnvContext } from '../context';

const replaced = /["'`](?:globalThis\.)?(?:process|import\.meta)\.env\.([A-Za-z_]\w*)["'`]\s*:/g;

/** Variables that the build puts in: vite's `define`, webpack's `DefinePlugin`, the `env` of a Next.js configuration. */
export function readBuildSets(context: EnvContext, collector: Collector): void {
	const { document } = context;
	for (const match of document.text.matchAll(replaced)) {
		const name = match[1] ?? '';
		const start = match.index + match[0].indexOf(name, match[0].indexOf('.env.') + 5);
		collector.set(name, { start, end: start + name.length }, 'build', 'define');
	}
	if (/(?:^|\/)(?:next|gatsby|app|expo)\.config\.\w+$/.test(document.path)) readNextEnv(context, collector);
	if (/\b(?:EnvironmentPlugin|stubEnv)\b/.test(document.text)) readStubs(context, collector);
}

function readNextEnv({ document, reader, root }: EnvContext, collector: Collector): void {
	for (const match of document.text.matchAll(/\benv\s*:\s*\{/g)) {
		const node = root.descendantForIndex(match.index);
		const pair = node?.parent === null || node === null ? undefined : reader.keyValue(node.parent);
		for (const { key, keyNode } of pair?.value === undefined ? [] : reader.pairs(pair.value)) {
			if (key !== undefined && variableName.test(key))
				collector.set(key, reader.string(keyNode) ?? spanOf(keyNode), 'build', 'next');
		}
	}
}

/** `new EnvironmentPlugin({ A: 'x' })` gives defaults, `vi.stubEnv('A', 'x')` a value for a test. */
function readStubs(context: EnvContext, collector: Collector): void {
	const { document, reader, root } = context;
	for (const match of document.text.matchAll(/\b(EnvironmentPlugin|stubEnv)\(/g)) {
		const node = root.descendantForIndex(match.index);
		const at = node === null ? undefined : [...ancestors(node)].find((outer: SyntaxNode) => reader.is(outer, 'call'));
		const [first] = at === undefined ? [] : (reader.call(at)?.arguments ?? []);
		if (first === undefined) continue;
		const literal = reader.string(first);
		if (literal !== undefined) collector.set(literal.value, literal, 'assign', 'stubEnv');
		for (const { key, keyNode } of reader.pairs(first))
			if (key !== undefined) collector.set(key, spanOf(keyNode), 'build', 'EnvironmentPlugin');
	}
}
