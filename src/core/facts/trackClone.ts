import { isTestPath } from '../files/testPath';
import { ancestors } from '../syntax/node';
import type { Extractor } from './extractor';
import { follow } from './media/fate';
import { stopInsertion, type StopInsertion } from './media/stopFix';
import { aboutMedia, mediaKind } from './media/tracks';
import type { FactBase } from './model';
import { createScope, spanOf } from './scope';

/** A clone of a media track or stream that the file never stops nor hands on. Its range is the call. */
export interface TrackCloneFact extends FactBase {
	readonly kind: 'track-clone';
	readonly stop?: StopInsertion;
}

/** Clones of tracks that nobody stops. */
export const trackCloneExtractor: Extractor = {
	kinds: ['track-clone'],
	markers: ['clone'],
	*extract({ document, tree, words }) {
		if (!/^(?:typescript|tsx|javascript|vue|svelte)$/.test(document.language) || isTestPath(document.path)) return;
		if (!aboutMedia.test(document.text)) return;
		const root = tree()?.root;
		if (root === undefined) return;
		const scope = createScope(document, root);
		for (const word of words) {
			const node = scope.nodeAt(word);
			const call = [...(node === undefined ? [] : ancestors(node))]
				.slice(0, 3)
				.find((outer) => scope.reader.call(outer)?.nameNode.startIndex === word.start);
			const read = call === undefined ? undefined : scope.reader.call(call);
			if (call === undefined || read?.receiver === undefined || read.arguments.length > 0) continue;
			if (mediaKind(scope, read.receiver) === undefined) continue;
			const followed = follow(scope, call);
			if (followed.fate !== 'kept') continue;
			const stop = stopInsertion(scope, followed);
			yield { kind: 'track-clone', range: document.range(spanOf(call)), ...(stop === undefined ? {} : { stop }) };
		}
	},
};
