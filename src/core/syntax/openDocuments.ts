import { createDocument, type TextDocument, type TextSource } from '../text/document';
import type { SyntaxTree } from './node';
import type { SyntaxParser } from './parser';

/** A document that someone looks at, and its tree, parsed when first asked for. */
export interface OpenDocument {
	readonly document: TextDocument;
	readonly tree: () => SyntaxTree | undefined;
}

/** The documents that were looked at last: people hover several words of one file, and it need not be parsed for each. */
export interface OpenDocuments {
	/** The document with this text; its language must be prepared. */
	open(source: TextSource): OpenDocument;
}

const kept = 4;

export function createOpenDocuments(parser: SyntaxParser): OpenDocuments {
	const byUri = new Map<string, OpenDocument & { dispose(): void }>();

	return {
		open(source) {
			const known = byUri.get(source.uri);
			byUri.delete(source.uri);
			const isSame = known?.document.text === source.text && known.document.path === source.path;
			if (!isSame) known?.dispose();
			const opened = isSame ? known : openDocument(parser, source);
			byUri.set(source.uri, opened);
			const [oldest] = byUri.keys();
			if (byUri.size > kept && oldest !== undefined) {
				byUri.get(oldest)?.dispose();
				byUri.delete(oldest);
			}
			return opened;
		},
	};
}

function openDocument(parser: SyntaxParser, source: TextSource): OpenDocument & { dispose(): void } {
	const document = createDocument(source);
	let parsed: { readonly tree: SyntaxTree | undefined } | undefined;
	return {
		document,
		tree() {
			parsed ??= { tree: parser.parse(document) };
			return parsed.tree;
		},
		dispose: () => parsed?.tree?.dispose(),
	};
}
