import type { Range } from 'vscode-languageserver-types';
import { isTestPath } from '../files/testPath';
import { ancestors, namedChildren, type SyntaxNode } from '../syntax/node';
import { readerFor } from '../syntax/read';
import type { TextDocument } from '../text/document';
import type { ExtractContext, Extractor } from './extractor';
import type { FactBase } from './model';

/** A method of a Spring controller that returns a reactive type. Its range is the type. */
export interface ReactiveReturnFact extends FactBase {
	readonly kind: 'reactive-return';
	readonly wrapper: 'Mono' | 'Flux';
	/** `InterviewSummary` of `Mono<InterviewSummary>`. */
	readonly inner: string;
	/** The one value that the method returns, and what is in `Mono.just(…)` or `Flux.fromIterable(…)`. */
	readonly returned?: { readonly range: Range; readonly plain?: Range };
}

/** Reactive types that controllers return; event streams left out, which have no other way. */
export const reactiveReturnExtractor: Extractor = {
	kinds: ['reactive-return'],
	markers: ['mono', 'flux'],
	*extract(context) {
		const { document, tree, words } = context;
		if (isTestPath(document.path) || !/@(?:Rest)?Controller\b/.test(document.text)) return;
		if (document.language === 'kotlin') yield* inKotlin(context);
		const root = document.language === 'java' ? tree()?.root : undefined;
		if (root === undefined) return;
		for (const { start, end } of words) {
			const node = root.descendantForIndex(start, end - 1);
			const fact = node === null ? undefined : returnAt(document, node);
			if (fact !== undefined) yield fact;
		}
	},
};

const mapping = /@(?:Request|Get|Post|Put|Patch|Delete)Mapping\b/;
const streams =
	/EVENT_STREAM|NDJSON|STREAM_JSON|text\/event-stream|ndjson|stream\+json|ServerSentEvent|DataBuffer|byte\[\]/i;

function returnAt(document: TextDocument, word: SyntaxNode): ReactiveReturnFact | undefined {
	const type = [...ancestors(word)].slice(0, 3).find((node) => node.type === 'generic_type');
	const method = type?.parent;
	if (type === undefined || method?.type !== 'method_declaration') return undefined;
	if (method.childForFieldName('type')?.startIndex !== type.startIndex) return undefined;
	const [, wrapper, inner = ''] = /^(?:[\w.]+\.)?(Mono|Flux)\s*<([\s\S]*)>$/.exec(type.text) ?? [];
	if (wrapper !== 'Mono' && wrapper !== 'Flux') return undefined;
	const modifiers = textOfModifiers(method);
	const home = [...ancestors(method)].find((node) => node.type === 'class_declaration');
	if (home === undefined || !mapping.test(modifiers) || streams.test(modifiers + inner)) return undefined;
	const annotations = textOfModifiers(home);
	const isBody = /@RestController\b/.test(annotations) || /@ResponseBody\b/.test(annotations + modifiers);
	if (!isBody || streams.test(annotations)) return undefined;
	const returned = returnedBy(document, method);
	return {
		kind: 'reactive-return',
		wrapper,
		inner: inner.trim(),
		range: rangeOf(document, type),
		...(returned === undefined ? {} : { returned }),
	};
}

const textOfModifiers = (node: SyntaxNode): string =>
	namedChildren(node).find((child) => child.type === 'modifiers')?.text ?? '';

/** What a method returns that only returns. */
function returnedBy(document: TextDocument, method: SyntaxNode): ReactiveReturnFact['returned'] {
	const body = method.childForFieldName('body');
	const returns = body === null ? [] : (body.text.match(/\breturn\b/g) ?? []);
	const last = body === null ? undefined : namedChildren(body).at(-1);
	if (returns.length !== 1 || last?.type !== 'return_statement') return undefined;
	const [value] = namedChildren(last);
	const call = value === undefined ? undefined : readerFor('java').call(value);
	if (value === undefined) return undefined;
	const [argument, ...others] = call?.arguments ?? [];
	const isPlain =
		argument !== undefined &&
		others.length === 0 &&
		/^Mono\.just$|^Flux\.fromIterable$/.test(`${call?.receiver?.text ?? ''}.${call?.name ?? ''}`);
	return {
		range: rangeOf(document, value),
		...(isPlain ? { plain: rangeOf(document, argument) } : {}),
	};
}

const rangeOf = (document: TextDocument, node: SyntaxNode): Range =>
	document.range({ start: node.startIndex, end: node.endIndex });

/** `@GetMapping fun a(): Mono<A>`. */
function* inKotlin({ document }: ExtractContext): Generator<ReactiveReturnFact> {
	if (!/@RestController\b/.test(document.text)) return;
	const method = /\bfun\s+\w+\s*\((?:[^()]|\([^()]*\))*\)\s*:\s*((Mono|Flux)<([^={\n]+)>)/g;
	for (const match of document.text.matchAll(method)) {
		const [whole, type = '', wrapper = '', inner = ''] = match;
		const before = document.text.slice(0, match.index);
		const annotations = before.slice(
			Math.max(before.lastIndexOf('}'), before.lastIndexOf('{'), before.lastIndexOf('fun ')),
		);
		if (!mapping.test(annotations) || streams.test(annotations + inner)) continue;
		const start = match.index + whole.length - type.length;
		const range = document.range({ start, end: start + type.length });
		if (wrapper === 'Mono' || wrapper === 'Flux') yield { kind: 'reactive-return', wrapper, inner, range };
	}
}
