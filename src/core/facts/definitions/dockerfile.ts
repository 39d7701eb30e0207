import type { TextDocument } from '../../text/document';
import type { EnvDefinitionFact } from '../envDefinition';
import type { ExtractContext } from '../extractor';
import { readValue } from './value';

const instruction = /^[ \t]*(ENV|ARG)[ \t]+((?:\\\r?\n|[^\r\n\\]|\\[^\r\n])*)/gim;
const assigned = /([A-Za-z_]\w*)(?:=("(?:[^"\\]|\\.)*"|'[^']*'|(?:\\[^\r\n]|[^\s\\])*))?/g;

/** `ENV A=1 B="2"`, `ENV A 1`, and `ARG A=1`, which a build may override. */
export function* dockerfileDefinitions({ document, catalogs }: ExtractContext): Generator<EnvDefinitionFact> {
	for (const match of document.text.matchAll(instruction)) {
		const [whole, name = '', rest = ''] = match;
		const base = match.index + whole.length - rest.length;
		for (const pair of pairsOf(rest, name.toUpperCase() === 'ENV')) {
			const start = base + pair.at;
			const end = start + pair.key.length;
			const quote = /^["']/.exec(pair.value ?? '')?.[0] ?? '';
			const from = base + pair.valueAt + quote.length;
			const text = quote === '' ? pair.value : pair.value?.slice(1, -1);
			yield {
				kind: 'env-definition',
				name: pair.key,
				role: 'image',
				range: document.range({ start, end }),
				statement: statementOf(document, match.index, whole),
				value: readValue(document, catalogs, pair.key, { start: from, end: from + (text ?? '').length, text, quote }),
			};
		}
	}
}

interface Pair {
	readonly key: string;
	readonly at: number;
	readonly value: string | undefined;
	readonly valueAt: number;
}

function pairsOf(rest: string, isEnv: boolean): Pair[] {
	const single = /^([A-Za-z_]\w*)[ \t]+(?!=)([^\r\n]*\S)/.exec(rest);
	if (isEnv && single !== null && !/^[A-Za-z_]\w*=/.test(rest)) {
		const [whole, key = '', value = ''] = single;
		return [{ key, at: 0, value, valueAt: whole.length - value.length }];
	}
	const blanked = rest
		.replace(/\\\r?\n(?:[ \t]*#[^\r\n]*\r?\n)*/g, (gap) => ' '.repeat(gap.length))
		.replace(/[ \t]#.*$/, (gap) => ' '.repeat(gap.length));
	return [...blanked.matchAll(assigned)].map(({ 0: whole, 1: key = '', 2: value, index }) => ({
		key,
		at: index,
		value,
		valueAt: index + whole.length - (value ?? '').length,
	}));
}

const statementOf = (document: TextDocument, start: number, whole: string) =>
	document.range({ start, end: start + whole.trimEnd().length });
