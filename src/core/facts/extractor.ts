import type { CatalogSet, Occurrence } from '../catalog/set';
import type { IsRelevant } from '../recognition/recognise';
import type { LanguageId } from '../syntax/languages';
import type { SyntaxTree } from '../syntax/node';
import type { TextDocument } from '../text/document';
import type { Span } from '../text/lines';
import type { Fact, FactKind } from './model';

/** What an extractor may read. */
export interface ExtractContext {
	readonly document: TextDocument;
	/** The syntax tree, parsed on the first call; undefined for languages and texts without one. */
	readonly tree: () => SyntaxTree | undefined;
	/** The tree of a text that stands inside the document, with all else blank: JSON and YAML in any file. The caller frees it. */
	readonly parse: (language: LanguageId, text: string) => SyntaxTree | undefined;
	/** The words of {@link Extractor.markers} that occur, as UTF-16 offsets. */
	readonly words: readonly Span[];
	/** Catalogue tokens that occur, context not yet judged. */
	readonly occurrences: readonly Occurrence[];
	readonly catalogs: CatalogSet;
	readonly isRelevant: IsRelevant;
	/** One of {@link Extractor.callees} has turned out to matter. */
	readonly isCalled: boolean;
}

/** Reads facts of its kinds from one file. One file a fact kind. */
export interface Extractor {
	readonly kinds: readonly FactKind[];
	/** Words (lower case) without which a file holds no such fact; those of catalogues are asked for once. */
	readonly markers: readonly string[] | ((catalogs: CatalogSet) => readonly string[]);
	/** Whether a file is read although it holds none of the markers. */
	readonly reads?: (document: TextDocument, occurrences: readonly Occurrence[]) => boolean;
	/**
	 * Functions that the file calls and that may be wrappers of another file: it is read once one of them is. That keeps most
	 * files of a workspace unparsed.
	 */
	readonly callees?: (document: TextDocument, words: readonly Span[]) => readonly string[];
	/**
	 * Kinds of facts without any of which, in the whole workspace, nobody asks for these: the file is read once there is one.
	 * Clients' headers matter only where a server lists some.
	 */
	readonly after?: readonly FactKind[];
	extract(context: ExtractContext): Iterable<Fact>;
}
