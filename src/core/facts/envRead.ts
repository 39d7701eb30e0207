import { readerFor } from '../syntax/read';
import type { LanguageId } from '../syntax/languages';
import type { Extractor } from './extractor';
import { mayCallWrapper } from './env/calls';
import { mayHoldConstants } from './env/constants';
import type { EnvLanguage, EnvTextLanguage } from './env/context';
import { csharp } from './env/csharp';
import { go } from './env/go';
import { java } from './env/java';
import { javascript } from './env/javascript';
import { php } from './env/php';
import { python } from './env/python';
import { ruby } from './env/ruby';
import { rust } from './env/rust';
import { springProperties } from './env/spring';
import type { EnvFact } from './env/types';

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

const languages: Readonly<Partial<Record<LanguageId, EnvLanguage | EnvTextLanguage>>> = {
	typescript: javascript,
	tsx: javascript,
	javascript,
	vue: javascript,
	svelte: javascript,
	astro: javascript,
	python,
	go,
	rust,
	ruby,
	php,
	java,
	csharp,
	properties: springProperties,
};

/** What a file reads from the environment, in every language and in infrastructure files. */
export const envReadExtractor: Extractor = {
	kinds: ['env-read', 'env-wrapper', 'env-call', 'env-constant', 'env-set', 'env-class'],
	markers: [...new Set(Object.values(languages).flatMap((language) => language.markers))],
	reads(document) {
		const language = languages[document.language];
		if (language === undefined) return false;
		return 'extractText' in language ? language.reads?.(document) === true : mayCallWrapper(document) || mayHoldConstants(document.text);
	},
	extract({ document, tree, words }) {
		const language = languages[document.language];
		if (language === undefined) return [];
		const facts: EnvFact[] = [];
		const emit = (fact: EnvFact): void => void facts.push(fact);
		const own = words.filter(({ start, end }) => language.markers.includes(document.text.slice(start, end).toLowerCase()));
		if ('extractText' in language) language.extractText({ document, words: own, emit });
		else {
			const root = tree()?.root;
			if (root !== undefined) language.extract({ document, reader: readerFor(document.language), root, words: own, emit });
		}
		return facts;
	},
};
