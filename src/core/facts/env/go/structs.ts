import { ancestors, namedChildren, type SyntaxNode } from '../../../syntax/node';
import { rangeOf, variableName, type EnvContext } from '../context';
import { publicDefault } from '../defaults';
import type { EnvClassFact, EnvField, EnvPresence } from '../types';

const tag = /\b(env|envconfig|conf|env_name)\s*:\s*"([^"]*)"/;
const marked = /`[^`\n]*\b(?:env|envconfig|envPrefix|envDefault|env-prefix|env-default)\s*:\s*"/;

/**
 * Structs with `env:"X"` tags (caarlos0, cleanenv, sethvargo, kong), `envconfig:"X"`, and those handed to
 * `envconfig.Process("prefix", &cfg)`, whose field names are variables. Structs that nest others are resolved in the index.
 */
export function readStructs(context: EnvContext): void {
	const { document, root } = context;
	const { text } = document;
	const processed = [...text.matchAll(/\benvconfig\.(?:Must)?Process\(\s*"([^"]*)"\s*,\s*(?:&\s*)?(\w+)/g)].map(
		(match) => ({
			prefix: match[1] ?? '',
			type: typeOf(text, match[2] ?? '', match.index),
		}),
	);
	if (processed.length === 0 && !marked.test(text)) return;
	for (const match of text.matchAll(/(?:^|[\n(])\s*(?:type\s+)?(\w+)\s+struct\s*\{/g)) {
		const name = match[1] ?? '';
		const node = root.descendantForIndex(match.index + match[0].length - 1);
		const at = node === null ? undefined : [...ancestors(node)].find((outer) => outer.type === 'struct_type');
		if (at === undefined) continue;
		const process = processed.find((item) => item.type === name);
		const fields = fieldsOf(context, at, process !== undefined, '');
		if (fields.length === 0) continue;
		const fact: EnvClassFact = {
			kind: 'env-class',
			name,
			bases: [],
			root: true,
			via: process === undefined ? 'env tag' : 'envconfig',
			range: rangeOf(document, at),
			...(process === undefined || process.prefix === '' ? {} : { prefix: `${process.prefix.toUpperCase()}_` }),
			fields,
		};
		context.emit(fact);
	}
}

/** The struct of a variable: `var cfg Config`, `cfg := Config{}`, `cfg *Config` as a parameter. */
function typeOf(text: string, name: string, before: number): string | undefined {
	const pattern = new RegExp(
		`\\b${name}\\s*(?::=|=)?\\s*(?:&|\\*|new\\()?\\s*(?:\\w+\\.)?([A-Z]\\w*|[a-z]\\w*[cC]onfig)\\b`,
		'g',
	);
	return [...text.slice(0, before).matchAll(pattern)].at(-1)?.[1];
}

function fieldsOf(context: EnvContext, struct: SyntaxNode, byName: boolean, prefix: string): EnvField[] {
	const list = namedChildren(struct).find((child) => child.type === 'field_declaration_list');
	return list === undefined
		? []
		: namedChildren(list).flatMap((field) =>
				field.type === 'field_declaration' ? fieldOf(context, field, byName, prefix) : [],
			);
}

function fieldOf(context: EnvContext, field: SyntaxNode, byName: boolean, prefix: string): EnvField[] {
	const text = field.childForFieldName('tag')?.text ?? '';
	const nameNode = field.childForFieldName('name');
	const type = field.childForFieldName('type');
	const own = tag.exec(text);
	const [variable = '', ...options] = (own?.[2] ?? '').split(',').map((part) => part.trim());
	const nested =
		/\b(?:envPrefix|env-prefix|envprefix)\s*:\s*"([^"]*)"/.exec(text)?.[1] ??
		options.find((option) => option.startsWith('prefix='))?.slice(7) ??
		'';
	if (type?.type === 'struct_type') {
		const inner = byName && nested === '' && nameNode !== null ? `${nameNode.text.toUpperCase()}_` : nested;
		return fieldsOf(context, type, byName, prefix + inner);
	}
	const typeName = /^\*?(?:\w+\.)?([A-Z]\w*)$/.exec(type?.text ?? '')?.[1];
	if (variable === '-' || /\bignored\s*:\s*"true"/.test(text)) return [];
	if (variable === '') {
		if (typeName !== undefined && !byName)
			return [
				{
					name: '',
					type: typeName,
					prefix: prefix + nested,
					range: rangeOf(context.document, nameNode ?? field),
					presence: 'plain',
				},
			];
		if (!byName || nameNode === null) return [];
	}
	const split = /\bsplit_words\s*:\s*"true"/.test(text);
	const name =
		variable !== ''
			? variable
			: (split && nameNode !== null ? words(nameNode.text) : (nameNode?.text ?? '')).toUpperCase();
	return [
		...name
			.split('|')
			.filter((item) => variableName.test(item))
			.map((item): EnvField => ({
				name: prefix + (own?.[1] === 'envconfig' ? item.toUpperCase() : item),
				range: rangeOf(context.document, nameNode ?? field),
				...presetIn(context, field, nameNode, presenceOf(text, options, prefix + item)),
				...(byName && typeName !== undefined ? { type: typeName, prefix: `${item}_` } : {}),
			})),
	];
}

function presenceOf(
	text: string,
	options: readonly string[],
	name: string,
): { presence: EnvPresence; default?: string } {
	const value =
		/\b(?:envDefault|env-default|default)\s*:\s*"([^"]*)"/.exec(text)?.[1] ??
		options.find((option) => option.startsWith('default='))?.slice(8);
	if (value !== undefined) {
		const shown = publicDefault(value, name);
		return { presence: 'defaulted', ...(shown === undefined ? {} : { default: shown }) };
	}
	const isRequired =
		options.some((option) => /^(?:required|notEmpty)$/.test(option)) ||
		/\b(?:required|env-required)\s*:\s*"true"/.test(text) ||
		/\bvalidate\s*:\s*"[^"]*\brequired\b(?!_)/.test(text);
	return { presence: isRequired ? 'assumes' : 'plain' };
}

/** `EnvConfig{ Host: "0.0.0.0" }` in the same file gives the field a value before the environment does. */
function presetIn(
	{ document, root }: EnvContext,
	field: SyntaxNode,
	nameNode: SyntaxNode | null,
	own: { presence: EnvPresence; default?: string },
): { presence: EnvPresence; default?: string } {
	if (own.presence !== 'plain' || nameNode === null) return own;
	const struct = [...ancestors(field)].find((outer) => outer.type === 'type_spec')?.childForFieldName('name')?.text;
	for (const match of document.text.matchAll(new RegExp(`\\b${nameNode.text}:\\s`, 'g'))) {
		const literal = [...ancestors(root.descendantForIndex(match.index) ?? root)].find(
			(outer) => outer.type === 'composite_literal',
		);
		if (struct !== undefined && literal?.childForFieldName('type')?.text === struct) return { presence: 'defaulted' };
	}
	return own;
}

const words = (name: string): string =>
	name.replace(/([a-z0-9])([A-Z])/g, '$1_$2').replace(/([A-Z]+)([A-Z][a-z])/g, '$1_$2');
