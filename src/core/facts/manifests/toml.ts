import type { TextDocument } from '../../text/document';
import type { Span } from '../../text/lines';
import type { ManifestDependency, ManifestParts, ManifestScript } from '../manifest';
import { pythonDependency } from './lines';

/** One `key = value` of a TOML file, as far as manifests need it: the table's name, and the value as written. */
interface Setting {
	readonly table: string;
	readonly key: string;
	readonly keySpan: Span;
	readonly value: string;
	readonly valueStart: number;
}

const keyLine = /^[ \t]*("[^"\n]*"|'[^'\n]*'|[\w.-]+)[ \t]*=[ \t]*/;
const tableLine = /^[ \t]*\[\[?\s*([^\]\n]+?)\s*\]\]?/;
const strings = /"((?:[^"\\\n]|\\.)*)"|'([^'\n]*)'/g;

function readToml(text: string): Setting[] {
	const settings: Setting[] = [];
	let table = '';
	let at = 0;
	while (at < text.length) {
		const next = text.indexOf('\n', at);
		const end = next < 0 ? text.length : next;
		const line = text.slice(at, end);
		const found = keyLine.exec(line);
		const named = tableLine.exec(line);
		if (found !== null) {
			const [head, key = ''] = found;
			const valueStart = at + head.length;
			const valueEnd = endOfValue(text, valueStart, end);
			const keyStart = at + head.indexOf(key);
			const inner = /^["']/.test(key) ? 1 : 0;
			settings.push({
				table,
				key: key.replace(/^["']|["']$/g, ''),
				keySpan: { start: keyStart + inner, end: keyStart + key.length - inner },
				value: text.slice(valueStart, valueEnd),
				valueStart,
			});
			at = Math.max(end, valueEnd) + 1;
			continue;
		}
		if (named !== null) table = (named[1] ?? '').replace(/["']/g, '');
		at = end + 1;
	}
	return settings;
}

/** A list or an inline table goes on until its bracket closes. */
function endOfValue(text: string, start: number, lineEnd: number): number {
	if (!/[[{]/.test(text.charAt(start))) return lineEnd;
	let depth = 0;
	for (let index = start; index < text.length; index++) {
		const char = text.charAt(index);
		if (char === '#') index = Math.max(index, text.indexOf('\n', index) - 1);
		else if (char === '"' || char === "'") {
			const close = text.indexOf(char, index + 1);
			if (close < 0) return lineEnd;
			index = close;
		} else if (char === '[' || char === '{') depth++;
		else if ((char === ']' || char === '}') && --depth === 0) return index + 1;
		if (text.startsWith('\n#', index)) index = Math.max(index, text.indexOf('\n', index + 1) - 1);
	}
	return lineEnd;
}

/** The strings in a value with the offset of each one's text. */
function stringsIn({ value, valueStart }: Setting): { text: string; start: number }[] {
	return [...value.matchAll(strings)].map((match) => ({
		text: match[1] ?? match[2] ?? '',
		start: valueStart + match.index + 1,
	}));
}

const firstString = (setting: Setting | undefined): string | undefined =>
	setting === undefined ? undefined : stringsIn(setting)[0]?.text;

function named(document: TextDocument, setting: Setting | undefined): ManifestParts {
	const first = setting === undefined ? undefined : stringsIn(setting)[0];
	if (first === undefined) return {};
	return { name: first.text, nameRange: document.range({ start: first.start, end: first.start + first.text.length }) };
}

function keyed(document: TextDocument, setting: Setting, development: boolean): ManifestDependency {
	const version = firstString(setting);
	return {
		name: setting.key,
		range: document.range(setting.keySpan),
		...(version === undefined ? {} : { version }),
		...(development ? { development } : {}),
	};
}

const listed = (document: TextDocument, setting: Setting, development: boolean): ManifestDependency[] =>
	stringsIn(setting).flatMap(({ text, start }) => pythonDependency(document, text, start, development) ?? []);

const scriptOf = (document: TextDocument, setting: Setting): ManifestScript[] =>
	stringsIn(setting)
		.slice(0, 1)
		.map(({ text, start }) => ({
			name: setting.key,
			range: document.range(setting.keySpan),
			command: text,
			commandRange: document.range({ start, end: start + text.length }),
		}));

/** PEP 621, Poetry, PDM, uv and Hatch. */
export function readPyproject(document: TextDocument): ManifestParts {
	const settings = readToml(document.text);
	const find = (table: string, key: string) => settings.find((item) => item.table === table && item.key === key);
	const python = firstString(find('project', 'requires-python') ?? find('tool.poetry.dependencies', 'python'));
	const dependencies = settings.flatMap((setting) => {
		const { table, key } = setting;
		if (table === 'project' && key === 'dependencies') return listed(document, setting, false);
		if (table === 'project.optional-dependencies') return listed(document, setting, false);
		if (table === 'dependency-groups' || table === 'tool.pdm.dev-dependencies') return listed(document, setting, true);
		if (table === 'tool.uv' && key === 'dev-dependencies') return listed(document, setting, true);
		const poetry = /^tool\.poetry\.(?:(dev-)|group\.[^.]+\.)?dependencies$/.exec(table);
		if (poetry === null || key === 'python') return [];
		return [keyed(document, setting, table !== 'tool.poetry.dependencies')];
	});
	return {
		...named(document, find('project', 'name') ?? find('tool.poetry', 'name')),
		dependencies,
		scripts: settings
			.filter(({ table }) =>
				/^(?:project\.scripts|tool\.(?:poetry\.scripts|poe\.tasks|pdm\.scripts|taskipy\.tasks))$/.test(table),
			)
			.flatMap((setting) => scriptOf(document, setting)),
		engines: python === undefined ? {} : { python },
		workspaces: stringsOf(find('tool.uv.workspace', 'members')),
	};
}

export function readPipfile(document: TextDocument): ManifestParts {
	const settings = readToml(document.text);
	const python = firstString(settings.find(({ table, key }) => table === 'requires' && key.startsWith('python')));
	return {
		dependencies: settings
			.filter(({ table }) => table === 'packages' || table === 'dev-packages')
			.map((setting) => keyed(document, setting, setting.table === 'dev-packages')),
		scripts: settings.filter(({ table }) => table === 'scripts').flatMap((setting) => scriptOf(document, setting)),
		engines: python === undefined ? {} : { python },
	};
}

export function readCargo(document: TextDocument): ManifestParts {
	const settings = readToml(document.text);
	const find = (table: string, key: string) => settings.find((item) => item.table === table && item.key === key);
	const dependencies = settings.flatMap((setting) => {
		const found = /^(?:workspace\.|target\..+\.)?((?:dev-|build-)?)dependencies$/.exec(setting.table);
		return found === null
			? []
			: [{ ...keyed(document, setting, found[1] !== ''), name: setting.key.split('.')[0] ?? setting.key }];
	});
	const rust = firstString(find('package', 'rust-version'));
	return {
		...named(document, find('package', 'name')),
		dependencies,
		engines: rust === undefined ? {} : { rust },
		workspaces: stringsOf(find('workspace', 'members')),
	};
}

const stringsOf = (setting: Setting | undefined): string[] =>
	setting === undefined ? [] : stringsIn(setting).map(({ text }) => text);
