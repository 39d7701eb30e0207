import type { Span } from '../text/lines';
import type { DotenvComment, DotenvEntry, DotenvQuote } from './types';

export interface Comments {
	readonly comments: readonly DotenvComment[];
	readonly commentedEntries: readonly DotenvEntry[];
}

const line = /[^\r\n]+/g;
const commentLine = /^[\s\ufeff]*#/;
const commentedKey = /^([\s\ufeff]*#+[^\S\r\n]*)(export[^\S\r\n]+)?([A-Za-z_][A-Za-z0-9_]*)([^\S\r\n]*=[^\S\r\n]*)/;

/**
 * The lines of their own that start with `#`, except those inside a value. This does not depend on the loader: Node 20
 * reads a comment on an unterminated last line as a statement, and its author still meant it as a comment.
 */
export function readComments(text: string, values: readonly Span[]): Comments {
	const comments: DotenvComment[] = [];
	const commentedEntries: DotenvEntry[] = [];
	let value = 0;
	for (const match of text.matchAll(line)) {
		const [content] = match;
		if (!commentLine.test(content)) continue;
		const start = match.index + content.indexOf('#');
		while ((values[value]?.end ?? Infinity) <= start) value++;
		if ((values[value]?.start ?? Infinity) <= start) continue;
		const range = { start, end: match.index + content.length };
		comments.push({ range });
		const entry = commentedEntry(content, match.index, range);
		if (entry !== undefined) commentedEntries.push(entry);
	}
	return { comments, commentedEntries };
}

/** `# KEY=value` and `#export KEY="value" # note`, which document a key. */
function commentedEntry(content: string, at: number, line: Span): DotenvEntry | undefined {
	const found = commentedKey.exec(content);
	if (found === null) return undefined;
	const [head, lead = '', exported, key = ''] = found;
	const keyStart = at + lead.length + (exported?.length ?? 0);
	const rest = content.slice(head.length).trimEnd();
	const { start, end, quote, comment } = commentedValue(rest);
	const valueAt = at + head.length;
	const literal = rest.slice(start, end);
	return {
		key,
		keyRange: { start: keyStart, end: keyStart + key.length },
		rawValueRange: { start: valueAt + start, end: valueAt + end },
		quote,
		literal,
		value: literal,
		exported: exported !== undefined,
		commented: true,
		range: line,
		...(comment !== undefined && { comment: { start: valueAt + comment, end: line.end } }),
	};
}

interface CommentedValue extends Span {
	readonly quote: DotenvQuote;
	readonly comment?: number;
}

function commentedValue(rest: string): CommentedValue {
	const quoted = /^(["'`])(.*?)\1\s*(?=#|$)/.exec(rest);
	if (quoted !== null) {
		const [all, quote = '', inner = ''] = quoted;
		const span = { start: 1, end: 1 + inner.length, quote: quote as DotenvQuote };
		return all.length < rest.length ? { ...span, comment: all.length } : span;
	}
	const comment = rest.search(/(?:^|\s)#/);
	if (comment < 0) return { start: 0, end: rest.length, quote: '' };
	const end = rest.slice(0, comment).trimEnd().length;
	return { start: 0, end, quote: '', comment: rest.indexOf('#', comment) };
}
