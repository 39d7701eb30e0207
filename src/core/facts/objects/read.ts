import { isTestPath } from '../../files/testPath';
import { compilePayloads, isBody, type Payloads } from '../../payload/compile';
import type { LanguageId } from '../../syntax/languages';
import type { SyntaxNode } from '../../syntax/node';
import { readerFor } from '../../syntax/read';
import { lineText, type TextDocument } from '../../text/document';
import type { ExtractContext } from '../extractor';
import type { DataValue, ObjectFact, ObjectValue } from '../object';
import { candidatesOf, type Source } from './candidates';
import { embeddedAt } from './embedded';
import { readObject } from './literal';
import { placeOf, type Place } from './place';
import { queriesIn } from './query';

/** Languages whose files are the bodies themselves: nothing adds to them. */
const data: ReadonlySet<LanguageId> = new Set<LanguageId>(['json', 'yaml']);

export function* readObjects({ document, tree, words, catalogs, parse }: ExtractContext): Generator<ObjectFact> {
	if (isTestPath(document.path)) return;
	const payloads = compilePayloads(catalogs);
	for (const embedded of embeddedAt(document, words)) {
		const inner = parse(embedded.language, embedded.text);
		if (inner === undefined) continue;
		const within = words.filter(({ start, end }) => start >= embedded.around.start && end <= embedded.around.end);
		yield* readSource({ document, language: embedded.language, tree: inner, words: within, embedded }, payloads);
		inner.dispose();
	}
	const own = tree();
	if (own !== undefined) yield* readSource({ document, language: document.language, tree: own, words }, payloads);
}

function* readSource(source: Source, payloads: Payloads): Generator<ObjectFact> {
	const { document, language, embedded } = source;
	const reader = readerFor(language);
	yield* queriesIn(source, payloads);
	for (const { node, byKey, sent, endpoints, open } of candidatesOf(source, reader, payloads).values()) {
		const found = data.has(language) ? placeOfData(document, node) : placeOf(reader, node);
		if (found === undefined) continue;
		const place = open ? { ...found, open } : found;
		const wants = [...byKey, ...sent].map((payload) => payload.wants);
		const root = withOthers(readObject(document, reader, node, wants), place);
		const own = [...sent, ...[...byKey].filter((payload) => !sent.has(payload) && isBody(payload, root))];
		if (own.length === 0) continue;
		yield {
			kind: 'object',
			range: firstLine(document, node),
			payloads: own.map(({ id }) => id).sort(),
			endpoints: [...endpoints],
			language,
			...(embedded?.escaped === true ? { escaped: true } : {}),
			root,
		};
	}
}

/** An anchor of YAML is there to be merged into other objects. */
function placeOfData({ text }: TextDocument, node: SyntaxNode): Place {
	const key = node.parent?.childForFieldName('key');
	const between = key === null || key === undefined ? '' : text.slice(key.endIndex, node.startIndex);
	return { open: /(?:^|\s)&[\w-]/.test(between), set: new Set() };
}

/** What is empty in a template is unknown in the bodies made from it. */
function toBeFilled(value: DataValue): DataValue {
	if (value.kind === 'object')
		return { ...value, pairs: value.pairs.map((pair) => ({ ...pair, value: toBeFilled(pair.value) })) };
	const isEmpty =
		value.kind === 'null' ||
		(value.kind === 'list' && value.items.length === 0) ||
		((value.kind === 'string' || value.kind === 'number') && (value.value === '' || value.value === 0));
	return isEmpty ? { kind: 'unknown', range: value.range } : value;
}

/** What other code sets is present, but unknown. */
function withOthers(root: ObjectValue, { open, set, template }: Place): ObjectValue {
	const unknown = (range: ObjectValue['range']) => ({ kind: 'unknown', range }) as const;
	return {
		...root,
		open: root.open || open,
		pairs: [
			...root.pairs.map((pair) =>
				set.has(pair.key)
					? { ...pair, value: unknown(pair.value.range) }
					: template === true
						? { ...pair, value: toBeFilled(pair.value) }
						: pair,
			),
			...[...set]
				.filter((key) => !root.pairs.some((pair) => pair.key === key))
				.map((key) => ({ key, keyRange: root.range, range: root.range, value: unknown(root.range) })),
		],
	};
}

function firstLine(document: TextDocument, { startIndex, endIndex }: SyntaxNode): ObjectFact['range'] {
	const { line } = document.positionAt(startIndex);
	const end = (document.starts[line] ?? 0) + lineText(document, line).length;
	return document.range({ start: startIndex, end: Math.min(end, endIndex) });
}
