import type { EnvTextContext, EnvTextLanguage } from '../context';
import { emitNamed, emitSet, isInLineComment } from '../text';
import { isExternal, referencesIn } from './references';
import { assignedIn } from './shell';

const via = 'dockerfile';

/** `ARG X` is given from outside, `ENV X=…` sets, `$X` of neither is read when the container runs. */
export const dockerfile: EnvTextLanguage = {
	markers: ['arg', 'env', 'run', 'cmd', 'entrypoint'],
	extractText(context) {
		const { text } = context.document;
		const declared = new Set(assignedIn(text).keys());
		for (const match of text.matchAll(/^[ \t]*ARG[ \t]+([A-Za-z_]\w*)(?:=([^\s#]*))?/gim)) {
			const [, name = '', value] = match;
			const start = match.index + match[0].indexOf(name, 3);
			const span = { start, end: start + name.length };
			declared.add(name);
			const fallback = value === undefined || value === '' ? undefined : value.replace(/^(["'])(.*)\1$/, '$2');
			emitNamed(context, {
				name,
				span,
				via,
				presence: value === undefined ? 'plain' : fallback === undefined ? 'guarded' : 'defaulted',
				...(fallback === undefined || fallback.includes('$') ? {} : { default: fallback }),
			});
			if (fallback !== undefined) emitSet(context, name, span, 'image', via);
		}
		readEnv(context, declared);
		for (const reference of referencesIn(text)) {
			if (
				isExternal(reference.name) &&
				!declared.has(reference.name) &&
				!isInLineComment(context.document, reference.start)
			)
				emitNamed(context, { ...reference, via });
		}
	},
};

/** `ENV A=1 B=2`, also over several lines, and the older `ENV A 1`. */
function readEnv(context: EnvTextContext, declared: Set<string>): void {
	for (const match of context.document.text.matchAll(/^[ \t]*ENV[ \t]+((?:[^\n\\]|\\\r?\n|\\.)*)/gim)) {
		const body = match[1] ?? '';
		const offset = match.index + match[0].length - body.length;
		const old = /^([A-Za-z_]\w*)[ \t]+[^=\s]/.exec(body);
		const names = old === null ? [...body.matchAll(/(?:^|\s)([A-Za-z_]\w*)=/g)] : [old];
		for (const item of names) {
			const name = item[1] ?? '';
			const start = offset + item.index + item[0].indexOf(name);
			declared.add(name);
			emitSet(context, name, { start, end: start + name.length }, 'image', via);
		}
	}
}
