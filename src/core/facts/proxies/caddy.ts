import { lineText, type TextDocument } from '../../text/document';
import type { Span } from '../../text/lines';
import type { PathMatch, ProxyLocationFact, ProxySetting } from './model';

interface Line {
	readonly words: readonly string[];
	readonly number: number;
	readonly parent: Line | undefined;
}

/**
 * Places of a Caddyfile that hold a response back or cut it off. Caddy passes event streams on at once and waits for ever, so
 * only what says otherwise is a fact.
 */
export function* caddyLocations(document: TextDocument, words: readonly Span[]): Generator<ProxyLocationFact> {
	const lines = linesOf(document);
	const seen = new Set<number>();
	for (const word of words) {
		const { line: number } = document.positionAt(word.start);
		const line = lines.find((item) => item.number === number);
		const [name, value] = line?.words ?? [];
		if (line === undefined || name === undefined || seen.has(number)) continue;
		seen.add(number);
		const proxy = above(line, /^reverse_proxy$/);
		if (proxy === undefined) continue;
		const text = lineText(document, number);
		const at = value === undefined ? text.indexOf(name) : text.indexOf(value, text.indexOf(name) + name.length);
		const range = {
			start: { line: number, character: at },
			end: { line: number, character: at + (value ?? name).length },
		};
		const isTimeout = name === 'read_timeout' && line.parent?.words[0] === 'transport';
		const isBuffer = /^(?:response_buffers|buffer_responses)$/.test(name);
		if (!isTimeout && !isBuffer) continue;
		const setting: ProxySetting = { value: isTimeout ? (value ?? '') : 'on', range, own: true };
		const replace = replaceOf(proxy);
		yield {
			kind: 'proxy-location',
			range: { start: { line: number, character: text.indexOf(name) }, end: range.end },
			proxy: 'caddy',
			server: `${document.path}#${number}`,
			match: matchOf(proxy, lines),
			upstream: { hosts: hostsOf(proxy), ...(replace === undefined ? {} : { replace }) },
			...(isTimeout ? { readTimeout: setting } : { buffering: setting }),
			includes: [],
		};
	}
}

/** Lines with their words and the line that opened the block around them. */
function linesOf(document: TextDocument): Line[] {
	const lines: Line[] = [];
	const open: Line[] = [];
	for (let number = 0; number < document.starts.length; number++) {
		const words = lineText(document, number)
			.replace(/(?:^|\s)#.*$/, '')
			.trim()
			.split(/\s+/)
			.filter((word) => word !== '');
		if (words.length === 0) continue;
		if (words[0] === '}') {
			open.pop();
			continue;
		}
		const line: Line = { words: words.filter((word) => word !== '{'), number, parent: open.at(-1) };
		lines.push(line);
		if (words.at(-1) === '{') open.push(line);
	}
	return lines;
}

function above(line: Line, name: RegExp): Line | undefined {
	for (let current: Line | undefined = line; current !== undefined; current = current.parent) {
		if (name.test(current.words[0] ?? '')) return current;
	}
	return undefined;
}

/** `handle_path` takes the matched prefix away. */
function replaceOf(proxy: Line): { from: string; to: string } | undefined {
	const path = above(proxy, /^handle_path$/)?.words[1];
	return path === undefined ? undefined : { from: path.replace(/\*$/, ''), to: '/' };
}

/** The path that a proxy stands for: its own matcher, or that of the `handle` or `route` around it. */
function matchOf(proxy: Line, lines: readonly Line[]): PathMatch {
	const own = proxy.words[1];
	const outer = above(proxy, /^(?:handle|handle_path|route)$/)?.words[1];
	for (const matcher of [own, outer]) {
		const path =
			matcher?.startsWith('@') === true
				? lines.find(({ words }) => words[0] === matcher && words[1] === 'path')?.words[2]
				: matcher;
		if (path?.startsWith('/') === true)
			return path.endsWith('*') ? { kind: 'prefix', path: path.slice(0, -1) } : { kind: 'exact', path };
	}
	return { kind: 'prefix', path: '/' };
}

const hostsOf = ({ words }: Line): string[] =>
	words
		.slice(1)
		.filter((word) => !/^[@/*{]/.test(word))
		.map((word) => word.replace(/^\w+:\/\//, '').replace(/:\d+$/, ''));
