import { ancestors, type SyntaxNode } from '../../syntax/node';
import { merge, readList } from './list';
import { absentList, type CorsPolicyFact, type ValueList } from './policy';
import type { PolicyContext } from './read';

/** serverless: `cors: { origin, headers, allowCredentials }` in YAML or JSON, whose list is called just `headers`. */
export function gatewayPolicies(context: PolicyContext, words: readonly SyntaxNode[]): CorsPolicyFact[] {
	const { document, reader } = context;
	return words.flatMap((word): CorsPolicyFact[] => {
		const pair = word.parent === null ? undefined : reader.keyValue(word.parent);
		if (pair?.key?.toLowerCase() !== 'cors' || pair.value === undefined || pair.keyNode.startIndex !== word.startIndex)
			return [];
		if ([...ancestors(word)].some((node) => /bucket|s3|storage/i.test(reader.keyValue(node)?.key ?? ''))) return [];
		const pairs = reader.pairs(pair.value);
		const headers = pairs.find(({ key }) => key === 'headers');
		if (headers?.value === undefined) return [];
		const { startIndex: start, endIndex: end } = headers.keyNode;
		const credentials = pairs.find(({ key }) => /credentials/i.test(key ?? ''))?.value?.text;
		return [
			{
				kind: 'cors-policy',
				name: 'config',
				range: document.range({ start, end }),
				allowed: readList(context, headers.value),
				exposed: absentList,
				origins: absentList,
				credentials: credentials === 'true',
				scope: 'route',
			},
		];
	});
}

const annotation = /(?:^|[./])cors-(allow-headers|expose-headers|allow-origin|allow-credentials)$/;

/** ingress-nginx: `nginx.ingress.kubernetes.io/cors-allow-headers: "a, b"`. */
export function annotationPolicies(context: PolicyContext, words: readonly SyntaxNode[]): CorsPolicyFact[] {
	const { document, reader } = context;
	const byParent = new Map<number, CorsPolicyFact>();
	for (const word of words) {
		const pair = word.parent === null ? undefined : reader.keyValue(word.parent);
		const key = annotation.exec(pair?.key ?? '')?.[1];
		const parent = word.parent?.parent;
		if (pair?.value === undefined || key === undefined || parent === undefined || parent === null) continue;
		if (byParent.has(parent.startIndex)) continue;
		const value = (name: string): ValueList => {
			const found = reader.pairs(parent).find((item) => annotation.exec(item.key ?? '')?.[1] === name)?.value;
			return found === undefined ? absentList : merge([readList(context, found)]);
		};
		byParent.set(parent.startIndex, {
			kind: 'cors-policy',
			name: 'proxy',
			range: document.range({ start: pair.keyNode.startIndex, end: pair.keyNode.endIndex }),
			allowed: value('allow-headers'),
			exposed: value('expose-headers'),
			origins: value('allow-origin'),
			credentials: 'unknown',
			scope: 'server',
			infrastructure: true,
		});
	}
	return [...byParent.values()].filter(
		({ allowed, exposed }) => allowed.state !== 'absent' || exposed.state !== 'absent',
	);
}
