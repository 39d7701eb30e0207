import { ancestors, type SyntaxNode } from '../../../syntax/node';
import { createCollector, type Collector } from '../collector';
import { collectCalls } from '../calls';
import { collectConstants } from '../constants';
import { nodeAt, type EnvContext, type EnvLanguage } from '../context';
import { wrapperNames } from '../wrapperNames';
import { readImportedObjects, emitProxies } from './exported';
import { readBuildSets } from './build';
import { readImports } from './imports';
import { libraryMarkers, readLibraries } from './libraries';
import { createEnvObjects, type EnvObjects } from './objects';
import { readPattern } from './patterns';
import { emitSchemas } from './schemas';
import { readTemplate } from './template';

const owner = /(?:^|[^\w$])(?:process|import\.meta|Bun|Deno)\)?(?:!|\?)?$/;

/** JavaScript and TypeScript, also inside Vue, Svelte and Astro files. */
export const javascript: EnvLanguage = {
	markers: ['env', 'processenv', 'cloudflare', 'z', 'joi', 'yup', 'valibot', ...libraryMarkers],
	needs:
		/\benv\b|\b(?:ProcessEnv|ConfigService|loadEnv|getSecret|validationSchema|runtimeConfig)\b|\b[A-Z][A-Z0-9]*_[A-Z0-9_]+["']?\s*:\s*(?:z|v|Joi|joi|yup|t|Type|S)\.\w/,
	extract(outer) {
		const { context, names } = wrapperNames(outer);
		const collector = createCollector(context);
		const objects = createEnvObjects(context, collector);
		for (const word of context.words) {
			const node = nodeAt(context.root, word);
			if (node !== null) readWord(context, collector, objects, node);
		}
		readImports(context, collector, objects);
		readLibraries(context, collector);
		readBuildSets(context, collector);
		readTemplate(context, collector);
		if (names.size > 0) emitProxies(context);
		readImportedObjects(context);
		emitSchemas(context);
		collectConstants(context);
		collectCalls(context, collector, names);
		collector.finish(isInSourceTest);
	},
};

function readWord(context: EnvContext, collector: Collector, objects: EnvObjects, node: SyntaxNode): void {
	const { reader } = context;
	const { parent } = node;
	if (parent === null) return;
	if (node.text === 'ProcessEnv') {
		readTyped(context, objects, node);
		return;
	}
	if (node.text === 'loadEnv') {
		readLoadEnv(context, objects, node);
		return;
	}
	const access = node.type === 'string_fragment' ? parent.parent : parent;
	const member = access === null ? undefined : reader.member(access);
	if (
		access !== null &&
		member?.property === 'env' &&
		member.propertyNode.startIndex <= node.startIndex &&
		owner.test(member.object.text)
	) {
		objects.use(access, viaOf(member.object.text));
		return;
	}
	// const { env } = process; const { env: { X } } = process
	if (/pattern/.test(parent.type) || node.type === 'shorthand_property_identifier_pattern')
		readEnvPattern(context, collector, objects, node);
}

function viaOf(object: string): string {
	const text = object.replace(/[()!?]/g, '');
	if (text.endsWith('import.meta')) return 'import.meta.env';
	return text.endsWith('Deno') ? 'Deno.env' : text.endsWith('Bun') ? 'Bun.env' : 'process.env';
}

function readEnvPattern(
	{ reader, root, ...rest }: EnvContext,
	collector: Collector,
	objects: EnvObjects,
	node: SyntaxNode,
): void {
	const context: EnvContext = { reader, root, ...rest };
	const pattern = [...ancestors(node)].slice(0, 4).find((outer) => outer.type === 'object_pattern');
	const holder = pattern?.parent;
	const value = holder?.childForFieldName('value') ?? holder?.childForFieldName('right');
	if (pattern === undefined || value === null || value === undefined || !owner.test(` ${reader.unwrap(value).text}`))
		return;
	const via = viaOf(reader.unwrap(value).text);
	const inner = node.parent?.type === 'pair_pattern' ? node.parent.childForFieldName('value') : null;
	const scope =
		[...ancestors(pattern)].find((outer) => reader.is(outer, 'function') || reader.is(outer, 'block')) ?? root;
	if (inner?.type === 'object_pattern') readPattern(context, collector, objects, inner, via);
	else objects.alias((inner ?? node).text, scope, pattern.endIndex, via);
}

/** `function load(env: NodeJS.ProcessEnv)`. */
function readTyped({ reader }: EnvContext, objects: EnvObjects, node: SyntaxNode): void {
	for (const outer of ancestors(node)) {
		if (outer.type !== 'required_parameter' && outer.type !== 'optional_parameter') {
			if (reader.is(outer, 'statement') || reader.is(outer, 'function')) return;
			continue;
		}
		const pattern = outer.childForFieldName('pattern');
		const fn = outer.parent?.parent;
		if (pattern?.type === 'identifier' && fn !== null && fn !== undefined)
			objects.alias(pattern.text, fn, outer.endIndex, 'process.env');
		return;
	}
}

/** `const env = loadEnv(mode, process.cwd(), '')`. */
function readLoadEnv({ reader }: EnvContext, objects: EnvObjects, node: SyntaxNode): void {
	const at = node.parent;
	const call = at === null ? undefined : reader.call(at);
	if (at !== null && call?.name === 'loadEnv') objects.use(at, 'loadEnv');
}

/** Vitest's `if (import.meta.vitest) { … }`. */
const isInSourceTest = (node: SyntaxNode): boolean =>
	[...ancestors(node)].some(
		(outer) =>
			outer.type === 'if_statement' &&
			outer.childForFieldName('condition')?.text.includes('import.meta.vitest') === true,
	);
