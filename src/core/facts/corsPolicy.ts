import { ancestors, type SyntaxNode } from '../syntax/node';
import type { TextDocument } from '../text/document';
import type { Span } from '../text/lines';
import { callMarkers, installedAt, isSocket } from './cors/calls';
import { policyOf, type PolicyTraits } from './cors/fact';
import { groupAt, type PolicyGroup } from './cors/groups';
import { headerMarkers, writtenAt, writtenHeader, writtenPolicies, type WrittenPart } from './cors/handWritten';
import { lineLanguages, linePolicies } from './cors/lines';
import { memberMarkers } from './cors/members';
import type { CorsPolicyFact } from './cors/policy';
import { annotationPolicies, gatewayPolicies } from './cors/gateway';
import { railsPolicies } from './cors/rails';
import { createPolicyContext, type PolicyContext } from './cors/read';
import type { Extractor } from './extractor';

/** What servers, frameworks, proxies and gateways say about requests from other origins. */
export const corsPolicyExtractor: Extractor = {
	kinds: ['cors-policy'],
	markers: [...new Set([...memberMarkers, ...callMarkers, ...headerMarkers])].sort(),
	*extract({ document, tree, words }) {
		if (document.language === 'markdown' || document.language === 'html' || document.language === 'log') return;
		if (!speaksOfCors.test(document.text) && !isCorsFile(document)) return;
		if (lineLanguages.has(document.language)) {
			yield* linePolicies(document, words);
			return;
		}
		const root = tree()?.root;
		if (root === undefined) return;
		const context = createPolicyContext(document, root);
		const nodes = words.flatMap((word) => context.nodeAt(word.start, word.end) ?? []);
		if (document.language === 'ruby') yield* railsPolicies(context, nodes);
		if (document.language === 'yaml' || document.language === 'json') {
			yield* gatewayPolicies(context, nodes);
			yield* annotationPolicies(context, nodes);
		}
		yield* declared(context, words);
		yield* written(context, words);
	},
};

/** Policies that stand as options, settings, builders or calls of a library. */
function* declared(context: PolicyContext, words: readonly Span[]): Generator<CorsPolicyFact> {
	const groups = new Map<string, { group: PolicyGroup; traits: PolicyTraits; ref?: string }>();
	for (const word of words) {
		const node = context.nodeAt(word.start, word.end);
		if (node === undefined || context.reader.is(node, 'comment')) continue;
		const installed = installedAt(context, node);
		if (installed !== undefined) {
			const known = groups.get(installed.group.key);
			groups.set(installed.group.key, { ...installed, group: known?.group ?? installed.group });
			continue;
		}
		const group = groupAt(context, node);
		if (group === undefined || !isCors(context, group)) continue;
		const known = groups.get(group.key);
		if (known === undefined) groups.set(group.key, { group, traits: {} });
		else if (group.form !== 'object') addParts(known.group, group);
	}
	for (const { group, traits, ref } of groups.values()) {
		const fact = policyOf(context, group, traits);
		if (fact === undefined) continue;
		yield ref === undefined || fact.allowed.state !== 'unknown'
			? fact
			: { ...fact, allowed: { ...fact.allowed, refs: [ref] } };
	}
}

function addParts(known: PolicyGroup, group: PolicyGroup): void {
	for (const part of group.parts) {
		if (!known.parts.some(({ keyNode }) => keyNode.startIndex === part.keyNode.startIndex)) known.parts.push(part);
	}
}

const aboutCors = /cors|cross.?origin/i;
/** Without any of these a file is not worth parsing: its words are those of other lists of headers and origins. */
const speaksOfCors = /cors|cross.?origin|access.?control|handlers\.Allowed/i;

/** Other things have lists of allowed headers, too: buckets, proxies, upload servers. */
function isCors(context: PolicyContext, { container, parts }: PolicyGroup): boolean {
	const { document, reader } = context;
	if (isSocket(context, container)) return false;
	if (parts.some(({ keyNode }) => aboutCors.test(keyNode.text))) return true;
	if (parts.some(({ keyNode }) => /^accessControl/i.test(keyNode.text.replace(/["']/g, '')))) return true;
	const chain = [...ancestors(container)];
	const around = chain.flatMap((node) => reader.keyValue(node)?.key ?? reader.call(node)?.name ?? []);
	if (around.some((name) => /bucket|s3|storage|blob|socket/i.test(name))) return false;
	if (document.language === 'json' || document.language === 'yaml') {
		return around.some((name) => aboutCors.test(name)) || (isCorsFile(document) && parts.length > 1);
	}
	if (document.language === 'go' && /cors|handlers\.Allowed/i.test(container.parent?.text.slice(0, 80) ?? ''))
		return true;
	return aboutCors.test(document.text) || isCorsFile(document);
}

const isCorsFile = ({ path }: TextDocument): boolean => aboutCors.test(path);

/** Policies whose headers the code sets by their names. */
function* written(context: PolicyContext, words: readonly Span[]): Generator<CorsPolicyFact> {
	const parts: WrittenPart[] = [];
	for (const word of words) {
		const header = writtenHeader(context.document.text, word);
		const part = header === undefined ? undefined : writtenAt(context, header);
		if (part !== undefined && !isOption(context, part.node)) parts.push(part);
	}
	yield* writtenPolicies(context, parts);
}

/** `accessControlAllowHeaders:` is an option of Traefik, read with its siblings. */
const isOption = ({ reader }: PolicyContext, node: SyntaxNode): boolean =>
	!reader.is(node, 'string') &&
	/^accessControl/.test(node.text) &&
	node.parent !== null &&
	reader.is(node.parent, 'pair');
