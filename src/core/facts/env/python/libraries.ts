import { ancestors, type SyntaxNode } from '../../../syntax/node';
import { callOver, readGetter, type Getter } from '../access';
import type { Collector } from '../collector';
import { variableName, type EnvContext } from '../context';
import { isNothing } from '../defaults';
import { importsOf } from '../imports';
import { escape } from '../lookup';

const parsers =
	/^(?:str|bool|int|float|json|list|tuple|dict|url|db|db_url|cache|cache_url|email|email_url|search_url|channels|channels_url|path|bytes|decimal|date|datetime|time|timedelta|uuid|log_level|enum|dj_db_url|dj_email_url|dj_cache_url|get_value|unicode|multiline|parse|literal|string|ipv4|ipv6|get)$/;
/** Variables that django-environ reads when it is given no name. */
const implied: Readonly<Record<string, string>> = {
	db: 'DATABASE_URL',
	db_url: 'DATABASE_URL',
	cache: 'CACHE_URL',
	cache_url: 'CACHE_URL',
	email: 'EMAIL_URL',
	email_url: 'EMAIL_URL',
	search_url: 'SEARCH_URL',
	channels: 'CHANNELS_URL',
	channels_url: 'CHANNELS_URL',
};

/** environs, django-environ, decouple, starlette's config, click and typer. */
export function readPythonLibraries(context: EnvContext, collector: Collector): void {
	for (const { local, via } of readersIn(context)) {
		for (const node of uses(context, local)) readUse(context, collector, node, via);
	}
	readOptions(context, collector);
}

interface LocalReader {
	readonly local: string;
	readonly via: string;
}

function readersIn(context: EnvContext): LocalReader[] {
	const { text } = context.document;
	const found: LocalReader[] = [];
	for (const [, local = '', owner = '', name = ''] of text.matchAll(
		/^[ \t]*(\w+)(?:\s*:\s*[\w.]+)?\s*=\s*((?:\w+\.)*)(FileAwareEnv|Env|AutoConfig|Config)\s*\(/gm,
	)) {
		const source = importsOf(context).get(owner.replace(/\..*$/, '') || name)?.source ?? '';
		const via = libraryOf(source);
		if (via !== undefined) found.push({ local, via });
	}
	for (const [local, { source, imported }] of importsOf(context)) {
		if (/^(?:decouple|prettyconf)$/.test(source) && imported === 'config') found.push({ local, via: 'decouple' });
		// The instance of another file: `from config.env import env`.
		else if (imported === 'env' && !/^(?:fabric|jinja2|environs|gym)/.test(source)) found.push({ local, via: 'env' });
		else if (source === 'environs' && imported === 'env') found.push({ local, via: 'environs' });
	}
	return found;
}

function libraryOf(source: string): string | undefined {
	if (/^environs/.test(source)) return 'environs';
	if (/^environ(?:\.|$)/.test(source)) return 'django-environ';
	if (/^decouple/.test(source)) return 'decouple';
	return /^starlette/.test(source) ? 'starlette.config' : undefined;
}

function uses({ document, root }: EnvContext, local: string): SyntaxNode[] {
	return [...document.text.matchAll(new RegExp(`(?<![\\w.])${escape(local)}(?=\\s*[(.])`, 'g'))].flatMap((match) => {
		const node = root.descendantForIndex(match.index, match.index + local.length);
		return node?.type === 'identifier' ? [node] : [];
	});
}

function readUse(context: EnvContext, collector: Collector, node: SyntaxNode, via: string): void {
	const { reader } = context;
	const found = callOver(context, node, 4);
	if (found === undefined) return;
	const { at, call } = found;
	if (call.receiver !== undefined && (call.receiver.text !== node.text || !parsers.test(call.name))) return;
	const [first, second] = call.arguments;
	const name = first === undefined ? undefined : reader.keyValue(first)?.key;
	if (first === undefined || (name !== undefined && name !== 'var')) {
		const variable = implied[call.name];
		if (variable !== undefined)
			collector.named({
				name: variable,
				span: { start: call.nameNode.startIndex, end: call.nameNode.endIndex },
				via,
				presence: call.arguments.length === 0 ? 'assumes' : 'defaulted',
			});
		return;
	}
	const prefix = via === 'environs' || via === 'env' ? prefixAround(at) : '';
	const literal = reader.string(first)?.value;
	if (prefix !== '' && literal !== undefined) {
		collector.read({
			expression: at,
			name: first,
			literal: prefix + literal,
			via,
			presence: hasDefault(context, found.call.arguments) ? 'defaulted' : 'assumes',
		});
		return;
	}
	// The second argument of `env('X', bool)` is a cast.
	const isDefault =
		second !== undefined && (call.receiver !== undefined || reader.string(second) !== undefined) && !isNothing(second);
	// `config("X")` of something else takes no constant.
	if (literal !== undefined && !variableName.test(literal)) return;
	const getter: Getter = {
		callee: /./,
		via,
		presence: isGuarded(context, call.arguments) ? 'guarded' : 'assumes',
		...(isDefault && via !== 'decouple' ? { fallback: 1 } : {}),
	};
	readGetter(context, collector, found, [getter]);
}

const hasDefault = ({ reader }: EnvContext, args: readonly SyntaxNode[]): boolean =>
	args.some(
		(argument, index) =>
			reader.keyValue(argument)?.key === 'default' || (index === 1 && !reader.is(argument, 'named-argument')),
	);

/** `default=None` makes the variable optional. */
const isGuarded = ({ reader }: EnvContext, args: readonly SyntaxNode[]): boolean =>
	args.some((argument, index) => {
		const pair = reader.keyValue(argument);
		return (
			(pair?.key === 'default' && pair.value !== undefined && isNothing(pair.value)) ||
			(index === 1 && isNothing(argument))
		);
	});

/** `with env.prefixed("APP_"):` around the read. */
function prefixAround(node: SyntaxNode): string {
	let prefix = '';
	for (const outer of ancestors(node)) {
		if (outer.type !== 'with_statement') continue;
		const text = /\.prefixed\(\s*["']([A-Za-z_]\w*)["']\s*\)/.exec(outer.text.slice(0, 200))?.[1];
		if (text !== undefined) prefix = text + prefix;
	}
	return prefix;
}

/** `click.option("--x", envvar="X")`, `typer.Option(envvar=["A", "B"])`. */
function readOptions({ document, reader, root }: EnvContext, collector: Collector): void {
	for (const match of document.text.matchAll(/\b(envvar|auto_envvar_prefix|envvar_prefix)\s*=\s*/g)) {
		const pair = reader.keyValue(root.descendantForIndex(match.index)?.parent ?? root);
		if (pair?.value === undefined) continue;
		const isPrefix = match[1] !== 'envvar';
		for (const item of reader.items(pair.value) ?? [pair.value]) {
			const literal = reader.string(item);
			if (literal === undefined || !variableName.test(literal.value)) continue;
			const name = isPrefix ? `${literal.value.replace(/_$/, '')}_` : literal.value;
			const isRequired = /\brequired\s*=\s*True/.test(pair.keyNode.parent?.parent?.text ?? '');
			collector.named({
				name,
				span: literal,
				via: 'envvar',
				presence: isRequired ? 'assumes' : 'guarded',
				...(isPrefix ? { dynamic: { suffix: '' } } : {}),
			});
		}
	}
}
