import type { LanguageId } from '../../syntax/languages';
import type { TextDocument } from '../../text/document';
import type { Span } from '../../text/lines';
import { shellWords } from '../../text/shell';

/** A body inside a file of another language. */
export interface Embedded {
	/** What shows that this body is meant: a command or a request with its address, or the body alone. */
	readonly around: Span;
	readonly language: LanguageId;
	/** The whole file's text, blank outside of the body. */
	readonly text: string;
	readonly escaped: boolean;
	readonly method?: string;
	readonly url?: string;
}

/** Languages in which commands are written or quoted. */
const withCommands: ReadonlySet<LanguageId> = new Set<LanguageId>([
	'shell',
	'markdown',
	'yaml',
	'dockerfile',
	'makefile',
	'plaintext',
]);

/** The bodies that stand around words of a file: in fences, `.http` requests and `curl` commands. */
export function embeddedAt(document: TextDocument, words: readonly Span[]): Embedded[] {
	const { language, text } = document;
	const found: Embedded[] = [];
	if (language === 'markdown') {
		for (const fence of fencesOf(text)) {
			if (!words.some((word) => isInside(word, fence))) continue;
			if (fence.language === 'http') found.push(...requestsOf(text, fence));
			else if (fence.language !== undefined)
				found.push({ around: fence, language: fence.language, text: only(text, fence), escaped: false });
		}
	}
	if (language === 'http') found.push(...requestsOf(text, { start: 0, end: text.length }));
	if (withCommands.has(language)) found.push(...commandsOf(text, words));
	return found.filter(({ around }) => words.some((word) => isInside(word, around)));
}

const isInside = (word: Span, span: Span): boolean => span.start <= word.start && word.end <= span.end;

const blank = (text: string): string => text.replace(/[^\r\n]/g, ' ');
const only = (text: string, { start, end }: Span, body = text.slice(start, end)): string =>
	blank(text.slice(0, start)) + body + blank(text.slice(end));

const fenceLanguages: Readonly<Record<string, LanguageId>> = {
	json: 'json',
	jsonc: 'json',
	json5: 'json',
	yaml: 'yaml',
	yml: 'yaml',
	http: 'http',
	rest: 'http',
};

interface Fence extends Span {
	readonly language: LanguageId | undefined;
}

function fencesOf(text: string): Fence[] {
	const fences: Fence[] = [];
	let open: { mark: string; start: number; language: LanguageId | undefined } | undefined;
	for (const match of text.matchAll(/^[ \t>]*(?:(?:[-*+]|\d+[.)])[ \t]+)?(`{3,}|~{3,})[ \t]*([\w+-]*)[^\r\n]*$/gm)) {
		const [whole, mark = '', info = ''] = match;
		const end = match.index + whole.length;
		if (open === undefined) open = { mark, start: end, language: fenceLanguages[info.toLowerCase()] };
		else if (mark.startsWith(open.mark) && info === '') {
			fences.push({ start: open.start, end: match.index, language: open.language });
			open = undefined;
		}
	}
	return fences;
}

/** The requests of an `.http` file, parted by lines of `###`. */
function requestsOf(text: string, within: Span): Embedded[] {
	const found: Embedded[] = [];
	const source = text.slice(within.start, within.end);
	let start = 0;
	for (const end of [...[...source.matchAll(/^###.*$/gm)].map(({ index }) => index), source.length]) {
		const block = source.slice(start, end);
		const line = /^[ \t]*(GET|POST|PUT|PATCH|DELETE)[ \t]+(\S+)[^\r\n]*$/m.exec(block);
		const body = line === null ? null : /\r?\n[ \t]*\r?\n\s*([[{][\s\S]*)$/.exec(block.slice(line.index));
		if (line !== null && body !== null) {
			const from = within.start + start + line.index + body.index + body[0].length - (body[1]?.length ?? 0);
			found.push({
				around: { start: within.start + start, end: within.start + end },
				language: 'json',
				text: only(text, { start: from, end: within.start + end }),
				escaped: false,
				method: line[1] ?? '',
				url: line[2] ?? '',
			});
		}
		start = end + 3;
	}
	return found;
}

/** `curl -X POST … -d '{…}'` around or before the words. */
function commandsOf(text: string, words: readonly Span[]): Embedded[] {
	const starts = new Set(words.map(({ start }) => text.lastIndexOf('curl', start)).filter((start) => start >= 0));
	return [...starts].flatMap((start) => {
		if (/\w/.test(text.charAt(start - 1)) || !/\s/.test(text.charAt(start + 4))) return [];
		const parts = shellWords(text, start);
		const optionOf = (part: number): string => parts[part - 1]?.text.trim() ?? '';
		const data = parts.find((_, index) => /^(?:-d|--data(?:-raw|-binary|-ascii)?|--json)$/.test(optionOf(index)));
		const last = parts.at(-1);
		if (data === undefined || last === undefined || !/^\s*\{/.test(data.text)) return [];
		const method = parts.map((part, index) =>
			/^(?:-X|--request)$/.test(optionOf(index)) ? part.text.trim() : /^-X([A-Z]+)$/.exec(part.text)?.[1],
		);
		const url = parts.find(
			(part, index) =>
				index > 0 &&
				part !== data &&
				!/^(?:-H|--header|-u|-o)$/.test(optionOf(index)) &&
				/^\s*[^-\s].*\//.test(part.text),
		);
		return [
			{
				around: { start, end: last.end },
				language: 'json' as const,
				text: only(text, data, data.text),
				escaped: data.escaped,
				method: method.find((item) => item !== undefined) ?? 'POST',
				...(url === undefined ? {} : { url: url.text.trim() }),
			},
		];
	});
}
