import { readerFor } from '../syntax/read';
import type { LanguageId } from '../syntax/languages';
import type { Extractor } from './extractor';
import { mayCallWrapper } from './env/calls';
import { mayHoldConstants } from './env/constants';
import type { EnvLanguage, EnvTextLanguage } from './env/context';
import { csharp } from './env/csharp';
import { go } from './env/go';
import { dockerfile } from './env/infrastructure/dockerfile';
import { json, makefile, properties, toml } from './env/infrastructure/plain';
import { shell } from './env/infrastructure/shell';
import { yaml } from './env/infrastructure/yaml';
import { java } from './env/java';
import { javascript } from './env/javascript';
import { textPatterns } from './env/patterns';
import { php } from './env/php';
import { python } from './env/python';
import { ruby } from './env/ruby';
import { rust } from './env/rust';
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
	shell,
	dockerfile,
	yaml,
	json,
	makefile,
	toml,
	properties,
	kotlin: textPatterns,
	scala: textPatterns,
	swift: textPatterns,
	dart: textPatterns,
	elixir: textPatterns,
	prisma: textPatterns,
	html: textPatterns,
};

/** What a file reads from the environment, in every language and in infrastructure files. */
export const envReadExtractor: Extractor = {
	kinds: ['env-read', 'env-wrapper', 'env-call', 'env-constant', 'env-set', 'env-class'],
	markers: [...new Set(Object.values(languages).flatMap((language) => language.markers))],
	reads(document) {
		const language = languages[document.language];
		if (language === undefined) return false;
		if (language === shell) return document.text.includes('$');
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
