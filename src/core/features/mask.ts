import type { Range } from 'vscode-languageserver-types';
import { factsOf, type FileFacts } from '../facts/model';
import { applyEdits } from '../text/edits';

/** As long whatever it stands for. */
const mask = '********';
const shownShapes: ReadonlySet<string> = new Set(['absent', 'empty', 'placeholder']);

/**
 * A file's text with a mask for every value that may be a secret, line by line the same, so that a piece of it can be shown.
 * The facts must be those of the text.
 */
export function maskSecrets(text: string, file: FileFacts | undefined): string {
	if (file === undefined) return text;
	const values = factsOf(file, 'env-definition')
		.map(({ value }) => value)
		.filter(({ shape, literal }) => literal === undefined && !shownShapes.has(shape))
		.map(({ range }) => range);
	const fallbacks = factsOf(file, 'env-read')
		.filter((fact) => fact.default === undefined && fact.presence === 'defaulted')
		.flatMap(({ fallbackRange }) => fallbackRange ?? []);
	return applyEdits(
		text,
		[...values, ...fallbacks].map((range) => ({ range, newText: lines(range) })),
	).text;
}

const lines = ({ start, end }: Range): string => mask + `\n${mask}`.repeat(end.line - start.line);
