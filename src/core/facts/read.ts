import type { CatalogSet, Occurrence } from '../catalog/set';
import type { IsRelevant } from '../recognition/recognise';
import type { LanguageId } from '../syntax/languages';
import type { SyntaxTree } from '../syntax/node';
import type { SyntaxParser } from '../syntax/parser';
import type { TextDocument } from '../text/document';
import type { Span } from '../text/lines';
import { createWordFilter, scanWords } from '../text/words';
import { extractors } from './index';
import type { Extractor } from './extractor';
import type { Fact, FileFacts } from './model';

export interface FactReader {
	/** The facts of a document. Its language must be prepared. `isWrapper` knows the functions of the workspace by name. */
	read(document: TextDocument, isRelevant: IsRelevant, isWrapper: (name: string) => boolean): FileFacts;
}

/** @param onError is told of an extractor that threw; the other facts of the file stand. */
export function createFactReader(
	catalogs: CatalogSet,
	parser: SyntaxParser,
	onError: (where: string, error: unknown) => void,
): FactReader {
	const byMarker = new Map<string, Extractor[]>();
	for (const extractor of extractors) {
		const { markers } = extractor;
		const words = typeof markers === 'function' ? markers(catalogs) : markers;
		for (const marker of words) byMarker.set(marker, [...(byMarker.get(marker) ?? []), extractor]);
	}
	const filter = createWordFilter([...catalogs.anchors.keys(), ...byMarker.keys()]);

	return {
		read(document, isRelevant, isWrapper) {
			const occurrences: Occurrence[] = [];
			const marked = new Map<Extractor, Span[]>();
			scanWords(document.text, filter, (start, end) => {
				occurrences.push(...catalogs.occurrencesAt(document.text, start, end));
				for (const extractor of byMarker.get(document.text.slice(start, end).toLowerCase()) ?? []) {
					const words = marked.get(extractor) ?? [];
					words.push({ start, end });
					marked.set(extractor, words);
				}
			});
			let tree: SyntaxTree | null | undefined = null;
			const context = {
				document,
				tree: () => (tree === null ? (tree = parser.parse(document)) : tree),
				parse: (language: LanguageId, text: string) => parser.parse({ ...document, language, text }),
				occurrences,
				catalogs,
				isRelevant,
			};
			const facts: Fact[] = [];
			const waiting = new Set<string>();
			for (const extractor of extractors) {
				const words = marked.get(extractor) ?? [];
				try {
					const callees = extractor.callees?.(document, words) ?? [];
					const isCalled = callees.some(isWrapper);
					if (!isCalled) for (const callee of callees) waiting.add(callee);
					if (words.length === 0 && !isCalled && extractor.reads?.(document, occurrences) !== true) continue;
					facts.push(...extractor.extract({ ...context, words, isCalled }));
				} catch (error) {
					onError(`reading ${extractor.kinds.join(', ')} facts of ${document.path}`, error);
				}
			}
			(tree as SyntaxTree | null | undefined)?.dispose();
			return {
				uri: document.uri,
				path: document.path,
				language: document.language,
				facts,
				evidence: evidenceOf(occurrences),
				...genericCatalogs(occurrences, isRelevant),
				callees: [...waiting],
			};
		},
	};
}

function evidenceOf(occurrences: readonly Occurrence[]): Record<string, number> {
	const evidence: Record<string, number> = {};
	for (const { token } of occurrences) {
		const { catalog } = token.target;
		if (!token.generic && catalog.standard !== true) evidence[catalog.id] = (evidence[catalog.id] ?? 0) + 1;
	}
	return evidence;
}

/** The catalogues with generic tokens in the file, by whether these were read. */
function genericCatalogs(
	occurrences: readonly Occurrence[],
	isRelevant: IsRelevant,
): Pick<FileFacts, 'deferred' | 'awake'> {
	const found = new Set<string>();
	for (const { token } of occurrences) {
		const { catalog } = token.target;
		if (token.generic && catalog.standard !== true) found.add(catalog.id);
	}
	return { deferred: [...found].filter((id) => !isRelevant(id)), awake: [...found].filter(isRelevant) };
}
