import { ancestors, type SyntaxNode } from '../../syntax/node';
import { readerFor } from '../../syntax/read';
import type { TextDocument } from '../../text/document';
import type { ProxyLocationFact } from './model';

/** Traefik ends every response after `respondingTimeouts.writeTimeout`, which is off by default. */
export function* traefikLocations(document: TextDocument, node: SyntaxNode): Generator<ProxyLocationFact> {
	const reader = readerFor('yaml');
	const [own, outer] = [...ancestors(node)].flatMap((item) => reader.keyValue(item) ?? []);
	if (own?.key !== 'writeTimeout' || outer?.key !== 'respondingTimeouts' || own.value === undefined) return;
	const range = document.range({ start: own.value.startIndex, end: own.value.endIndex });
	yield {
		kind: 'proxy-location',
		range,
		proxy: 'traefik',
		server: `${document.path}#${own.value.startIndex}`,
		match: { kind: 'prefix', path: '/' },
		upstream: { hosts: [] },
		readTimeout: { value: reader.string(own.value)?.value ?? own.value.text, range, own: true },
		includes: [],
	};
}
