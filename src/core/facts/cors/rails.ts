import { descendants, type SyntaxNode } from '../../syntax/node';
import { merge, readList } from './list';
import { absentList, type CorsPolicyFact, type ValueList } from './policy';
import { isConditional, type PolicyContext } from './read';

/** rack-cors: `allow do origins …; resource '*', headers: … end`. */
export function railsPolicies(context: PolicyContext, words: readonly SyntaxNode[]): CorsPolicyFact[] {
	const { document, reader } = context;
	const block = words.map((word) => enclosingBlock(word)).find((node) => node !== undefined);
	if (block === undefined) return [];
	const facts: CorsPolicyFact[] = [];
	let origins: ValueList = absentList;
	for (const node of descendants(block)) {
		const call = reader.call(node);
		if (call?.name === 'origins' && call.receiver === undefined) {
			origins = merge(call.arguments.map((item) => readList(context, item)));
			const wildcard = call.arguments.find((item) => reader.string(item)?.value === '*');
			if (wildcard !== undefined) {
				const range = document.range({ start: wildcard.startIndex, end: wildcard.endIndex });
				origins = { state: 'any', entries: [{ name: '*', range }], refs: [] };
			}
		}
		if (call?.name !== 'resource') continue;
		const pairs = reader.pairs(node);
		const of = (name: string) => pairs.find(({ key }) => key === name);
		const list = (name: string): ValueList => {
			const value = of(name)?.value;
			return value === undefined ? absentList : readList(context, value);
		};
		const credentials = of('credentials');
		const place = of('headers')?.keyNode ?? call.nameNode;
		const path = call.arguments[0] === undefined ? undefined : reader.string(call.arguments[0])?.value;
		facts.push({
			kind: 'cors-policy',
			name: 'rails',
			range: document.range({ start: place.startIndex, end: place.endIndex }),
			allowed: of('headers') === undefined ? { state: 'unknown', entries: [], refs: [] } : list('headers'),
			exposed: list('expose'),
			origins,
			credentials: credentials?.value === undefined ? false : credentials.value.text === 'true',
			...(credentials?.value === undefined
				? {}
				: {
						credentialsValue: document.range({ start: credentials.value.startIndex, end: credentials.value.endIndex }),
					}),
			scope: path === undefined || /^\/?(?:api\/?)?\*$/.test(path) ? 'server' : 'route',
			...(isConditional(reader, node) ? { conditional: true } : {}),
		});
	}
	return facts;

	function enclosingBlock(word: SyntaxNode): SyntaxNode | undefined {
		for (let node: SyntaxNode | null = word; node !== null; node = node.parent) {
			const call = reader.call(node);
			const body = node.childForFieldName('block');
			if (call !== undefined && body !== null && /^(?:insert_before|use|insert_after|insert)$/.test(call.name))
				return body;
		}
		return undefined;
	}
}
