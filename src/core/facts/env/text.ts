import { lineComments } from '../../syntax/languages';
import type { EnvTextContext } from './context';
import type { NamedRead } from './collector';
import { publicDefault } from './defaults';
import type { EnvSetFact } from './types';
import type { Span } from '../../text/lines';

/** Emits a read of a file that is read as text. */
export function emitNamed({ document, emit }: EnvTextContext, read: NamedRead): void {
	const {
		name,
		span,
		via,
		presence,
		default: value,
		dynamic,
		source = 'infrastructure',
		fallbackSpan,
		alternatives,
	} = read;
	const shown = value === undefined ? undefined : publicDefault(value, name);
	emit({
		kind: 'env-read',
		name,
		range: document.range(span),
		presence,
		via,
		source,
		...(dynamic === undefined ? {} : { dynamic }),
		...(shown === undefined ? {} : { default: shown }),
		...(alternatives === undefined ? {} : { alternatives }),
		...(fallbackSpan === undefined ? {} : { fallbackRange: document.range(fallbackSpan) }),
	});
}

export function emitSet(
	{ document, emit }: EnvTextContext,
	name: string,
	span: Span,
	how: EnvSetFact['how'],
	via: string,
): void {
	emit({ kind: 'env-set', name, range: document.range(span), how, via });
}

/** Whether a line comment opens before `offset` on its line: a rough look, which takes `://` for no comment. */
export function isInLineComment(document: EnvTextContext['document'], offset: number): boolean {
	const lineStart = document.text.lastIndexOf('\n', offset - 1) + 1;
	const before = document.text.slice(lineStart, offset);
	return lineComments(document.language).some((mark) =>
		new RegExp(`(?:^|\\s)${mark.replace(/[/#;-]/g, '\\$&')}`).test(before),
	);
}
