import { ancestors, type SyntaxNode } from '../../syntax/node';
import type { LanguageId } from '../../syntax/languages';
import type { PolicyGroup, PolicyPart } from './groups';
import { arrayList, merge, readList, reference } from './list';
import type { Member } from './members';
import { absentList, type CorsFramework, type CorsPolicyFact, type ValueList } from './policy';
import { isConditional, isConditionalFile, type PolicyContext } from './read';

export interface PolicyTraits {
	/** What holds when no list is declared. */
	readonly defaultAllowed?: ValueList;
	readonly scope?: 'server' | 'route';
	readonly framework?: CorsFramework;
}

const anyList: ValueList = { state: 'any', entries: [], refs: [] };
const unknownList: ValueList = { state: 'unknown', entries: [], refs: [] };

/** The fact that a group of parts amounts to; undefined when it says too little to be a policy. */
export function policyOf(
	context: PolicyContext,
	group: PolicyGroup,
	{ defaultAllowed, scope, framework }: PolicyTraits = {},
): CorsPolicyFact | undefined {
	const { document, reader } = context;
	const has = (member: Member): boolean => group.parts.some((part) => part.member === member);
	const known = defaultAllowed !== undefined;
	const telling = has('allowed') || has('anyHeader') || has('exposed') || (has('credentials') && has('origin'));
	if (!known && !telling && !(has('credentials') && has('anyOrigin'))) return undefined;
	const credentials = credentialsOf(context, group.parts);
	const constant = constantOf(context, group);
	const first = group.parts.find(({ member }) => member === 'allowed') ?? group.parts[0];
	const place = first?.keyNode ?? group.container;
	const allowed = listOf(context, group, 'allowed', has('anyHeader'));
	return {
		kind: 'cors-policy',
		name: framework ?? frameworkOf(document.language, group),
		range: document.range({ start: place.startIndex, end: place.endIndex }),
		...(constant === undefined ? {} : { constant }),
		allowed: allowed.state === 'absent' ? (defaultAllowed ?? absentList) : allowed,
		exposed: listOf(context, group, 'exposed', false),
		origins: originsOf(context, group),
		credentials: credentials.value,
		...(credentials.node === undefined ? {} : { credentialsRange: rangeOf(context, credentials.node) }),
		...(credentials.literal === undefined ? {} : { credentialsValue: rangeOf(context, credentials.literal) }),
		scope: scope ?? scopeOf(context, group.container),
		...(isConditional(reader, group.container) || isConditionalFile(document.path) ? { conditional: true } : {}),
	};
}

const rangeOf = ({ document }: PolicyContext, node: SyntaxNode) =>
	document.range({ start: node.startIndex, end: node.endIndex });

function listOf(context: PolicyContext, group: PolicyGroup, member: Member, any: boolean): ValueList {
	if (any) return anyList;
	const parts = group.parts.filter((part) => part.member === member);
	if (parts.length === 0) return absentList;
	return merge(parts.map((part) => argumentsList(context, part)));
}

/** Several arguments are a list of their own: `.allowedHeaders("a", "b")`. */
function argumentsList(context: PolicyContext, { keyNode, values, isCall }: PolicyPart): ValueList {
	const { reader } = context;
	const plain = values.filter((value) => !reader.is(value, 'function'));
	const [only] = plain;
	const single = only === undefined ? undefined : reader.string(only)?.value;
	const separate = plain.length > 1 || (isCall === true && single !== undefined && !single.includes(','));
	const list = separate ? arrayList(context, plain) : merge(plain.map((value) => readList(context, value)));
	// `config.AllowHeaders = append(config.AllowHeaders, "x")` names the list itself.
	const own = reference(keyNode);
	return list.refs.includes(own) ? { ...list, refs: list.refs.filter((name) => name !== own) } : list;
}

function originsOf(context: PolicyContext, group: PolicyGroup): ValueList {
	for (const { member, values, keyNode } of group.parts) {
		if (member === 'patterns') return unknownList;
		if (member !== 'anyOrigin') continue;
		const [value] = values;
		const off = value !== undefined && /^(?:false|False)$/.test(value.text);
		const certain = value === undefined || /^(?:true|True)$/.test(value.text);
		if (off) continue;
		const range = context.document.range({ start: keyNode.startIndex, end: keyNode.endIndex });
		return certain ? { ...anyList, entries: [{ name: '*', range }] } : unknownList;
	}
	const parts = group.parts.filter((part) => part.member === 'origin');
	if (parts.length === 0) return absentList;
	const lists = parts.map((part): ValueList => {
		const [value] = part.values;
		if (value !== undefined && /^(?:true|True)$/.test(value.text)) return { state: 'reflect', entries: [], refs: [] };
		if (value !== undefined && context.reader.is(context.reader.unwrap(value), 'function')) return unknownList;
		const list = argumentsList(context, part);
		return list.state === 'any' ? { ...list, entries: wildcards(context, part) } : list;
	});
	return merge(lists);
}

/** Where `*` stands, for the report. */
function wildcards({ document }: PolicyContext, { values, keyNode }: PolicyPart): ValueList['entries'] {
	const node = values[0] ?? keyNode;
	const match = /(["'])\*\1/.exec(node.text);
	const start = node.startIndex + (match?.index ?? 0);
	const end = match === null ? node.endIndex : start + match[0].length;
	return [{ name: '*', range: document.range({ start, end }) }];
}

function credentialsOf(
	{ reader }: PolicyContext,
	parts: readonly PolicyPart[],
): { readonly value: boolean | 'unknown'; readonly node?: SyntaxNode; readonly literal?: SyntaxNode } {
	const part = parts.find(({ member }) => member === 'credentials');
	if (part === undefined) return { value: false };
	const [value] = part.values;
	if (value === undefined) return { value: true, node: part.keyNode };
	const text = (reader.string(value)?.value ?? value.text).toLowerCase();
	if (text === 'true') return { value: true, node: part.keyNode, literal: value };
	return { value: text === 'false' ? false : 'unknown', node: part.keyNode };
}

/** Languages whose policies are those of one framework. */
const frameworkByLanguage: Readonly<Partial<Record<LanguageId, CorsFramework>>> = {
	java: 'spring',
	kotlin: 'spring',
	csharp: 'aspnet',
	go: 'go',
	ruby: 'rails',
	php: 'laravel',
	rust: 'rust',
};

function frameworkOf(language: LanguageId, { container, form, parts }: PolicyGroup): CorsFramework {
	if (language === 'python') {
		if (form === 'settings') return 'django';
		return /CORSMiddleware/.test(container.parent?.text.slice(0, 400) ?? container.text) ? 'starlette' : 'flask';
	}
	if (language === 'json' || language === 'yaml') {
		return parts.some(({ keyNode }) => /^accessControl/i.test(keyNode.text)) ? 'proxy' : 'config';
	}
	return frameworkByLanguage[language] ?? 'node';
}

/** The name that an options object is declared by. */
function constantOf({ reader }: PolicyContext, { container, form }: PolicyGroup): string | undefined {
	if (form !== 'object') return undefined;
	for (const node of ancestors(container)) {
		if (node.startIndex !== container.startIndex && reader.is(node, 'assignment')) {
			const pair = reader.keyValue(node);
			return pair === undefined ? undefined : reader.lastName(pair.keyNode);
		}
		if (reader.is(node, 'arguments') || reader.is(node, 'function') || reader.is(node, 'pair')) return undefined;
	}
	return undefined;
}

const wholeServer =
	/^["'`]?(?:\*|\/|\/?\*+|\(\.\*\)|\/?(?:api|v\d|graphql|trpc|rest|rpc)(?:\/(?:v\d+))?(?:\/\*+)?)\/?["'`]?$/;
const routing = /^(?:use|all|get|post|put|patch|delete|options|route|on|register)$/;

/** Whether a policy is declared for one router, route or handler: `router.use(cors())`, `app.get('/x', cors(), …)`. */
export function scopeOf({ reader }: PolicyContext, container: SyntaxNode): 'server' | 'route' {
	let depth = 0;
	for (const node of ancestors(container)) {
		if (reader.is(node, 'annotation')) return 'route';
		if (++depth > 8 || reader.is(node, 'class')) break;
		const call = reader.call(node);
		if (call?.receiver === undefined || !routing.test(call.name)) continue;
		if (/rout(?:er|es?)$/i.test(call.receiver.text.slice(-40)) && call.name !== 'register') return 'route';
		const [path] = call.arguments;
		const literal = path === undefined ? undefined : reader.string(path);
		if (literal !== undefined && !wholeServer.test(literal.value)) return 'route';
		if (/^(?:get|post|put|patch|delete)$/.test(call.name) && call.arguments.length > 1) return 'route';
	}
	return 'server';
}
