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
import type { Fact, FactKind, FileFacts } from './model';

/** What is known of the workspace when a file of it is read. */
export interface WorkspaceView {
	readonly isRelevant: IsRelevant;
	/** Whether a function of this name hands its parameter on to a read of the environment. */
	readonly isWrapper: (name: string) => boolean;
	/** Whether a file of the workspace holds a fact of the kind. */
	readonly holds: (kind: FactKind) => boolean;
}

export interface FactReader {
	/** The facts of a document. A grammar is loaded when the first file comes that has to be parsed. */
	read(document: TextDocument, view: WorkspaceView): Promise<FileFacts>;
	/** Reads what `file`, of the same text, awaits; its other facts are taken over. */
	resume(document: TextDocument, view: WorkspaceView, file: FileFacts): Promise<FileFacts>;
}

interface Scan {
	readonly occurrences: readonly Occurrence[];
	readonly words: ReadonlyMap<Extractor, readonly Span[]>;
}

/** @param onError is told once of each extractor that threw; the other facts of the file stand. */
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
	const failed = new Set<Extractor>();

	/** The one pass over the text. */
	function scan({ text }: TextDocument): Scan {
		const occurrences: Occurrence[] = [];
		const words = new Map<Extractor, Span[]>();
		scanWords(text, filter, (start, end) => {
			for (const occurrence of catalogs.occurrencesAt(text, start, end)) occurrences.push(occurrence);
			for (const extractor of byMarker.get(text.slice(start, end).toLowerCase()) ?? []) {
				const marked = words.get(extractor);
				if (marked === undefined) words.set(extractor, [{ start, end }]);
				else marked.push({ start, end });
			}
		});
		return { occurrences, words };
	}

	async function read(document: TextDocument, view: WorkspaceView, old?: FileFacts): Promise<FileFacts> {
		const scanned = scan(document);
		for (;;) {
			const missing = new Set<LanguageId>();
			const facts = extractAll(document, scanned, view, old, missing);
			if (missing.size === 0) return facts;
			await Promise.all(Array.from(missing, (language) => parser.prepare(language)));
		}
	}

	/** @param missing takes the languages that had to be parsed and are not prepared: without them the facts are wanting. */
	function extractAll(
		document: TextDocument,
		{ occurrences, words: marked }: Scan,
		view: WorkspaceView,
		old: FileFacts | undefined,
		missing: Set<LanguageId>,
	): FileFacts {
		const parse = (text: TextDocument): SyntaxTree | undefined => {
			if (parser.isPrepared(text.language)) return parser.parse(text);
			missing.add(text.language);
			return undefined;
		};
		let tree: SyntaxTree | null | undefined = null;
		const context = {
			document,
			tree: () => (tree === null ? (tree = parse(document)) : tree),
			parse: (language: LanguageId, text: string) => parse({ ...document, language, text }),
			occurrences,
			catalogs,
			isRelevant: view.isRelevant,
		};
		const facts: Fact[] = [];
		const awaits = new Set<string>();

		function extract(extractor: Extractor): Iterable<Fact> {
			const words = marked.get(extractor) ?? [];
			const callees = extractor.callees?.(document, words) ?? [];
			const isCalled = callees.some(view.isWrapper);
			const isRead = words.length > 0 || isCalled || extractor.reads?.(document, occurrences) === true;
			if (isRead && extractor.after?.some(view.holds) === false) {
				for (const kind of extractor.after) awaits.add(awaitedKind(kind));
				return [];
			}
			if (!isCalled) for (const callee of callees) awaits.add(callee);
			return isRead ? extractor.extract({ ...context, words, isCalled }) : [];
		}

		for (const extractor of extractors) {
			if (missing.size > 0) break;
			try {
				if (old === undefined || mayAwait(extractor)) facts.push(...extract(extractor));
				else facts.push(...old.facts.filter(({ kind }) => extractor.kinds.includes(kind)));
			} catch (error) {
				if (!failed.has(extractor)) onError(`reading ${extractor.kinds.join(', ')} facts of ${document.path}`, error);
				failed.add(extractor);
			}
		}
		(tree as SyntaxTree | null | undefined)?.dispose();
		return {
			uri: document.uri,
			path: document.path,
			language: document.language,
			facts,
			evidence: evidenceOf(occurrences),
			...genericCatalogs(occurrences, view.isRelevant),
			awaits: [...awaits],
		};
	}

	return { read, resume: read };
}

const kindPrefix = 'kind:';
const awaitedKind = (kind: FactKind): string => kindPrefix + kind;

/** Whether something that a file awaits, a function's name or a kind of facts, is there. */
export const isFulfilled = (awaited: string, { isWrapper, holds }: Omit<WorkspaceView, 'isRelevant'>): boolean =>
	awaited.startsWith(kindPrefix) ? holds(awaited.slice(kindPrefix.length) as FactKind) : isWrapper(awaited);

/** The kinds of facts that files wait for. */
export const awaitedKinds: readonly FactKind[] = [...new Set(extractors.flatMap(({ after }) => after ?? []))];

const mayAwait = ({ callees, after }: Extractor): boolean => callees !== undefined || after !== undefined;

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
