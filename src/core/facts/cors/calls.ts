import { ancestors, type SyntaxNode } from '../../syntax/node';
import { libraryLists } from './known';
import { objectGroup, type PolicyGroup } from './groups';
import { scopeOf, type PolicyTraits } from './fact';
import type { ValueList } from './policy';
import type { PolicyContext } from './read';

/** A policy that shows only in the call that installs it: `cors()`, `app.enableCors()`, `CORSMiddleware` without headers. */
export interface InstalledPolicy {
	readonly group: PolicyGroup;
	readonly traits: PolicyTraits;
	/** The options' constant, when the file does not declare it. */
	readonly ref?: string;
}

export const callMarkers: readonly string[] =
	'cors enablecors fastifycors corsmiddleware crossorigin cross_origin corsheaders permissive very_permissive corsplugin'.split(
		' ',
	);

const reflect: ValueList = { state: 'reflect', entries: [], refs: [] };
const none: ValueList = { state: 'listed', entries: [], refs: [] };
const any: ValueList = { state: 'any', entries: [], refs: [] };
const unknown: ValueList = { state: 'unknown', entries: [], refs: [] };
const ecmascript = new Set(['typescript', 'tsx', 'javascript', 'vue', 'svelte', 'astro']);

export function installedAt(context: PolicyContext, word: SyntaxNode): InstalledPolicy | undefined {
	const { document, reader } = context;
	const name = word.text.replace(/["'`]/g, '');
	if (document.language === 'python') return pythonAt(context, word, name);
	if (document.language === 'java' && name === 'CrossOrigin') return annotationAt(context, word);
	if (document.language === 'rust') return rustAt(context, word, name);
	if (!ecmascript.has(document.language) || reader.is(word, 'string')) return undefined;
	const options = optionsOf(context, word, name);
	if (options === undefined) return undefined;
	const { call, value } = options;
	if (isSocket(context, call)) return undefined;
	const traits: PolicyTraits = { defaultAllowed: reflect, framework: 'node' };
	if (value === undefined) return { group: emptyGroup(call), traits };
	if (/^object/.test(value.type)) {
		const group = objectGroup(context, value);
		const spreads = value.children.some((child) => child !== null && /spread/.test(child.type));
		return group === undefined
			? undefined
			: { group, traits: spreads ? { ...traits, defaultAllowed: unknown } : traits };
	}
	const declared = reader.is(value, 'name') ? context.definition(value.text) : undefined;
	if (declared !== undefined && /^object/.test(declared.type)) {
		const group = objectGroup(context, declared);
		return group === undefined ? undefined : { group, traits: { ...traits, scope: scopeOf(context, call) } };
	}
	if (holdsPolicy(declared ?? value)) return undefined;
	const ref = reader.lastName(value);
	return {
		group: emptyGroup(call),
		traits: { ...traits, defaultAllowed: unknown },
		...(ref === undefined ? {} : { ref }),
	};
}

/** The options of `cors(…)`, `enableCors(…)`, `register(cors, …)`; not of a helper that happens to be called so. */
function optionsOf(
	context: PolicyContext,
	word: SyntaxNode,
	name: string,
): { readonly call: SyntaxNode; readonly value: SyntaxNode | undefined } | undefined {
	const { document, reader } = context;
	for (const node of ancestors(word)) {
		const call = reader.call(node);
		if (call !== undefined) {
			if (call.nameNode.startIndex === word.startIndex) {
				if (/^enableCors$/.test(name)) return { call: node, value: call.arguments[0] };
				if (call.receiver !== undefined || !importsCors(document.text, name)) return undefined;
				if (call.arguments.length > 1 || (call.arguments[0] !== undefined && isRequest(call.arguments[0].text)))
					return undefined;
				return { call: node, value: call.arguments[0] };
			}
			const position = call.arguments.findIndex((item) => item.startIndex === word.startIndex);
			if (position === 0 && /^(?:register|use|plugin)$/.test(call.name) && importsCors(document.text, name)) {
				return { call: node, value: call.arguments[1] };
			}
			return undefined;
		}
		if (!reader.is(node, 'name') && !reader.is(node, 'member') && !reader.is(node, 'arguments')) {
			if (!/await|parenthesized/.test(node.type)) return undefined;
		}
	}
	return undefined;
}

const isRequest = (text: string): boolean => /^(?:req|request|ctx|event|res|handler)\b/.test(text);

/** Whether the name comes from a library: `import cors from '@fastify/cors'`, `require('cors')`. */
function importsCors(text: string, name: string): boolean {
	const bound = new RegExp(
		`(?:import\\b[^;'"]*\\b${name}\\b[^;'"]*from\\s*|\\b${name}\\b\\s*=\\s*(?:await\\s+import|require)\\s*\\(\\s*|\\bas\\s+${name}\\b[^;'"]*from\\s*)['"]([^'"]+)['"]`,
	).exec(text);
	const source = bound?.[1] ?? '';
	return /cors/i.test(source) && !/^[.~#/]|^@\//.test(source);
}

/** The options of socket.io and its like say nothing about requests. */
export function isSocket({ reader }: PolicyContext, node: SyntaxNode): boolean {
	let depth = 0;
	for (const ancestor of ancestors(node)) {
		if (++depth > 8 || reader.is(ancestor, 'statement')) return false;
		const call = reader.call(ancestor);
		if (
			call !== undefined &&
			/^(?:Server|SocketServer|SocketIOServer|socketio|io|WebSocketGateway|IOServer|Socket)$/.test(call.name)
		)
			return true;
	}
	return false;
}

const holdsPolicy = (node: SyntaxNode): boolean => /allowed?_?headers/i.test(node.text.slice(0, 4000));

function pythonAt(context: PolicyContext, word: SyntaxNode, name: string): InstalledPolicy | undefined {
	const { reader } = context;
	if (name === 'corsheaders') {
		const listed = reader.is(word, 'string') || (word.parent !== null && reader.is(word.parent, 'string'));
		if (!listed || !/(?:^|\/)settings?(?:\/|\w*\.py$)|(?:^|\/)(?:base|common|config)\.py$/.test(context.document.path))
			return undefined;
		const entries = (libraryLists['default_headers'] ?? []).map((header) => ({
			name: header,
			range: context.document.range({ start: word.startIndex, end: word.endIndex }),
		}));
		return {
			group: emptyGroup(word),
			traits: { framework: 'django', defaultAllowed: { state: 'listed', entries, refs: [] } },
		};
	}
	for (const node of ancestors(word)) {
		const call = reader.call(node);
		if (call === undefined) {
			if (reader.is(node, 'statement') || /import/.test(node.type)) return undefined;
			continue;
		}
		const argumentsNode = node.childForFieldName('arguments');
		const group = objectGroup(context, argumentsNode) ?? emptyGroup(node);
		const spreads = /\*\*/.test(node.text);
		const isMiddleware = name === 'CORSMiddleware' && /^(?:add_middleware|Middleware|CORSMiddleware)$/.test(call.name);
		if (isMiddleware) return { group, traits: { framework: 'starlette', defaultAllowed: spreads ? unknown : none } };
		const isFlask = /^(?:CORS|cross_origin)$/.test(name) && call.nameNode.startIndex === word.startIndex;
		if (!isFlask) return undefined;
		const open = spreads || /\bresources\s*=\s*[A-Za-z]\w+\s*[,)]/.test(node.text);
		if (!group.parts.some(({ member }) => member === 'allowed') && /\ballow_headers\b/.test(node.text))
			return undefined;
		const scope = name === 'cross_origin' ? ({ scope: 'route' } as const) : {};
		return { group, traits: { framework: 'flask', defaultAllowed: open ? unknown : reflect, ...scope } };
	}
	return undefined;
}

function annotationAt(context: PolicyContext, word: SyntaxNode): InstalledPolicy | undefined {
	const annotation = [...ancestors(word)].slice(0, 3).find((node) => context.reader.is(node, 'annotation'));
	if (annotation === undefined) return undefined;
	const group = objectGroup(context, annotation.childForFieldName('arguments')) ?? emptyGroup(annotation);
	return { group, traits: { framework: 'spring', defaultAllowed: any, scope: 'route' } };
}

function rustAt(context: PolicyContext, word: SyntaxNode, name: string): InstalledPolicy | undefined {
	if (!/permissive$/.test(name) || !/cors/i.test(word.parent?.text.slice(0, 60) ?? '')) return undefined;
	return { group: emptyGroup(word), traits: { framework: 'rust', defaultAllowed: any, scope: scopeOf(context, word) } };
}

const emptyGroup = (container: SyntaxNode): PolicyGroup => ({
	key: `call ${container.startIndex}`,
	container,
	form: 'object',
	parts: [],
});
