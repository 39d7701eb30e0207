import type { EnvTextContext } from '../context';
import { emitNamed, emitSet } from '../text';

const holder =
	/^([ \t]*)(?:-[ \t]+)?["']?(environment|env|args|variables|build-args|envs|extraEnv|extraEnvVars|envVars|config|secrets|stringData|data|secret)["']?:[ \t]*(?:#.*|[&*]\S+|\|[-+]?)?\r?$/gm;
const item =
	/^([ \t]*)(?:-[ \t]+(?:key:[ \t]*)?)?["']?([A-Za-z_]\w*)["']?[ \t]*(?:([:=])[ \t]*(.*?))?["']?[ \t]*(?:\s#.*)?\r?$/;

/**
 * Variables below `environment:`, `env:`, `args:` and their kin, as a map or a list. One without a value is taken from
 * outside, so it is read; one with a value is set here.
 */
export function readMaps(context: EnvTextContext, via: string): void {
	const { document } = context;
	for (const match of document.text.matchAll(holder)) {
		const indent = (match[1] ?? '').length;
		let line = document.positionAt(match.index + match[0].length).line + 1;
		for (; line < document.starts.length; line++) {
			const start = document.starts[line] ?? 0;
			const text = document.text.slice(start, (document.starts[line + 1] ?? document.text.length + 1) - 1);
			if (/^\s*(?:#.*)?$/.test(text)) continue;
			const depth = /^[ \t]*/.exec(text)?.[0].length ?? 0;
			if (depth < indent || (depth === indent && !text.trimStart().startsWith('-'))) break;
			readItem(context, text, start, match[2] ?? '', via);
		}
	}
}

function readItem(context: EnvTextContext, text: string, lineStart: number, kind: string, via: string): void {
	const found = item.exec(text);
	const name = found?.[2];
	if (found === null || name === undefined || !/^[A-Z_][A-Z0-9_]*$/.test(name)) return;
	const start = lineStart + text.indexOf(name);
	const span = { start, end: start + name.length };
	const value = found[4]?.trim() ?? '';
	const isPassed = via === 'compose' && (found[3] === undefined || (found[3] === ':' && /^(?:null|~)?$/.test(value)));
	if (isPassed) emitNamed(context, { name, span, via, presence: 'plain' });
	else if (found[3] !== undefined && kind !== 'secrets') emitSet(context, name, span, 'service', via);
}
