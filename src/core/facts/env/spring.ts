import type { NamedRead } from './collector';
import type { EnvTextContext, EnvTextLanguage } from './context';
import { emitNamed } from './text';

const placeholder = /\$\{([A-Z][A-Z0-9_]*)(?::([^${}]*|\$\{[^{}]*\}))?\}/g;

/** `${X}` and `${X:default}` in Spring's configuration and annotations. Names with dots are properties, not variables. */
export function springPlaceholders(text: string, offset: number): Omit<NamedRead, 'via' | 'source'>[] {
	return [...text.matchAll(placeholder)].map((match) => {
		const name = match[1] ?? '';
		const start = offset + match.index + 2;
		const fallback = match[2];
		const isNested = fallback?.startsWith('${') === true;
		const span =
			fallback === undefined
				? {}
				: { fallbackSpan: { start: start + name.length, end: offset + match.index + match[0].length - 1 } };
		return {
			name,
			span: { start, end: start + name.length },
			presence: fallback === undefined ? 'assumes' : 'defaulted',
			...(fallback === undefined || isNested ? {} : { default: fallback }),
			...span,
		};
	});
}

/** `application.properties` and its profiles. */
export const springProperties: EnvTextLanguage = {
	markers: [],
	reads: ({ path }) => /(?:^|\/)(?:application|bootstrap)[\w.-]*\.properties$/.test(path),
	extractText(context: EnvTextContext) {
		for (const read of springPlaceholders(context.document.text, 0))
			emitNamed(context, { ...read, via: 'spring', source: 'code' });
	},
};
