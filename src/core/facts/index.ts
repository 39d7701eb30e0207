import { codeExtractor } from './code';
import { envReadExtractor } from './envRead';
import type { Extractor } from './extractor';
import { ignoreExtractor } from './ignore';
import { manifestExtractor } from './manifest';
import { misspelledExtractor } from './misspelled';

/** Every extractor, sorted by name. */
export const extractors: readonly Extractor[] = [
	codeExtractor,
	envReadExtractor,
	ignoreExtractor,
	manifestExtractor,
	misspelledExtractor,
];
