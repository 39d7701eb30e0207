import { isTestPath } from '../files/testPath';
import { usedMethod } from '../recognition/endpoint';
import { ancestors, descendants, type SyntaxNode } from '../syntax/node';
import { shellWords } from '../text/shell';
import type { ExtractContext, Extractor } from './extractor';
import type { FactBase } from './model';
import { urlOf } from './objects/request';
import { contains, createScope, type Scope } from './scope';

/** A local file whose contents go into a `PUT` of a bunker's files. Its range is the path as written. */
export interface InlineFileFact extends FactBase {
	readonly kind: 'inline-file';
	/** As written, relative. */
	readonly path: string;
}

/** `/bunkers/{}/files/data.bin`, `/files{}`; not the upload and the commit, which are the other way. */
const route = /(?:\/bunkers\/[^/]+|^)\/files(?:\/|\{|\$|$)(?!upload\b|commit\b)/;
const readCall = /^(?:readFile|readFileSync|createReadStream|openAsBlob|open|Path|file|ReadFile)$/;
/** A path that says where the file is: neither absolute, nor an address, nor a temporary name. */
const local = /^(?![/~\\]|[a-z][a-z+.-]*:|[A-Z]:)[^\s*?"'`${}<>|]*\.\w{1,10}$/;
const maxNodes = 400;

export const inlineFileExtractor: Extractor = {
	kinds: ['inline-file'],
	markers: ['files'],
	*extract(context) {
		const { document, words, tree } = context;
		if (isTestPath(document.path)) return;
		if (document.language === 'shell' || document.language === 'markdown') yield* inCommands(context);
		if (!/^(?:typescript|tsx|javascript|vue|svelte|python)$/.test(document.language)) return;
		const root = tree()?.root;
		if (root === undefined) return;
		const scope = createScope(document, root);
		for (const word of words) {
			const node = scope.nodeAt(word);
			const url = node === undefined ? undefined : urlOf(scope, node);
			if (url === undefined || !route.test(url.text) || usedMethod(document, tree(), word) !== 'PUT') continue;
			const literals = new Map(filesSent(scope, url.node).map((literal) => [literal.startIndex, literal]));
			for (const literal of literals.values()) {
				const text = scope.reader.string(literal);
				if (text === undefined || !local.test(text.value)) continue;
				yield { kind: 'inline-file', path: text.value, range: document.range(text) };
			}
		}
	},
};

/** The names of files that are opened for the call around an address, or for the function around it. */
function filesSent(scope: Scope, url: SyntaxNode): SyntaxNode[] {
	const { reader } = scope;
	const call = [...ancestors(url)].find((node) => reader.call(node) !== undefined);
	const others = call === undefined ? [] : (reader.call(call)?.arguments ?? []).filter((item) => !contains(item, url));
	const sent = others.flatMap((item) => opened(scope, item, 2));
	if (sent.length > 0) return sent;
	const home = [...ancestors(url)].find((node) => reader.is(node, 'function'));
	const withs = [...(home?.text.matchAll(/\bwith\s+[^:\n]*\bopen\(\s*["'][^"']+["']\s*,\s*["']rb["']/g) ?? [])];
	if (home === undefined || withs.length !== 1) return [];
	const at = home.startIndex + (withs[0]?.index ?? 0);
	return opened(scope, scope.nodeAt({ start: at, end: at + 4 })?.parent ?? home, 0);
}

/** The first argument of each call that opens a file, in an expression and in what its names stand for. */
function opened(scope: Scope, expression: SyntaxNode, depth: number): SyntaxNode[] {
	const { reader } = scope;
	const found: SyntaxNode[] = [];
	let count = 0;
	for (const node of descendants(expression)) {
		if (++count > maxNodes) break;
		const call = reader.call(node);
		const [first] = call?.arguments ?? [];
		if (call !== undefined && first !== undefined && readCall.test(call.name)) {
			if (reader.string(first) !== undefined) found.push(first);
			else if (depth > 0) found.push(...literalOf(scope, first));
		} else if (depth > 0 && reader.is(node, 'name')) {
			const value = scope.valueOf(node);
			if (value !== undefined && !contains(value, node)) found.push(...opened(scope, value, depth - 1));
		}
	}
	return found;
}

function literalOf(scope: Scope, name: SyntaxNode): SyntaxNode[] {
	const value = scope.valueOf(name);
	return value !== undefined && scope.reader.string(value) !== undefined ? [value] : [];
}

/** `curl -X PUT --data-binary @model.bin …/files/model.bin`, `curl -T model.bin …` */
function* inCommands({ document, words }: ExtractContext): Generator<InlineFileFact> {
	const { text } = document;
	const starts = new Set(words.map(({ start }) => text.lastIndexOf('curl ', start)).filter((start) => start >= 0));
	for (const start of starts) {
		const parts = shellWords(text, start);
		const isPut = parts.some(
			(part, index) =>
				/^(?:-XPUT|-T|--upload-file)$/.test(part.text) ||
				(part.text === 'PUT' && /^(?:-X|--request)$/.test(parts[index - 1]?.text ?? '')),
		);
		const isRoute = parts.some((part) => route.test(part.text.trim().replace(/^\w+:\/\/[^/]+|^\$\{?\w+\}?/, '')));
		if (!isPut || !isRoute) continue;
		for (const [index, part] of parts.entries()) {
			const option = parts[index - 1]?.text ?? '';
			const match = /^\s*(@?)([^\s@]+)\s*$/.exec(part.text);
			const path = match?.[2] ?? '';
			const isFile =
				/^(?:-T|--upload-file)$/.test(option) || (/^(?:-d|--data-binary|--data)$/.test(option) && match?.[1] === '@');
			if (!isFile || !local.test(path)) continue;
			const from = part.start + part.text.indexOf(path);
			yield { kind: 'inline-file', path, range: document.range({ start: from, end: from + path.length }) };
		}
	}
}
