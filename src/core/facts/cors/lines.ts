import type { TextDocument } from '../../text/document';
import type { Span } from '../../text/lines';
import { lineText } from '../../text/document';
import { commaList, merge } from './list';
import { writtenHeader } from './handWritten';
import { absentList, type CorsPolicyFact, type ValueList } from './policy';

/** Formats without a tree: nginx, Caddyfile, `.properties`, `_headers`, TOML. */
export const lineLanguages: ReadonlySet<string> = new Set([
	'nginx',
	'caddyfile',
	'properties',
	'toml',
	'plaintext',
	'xml',
	'hcl',
	'kotlin',
]);

interface Line {
	readonly which: 'allowed' | 'exposed' | 'origins' | 'credentials';
	readonly value: ValueList;
	readonly span: Span;
}

const settings: readonly (readonly [RegExp, Line['which']])[] = [
	[/^(?:quarkus\.http\.cors\.headers|[\w.-]*cors[\w.-]*\.allowed-?headers)\s*=\s*/i, 'allowed'],
	[/^(?:quarkus\.http\.cors\.exposed-headers|[\w.-]*cors[\w.-]*\.exposed-?headers)\s*=\s*/i, 'exposed'],
];

/** Policies of formats that are read line by line; the lines of one block of `{}` or one file belong together. */
export function linePolicies(document: TextDocument, words: readonly Span[]): CorsPolicyFact[] {
	const blocks = new Map<number, Line[]>();
	const seen = new Set<number>();
	for (const word of words) {
		const line = document.positionAt(word.start).line;
		const read = seen.has(line) ? undefined : readLine(document, line, word);
		if (read === undefined) continue;
		seen.add(line);
		const block = blockStart(document.text, word.start);
		blocks.set(block, [...(blocks.get(block) ?? []), read]);
	}
	return [...blocks.values()].flatMap((lines) => policyOfLines(document, lines));
}

function readLine(document: TextDocument, line: number, word: Span): Line | undefined {
	const start = document.starts[line] ?? 0;
	const text = lineText(document, line);
	if (/^\s*(?:#|\/\/|;|<!--)/.test(text)) return undefined;
	const header = writtenHeader(document.text, word);
	if (header !== undefined) {
		const offset = header.span.end - start;
		const match = /^["']?\s*(?:[:=,]|\s)\s*(?:value\s*=\s*)?(?:"([^"]*)"|'([^']*)'|([^;"'\r\n{}]+))/.exec(
			text.slice(offset),
		);
		const raw = match?.[1] ?? match?.[2] ?? match?.[3];
		if (match === null || raw === undefined) return undefined;
		const valueStart = header.span.end + match[0].lastIndexOf(raw);
		const trimmed = raw.replace(/\s+always\s*$/, '').trimEnd();
		return { which: header.which, value: valueOf(document, trimmed, valueStart), span: header.span };
	}
	for (const [pattern, which] of settings) {
		const match = pattern.exec(text);
		if (match === null) continue;
		const from = start + match[0].length;
		return { which, value: valueOf(document, text.slice(match[0].length), from), span: { start, end: from } };
	}
	return undefined;
}

function valueOf(document: TextDocument, raw: string, start: number): ValueList {
	if (/\$http_access_control_request_headers|\{http\.request\.header\.Access-Control-Request-Headers\}/i.test(raw)) {
		return { state: 'reflect', entries: [], refs: [] };
	}
	if (/\$|\{/.test(raw)) return { state: 'unknown', entries: [], refs: [] };
	return commaList({ document }, raw, start);
}

function policyOfLines(document: TextDocument, lines: readonly Line[]): CorsPolicyFact[] {
	const of = (which: Line['which']): Line[] => lines.filter((line) => line.which === which);
	const first = of('allowed')[0] ?? of('exposed')[0] ?? of('credentials')[0];
	if (first === undefined) return [];
	const flag = of('credentials')[0]?.value.entries[0]?.name;
	const wildcard = of('origins').find(({ value }) => value.state === 'any');
	const list = (which: Line['which']): ValueList =>
		of(which).length === 0 ? absentList : merge(of(which).map(({ value }) => value));
	return [
		{
			kind: 'cors-policy',
			name: 'proxy',
			range: document.range(first.span),
			allowed: list('allowed'),
			exposed: list('exposed'),
			origins:
				wildcard === undefined
					? list('origins')
					: { ...list('origins'), entries: [{ name: '*', range: document.range(wildcard.span) }] },
			credentials: flag === undefined ? false : flag === 'true' ? true : 'unknown',
			scope: 'server',
			infrastructure: true,
		},
	];
}

/** Offset of the brace of the block around an offset; 0 outside of any. */
function blockStart(text: string, offset: number): number {
	let depth = 0;
	for (let index = offset; index > 0; index--) {
		const char = text.charAt(index);
		if (char === '}') depth++;
		else if (char === '{' && depth-- === 0) return index;
	}
	return 0;
}
