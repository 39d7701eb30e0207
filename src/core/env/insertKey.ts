import type { EnvDefinitionFact } from '../facts/envDefinition';
import { lineText, type TextDocument } from '../text/document';
import type { TextEdit } from '../rules/rule';
import { insertLines } from './lines';

export interface NewKey {
	readonly name: string;
	readonly value: string;
	/** One sentence about it. */
	readonly comment?: string | undefined;
}

/** An edit that adds a key to an env file where a person would: beside its kin, in the file's own style. */
export function insertKey(document: TextDocument, definitions: readonly EnvDefinitionFact[], key: NewKey): TextEdit {
	const neighbour = kinOf(definitions, key.name);
	const last = lastLine(document);
	const line = neighbour?.statement.end.line ?? last;
	const style = styleOf(document, definitions);
	const lines = [...(key.comment === undefined || style.inline ? [] : [`# ${key.comment}`]), statementOf(key, style)];
	// A sentence of its own keeps its distance from the key above, as a file of such paragraphs does.
	const apart =
		style.paragraphs &&
		(key.comment !== undefined || neighbour === undefined) &&
		line >= 0 &&
		lineText(document, line).trim() !== '';
	return insertLines(document, line, apart ? ['', ...lines] : lines);
}

/** The last line that isn't empty, -1 for an empty file. */
function lastLine(document: TextDocument): number {
	let line = document.starts.length - 1;
	while (line >= 0 && lineText(document, line).trim() === '') line--;
	return line;
}

/** The last key that shares the most leading words with a name: `SMTP_HOST` and `SMTP_PORT` for `SMTP_USER`. */
function kinOf(definitions: readonly EnvDefinitionFact[], name: string): EnvDefinitionFact | undefined {
	let best: EnvDefinitionFact | undefined;
	let most = 1;
	for (const definition of definitions) {
		const shared = sharedWords(definition.name, name);
		if (shared < most || (shared === 1 && tooCommon.test(name))) continue;
		best = definition;
		most = shared;
	}
	return best;
}

/** First words that say nothing of what a variable belongs to. */
const tooCommon = /^(?:NEXT|REACT|VITE|PUBLIC|NUXT|EXPO|APP|ENABLE|DISABLE|USE|IS|MAX|MIN|DEFAULT)_/i;

function sharedWords(one: string, other: string): number {
	const [words, others] = [one.toUpperCase().split('_'), other.toUpperCase().split('_')];
	let shared = 0;
	while (shared < Math.min(words.length, others.length) - 1 && words[shared] === others[shared]) shared++;
	return shared;
}

interface Style {
	readonly exported: boolean;
	readonly quote: string;
	/** Comments stand behind the values. */
	readonly inline: boolean;
	/** An empty line between one key with its comment and the next. */
	readonly paragraphs: boolean;
	readonly separator: string;
}

function styleOf(document: TextDocument, definitions: readonly EnvDefinitionFact[]): Style {
	const active = definitions.filter(({ commented }) => commented !== true);
	const isMost = (count: number): boolean => count > 0 && count * 2 > active.length;
	const lineOf = ({ statement }: EnvDefinitionFact): string => lineText(document, statement.start.line);
	const quoted = active.filter(({ value }) => value.quote !== '');
	const commentedAbove = active.filter(({ statement }) => /^\s*#/.test(lineText(document, statement.start.line - 1)));
	const apart = commentedAbove.filter(({ statement }) => isApart(document, statement.start.line));
	const filled = active.filter(({ value }) => value.shape !== 'empty');
	return {
		exported: isMost(active.filter(({ exported }) => exported === true).length),
		quote: quoted.length * 2 > filled.length ? (quoted[0]?.value.quote ?? '') : '',
		inline: isMost(active.filter((item) => /\s#/.test(lineOf(item).slice(item.value.range.end.character))).length),
		paragraphs: apart.length > 2 && apart.length * 3 > active.length * 2,
		separator: isMost(active.filter((item) => /^\s*(?:export\s+)?[\w.-]+ = /.test(lineOf(item))).length) ? ' = ' : '=',
	};
}

/** Whether the comment above a key follows an empty line. */
function isApart(document: TextDocument, keyLine: number): boolean {
	let line = keyLine - 1;
	while (line >= 0 && /^\s*#/.test(lineText(document, line))) line--;
	return line >= 0 && lineText(document, line).trim() === '';
}

function statementOf({ name, value, comment }: NewKey, style: Style): string {
	const needsQuotes = /[\s#"'`$\\]/.test(value);
	const quote =
		style.quote === '' && needsQuotes ? (value.includes('"') || value.includes('$') ? "'" : '"') : style.quote;
	const behind = style.inline && comment !== undefined ? ` # ${comment}` : '';
	return `${style.exported ? 'export ' : ''}${name}${style.separator}${quote}${value}${quote}${behind}`.replace(
		/ = $/,
		' =',
	);
}
