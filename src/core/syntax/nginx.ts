import type { Span } from '../text/lines';

/** A name or an argument; the text without quotes. */
export interface NginxWord extends Span {
	readonly text: string;
}

/** `proxy_pass http://bridge;` or `location / { … }`. */
export interface NginxDirective extends Span {
	readonly name: string;
	readonly words: readonly NginxWord[];
	/** Undefined for a simple directive. */
	readonly block?: NginxBlock;
}

/** What stands between braces, without them. */
export interface NginxBlock extends Span {
	readonly directives: readonly NginxDirective[];
}

/**
 * The directives of an nginx configuration, or of a part of a text that holds one. Total: what is not closed ends with the
 * text. Tags of template languages count as words or as nothing, Lua blocks are passed over.
 */
export function parseNginx(text: string, from = 0, to = text.length): readonly NginxDirective[] {
	let at = from;

	function skipBlank(): void {
		for (;;) {
			while (at < to && /\s/.test(text[at] ?? '')) at++;
			if (text[at] === '#' && at < to) at = lineEnd(at);
			else if (text.startsWith('{%', at) || text.startsWith('{#', at))
				at = after(text[at + 1] === '%' ? '%}' : '#}', at);
			else return;
		}
	}

	function lineEnd(offset: number): number {
		const end = text.slice(offset, to).search(/[\r\n]/);
		return end < 0 ? to : offset + end;
	}

	function after(closer: string, offset: number): number {
		const end = text.indexOf(closer, offset);
		return end < 0 || end >= to ? to : end + closer.length;
	}

	function word(): NginxWord | undefined {
		const start = at;
		const quote = text[at];
		if (quote === '"' || quote === "'") {
			at++;
			while (at < to && text[at] !== quote) at += text[at] === '\\' ? 2 : 1;
			at = Math.min(at + 1, to);
			return { text: text.slice(start + 1, at - 1), start, end: at };
		}
		while (at < to && !/[\s;]/.test(text[at] ?? '')) {
			if (text.startsWith('{{', at)) at = after('}}', at);
			else if (text.startsWith('${', at)) at = after('}', at);
			else if (/[{}]/.test(text[at] ?? '')) break;
			else at += text[at] === '\\' ? 2 : 1;
		}
		at = Math.min(at, to);
		return at > start ? { text: text.slice(start, at), start, end: at } : undefined;
	}

	function directives(): NginxDirective[] {
		const found: NginxDirective[] = [];
		for (;;) {
			skipBlank();
			if (at >= to || text[at] === '}') return found;
			const before = at;
			const one = directive();
			if (one !== undefined) found.push(one);
			if (at === before) at++; // a stray `;` or `{`
		}
	}

	function directive(): NginxDirective | undefined {
		const first = word();
		if (first === undefined) return undefined;
		const words = [first];
		for (;;) {
			skipBlank();
			const char = text[at];
			if (at >= to || char === ';') {
				at = Math.min(at + 1, to);
				return { name: first.text, words, start: first.start, end: at };
			}
			if (char === '}') return { name: first.text, words, start: first.start, end: words.at(-1)?.end ?? at };
			if (char === '{') return { name: first.text, words, start: first.start, ...body(first.text) };
			const next = word();
			if (next === undefined) return undefined;
			words.push(next);
		}
	}

	function body(name: string): { readonly block: NginxBlock; readonly end: number } {
		const start = ++at;
		const inside = /_by_lua_block$/.test(name) ? skipLua() : directives();
		const end = at;
		at = Math.min(at + 1, to);
		return { block: { directives: inside, start, end }, end: at };
	}

	function skipLua(): [] {
		for (let depth = 1; at < to; at++) {
			if (text[at] === '{') depth++;
			else if (text[at] === '}' && --depth === 0) break;
		}
		return [];
	}

	const all: NginxDirective[] = [];
	while (at < to) {
		all.push(...directives());
		at++; // a brace too many
	}
	return all;
}
