import { codeExtractor } from './code';
import { corsPolicyExtractor } from './corsPolicy';
import { envDefinitionExtractor } from './envDefinition';
import { envLoadExtractor } from './envLoad';
import { envMentionExtractor } from './envMention';
import { envReadExtractor } from './envRead';
import type { Extractor } from './extractor';
import { headerConstantExtractor } from './headerConstant';
import { gitIgnoreExtractor } from './gitIgnore';
import { ignoreExtractor } from './ignore';
import { manifestExtractor } from './manifest';
import { misspelledExtractor } from './misspelled';

/** Every extractor, sorted by name. */
export const extractors: readonly Extractor[] = [
	codeExtractor,
	corsPolicyExtractor,
	envDefinitionExtractor,
	envLoadExtractor,
	envMentionExtractor,
	envReadExtractor,
	headerConstantExtractor,
	gitIgnoreExtractor,
	ignoreExtractor,
	manifestExtractor,
	misspelledExtractor,
];
