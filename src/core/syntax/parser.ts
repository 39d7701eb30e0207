import type * as TreeSitterModule from '@vscode/tree-sitter-wasm';
import type { Language, Parser } from '@vscode/tree-sitter-wasm';
import type { TextDocument } from '../text/document';
import { parseJson } from './json';
import { LinkedNode } from './linkedNode';
import { embeddedCode, grammarOf, type GrammarName, type LanguageId } from './languages';
import type { SyntaxTree } from './node';
import type { parseYaml as ParseYaml } from './yaml';

/** Where the binaries come from: `tree-sitter.wasm` and `tree-sitter-<grammar>.wasm`. */
export type ReadAsset = (name: string) => Promise<Uint8Array>;

/** Files longer than this are read as text only: a tree of a generated bundle helps nobody. In UTF-16 code units. */
export const maxParsedLength = 2 * 1024 * 1024;
/** A line longer than this is minified or data; its file is read as text only. */
const maxLineLength = 20_000;

/** Loaded on first use, as every library that only some files need. */
type TreeSitter = typeof TreeSitterModule;

export interface SyntaxParser {
	/** Loads what `language` needs. Resolves when {@link parse} can be called; a grammar that cannot be had is logged once. */
	prepare(language: LanguageId): Promise<void>;
	/** Whether there is nothing to wait for before {@link parse}. */
	isPrepared(language: LanguageId): boolean;
	/** The tree of a document, or undefined when the language has none, is not prepared, or the text is unfit. */
	parse(document: TextDocument): SyntaxTree | undefined;
}

export function createParser(readAsset: ReadAsset, log: (message: string) => void): SyntaxParser {
	const languages = new Map<GrammarName, Language>();
	const loading = new Map<GrammarName, Promise<void>>();
	/** Loaded, or found to be missing. */
	const settled = new Set<GrammarName>();
	let started: Promise<TreeSitter> | undefined;
	let parser: Parser | undefined;

	let parseYaml: typeof ParseYaml | undefined;

	async function start(): Promise<TreeSitter> {
		const loaded: TreeSitter & { readonly default?: TreeSitter } = await import('@vscode/tree-sitter-wasm');
		const library = loaded.default ?? loaded; // Node finds no names in a UMD module, a bundle does
		const wasmBinary = await readAsset('tree-sitter.wasm');
		await library.Parser.init({ wasmBinary } as unknown as Parameters<typeof library.Parser.init>[0]);
		parser = new library.Parser();
		return library;
	}

	async function load(grammar: GrammarName): Promise<void> {
		try {
			const library = await (started ??= start());
			languages.set(grammar, await library.Language.load(await readAsset(`tree-sitter-${grammar}.wasm`)));
		} catch (error) {
			log(`The ${grammar} grammar could not be loaded: ${error instanceof Error ? error.message : String(error)}`);
		}
		settled.add(grammar);
	}

	return {
		async prepare(language) {
			if (language === 'yaml' || language === 'markdown') parseYaml ??= (await import('./yaml')).parseYaml;
			const grammar = grammarOf(language);
			if (grammar === undefined || languages.has(grammar)) return;
			let pending = loading.get(grammar);
			if (pending === undefined) {
				pending = load(grammar);
				loading.set(grammar, pending);
			}
			await pending;
		},
		isPrepared(language) {
			if (language === 'yaml') return parseYaml !== undefined;
			const grammar = grammarOf(language);
			return grammar === undefined || settled.has(grammar);
		},
		parse(document) {
			if (document.text.length > maxParsedLength || hasLongLine(document)) return undefined;
			if (document.language === 'json') return parseJson(document.text);
			if (document.language === 'yaml') return parseYaml?.(document.text);
			const grammar = grammarOf(document.language);
			const language = grammar === undefined ? undefined : languages.get(grammar);
			if (language === undefined || parser === undefined) return undefined;
			parser.setLanguage(language);
			const code = codeOf(document);
			const tree = parser.parse(code);
			if (tree === null) return undefined;
			return { root: new LinkedNode(tree.rootNode, null, code), dispose: () => tree.delete() };
		},
	};
}

function hasLongLine(document: TextDocument): boolean {
	const { starts, text } = document;
	return starts.some((start, line) => (starts[line + 1] ?? text.length) - start > maxLineLength);
}

/** The code of a document with everything else blank, so that offsets stay true. */
function codeOf(document: TextDocument): string {
	const pattern = embeddedCode(document.language);
	if (pattern === undefined) return document.text;
	let result = '';
	let end = 0;
	for (const match of document.text.matchAll(pattern)) {
		const start = match.index + (match[1] ?? '').length;
		const code = match[2] ?? '';
		result += blank(document.text.slice(end, start)) + code;
		end = start + code.length;
	}
	return result + blank(document.text.slice(end));
}

const blank = (text: string): string => text.replace(/[^\r\n]/g, ' ');
