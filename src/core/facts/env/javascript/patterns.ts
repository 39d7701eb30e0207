import { ancestors, namedChildren, type SyntaxNode } from '../../../syntax/node';
import type { Collector } from '../collector';
import type { EnvContext } from '../context';
import { bindingUsage } from '../presence/usage';
import type { EnvObjects } from './objects';

/** `const { A, B: b, C = 'x', ...rest } = process.env`. */
export function readPattern(
	context: EnvContext,
	collector: Collector,
	objects: EnvObjects,
	pattern: SyntaxNode,
	via: string,
): void {
	const { reader, root } = context;
	const scope =
		[...ancestors(pattern)].find((outer) => reader.is(outer, 'function') || reader.is(outer, 'block')) ?? root;
	for (const child of namedChildren(pattern)) {
		if (child.type === 'rest_pattern') {
			const rest = namedChildren(child)[0];
			if (rest?.type === 'identifier') objects.alias(rest.text, scope, pattern.endIndex, via);
			continue;
		}
		const parts = partsOf(child);
		if (parts === undefined) continue;
		const { key, local, fallback } = parts;
		const usage =
			local === undefined || fallback !== undefined ? undefined : bindingUsage(context, local.text, pattern, scope);
		collector.read({
			expression: child,
			name: key,
			via,
			detached: true,
			...(key.type === 'computed_property_name' ? {} : { literal: reader.string(key)?.value ?? key.text }),
			...(usage === undefined ? {} : { presence: usage.presence }),
			...(fallback === undefined
				? usage?.fallback === undefined
					? {}
					: { fallback: usage.fallback }
				: { fallback, fallbackSpan: { start: (local ?? key).endIndex, end: fallback.endIndex } }),
		});
	}
}

interface Parts {
	readonly key: SyntaxNode;
	readonly local: SyntaxNode | undefined;
	readonly fallback: SyntaxNode | undefined;
}

function partsOf(node: SyntaxNode): Parts | undefined {
	if (node.type === 'shorthand_property_identifier_pattern') return { key: node, local: node, fallback: undefined };
	if (node.type === 'object_assignment_pattern') {
		const [left, right] = namedChildren(node);
		return left === undefined ? undefined : { key: left, local: left, fallback: right };
	}
	if (node.type !== 'pair_pattern') return undefined;
	const key = node.childForFieldName('key');
	const value = node.childForFieldName('value');
	if (key === null) return undefined;
	if (value?.type === 'assignment_pattern') {
		return {
			key,
			local: value.childForFieldName('left') ?? undefined,
			fallback: value.childForFieldName('right') ?? undefined,
		};
	}
	return { key, local: value?.type === 'identifier' ? value : undefined, fallback: undefined };
}
