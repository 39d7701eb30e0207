import type { SyntaxNode } from '../../syntax/node';
import { callOver, indexOver, readGetter, readIndex, type Getter } from './access';
import { collectCalls } from './calls';
import { createCollector, type Collector } from './collector';
import { collectConstants } from './constants';
import { constantName, nodeAt, type EnvContext, type EnvLanguage } from './context';
import { wrapperNames } from './wrapperNames';

const getters: readonly Getter[] = [
	{ callee: /^\\?env$/, via: 'env()', fallback: 1 },
	{ callee: /^\\?(?:getenv|apache_getenv)$/, via: 'getenv' },
];
const facade: readonly Getter[] = [
	{ callee: /^(?:get|read)$/, receiver: /^\\?(?:\w+\\)*Env$/, via: 'Env', fallback: 1 },
	{ callee: /^getOrFail$/, receiver: /^\\?(?:\w+\\)*Env$/, via: 'Env', presence: 'assumes' },
];

export const php: EnvLanguage = {
	markers: ['env', 'getenv', '_env', '_server', 'putenv'],
	needs: /\benv\(|getenv\(|\$_ENV\b|\$_SERVER\b|\bEnv::|putenv\(/,
	extract(outer) {
		const { context, names } = wrapperNames(outer);
		const collector = createCollector(context);
		for (const word of context.words) {
			const node = nodeAt(context.root, word);
			if (node === null) continue;
			if (/^\$?_(?:ENV|SERVER)$/.test(node.text)) readSuperglobal(context, collector, node);
			else if (/^(?:env|getenv|Env)$/.test(node.text)) readFunction(context, collector, node);
			else if (node.text === 'putenv') readPut(context, collector, node);
		}
		readParameters(context, collector);
		readBlade(context, collector);
		collectConstants(context);
		collectCalls(context, collector, names);
		collector.finish();
	},
};

function readFunction(context: EnvContext, collector: Collector, node: SyntaxNode): void {
	const found = callOver(context, node, 3);
	if (found === undefined) return;
	readGetter(context, collector, found, found.call.receiver === undefined ? getters : facade);
}

function readSuperglobal(context: EnvContext, collector: Collector, node: SyntaxNode): void {
	const variable = node.type === 'variable_name' ? node : (node.parent ?? node);
	const index = indexOver(context, variable);
	const name = variable.text.replace('$', '');
	if (index === undefined) return;
	// $_SERVER holds the request as well.
	const literal = context.reader.string(index.key)?.value;
	if (
		name === '_SERVER' &&
		(literal === undefined ? /^['"]/.test(index.key.text) : requestName.test(literal) || !constantName.test(literal))
	)
		return;
	readIndex(context, collector, index, `$${name}`);
}

const requestName =
	/^(?:HTTP_|REQUEST_|REMOTE_|SERVER_|SCRIPT_|PHP_|PATH_INFO|PATH_TRANSLATED|QUERY_STRING|DOCUMENT_|CONTENT_|HTTPS$|GATEWAY_|AUTH_TYPE|ORIG_|argv|argc|REDIRECT_|UNIQUE_ID|SSL_)/i;

/** `putenv('X=1')`. */
function readPut(context: EnvContext, collector: Collector, node: SyntaxNode): void {
	const argument = callOver(context, node, 3)?.call.arguments[0];
	const literal = argument === undefined ? undefined : context.reader.string(argument);
	const name = /^(\w+)=/.exec(literal?.value ?? '')?.[1];
	if (literal !== undefined && name !== undefined)
		collector.set(name, { start: literal.start, end: literal.start + name.length }, 'assign', 'putenv');
}

/** `{{ env('X') }}` in a Blade template, which is text to the grammar. */
function readBlade({ document }: EnvContext, collector: Collector): void {
	if (!document.path.endsWith('.blade.php')) return;
	for (const match of document.text.matchAll(/(?<![\w>:$])env\(\s*['"](\w+)['"](\s*,)?/g)) {
		const name = match[1] ?? '';
		const start = match.index + match[0].indexOf(name, 4);
		if (!collector.has({ start, end: start + name.length }))
			collector.named({
				name,
				span: { start, end: start + name.length },
				via: 'env()',
				presence: match[2] === undefined ? 'plain' : 'defaulted',
			});
	}
}

/** Symfony's `'%env(bool:X)%'`. */
function readParameters({ document }: EnvContext, collector: Collector): void {
	for (const match of document.text.matchAll(symfonyParameter)) {
		const name = match[2] ?? '';
		const start = match.index + match[0].lastIndexOf(name);
		collector.named({
			name,
			span: { start, end: start + name.length },
			via: '%env()%',
			presence: /\bdefault:/.test(match[1] ?? '') ? 'defaulted' : 'assumes',
		});
	}
}

export const symfonyParameter = /%env\(((?:[\w-]*:)*)([A-Z][A-Z0-9_]*)\)%/g;
