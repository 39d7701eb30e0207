import { ancestors, type SyntaxNode } from '../../../syntax/node';
import { callOver, readGetter, type Getter } from '../access';
import { collectCalls } from '../calls';
import { createCollector, type Collector } from '../collector';
import { collectConstants } from '../constants';
import { constantName, nodeAt, variableName, type EnvContext, type EnvLanguage } from '../context';
import { wrapperNames } from '../wrapperNames';
import { readStructs } from './structs';

const getters: readonly Getter[] = [
	{ callee: /^Getenv$/, receiver: /^(?:os|syscall|env)$/, via: 'os.Getenv' },
	{ callee: /^LookupEnv$/, receiver: /^os$/, via: 'os.LookupEnv' },
	{ callee: /^(?:Setenv)$/, receiver: /^(?:os|t|suite|s)$/, via: 'os.Setenv', sets: 'assign' },
	{ callee: /^Unsetenv$/, receiver: /^os$/, via: 'os.Unsetenv', sets: 'remove' },
	{ callee: /^EnvVars$/, receiver: /^cli$/, via: 'cli', presence: 'guarded', many: true },
];

export const go: EnvLanguage = {
	markers: [
		'getenv',
		'lookupenv',
		'setenv',
		'unsetenv',
		'expandenv',
		'env',
		'envvar',
		'envvars',
		'envconfig',
		'envdefault',
		'envprefix',
		'env_prefix',
		'viper',
		'bindenv',
		'automaticenv',
		'setenvprefix',
		'koanf',
	],
	needs:
		/\b(?:Getenv|LookupEnv|[SU](?:n?)setenv|Setenv|ExpandEnv|EnvVars?|BindEnv|AutomaticEnv|envconfig)\b|\benv\w*:"/,
	extract(outer) {
		const { context, names } = wrapperNames(outer);
		const collector = createCollector(context);
		for (const word of context.words) {
			const node = nodeAt(context.root, word);
			if (node === null) continue;
			if (/^(?:Getenv|LookupEnv|Setenv|Unsetenv|EnvVars)$/.test(node.text)) readFunction(context, collector, node);
			if (/^(?:EnvVars?)$/.test(node.text)) readFlag(collector, node);
			if (node.text === 'ExpandEnv') readExpand(context, collector, node);
		}
		readViper(context, collector);
		readStructs(context);
		collectConstants(context);
		collectCalls(context, collector, names);
		collector.finish();
	},
};

/** A call, or `get := os.Getenv` and a function handed over: `load(os.Getenv)`. */
function readFunction(context: EnvContext, collector: Collector, node: SyntaxNode): void {
	const found = callOver(context, node, 3);
	if (found !== undefined) readGetter(context, collector, found, getters);
}

/** urfave/cli: `&cli.StringFlag{EnvVars: []string{"A"}, Value: "x"}`, `EnvVar: "A,B"`. */
function readFlag(collector: Collector, node: SyntaxNode): void {
	const at = [...ancestors(node)].slice(0, 4).find((outer) => outer.type === 'keyed_element');
	const text = at?.text ?? '';
	if (at === undefined || !/^EnvVars?\s*:/.test(text)) return;
	const holder = at.parent?.text ?? '';
	const presence = /\bRequired\s*:\s*true/.test(holder)
		? 'assumes'
		: /\b(?:Value|DefaultText)\s*:/.test(holder)
			? 'defaulted'
			: 'guarded';
	const names = [...text.matchAll(/"([^"]+)"/g)].flatMap((match) => {
		const start = at.startIndex + match.index + 1;
		return (match[1] ?? '')
			.split(',')
			.map((name) => ({ name: name.trim(), span: { start, end: start + (match[1] ?? '').length } }));
	});
	for (const { name, span } of names) {
		const others = names.filter((other) => other.name !== name).map((other) => other.name);
		if (variableName.test(name))
			collector.named({ name, span, via: 'cli', presence, ...(others.length === 0 ? {} : { alternatives: others }) });
	}
}

/** `os.ExpandEnv("$HOME/x")`. */
function readExpand(context: EnvContext, collector: Collector, node: SyntaxNode): void {
	const argument = callOver(context, node, 3)?.call.arguments[0];
	const literal = argument === undefined ? undefined : context.reader.string(argument);
	for (const match of literal?.value.matchAll(/\$\{?([A-Z_][A-Z0-9_]*)\}?/g) ?? []) {
		const start = (literal?.start ?? 0) + match.index;
		collector.named({
			name: match[1] ?? '',
			span: { start, end: start + match[0].length },
			via: 'os.ExpandEnv',
			presence: 'assumes',
		});
	}
}

/** `viper.BindEnv("port", "APP_PORT")`, `viper.SetEnvPrefix("app")`, `viper.AutomaticEnv()`. */
function readViper(context: EnvContext, collector: Collector): void {
	const { document, reader, root } = context;
	const { text } = document;
	if (!/\b(?:BindEnv|AutomaticEnv|MustBindEnv)\b/.test(text)) return;
	const prefix = /\bSetEnvPrefix\(\s*"([^"]*)"/.exec(text)?.[1]?.toUpperCase();
	const full = (key: string): string =>
		(prefix === undefined ? '' : `${prefix}_`) + key.toUpperCase().replace(/[.-]/g, '_');
	for (const match of text.matchAll(/\.(Must)?BindEnv\(/g)) {
		const node = root.descendantForIndex(match.index + 1);
		const call = node === null ? undefined : callOver(context, node, 4)?.call;
		const [key, ...names] = call?.arguments ?? [];
		const literals = (names.length > 0 ? names : key === undefined ? [] : [key])
			.map((item) => reader.string(item))
			.filter((item) => item !== undefined);
		for (const literal of literals)
			collector.named({
				name: names.length > 0 ? literal.value : full(literal.value),
				span: literal,
				via: 'viper',
				presence: 'plain',
			});
	}
	const automatic = /\bAutomaticEnv\(/.exec(text);
	if (automatic === null) return;
	if (prefix !== undefined)
		collector.named({
			name: `${prefix}_`,
			dynamic: { suffix: '' },
			span: { start: automatic.index, end: automatic.index + 12 },
			via: 'viper',
			presence: 'guarded',
		});
	const preset = new Map(
		[...text.matchAll(/\bSetDefault\(\s*"([^"]+)"\s*,\s*("?)([^"),]*)\2/g)].map((match) => [
			match[1] ?? '',
			match[3] ?? '',
		]),
	);
	for (const match of text.matchAll(/\b(?:viper|v)\.(?:Get\w*|IsSet|SetDefault)\(\s*"([\w.-]+)"/g)) {
		const key = match[1] ?? '';
		const start = match.index + match[0].length - key.length - 1;
		const value = preset.get(key);
		if (!constantName.test(full(key))) continue;
		collector.named({
			name: full(key),
			span: { start, end: start + key.length },
			via: 'viper',
			presence: value === undefined ? 'plain' : 'defaulted',
			...(value === undefined ? {} : { default: value }),
		});
	}
}
