import type { Range } from 'vscode-languageserver-types';
import { isTestPath } from '../files/testPath';
import { newWants } from '../payload/wants';
import { ancestors, type SyntaxNode } from '../syntax/node';
import type { Span } from '../text/lines';
import type { Extractor } from './extractor';
import { inCommands } from './media/commands';
import { filesIn, functionAround, sourcesIn, type Source } from './media/sources';
import { isSameAudio } from './media/types';
import type { FactBase } from './model';
import type { ObjectValue } from './object';
import { isObject, readObject } from './objects/literal';
import { contains, createScope, type Scope } from './scope';

/** A declared type of audio that is not the type of the audio beside it. Its range is the declaration with its quotes. */
export interface MediaTypeFact extends FactBase {
	readonly kind: 'media-type';
	/** As declared; absent for an open frame that says nothing. */
	readonly declared?: string;
	/** The type of the audio. */
	readonly actual: string;
	/** `standup.mp3`, or the recorder's type. */
	readonly source: string;
	readonly sourceRange: Range;
	/** Whether both stand in one call or object, or a recorder feeds the socket; otherwise they stand in one function. */
	readonly together: boolean;
	/** The open frame that lacks the type. */
	readonly frame?: ObjectValue;
}

/** Types that are declared for audio, and the audio they are declared for. */
export const mediaTypeExtractor: Extractor = {
	kinds: ['media-type'],
	markers: ['audio', 'open'],
	*extract(context) {
		const { document, tree, words } = context;
		if (isTestPath(document.path)) return;
		if (document.language === 'shell' || document.language === 'markdown') {
			yield* inCommands(context);
			return;
		}
		if (!/^(?:typescript|tsx|javascript|vue|svelte|python)$/.test(document.language)) return;
		const quoted = words.filter(({ start }) => /["'`]/.test(document.text.charAt(start - 1)));
		const root = quoted.length === 0 ? undefined : tree()?.root;
		if (root === undefined) return;
		const scope = createScope(document, root);
		for (const word of quoted) {
			const fact = document.text.charAt(word.end) === '/' ? declaredAt(scope, word) : silentFrameAt(scope, word);
			if (fact !== undefined) yield fact;
		}
	},
};

const declares = /^(?:media_?type|mime_?type|content[-_]?type|type)$/i;
const isType = /^audio\/[\w.+-]+/;

function declaredAt(scope: Scope, word: Span): MediaTypeFact | undefined {
	const { document, reader } = scope;
	const string = stringAt(scope, word);
	const declared = string === undefined ? undefined : reader.string(string)?.value;
	if (string === undefined || declared === undefined || !isType.test(declared)) return undefined;
	const place = placeOf(scope, string);
	if (place === 'other') return undefined;
	let branch = string;
	for (const node of ancestors(string)) {
		if (reader.is(node, 'statement') || reader.is(node, 'block') || reader.is(node, 'function')) break;
		const sources = filesIn(document.text.slice(node.startIndex, node.endIndex), node.startIndex);
		if (sources.length > 0) return factOf(scope, string, declared, sources, true);
		branch = node;
	}
	if (place !== 'declaration') return undefined;
	const home = functionAround(branch, scope);
	const sources = sourcesIn(scope, home, string);
	return sources === undefined ? undefined : factOf(scope, string, declared, sources, false);
}

/** What a type is given for: a key or header that declares it, an item of a tuple, or something else, such as a recorder. */
function placeOf(scope: Scope, string: SyntaxNode): 'declaration' | 'item' | 'other' {
	const { reader } = scope;
	const parent = string.parent;
	if (parent === null) return 'other';
	const pair = reader.keyValue(parent);
	if (pair?.value !== undefined && contains(pair.value, string)) {
		return pair.key !== undefined && declares.test(pair.key) && !isRecorder(scope, parent) ? 'declaration' : 'other';
	}
	const items = reader.items(parent);
	if (items !== undefined)
		return items.filter((item) => isType.test(reader.string(item)?.value ?? '')).length === 1 ? 'item' : 'other';
	const call = parent.parent === null ? undefined : reader.call(parent.parent);
	if (call === undefined) return 'other';
	const [first] = call.arguments;
	const header = first === undefined ? undefined : reader.string(first)?.value;
	return header !== undefined && /^content-type$/i.test(header) ? 'declaration' : 'other';
}

const isRecorder = ({ reader }: Scope, node: SyntaxNode): boolean =>
	[...ancestors(node)]
		.slice(0, 4)
		.some((outer) => reader.is(outer, 'call') && /^new\s+MediaRecorder\b/.test(outer.text));

function factOf(
	{ document }: Scope,
	node: SyntaxNode,
	declared: string,
	sources: readonly Source[],
	together: boolean,
): MediaTypeFact | undefined {
	const [first] = sources;
	if (first === undefined || sources.some(({ type }) => isSameAudio(type, declared))) return undefined;
	if (new Set(sources.map(({ type }) => type)).size > 1) return undefined;
	return {
		kind: 'media-type',
		range: document.range({ start: node.startIndex, end: node.endIndex }),
		declared,
		actual: first.type,
		source: first.name,
		sourceRange: document.range(first.span),
		together: together || first.recorded,
	};
}

/** An open frame without `media_type`, which the server takes for WAV, beside audio of another type. */
function silentFrameAt(scope: Scope, word: Span): MediaTypeFact | undefined {
	const { document, reader } = scope;
	const string = stringAt(scope, word);
	const pair = string?.parent;
	if (string === undefined || pair === null || pair === undefined || reader.string(string)?.value !== 'open')
		return undefined;
	const object = reader.keyValue(pair)?.key === 'type' ? pair.parent : null;
	if (object === null || !isObject(reader, object)) return undefined;
	const frame = readObject(document, reader, object, [newWants()]);
	const keys = reader.pairs(object).map(({ key }) => key);
	if (frame.open || keys.includes('media_type') || /\bmedia_type\b/.test(object.text)) return undefined;
	const [source, ...others] = sourcesIn(scope, functionAround(object, scope), string) ?? [];
	if (source === undefined || others.some(({ type }) => type !== source.type) || isSameAudio(source.type, 'audio/wav'))
		return undefined;
	return {
		kind: 'media-type',
		range: document.range({ start: string.startIndex, end: string.endIndex }),
		actual: source.type,
		source: source.name,
		sourceRange: document.range(source.span),
		together: source.recorded,
		frame,
	};
}

function stringAt(scope: Scope, word: Span): SyntaxNode | undefined {
	const { reader } = scope;
	const node = scope.nodeAt(word);
	return node === undefined ? undefined : [...ancestors(node)].slice(0, 3).find((item) => reader.is(item, 'string'));
}
