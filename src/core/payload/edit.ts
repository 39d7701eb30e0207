import type { Position, Range } from 'vscode-languageserver-types';
import type { PayloadEdit, PayloadFix } from '../catalog/model';
import type { DataValue, ObjectFact, ObjectPair, ObjectValue } from '../facts/object';
import type { LanguageId } from '../syntax/languages';
import { lineText, type TextDocument } from '../text/document';
import { compilePattern } from '../text/pattern';
import type { Payload } from './compile';
import { compileFactors, product } from './condition';
import type { Verdict } from './judge';
import { parsePaths, select, selectAny, type Located, type Path } from './path';
import { familyOf, render, renderBlock, renderKey, type Style } from './render';

export interface Edit {
	readonly range: Range;
	readonly newText: string;
}

interface Target {
	readonly document: TextDocument;
	readonly payload: Payload;
	readonly fact: ObjectFact;
	readonly verdict: Verdict;
}

/** The edits of a fix, or undefined when one of them cannot be made in the style of what stands there. */
export function editsOf(fix: PayloadFix, target: Target): Edit[] | undefined {
	const edits = fix.edits.map((edit) => editOf(edit, target));
	return edits.every((edit) => edit !== undefined) && target.fact.escaped !== true ? edits.flat() : undefined;
}

function editOf(edit: PayloadEdit, target: Target): Edit[] | undefined {
	const { root } = target.fact;
	if (edit.remove !== undefined) {
		const [found] = selectAny(root, parsePaths(edit.remove)).found;
		return found?.pair === undefined ? undefined : removal(target.document, found.pair);
	}
	const paths = parsePaths(edit.set ?? []);
	const { found, open } = selectAny(root, paths);
	const present = found.find(({ value }) => value === target.verdict.located?.value) ?? found[0];
	if (present !== undefined) return replacement(edit, present.value, target);
	return open ? undefined : insertion(edit, paths, target);
}

function replacement(edit: PayloadEdit, value: DataValue, target: Target): Edit[] | undefined {
	const { document, fact } = target;
	if (value.kind === 'unknown') return undefined;
	const written = textAt(document, value.range);
	const style = styleOf(fact.language, written);
	if (edit.replace !== undefined) {
		const newText = reduced(edit.replace, target.payload, written);
		return newText === undefined ? undefined : [{ range: value.range, newText }];
	}
	const next = valueOf(edit, fact, value);
	if (next === undefined) return undefined;
	const code = familyOf(fact.language) === 'javascript' ? edit.code?.javascript : edit.code?.python;
	let newText = code !== undefined && isCode(fact) ? code : render(next, style);
	if (newText === undefined) return undefined;
	if (typeof next === 'number' && Number.isInteger(next) && /\.\d/.test(written)) newText += '.0';
	if (written === '' && /:$/.test(textBefore(document, value.range.start))) newText = ` ${newText}`;
	return [{ range: value.range, newText }];
}

/** The text between quotes, or a plain scalar. */
const contents = /^([A-Za-z]*["'`]|)([\s\S]*?)(["'`]|)$/;

/** A string after replacements, unless it still breaks the constraint. */
function reduced(steps: NonNullable<PayloadEdit['replace']>, payload: Payload, written: string): string | undefined {
	const [, open = '', text = '', close = ''] = contents.exec(written) ?? [];
	const next = steps.reduce((result, step) => compilePattern(step.pattern)?.replace(result, step.with) ?? result, text);
	const isStillWrong = payload.when.some(
		({ source }) => source.matches !== undefined && compilePattern(source.matches)?.test(next) !== false,
	);
	return next === '' || next === text || isStillWrong ? undefined : open + next + close;
}

/** What the value becomes. */
function valueOf(edit: PayloadEdit, fact: ObjectFact, value: DataValue | undefined): unknown {
	if (edit.times !== undefined) {
		const present = value === undefined ? edit.default : value.kind === 'number' ? value.value : undefined;
		return present === undefined ? undefined : Math.max(1, Math.floor(present * edit.times));
	}
	if (edit.product !== undefined) return product(compileFactors(edit.product), fact.root);
	return edit.value;
}

function insertion(edit: PayloadEdit, paths: readonly Path[], target: Target): Edit[] | undefined {
	const place = paths
		.filter((path) => !path.includes('*') && !path.includes('[]'))
		.map((path) => ({ key: path.at(-1) ?? '', parent: parentOf(path, target.fact.root) }))
		.find(({ parent }) => parent !== undefined);
	const value = valueOf(edit, target.fact, undefined);
	if (place?.parent === undefined || value === undefined) return undefined;
	const { document, fact } = target;
	const code = isCode(fact) && familyOf(fact.language) === 'javascript' ? edit.code?.javascript : undefined;
	return insertPair(document, fact.language, place.parent, place.key, value, code);
}

function parentOf(path: Path, root: ObjectValue): ObjectValue | undefined {
	const found: readonly Located[] = select(root, path.slice(0, -1)).found;
	const value = found.length === 1 ? found[0]?.value : undefined;
	return value?.kind === 'object' && !value.open ? value : undefined;
}

/** Adds a pair after the last one, with its separators, quotes, indentation and trailing comma. */
export function insertPair(
	document: TextDocument,
	language: LanguageId,
	object: ObjectValue,
	key: string,
	value: unknown,
	code?: string,
): Edit[] | undefined {
	const { last, end } = object;
	const body = textAt(document, object.range);
	const style = styleOf(language, lastString(body));
	const rendered = code ?? render(value, style);
	if (rendered === undefined) return undefined;
	if (last === undefined || end === undefined) {
		const empty = /^\{\s*\}$/.test(body) ? `${renderKey(key, style)}: ${rendered}` : undefined;
		const space = style.family === 'javascript' ? ' ' : '';
		return empty === undefined ? undefined : [{ range: object.range, newText: `{${space}${empty}${space}}` }];
	}
	const isBlock = style.family === 'yaml' && !body.startsWith('{');
	const between = isBlock ? ':' : textAt(document, { start: last.key.end, end: last.value.start });
	const written = keyLike(key, textAt(document, last.key), style);
	const indent = /^\s*/.exec(lineText(document, last.key.start.line))?.[0] ?? '';
	const eol = /\r\n/.test(document.text) ? '\r\n' : '\n';
	const lineEnd = { line: end.line, character: lineText(document, end.line).length };
	if (isBlock) {
		const margin = ' '.repeat(last.key.start.character);
		const block = renderBlock(value, style, margin, eol);
		return [{ range: at(lineEnd), newText: `${eol}${margin}${written}:${block}` }];
	}
	const rest = lineText(document, end.line).slice(end.character);
	const isLastOnLine = /^\s*,?\s*(?:\/\/.*|#.*|\/\*.*\*\/\s*)?$/.test(rest) && object.range.end.line > end.line;
	const pair = `${written}${between}${rendered}`;
	if (!isLastOnLine) return [{ range: at(end), newText: `, ${pair}` }];
	if (/^\s*,/.test(rest)) return [{ range: at(lineEnd), newText: `${eol}${indent}${pair},` }];
	return rest === ''
		? [{ range: at(end), newText: `,${eol}${indent}${pair}` }]
		: [
				{ range: at(end), newText: ',' },
				{ range: at(lineEnd), newText: `${eol}${indent}${pair}` },
			];
}

const at = (position: Position): Range => ({ start: position, end: position });

/** The key quoted as another one is. */
function keyLike(key: string, other: string, style: Style): string {
	const quote = /^["'`]/.exec(other)?.[0];
	return quote === undefined ? key : renderKey(key, { family: style.family === 'json' ? 'json' : 'other', quote });
}

/** A pair with the comma that belongs to it, and its line when it stands alone on it. */
function removal(document: TextDocument, { range, value }: ObjectPair): Edit[] {
	const { text } = document;
	const start = document.offsetAt(range.start);
	const end = Math.max(document.offsetAt(value.range.start), trimmedEnd(text, start, document.offsetAt(range.end)));
	const after = /^[ \t]*,/.exec(text.slice(end))?.[0].length ?? 0;
	const stop = end + after;
	const line = /^[ \t]*(?:\r\n|\r|\n|$)/.exec(text.slice(stop))?.[0];
	const before = /(?:^|[\r\n])([ \t]*)$/.exec(text.slice(0, start));
	const isAlone = line !== undefined && before !== null;
	if (after > 0 || isBlockYaml(document, range)) {
		const space = /^[ \t]*/.exec(text.slice(stop))?.[0].length ?? 0;
		const from = isAlone ? start - (before[1]?.length ?? 0) : start;
		return [{ range: document.range({ start: from, end: isAlone ? stop + line.length : stop + space }), newText: '' }];
	}
	// The last pair: the comma before it goes, too.
	const comma = /,?\s*$/.exec(text.slice(0, start));
	return [{ range: document.range({ start: start - (comma?.[0].length ?? 0), end }), newText: '' }];
}

/** A block of YAML reaches over the line end. */
const trimmedEnd = (text: string, start: number, end: number): number =>
	start + text.slice(start, end).trimEnd().length;

const isBlockYaml = (document: TextDocument, { start }: Range): boolean =>
	document.language === 'yaml' && /^\s*(?:- +)*$/.test(lineText(document, start.line).slice(0, start.character));

const isCode = ({ language }: ObjectFact): boolean => language !== 'json' && language !== 'yaml';

const textAt = (document: TextDocument, { start, end }: Range): string =>
	document.text.slice(document.offsetAt(start), document.offsetAt(end));
const textBefore = (document: TextDocument, { line, character }: Position): string =>
	lineText(document, line).slice(0, character);

/** The quotes of the text that is replaced, or of a string beside it. */
function styleOf(language: LanguageId, written: string): Style {
	const quote = /^[A-Za-z]*(["'`])/.exec(written)?.[1] ?? '';
	return { family: familyOf(language), quote: quote === '`' ? "'" : quote };
}

/** A string after a colon or an equals sign, as an example of its quotes. */
const lastString = (body: string): string => [...body.matchAll(/[:=>[(,]\s*(["'])/g)].at(-1)?.[1] ?? '';
