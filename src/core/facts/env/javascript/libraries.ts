import { ancestors, type SyntaxNode } from '../../../syntax/node';
import type { Collector } from '../collector';
import { constantName, nodeAt, spanOf, type EnvContext } from '../context';
import { importsOf } from '../imports';
import type { EnvPresence } from '../types';
import { readFields } from './schemas';

/** Words of libraries that read the environment by a name they are given. */
export const libraryMarkers = [
	'configservice',
	'loadenv',
	'getsecret',
	'runtimeconfig',
	'validationschema',
	'userunctimeconfig',
	'joi',
	'adonisjs',
];

/** `configService.get('X')`, env-var's `env.get('X').required()`, vite's `loadEnv`, Nuxt's runtime config, `Env.get('X')`. */
export function readLibraries(context: EnvContext, collector: Collector): void {
	const { document, reader, root } = context;
	const { text } = document;
	const getters: { pattern: RegExp; via: string }[] = [];
	if (/\bConfigService\b/.test(text)) {
		const names = [...text.matchAll(/\b(\w+)\??\s*:\s*(?:Nest)?ConfigService\b/g)].map((match) => match[1] ?? '');
		const all = [...new Set([...names, 'configService', 'config'])].join('|');
		getters.push({
			pattern: new RegExp(`(?<![\\w$])(?:${all})\\??\\.(?:get|getOrThrow)\\s*(?:<[^()]*?>)?\\(`, 'g'),
			via: 'ConfigService',
		});
	}
	for (const [local, { source }] of importsOf(context)) {
		if (source === 'env-var')
			getters.push({
				pattern: new RegExp(`(?<![\\w$])${local}(?:\\.from\\([^)]*\\))?\\s*\\.get\\(`, 'g'),
				via: 'env-var',
			});
		if (/^(?:@ioc:Adonis\/Core\/Env|#start\/env)$/.test(source))
			getters.push({ pattern: new RegExp(`(?<![\\w$])${local}\\.get\\(`, 'g'), via: 'Env' });
		if (source.startsWith('astro:env') && local === 'getSecret')
			getters.push({ pattern: /\bgetSecret\(/g, via: source });
	}
	for (const { pattern, via } of getters) {
		for (const match of text.matchAll(pattern)) {
			const end = match.index + match[0].length;
			const at = callEndingAt(context, nodeAt(root, { start: end - 1, end }));
			const call = at === undefined ? undefined : reader.call(at);
			const name = call?.arguments[0];
			const literal = name === undefined ? undefined : reader.string(name)?.value;
			if (at === undefined || call === undefined || name === undefined) continue;
			// A key such as `database.host` is a path in a configuration object, which is read elsewhere.
			if (via === 'ConfigService' && (literal === undefined || !constantName.test(literal))) continue;
			const options = call.arguments[1];
			const fallback = options !== undefined && !reader.is(options, 'object') ? options : undefined;
			const presence = chainPresence(text.slice(at.endIndex, at.endIndex + 200), call.name);
			const preset = /^(?:\s*\.\w+\([^)]*\))*?\s*\.default\(\s*(?:'([^']*)'|"([^"]*)"|([\w.]+))/.exec(
				text.slice(at.endIndex, at.endIndex + 200),
			);
			if (via === 'env-var' && literal !== undefined) {
				const value = preset?.[1] ?? preset?.[2] ?? preset?.[3];
				collector.named({
					name: literal,
					span: reader.string(name) ?? spanOf(name),
					via,
					presence: presence ?? 'plain',
					...(value === undefined ? {} : { default: value }),
				});
			} else {
				collector.read({
					expression: at,
					name,
					via,
					...(presence === undefined ? {} : { presence }),
					...(fallback === undefined
						? {}
						: { fallback, fallbackSpan: { start: name.endIndex, end: fallback.endIndex } }),
				});
			}
		}
	}
	readValidationSchemas(context, collector);
	readRuntimeConfig(context, collector);
}

function chainPresence(after: string, method: string): EnvPresence | undefined {
	const chain = /^(?:\s*\.\w+\([^()]*\))+/.exec(after)?.[0] ?? '';
	if (/\.default\(/.test(chain)) return 'defaulted';
	return method === 'getOrThrow' || /\.required\((?!false)/.test(chain) ? 'assumes' : undefined;
}

function callEndingAt({ reader }: EnvContext, node: SyntaxNode | null): SyntaxNode | undefined {
	return node === null ? undefined : [...ancestors(node)].slice(0, 3).find((outer) => reader.is(outer, 'call'));
}

/** Nest's `ConfigModule.forRoot({ validationSchema: Joi.object({ … }) })`, and Joi objects in files about configuration. */
function readValidationSchemas(context: EnvContext, collector: Collector): void {
	const { document, reader, root } = context;
	for (const match of document.text.matchAll(/\bvalidationSchema\s*:/g)) {
		const node = root.descendantForIndex(match.index);
		const pair = node?.parent === null || node === null ? undefined : reader.keyValue(node.parent);
		if (pair?.value !== undefined) readFields(context, collector, pair.value, 'ConfigModule', 0);
	}
}

/** `runtimeConfig: { apiSecret: '', public: { apiBase: '' } }` is filled from `NUXT_API_SECRET` and `NUXT_PUBLIC_API_BASE`. */
function readRuntimeConfig(context: EnvContext, collector: Collector): void {
	const { document, reader, root } = context;
	if (!/(?:^|\/)nuxt\.config\.\w+$/.test(document.path)) return;
	for (const match of document.text.matchAll(/\bruntimeConfig\s*:/g)) {
		const node = root.descendantForIndex(match.index);
		const pair = node?.parent === null || node === null ? undefined : reader.keyValue(node.parent);
		if (pair?.value !== undefined) nuxtKeys(context, collector, pair.value, 'NUXT');
	}

	function nuxtKeys(at: EnvContext, into: Collector, object: SyntaxNode, prefix: string): void {
		for (const { key, keyNode, value } of reader.pairs(object)) {
			if (key === undefined || value === undefined) continue;
			const name = `${prefix}_${key.replace(/([a-z0-9])([A-Z])/g, '$1_$2').toUpperCase()}`;
			if (reader.is(value, 'object')) nuxtKeys(at, into, value, name);
			// A value of its own is a default, an empty one is meant to be set from outside, but may be set in another way.
			else into.named({ name, span: spanOf(keyNode), via: 'runtimeConfig', presence: 'guarded' });
		}
	}
}
