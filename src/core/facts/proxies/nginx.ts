import { parseNginx, type NginxDirective } from '../../syntax/nginx';
import { lineText, type TextDocument } from '../../text/document';
import type { Span } from '../../text/lines';
import type { PathMatch, ProxyDefaultsFact, ProxyInsertion, ProxyLocationFact, ProxySetting, Upstream } from './model';

/** `proxy_buffering` and its kin by the names that facts give them. */
const settingNames = { buffering: 'proxy_buffering', cache: 'proxy_cache', readTimeout: 'proxy_read_timeout' } as const;
type SettingName = keyof typeof settingNames;
const names = Object.keys(settingNames) as readonly SettingName[];

/** Comments that say what a location is for. */
const streamComment = /\bSSE\b|server[- ]sent|event[- ]?stream|EventSource/i;

interface Level {
	readonly directives: readonly NginxDirective[];
}

/** The locations of a configuration, or of one within a part of a text. */
export function* nginxFacts(document: TextDocument, span?: Span): Generator<ProxyLocationFact | ProxyDefaultsFact> {
	const top = parseNginx(document.text, span?.start, span?.end);
	const http = top.find(({ name }) => name === 'http')?.block;
	yield* defaultsOf(document, http?.directives ?? [], 'http');
	yield* defaultsOf(document, top, 'snippet');
	const outer: readonly Level[] = [{ directives: top }, ...(http === undefined ? [] : [http])];
	const upstreams = new Map([...top, ...(http?.directives ?? [])].flatMap(upstreamOf));
	const servers = [...top, ...(http?.directives ?? [])].filter(({ name }) => name === 'server');
	for (const [index, server] of servers.entries()) {
		if (server.block === undefined) continue;
		const key = `${document.path}#${span?.start ?? 0}.${index}`;
		yield* locations(document, [...outer, server.block], key, upstreams);
	}
	if (servers.length === 0) yield* locations(document, outer, `${document.path}#${span?.start ?? 0}`, upstreams);
}

function* locations(
	document: TextDocument,
	levels: readonly Level[],
	server: string,
	upstreams: ReadonlyMap<string, readonly string[]>,
): Generator<ProxyLocationFact> {
	const siblings = levels.at(-1)?.directives ?? [];
	for (const [index, directive] of siblings.entries()) {
		const match = directive.name === 'location' ? matchOf(directive) : undefined;
		const { block } = directive;
		if (match === undefined || block === undefined) continue;
		const inner = [...levels, block];
		yield locationFact(document, directive, match, { levels: inner, server, upstreams, previous: siblings[index - 1] });
		yield* locations(document, inner, server, upstreams);
	}
}

interface Around {
	readonly levels: readonly Level[];
	readonly server: string;
	readonly upstreams: ReadonlyMap<string, readonly string[]>;
	readonly previous: NginxDirective | undefined;
}

function locationFact(
	document: TextDocument,
	location: NginxDirective,
	match: PathMatch,
	around: Around,
): ProxyLocationFact {
	const own = around.levels.at(-1)?.directives ?? [];
	const upstream = passOf(own, match, around);
	const insertion = insertionOf(document, own);
	const last = location.words.at(-1) ?? location;
	const settings: Partial<Record<SettingName, ProxySetting>> = {};
	for (const name of names) {
		const setting = settingOf(document, around.levels, settingNames[name]);
		if (setting !== undefined) settings[name] = setting;
	}
	const head = document.text.slice(
		around.previous?.end ?? Math.max(0, location.start - 300),
		own[0]?.start ?? location.end,
	);
	const comments = head
		.split(/\r?\n/)
		.filter((line) => /#/.test(line))
		.map((line) => line.slice(line.indexOf('#')));
	const ignored = around.levels.some(({ directives }) =>
		directives.some(
			({ name, words }) =>
				name === 'proxy_ignore_headers' && words.some(({ text }) => /^X-Accel-Buffering$/i.test(text)),
		),
	);
	return {
		kind: 'proxy-location',
		range: document.range({ start: location.start, end: last.end }),
		proxy: 'nginx',
		server: around.server,
		match,
		...(upstream === undefined ? {} : { upstream }),
		...settings,
		includes: around.levels.flatMap(({ directives }) => includesOf(directives)),
		...(ignored ? { ignoresHeader: true } : {}),
		...(streamComment.test(comments.join('\n')) ? { streams: true } : {}),
		...(insertion === undefined ? {} : { insertion }),
	};
}

function matchOf({ words }: NginxDirective): PathMatch | undefined {
	const [, first, second] = words.map(({ text }) => text);
	if (first === undefined || first.startsWith('@')) return undefined;
	if (second === undefined) return /^[~=^]/.test(first) ? glued(first) : { kind: 'prefix', path: first };
	if (first === '=') return { kind: 'exact', path: second };
	if (first === '^~') return { kind: 'stop', path: second };
	if (first === '~') return { kind: 'regex', path: second };
	return first === '~*' ? { kind: 'regex', path: second, ignoreCase: true } : undefined;
}

/** `=/path` without a space. */
function glued(text: string): PathMatch | undefined {
	const [, sign = '', path = ''] = /^(=|\^~|~\*|~)(.+)$/.exec(text) ?? [];
	return matchOf({
		name: 'location',
		start: 0,
		end: 0,
		words: ['location', sign, path].map((item) => ({ text: item, start: 0, end: 0 })),
	});
}

/** The last of a setting from outside in; what an `if` says holds only sometimes. */
function settingOf(document: TextDocument, levels: readonly Level[], name: string): ProxySetting | undefined {
	for (const [index, { directives }] of [...levels.entries()].reverse()) {
		const directive = directives.findLast((item) => item.name === name);
		const argument = directive?.words[1];
		if (argument === undefined) continue;
		return { value: argument.text, range: document.range(argument), own: index === levels.length - 1 };
	}
	return undefined;
}

const includesOf = (directives: readonly NginxDirective[]): string[] =>
	directives.filter(({ name }) => name === 'include').flatMap(({ words }) => words[1]?.text ?? []);

function upstreamOf({ name, words, block }: NginxDirective): [string, readonly string[]][] {
	const own = words[1]?.text;
	if (name !== 'upstream' || own === undefined || block === undefined) return [];
	const servers = block.directives
		.filter((item) => item.name === 'server')
		.flatMap((item) => item.words[1]?.text ?? []);
	return [[own, [own, ...servers.map((server) => server.replace(/:\d+$/, ''))]]];
}

/** Where a location sends requests, and what becomes of their path on the way. */
function passOf(
	directives: readonly NginxDirective[],
	match: PathMatch,
	{ levels, upstreams }: Around,
): Upstream | undefined {
	const pass = directives.findLast(({ name }) => name === 'proxy_pass')?.words[1]?.text;
	if (pass === undefined) return undefined;
	const address = withVariables(pass, levels);
	const [, host, port, rest] =
		/^https?:\/\/(\[[^\]]*\]|(?:\$\{[^}]*\}|\{\{.*?\}\}|[^/:$])*)(?::(\d+|\$\{[^}]*\}|\{\{.*?\}\}))?(.*)$/i.exec(
			address,
		) ?? [];
	if (host === undefined || rest === undefined || rest.includes('@')) return { hosts: [], replace: null };
	const isKnown = host !== '' && !/[${]/.test(host);
	const target = {
		hosts: isKnown ? [...new Set(upstreams.get(host) ?? [host])] : [],
		...(port === undefined ? {} : { port }),
	};
	const rewrite = rewriteOf(directives);
	if (rewrite !== undefined) return { ...target, replace: rewrite };
	if (rest === '' || /^\$(?:request_uri|uri(?:\$is_args\$args)?)$/.test(rest)) return target;
	if (rest.includes('$')) return { ...target, replace: null };
	return { ...target, replace: match.kind === 'regex' ? null : { from: match.path, to: rest } };
}

/** `set $bridge http://bridge:8000;` of the location or around it. */
function withVariables(text: string, levels: readonly Level[]): string {
	return text.replace(/\$(\w+)/g, (whole, name: string) => {
		if (/^(?:request_uri|uri|is_args|args)$/.test(name)) return whole;
		for (const { directives } of [...levels].reverse()) {
			const set = directives.findLast((item) => item.name === 'set' && item.words[1]?.text === `$${name}`);
			if (set?.words[2] !== undefined) return set.words[2].text;
		}
		return whole;
	});
}

/** `rewrite ^/api/(.*)$ /$1 break;` takes a prefix away; any other one is not followed. */
function rewriteOf(directives: readonly NginxDirective[]): Upstream['replace'] {
	const rewrites = directives.filter(({ name }) => name === 'rewrite');
	const [first, ...others] = rewrites;
	if (first === undefined) return undefined;
	const [, from = '', to = ''] = first.words.map(({ text }) => text);
	const prefix = /^\^(\/[\w./-]*?)(?:\/\?|\/)?\((?:\/?\.\*|\/\|\$\)\(\.\*)\)\$?$/.exec(from);
	const target = /^(\/[\w./-]*?|)\$[12]$/.exec(to);
	if (others.length > 0 || prefix === null || target === null) return null;
	return { from: `${prefix[1] ?? ''}/`.replace('//', '/'), to: `${target[1] ?? ''}/`.replace('//', '/') };
}

/** After the last `proxy_…;` of a location, or at the end of its line when only a comment follows there. */
function insertionOf(document: TextDocument, directives: readonly NginxDirective[]): ProxyInsertion | undefined {
	const last = directives.findLast(({ name, block }) => name.startsWith('proxy_') && block === undefined);
	if (last === undefined) return undefined;
	const { line, character } = document.positionAt(last.end);
	const text = lineText(document, line);
	const first = document.positionAt(last.start);
	const indent = lineText(document, first.line).slice(0, first.character);
	const ends = /^\s*(?:#.*)?$/.test(text.slice(character));
	const position = ends ? { line, character: text.trimEnd().length } : { line, character };
	return { at: { start: position, end: position }, before: ends && /^\s*$/.test(indent) ? `\n${indent}` : ' ' };
}

function* defaultsOf(
	document: TextDocument,
	directives: readonly NginxDirective[],
	level: ProxyDefaultsFact['level'],
): Generator<ProxyDefaultsFact> {
	const found = names.filter((name) => directives.some((item) => item.name === settingNames[name]));
	const first = directives.find(({ name }) => Object.values<string>(settingNames).includes(name));
	if (first === undefined) return;
	yield { kind: 'proxy-defaults', range: document.range(first), level, names: found };
}
