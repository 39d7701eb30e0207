import { ancestors, namedChildren, type SyntaxNode } from '../../syntax/node';
import type { Span } from '../../text/lines';
import { spanOf, variableName, type EnvContext } from './context';
import { isNothing, literalDefault, publicDefault } from './defaults';
import { envNameOf, type EnvName } from './names';
import { isFailing } from './presence/step';
import { usageOf, type Usage } from './presence/usage';
import type { EnvPresence, EnvReadFact, EnvSetFact } from './types';
import { wrapperOf } from './wrappers';

/** An expression that reads the environment. */
export interface ReadSite {
	/** The whole expression: `process.env.X`, `os.getenv("X", "d")`. */
	readonly expression: SyntaxNode;
	/** The expression for the name; a property that stands for its own text is given by {@link ReadSite.literal}. */
	readonly name: SyntaxNode;
	readonly literal?: string;
	readonly via: string;
	/** What the function itself says: `os.environ[…]` fails, `required()` fails, `has()` asks. */
	readonly presence?: EnvPresence;
	/** The argument that stands in for an absent variable. */
	readonly fallback?: SyntaxNode;
	readonly fallbackSpan?: Span;
	/** Nothing around it matters: a field, a schema's key. */
	readonly detached?: boolean;
}

/** A read whose expression is none of the tree's: a schema's key, a struct's tag, a line of text. */
export interface NamedRead {
	readonly name: string;
	readonly span: Span;
	readonly via: string;
	readonly presence: EnvPresence;
	readonly default?: string;
	readonly dynamic?: { readonly suffix: string };
	readonly source?: EnvReadFact['source'];
	readonly alternatives?: readonly string[];
	readonly fallbackSpan?: Span;
}

export interface Collector {
	read(site: ReadSite): void;
	named(read: NamedRead): void;
	set(name: string, span: Span, how: EnvSetFact['how'], via: string): void;
	/** Whether a name at this place is read already. */
	has(span: Span): boolean;
	/** Emits what was collected. */
	finish(isTest?: (node: SyntaxNode) => boolean): void;
}

interface Pending {
	readonly expression: SyntaxNode;
	readonly usage: Usage;
	readonly fact: EnvReadFact;
}

export function createCollector(context: EnvContext): Collector {
	const { document, reader } = context;
	const pending: Pending[] = [];
	const seen = new Set<string>();
	const key = ({ start, end }: Span): string => `${start} ${end}`;

	return {
		read(site) {
			const name: EnvName =
				site.literal === undefined
					? envNameOf(context, site.name)
					: { kind: 'literal', names: [{ name: site.literal, node: site.name }] };
			const usage = siteUsage(context, site);
			if (name.kind === 'parameter') {
				seen.add(key(spanOf(site.name)));
				const wrapper = wrapperOf(context, name, usage);
				if (wrapper !== undefined) {
					context.emit(wrapper);
					return;
				}
			}
			for (const { text, node, extra } of namesOf(name, site.name)) {
				const literal = reader.string(node);
				const span = literal === undefined ? spanOf(node) : { start: literal.start, end: literal.end };
				if (seen.has(`${text} ${key(span)}`) || (extra.dynamic === undefined && !variableName.test(text))) continue;
				seen.add(`${text} ${key(span)}`);
				seen.add(key(spanOf(node)));
				pending.push({
					expression: site.expression,
					usage,
					fact: {
						kind: 'env-read',
						name: text,
						range: document.range(span),
						presence: usage.presence,
						via: site.via,
						source: 'code',
						...extra,
					},
				});
			}
		},
		named({ name, span, via, presence, default: value, dynamic, source = 'code', alternatives, fallbackSpan }) {
			if (seen.has(`${name} ${key(span)}`)) return;
			seen.add(`${name} ${key(span)}`);
			const shown = value === undefined ? undefined : publicDefault(value, name);
			context.emit({
				kind: 'env-read',
				name,
				range: document.range(span),
				presence,
				via,
				source,
				...(dynamic === undefined ? {} : { dynamic }),
				...(shown === undefined ? {} : { default: shown }),
				...(alternatives === undefined ? {} : { alternatives }),
				...(fallbackSpan === undefined ? {} : { fallbackRange: document.range(fallbackSpan) }),
			});
		},
		set(name, span, how, via) {
			if (variableName.test(name)) context.emit({ kind: 'env-set', name, range: document.range(span), how, via });
		},
		has: (span) => seen.has(key(span)),
		finish(isTest) {
			for (const item of pending) context.emit(finished(context, item, pending, isTest?.(item.expression) === true));
		},
	};
}

function namesOf(
	name: EnvName,
	at: SyntaxNode,
): readonly { text: string; node: SyntaxNode; extra: Partial<EnvReadFact> }[] {
	switch (name.kind) {
		case 'literal':
			return name.names.map(({ name: text, node }) => ({ text, node, extra: {} }));
		case 'constant':
			return [{ text: name.prefix, node: at, extra: { constant: name.constant, dynamic: { suffix: name.suffix } } }];
		case 'parameter':
		case 'dynamic':
			return [{ text: name.prefix, node: at, extra: { dynamic: { suffix: name.suffix } } }];
	}
}

/** What stands around the read and what the function says, together. */
function siteUsage(context: EnvContext, site: ReadSite): Usage {
	const around: Usage =
		site.detached === true
			? { presence: 'plain', asserted: false, chain: [] }
			: caught(usageOf(context, site.expression), site.expression);
	if (site.fallback !== undefined) {
		if (isNothing(site.fallback))
			return around.presence === 'plain' ? { ...around, presence: site.presence ?? 'plain' } : around;
		const span = site.fallbackSpan === undefined ? {} : { fallbackSpan: site.fallbackSpan };
		return {
			...around,
			presence: 'defaulted',
			fallback: site.fallback,
			chain: [...around.chain, site.fallback],
			...span,
		};
	}
	if (site.presence === undefined || around.presence === 'defaulted') return around;
	if (site.presence === 'assumes')
		return around.presence === 'guarded' ? around : { ...around, presence: 'assumes', asserted: true };
	return around.presence === 'plain' ? { ...around, presence: site.presence } : around;
}

/** A use that fails inside a `try` whose handler goes on needs no value. */
function caught(usage: Usage, read: SyntaxNode): Usage {
	if (usage.presence !== 'assumes' || usage.asserted) return usage;
	for (const outer of ancestors(read)) {
		if (!/^(?:try_statement|begin)$/.test(outer.type)) continue;
		const handler =
			outer.childForFieldName('handler') ??
			namedChildren(outer).find((child) => /catch|except|rescue/.test(child.type));
		const isInside = handler !== undefined && read.endIndex <= handler.startIndex;
		return isInside && !isFailing(handler) ? { ...usage, presence: 'guarded' } : usage;
	}
	return usage;
}

/** The fact with what the other reads say of it: names of one chain, and whether its fallback is a value or another read. */
function finished(
	context: EnvContext,
	{ usage, fact }: Pending,
	all: readonly Pending[],
	isTest: boolean,
): EnvReadFact {
	const { document, reader } = context;
	const within = (outer: SyntaxNode, inner: SyntaxNode): boolean =>
		outer.startIndex <= inner.startIndex && outer.endIndex >= inner.endIndex;
	const others = all.filter(
		(other) =>
			other.fact.name !== fact.name &&
			other.fact.dynamic === undefined &&
			usage.chain.some((part) => within(part, other.expression)),
	);
	const names = [...new Set(others.map((other) => other.fact.name))];
	const { fallback } = usage;
	const inFallback = fallback === undefined ? undefined : others.find((other) => within(fallback, other.expression));
	const presence =
		inFallback === undefined || usage.presence !== 'defaulted' ? usage.presence : ofChain(inFallback.usage);
	const isValue = presence === 'defaulted' && inFallback === undefined;
	const value = isValue && fallback !== undefined ? literalDefault(reader, fallback, fact.name) : undefined;
	return {
		...fact,
		presence,
		...(value === undefined ? {} : { default: value }),
		...(isValue && usage.fallbackSpan !== undefined ? { fallbackRange: document.range(usage.fallbackSpan) } : {}),
		...(names.length === 0 ? {} : { alternatives: names }),
		...(isTest ? { test: true } : {}),
	};
}

/** A chain that ends in another read is no default, unless that read has one. */
const ofChain = (last: Usage): EnvPresence => (last.presence === 'defaulted' ? 'defaulted' : 'guarded');
