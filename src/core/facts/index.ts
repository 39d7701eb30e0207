import { codeExtractor } from './code';
import { envDefinitionExtractor } from './envDefinition';
import { envLoadExtractor } from './envLoad';
import { envReadExtractor } from './envRead';
import type { Extractor } from './extractor';
import { ignoreExtractor } from './ignore';
import { manifestExtractor } from './manifest';
import { misspelledExtractor } from './misspelled';

/** Every extractor, sorted by name. */
export const extractors: readonly Extractor[] = [
	codeExtractor,
	envDefinitionExtractor,
	envLoadExtractor,
	envReadExtractor,
	ignoreExtractor,
	manifestExtractor,
	misspelledExtractor,
];
