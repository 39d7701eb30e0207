import { isAlias, isMap, isPair, isScalar, isSeq, LineCounter, parseAllDocuments, type Node, type Pair } from 'yaml';
import type { SyntaxTree } from './node';
import { plainTree, type PlainShape } from './plainNode';

/** A tree of YAML, all documents of the stream below one root. An alias has no role: its target is read where it stands. */
export function parseYaml(text: string): SyntaxTree | undefined {
	const documents = readDocuments(text);
	if (documents === undefined) return undefined;
	const children = documents.flatMap((document) => {
		const contents = document.contents as Node | null;
		return contents === null ? [] : [shapeOf(contents)].filter((shape) => shape !== undefined);
	});
	return plainTree(text, { type: 'document', start: 0, end: text.length, children });
}

function readDocuments(text: string) {
	try {
		const documents = parseAllDocuments(text, {
			keepSourceTokens: false,
			lineCounter: new LineCounter(),
			logLevel: 'silent',
			uniqueKeys: false,
		});
		return Array.isArray(documents) ? documents : [];
	} catch {
		return undefined; // a template or a text that only looks like YAML
	}
}

function shapeOf(node: unknown): PlainShape | undefined {
	if (isPair(node)) return pairShape(node);
	if (isAlias(node)) return { type: 'alias', start: node.range?.[0] ?? 0, end: node.range?.[1] ?? 0 };
	if (!isScalar(node) && !isMap(node) && !isSeq(node)) return undefined;
	const [start, end] = node.range ?? [0, 0];
	if (isScalar(node)) {
		const type =
			typeof node.value === 'number' || typeof node.value === 'bigint'
				? 'number'
				: typeof node.value === 'boolean'
					? 'boolean'
					: node.value === null
						? 'null'
						: 'string';
		return { type, start, end };
	}
	const children = node.items.map(shapeOf).filter((shape) => shape !== undefined);
	return { type: isMap(node) ? 'object' : 'array', start, end, children };
}

function pairShape(pair: Pair): PlainShape | undefined {
	const key = shapeOf(pair.key);
	if (key === undefined) return undefined;
	const value = shapeOf(pair.value);
	const children = value === undefined ? [key] : [key, value];
	return { type: 'pair', start: key.start, end: value?.end ?? key.end, children, fields: { key: 0, value: 1 } };
}
