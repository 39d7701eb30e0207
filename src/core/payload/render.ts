import type { LanguageId } from '../syntax/languages';

/** How a literal is written where it stands. */
export interface Style {
	readonly family: 'json' | 'yaml' | 'python' | 'javascript' | 'other';
	readonly quote: string;
}

const families: Readonly<Partial<Record<LanguageId, Style['family']>>> = {
	json: 'json',
	yaml: 'yaml',
	python: 'python',
	javascript: 'javascript',
	typescript: 'javascript',
	tsx: 'javascript',
	vue: 'javascript',
	svelte: 'javascript',
	astro: 'javascript',
};

export const familyOf = (language: LanguageId): Style['family'] => families[language] ?? 'other';

/** A JSON value on one line; undefined where the language's literals are not known. */
export function render(value: unknown, style: Style): string | undefined {
	const { family } = style;
	if (typeof value === 'string') return renderString(value, style);
	if (typeof value === 'number') return String(value);
	if (typeof value === 'boolean') return family === 'python' ? (value ? 'True' : 'False') : String(value);
	if (value === null) return family === 'python' ? 'None' : family === 'other' ? undefined : 'null';
	if (family === 'other' || typeof value !== 'object') return undefined;
	if (Array.isArray(value)) return `[${value.map((item) => render(item, style) ?? '').join(', ')}]`;
	const pairs = Object.entries(value).map(([key, item]) => `${renderKey(key, style)}: ${render(item, style) ?? ''}`);
	const space = family === 'python' ? '' : ' ';
	return pairs.length === 0 ? '{}' : `{${space}${pairs.join(', ')}${space}}`;
}

export function renderKey(key: string, style: Style): string {
	const isName = /^[A-Za-z_]\w*$/.test(key);
	return isName && (style.family === 'javascript' || style.family === 'yaml') ? key : renderString(key, style);
}

/** A value of a YAML block: lists and objects on lines of their own below the key. */
export function renderBlock(value: unknown, style: Style, indent: string, eol: string): string {
	if (Array.isArray(value) && value.length > 0) {
		const items = value.map((item) => `${indent}  - ${blockItem(item, style, `${indent}    `, eol)}`);
		return eol + items.join(eol);
	}
	return ` ${render(value, style) ?? ''}`;
}

function blockItem(item: unknown, style: Style, indent: string, eol: string): string {
	if (typeof item !== 'object' || item === null || Array.isArray(item)) return render(item, style) ?? '';
	return Object.entries(item)
		.map(([key, value]) => `${renderKey(key, style)}: ${render(value, style) ?? ''}`)
		.join(eol + indent);
}

const plainYaml = /^[A-Za-z][\w./-]*(?::\/[\w./-]*)?(?: [\w./-]+)*$/;
const wordsOfYaml = /^(?:true|false|null|yes|no|on|off|y|n)$/i;

function renderString(value: string, { family, quote }: Style): string {
	if (family === 'json') return JSON.stringify(value);
	if (family === 'yaml' && quote === '') {
		return plainYaml.test(value) && !wordsOfYaml.test(value) ? value : JSON.stringify(value);
	}
	const mark = quote === '' ? (family === 'python' ? '"' : "'") : quote;
	return mark + value.replaceAll('\\', '\\\\').replaceAll(mark, `\\${mark}`) + mark;
}
