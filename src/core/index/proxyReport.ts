import type { Range } from 'vscode-languageserver-types';
import type { ProxyLocationFact } from '../facts/proxies/model';
import type { TextDocument } from '../text/document';
import { samePlace } from '../text/lines';
import type { ProxiedStream } from './proxiedStreams';
import type { StreamRoute } from './streamRoutes';

/** The stream of a location as people call it. */
export function streamName({ location, routes }: ProxiedStream): string {
	// What a catalogue knows and the code declares is one stream.
	const declared = routes.filter(({ source }) => source !== undefined);
	const [first, ...others] = [...new Set((declared.length > 0 ? declared : routes).map(({ path }) => path))];
	const name = `\`${(first ?? location.fact.match.path).replaceAll('{}', '…')}\``;
	return others.length === 0 ? name : `${name} (and ${others.length} more)`;
}

/** Where the streams are declared. */
export const relatedRoute = (routes: readonly StreamRoute[]): { uri: string; range: Range; message: string }[] =>
	routes.slice(0, 5).flatMap(({ source, path }) =>
		source === undefined
			? []
			: [
					{
						uri: source.file.uri,
						range: source.fact.range,
						message: `\`${path.replaceAll('{}', '…')}\` streams here.`,
					},
				],
	);

/** The location that a finding marks by its head or by one of its settings. */
export const locationAt = (facts: readonly ProxyLocationFact[], range: Range): ProxyLocationFact | undefined =>
	facts.find((fact) =>
		[fact.readTimeout, fact.buffering, fact.cache].some(
			(setting) => setting?.own === true && samePlace(setting.range, range),
		),
	) ?? facts.find((fact) => samePlace(fact.range, range));

export const endOfLineOf = ({ text }: TextDocument): string => (text.includes('\r\n') ? '\r\n' : '\n');
