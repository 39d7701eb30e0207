import { ancestors, type SyntaxNode } from '../../syntax/node';
import { callOver, readGetter, type Getter } from './access';
import { collectCalls } from './calls';
import { createCollector, type Collector } from './collector';
import { collectConstants } from './constants';
import { nodeAt, rangeOf, variableName, type EnvContext, type EnvLanguage } from './context';
import { importsOf } from './imports';
import type { EnvField, EnvPresence } from './types';
import { wrapperNames } from './wrapperNames';

const module = /^(?:std::)?env$|^dotenvy?$|^dotenv_codegen$/;
const getters: readonly Getter[] = [
	{ callee: /^(?:var|var_os)$/, receiver: module, via: 'env::var' },
	{ callee: /^set_var$/, receiver: module, via: 'env::set_var', sets: 'assign' },
	{ callee: /^remove_var$/, receiver: module, via: 'env::remove_var', sets: 'remove' },
];
const macros: readonly Getter[] = [
	{ callee: /^(?:env|dotenv)$/, via: 'env!', presence: 'assumes' },
	{ callee: /^option_env$/, via: 'option_env!', presence: 'plain' },
];
/** A function of `std::env` in a macro's tokens, which have no tree. */
const inTokens =
	/\b(?:env|dotenvy?)::(?:var|var_os)\(\s*"(\w+)"\s*\)\s*((?:\.\w+\([^()]*\))*\??)|\b(env|option_env)!\(\s*"(\w+)"/g;

export const rust: EnvLanguage = {
	markers: ['var', 'var_os', 'env', 'option_env', 'dotenv', 'dotenvy', 'set_var', 'remove_var', 'envy', 'envconfig'],
	needs: /\benv::|\benv!|\boption_env!|\bdotenv|\benv\s*[=,)\]]|\benvy\b|Envconfig/,
	extract(outer) {
		const { context, names } = wrapperNames(outer);
		const collector = createCollector(context);
		const aliases = new Map(
			[...importsOf(context)].filter(
				([, { source, imported }]) => module.test(source) && /^var(?:_os)?$/.test(imported ?? ''),
			),
		);
		for (const word of context.words) {
			const node = nodeAt(context.root, word);
			if (node === null || node.type === 'line_comment') continue;
			if (/^(?:var|var_os|set_var|remove_var)$/.test(node.text))
				readCall(context, collector, node, aliases.has(node.text));
			else if (/^(?:env|option_env|dotenv)$/.test(node.text)) readMacro(context, collector, node);
		}
		readTokens(context, collector);
		readStructs(context);
		collectConstants(context);
		collectCalls(context, collector, names);
		collector.finish(isInTests);
	},
};

function readCall(context: EnvContext, collector: Collector, node: SyntaxNode, isImported: boolean): void {
	const found = callOver(context, node, 3);
	if (found === undefined) return;
	const bare: Getter = { callee: /^var(?:_os)?$/, via: 'env::var' };
	readGetter(context, collector, found, isImported && found.call.receiver === undefined ? [bare] : getters);
}

/** `env!("X")`, and the argument of clap's `#[arg(env = "X")]`. */
function readMacro(context: EnvContext, collector: Collector, node: SyntaxNode): void {
	const { document } = context;
	if (node.parent?.type === 'macro_invocation') {
		const found = callOver(context, node, 2);
		if (found !== undefined) readGetter(context, collector, found, macros);
		return;
	}
	const attribute = [...ancestors(node)].slice(0, 5).find((outer) => outer.type === 'attribute');
	if (attribute === undefined || !/^(?:\w+::)*(?:arg|clap|structopt|option|command|opts?)\s*\(/.test(attribute.text))
		return;
	const value = /^env\s*=\s*"(\w+)"/.exec(document.text.slice(node.startIndex, node.startIndex + 120));
	const field = fieldAfter(attribute);
	const name = value?.[1] ?? field?.name.toUpperCase();
	if (
		name === undefined ||
		(value === null && /^env\s*=/.test(document.text.slice(node.startIndex, node.startIndex + 20)))
	)
		return;
	const preset = /\bdefault_value(?:_t)?\s*=\s*("?)([^",)]*)\1/.exec(attribute.text)?.[2];
	const isOptional = field !== undefined && /^(?:Option|Vec|bool)\b/.test(field.type);
	const start = node.startIndex + (value === null ? 0 : value[0].lastIndexOf(name));
	const end = value === null ? node.endIndex : start + name.length;
	const presence: EnvPresence =
		preset !== undefined || /\bdefault_value/.test(attribute.text) ? 'defaulted' : isOptional ? 'guarded' : 'assumes';
	collector.named({
		name,
		span: { start, end },
		via: 'clap',
		presence,
		...(preset === undefined || preset === '' ? {} : { default: preset }),
	});
}

function fieldAfter(attribute: SyntaxNode): { name: string; type: string } | undefined {
	let next = attribute.parent?.nextNamedSibling ?? null;
	while (next !== null && /attribute_item|comment/.test(next.type)) next = next.nextNamedSibling;
	const name = next?.childForFieldName('name')?.text;
	return name === undefined ? undefined : { name, type: next?.childForFieldName('type')?.text ?? '' };
}

function readTokens({ document, root }: EnvContext, collector: Collector): void {
	for (const match of document.text.matchAll(inTokens)) {
		const node = root.descendantForIndex(match.index + 1);
		if (node === null || ![...ancestors(node)].some((outer) => outer.type === 'token_tree')) continue;
		if ([...ancestors(node)].some((outer) => outer.type === 'attribute_item')) continue;
		const name = match[1] ?? match[4] ?? '';
		const start = match.index + match[0].indexOf(`"${name}"`) + 1;
		const after = match[2] ?? '';
		const presence: EnvPresence = /unwrap_or/.test(after)
			? 'defaulted'
			: /\?$|unwrap\(|expect\(/.test(after) || match[3] === 'env'
				? 'assumes'
				: 'plain';
		collector.named({
			name,
			span: { start, end: start + name.length },
			via: match[3] === undefined ? 'env::var' : `${match[3]}!`,
			presence,
		});
	}
}

/** `envy::from_env::<Config>()`, `envy::prefixed("APP_").from_env::<Config>()`, and `#[derive(Envconfig)]` fields. */
function readStructs(context: EnvContext): void {
	const { document, root } = context;
	const { text } = document;
	const roots = [...text.matchAll(/\benvy::(?:prefixed\(\s*"(\w*)"\s*\)\s*\.\s*)?from_env(?:::<\s*(\w+)\s*>)?\(/g)].map(
		(match) => ({
			prefix: match[1] ?? '',
			name:
				match[2] ??
				/->\s*(?:\w+::)*(?:Result|Option)?<?\s*(\w+)/.exec(
					text.slice(Math.max(0, match.index - 200), match.index),
				)?.[1] ??
				'',
		}),
	);
	for (const match of text.matchAll(/((?:#\[[^\]]*\]\s*)*)(?:pub(?:\([^)]*\))?\s+)?struct\s+(\w+)\s*\{/g)) {
		const name = match[2] ?? '';
		const own = roots.find((item) => item.name === name || (item.name === 'Self' && text.includes(`impl ${name}`)));
		const isDerived = /\bEnvconfig\b/.test(match[1] ?? '');
		if (own === undefined && !isDerived) continue;
		const node = root.descendantForIndex(match.index + match[0].length - 1);
		const struct = node === null ? undefined : [...ancestors(node)].find((outer) => outer.type === 'struct_item');
		const body = struct?.childForFieldName('body');
		if (struct === undefined || body === null || body === undefined) continue;
		const fields = [
			...body.text.matchAll(/((?:#\[[^\]]*\]\s*)*)(?:pub(?:\([^)]*\))?\s+)?(\w+)\s*:\s*([\w<>:, ]+)/g),
		].map((item): EnvField => {
			const attributes = item[1] ?? '';
			const renamed = /\b(?:rename|from)\s*=\s*"(\w+)"/.exec(attributes)?.[1];
			const start = body.startIndex + item.index + attributes.length;
			const preset = /\bdefault\s*=\s*"([^"]*)"/.exec(attributes)?.[1];
			return {
				name: (renamed ?? item[2] ?? '').toUpperCase(),
				range: document.range({ start, end: start + (item[2] ?? '').length }),
				presence: /\bdefault\b/.test(attributes)
					? 'defaulted'
					: /^\s*Option\b/.test(item[3] ?? '')
						? 'guarded'
						: 'assumes',
				...(isDerived && preset !== undefined ? { default: preset } : {}),
			};
		});
		context.emit({
			kind: 'env-class',
			name,
			bases: [],
			root: true,
			via: isDerived ? 'envconfig' : 'envy',
			range: rangeOf(document, struct.childForFieldName('name') ?? struct),
			...(own === undefined || own.prefix === '' ? {} : { prefix: own.prefix }),
			fields: fields.filter((field) => variableName.test(field.name)),
		});
	}
}

/** Below `#[cfg(test)]` or `#[test]`. */
function isInTests(node: SyntaxNode): boolean {
	for (const outer of ancestors(node)) {
		if (outer.type !== 'mod_item' && outer.type !== 'function_item') continue;
		for (
			let before = outer.previousNamedSibling;
			before?.type === 'attribute_item';
			before = before.previousNamedSibling
		) {
			if (/\bcfg\(\s*(?:all\(\s*)?test\b|^#\[(?:\w+::)*test\b/.test(before.text)) return true;
		}
	}
	return false;
}
