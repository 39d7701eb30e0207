import { isTestPath } from '../files/testPath';
import { ancestors, type SyntaxNode } from '../syntax/node';
import type { Extractor } from './extractor';
import { createScope, spanOf, type Scope } from './scope';
import type { StreamRouteFact } from './streams/model';
import { producedAt, producerMarkers, type Produced } from './streams/produced';
import { routeOf } from './streams/route';

/** Routes that answer with `text/event-stream`. */
export const streamRouteExtractor: Extractor = {
	kinds: ['stream-route'],
	markers: producerMarkers,
	*extract({ document, tree, words }) {
		if (
			!/^(?:typescript|javascript|tsx|python|go|java|csharp|php|ruby|rust)$/.test(document.language) ||
			isTestPath(document.path)
		)
			return;
		if (!/event[-_ ]?stream|sse|eventsource|serversentevent/i.test(document.text)) return;
		const root = tree()?.root;
		if (root === undefined) return;
		const scope = createScope(document, root);
		const byHandler = new Map<number, StreamRouteFact>();
		for (const word of words) {
			const produced = producedAt(scope, word);
			if (produced === undefined) continue;
			const handler = handlerOf(scope, produced.node);
			const known = byHandler.get(handler.startIndex);
			const fact = known ?? factOf(scope, produced, handler);
			byHandler.set(handler.startIndex, { ...fact, ...traits(produced) });
		}
		yield* byHandler.values();
	},
};

function factOf(scope: Scope, { node }: Produced, handler: SyntaxNode): StreamRouteFact {
	const { document } = scope;
	const route = routeOf(scope, node);
	return {
		kind: 'stream-route',
		range: document.range(spanOf(node)),
		...route,
		...(/x-accel-buffering/i.test(document.text) ? { unbuffered: true } : {}),
		...(beats(handler.text) || beats(document.text) ? { heartbeat: true } : {}),
	};
}

const traits = ({ unbuffered, heartbeat }: Produced): Pick<StreamRouteFact, 'unbuffered' | 'heartbeat'> => ({
	...(unbuffered === undefined ? {} : { unbuffered }),
	...(heartbeat === undefined ? {} : { heartbeat }),
});

/** A comment line of the protocol, or code that calls itself a heartbeat. */
const beats = (text: string): boolean =>
	/["'`]:[^"'`\n]{0,40}\\n|heart_?-?beat|keep_?alive(?:_?interval)?\s*[=(:]|KeepAlive::|\bping\b/i.test(text);

/** The outermost function around a node, or the file. */
function handlerOf({ reader, root }: Scope, node: SyntaxNode): SyntaxNode {
	return [...ancestors(node)].findLast((outer) => reader.is(outer, 'function')) ?? root;
}
