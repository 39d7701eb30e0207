import type { LanguageId } from '../../syntax/languages';
import type { EnvContext } from './context';

export interface Import {
	/** The module as written: `./env`, `app.config`, `github.com/x/y/config`. */
	readonly source: string;
	/** The name that the module exports; absent for the module as a whole. */
	readonly imported?: string;
}

const cache = new WeakMap<object, ReadonlyMap<string, Import>>();

/** What the names that a file imports stand for. */
export function importsOf({ document }: Pick<EnvContext, 'document'>): ReadonlyMap<string, Import> {
	let found = cache.get(document);
	if (found === undefined) {
		const imports = new Map<string, Import>();
		const add = (local: string, source: string, imported?: string): void => {
			if (/^\w+$/.test(local)) imports.set(local, imported === undefined ? { source } : { source, imported });
		};
		(readers[document.language] ?? ecmascript)(document.text, add);
		cache.set(document, imports);
		found = imports;
	}
	return found;
}

type Add = (local: string, source: string, imported?: string) => void;

const readers: Readonly<Partial<Record<LanguageId, (text: string, add: Add) => void>>> = {
	python,
	go,
	rust,
	java,
	kotlin: java,
	php,
};

/** Items of a list such as `a, b as c`; `separator` stands between a name and its alias. */
function items(list: string, separator: RegExp, each: (name: string, local: string) => void): void {
	for (const item of list.replace(/\/\/.*|#.*|\/\*[\s\S]*?\*\//g, '').split(',')) {
		const [name, local] = item
			.trim()
			.replace(/^type\s+/, '')
			.split(separator);
		if (name !== undefined && name !== '') each(name.trim(), (local ?? name).trim());
	}
}

function ecmascript(text: string, add: Add): void {
	const imports =
		/\bimport\s+(?:type\s+)?([\w$]+)?\s*,?\s*(?:\*\s+as\s+([\w$]+)|\{([^}]*)\})?\s*from\s*['"]([^'"]+)['"]/g;
	for (const [, whole, star, list = '', source = ''] of text.matchAll(imports)) {
		if (whole !== undefined) add(whole, source, 'default');
		if (star !== undefined) add(star, source);
		items(list, /\s+as\s+/, (name, local) => add(local, source, name));
	}
	const requires =
		/\b(?:const|let|var)\s+(?:([\w$]+)|\{([^}]*)\})\s*=\s*(?:await\s+)?(?:require|import)\(\s*['"]([^'"]+)['"]\s*\)(?:\.(\w+))?/g;
	for (const [, whole, list = '', source = '', member] of text.matchAll(requires)) {
		if (whole !== undefined) add(whole, source, member);
		items(list, /\s*:\s*/, (name, local) => add(local, source, name));
	}
}

function python(text: string, add: Add): void {
	for (const [, source = '', list, line] of text.matchAll(
		/^[ \t]*from\s+([\w.]+)\s+import\s+(?:\(([^)]*)\)|([^\n(]+))/gm,
	)) {
		items(list ?? line ?? '', /\s+as\s+/, (name, local) => add(local, source, name));
	}
	for (const [, list = ''] of text.matchAll(/^[ \t]*import\s+([^\n]+)/gm)) {
		items(list, /\s+as\s+/, (name, local) => add(local === name ? (name.split('.').at(-1) ?? name) : local, name));
	}
}

function go(text: string, add: Add): void {
	const head = text.slice(0, text.search(/^(?:func|type)\b/m) >>> 0 || text.length);
	for (const [, alias, source = ''] of head.matchAll(/^\s*(?:import\s+)?(?:([\w.]+)\s+)?"([^"\s]+)"\s*$/gm)) {
		const last =
			source
				.replace(/\/v\d+$/, '')
				.split('/')
				.at(-1) ?? source;
		add(alias ?? last.replace(/^go-|[-.]go$/g, ''), source);
	}
}

function rust(text: string, add: Add): void {
	for (const [, path = '', list, name, alias] of text.matchAll(
		/\buse\s+([\w:]+?)(?:::\{([^;]*)\}|::(\w+)(?:\s+as\s+(\w+))?)?\s*;/g,
	)) {
		if (name !== undefined) add(alias ?? name, path, name);
		items((list ?? '').replace(/[{}]/g, ','), /\s+as\s+/, (item, local) =>
			add(local.split('::').at(-1) ?? local, path, item.split('::').at(-1)),
		);
	}
}

function java(text: string, add: Add): void {
	for (const [, path = '', name = '', alias] of text.matchAll(
		/^\s*import\s+(?:static\s+)?([\w.]+)\.(\w+)(?:\s+as\s+(\w+))?/gm,
	))
		add(alias ?? name, path, name);
}

function php(text: string, add: Add): void {
	for (const [, path = '', name = '', alias] of text.matchAll(
		/^\s*use\s+(?:function\s+)?([\w\\]+)\\(\w+)(?:\s+as\s+(\w+))?\s*;/gm,
	))
		add(alias ?? name, path, name);
}
