import type { Extractor } from './extractor';

export type {
	EnvCallFact,
	EnvClassFact,
	EnvConstantFact,
	EnvFact,
	EnvPresence,
	EnvReadFact,
	EnvSetFact,
	EnvWrapperFact,
} from './env/types';

/** What a file reads from the environment, in every language and in infrastructure files. */
export const envReadExtractor: Extractor = {
	kinds: ['env-read', 'env-wrapper', 'env-call', 'env-constant', 'env-set', 'env-class'],
	markers: [],
	*extract() {
		yield* [];
	},
};
