import type { Range } from 'vscode-languageserver-types';
import type { Reader } from '../../syntax/read';
import type { SyntaxNode } from '../../syntax/node';
import type { TextDocument } from '../../text/document';
import type { Span } from '../../text/lines';
import type { EnvFact } from './types';

/** One file while its environment reads are looked for. */
export interface EnvContext {
	readonly document: TextDocument;
	readonly reader: Reader;
	readonly root: SyntaxNode;
	/** Offsets of the language's markers. */
	readonly words: readonly Span[];
	readonly emit: (fact: EnvFact) => void;
}

/** A file of a language without a tree, or one that is read as lines. */
export type EnvTextContext = Omit<EnvContext, 'root' | 'reader'>;

export interface EnvLanguage {
	/** Lower-case words without which a file of the language holds no read. */
	readonly markers: readonly string[];
	/** What a text with a marker must hold as well to be parsed; markers are words that occur everywhere. */
	readonly needs: RegExp;
	extract(context: EnvContext): void;
}

export interface EnvTextLanguage {
	readonly markers: readonly string[];
	/** Whether a file is read although it holds no marker. */
	readonly reads?: (document: TextDocument) => boolean;
	extractText(context: EnvTextContext): void;
}

export const spanOf = (node: SyntaxNode): Span => ({ start: node.startIndex, end: node.endIndex });
export const rangeOf = (document: TextDocument, node: SyntaxNode): Range => document.range(spanOf(node));

/** The innermost node over a word. */
export const nodeAt = (root: SyntaxNode, { start, end }: Span): SyntaxNode | null =>
	root.descendantForIndex(start, end);

/** What a variable is called: a letter first, then letters, digits and `_`. */
export const variableName = /^[A-Za-z_][A-Za-z0-9_]*$/;
/** The shape that a literal needs to pass for a variable where nothing else says that it is one. */
export const constantName = /^[A-Z][A-Z0-9]*(?:_[A-Z0-9]+)*_?$/;
