import { readerFor } from '../syntax/read';
import type { LanguageId } from '../syntax/languages';
import type { TextDocument } from '../text/document';
import type { Span } from '../text/lines';
import type { Extractor } from './extractor';
import { calleesIn } from './env/callees';
import { collectConstants, mayHoldConstants } from './env/constants';
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
		if ('extractText' in language) return language.reads?.(document) === true;
		return isMarked(language, document, []) || mayHoldConstants(document.text);
	},
	callees(document, words) {
		const language = languages[document.language];
		if (language === undefined || 'extractText' in language || isMarked(language, document, words)) return [];
		return calleesIn(document.text);
	},
	extract({ document, tree, words, isCalled }) {
		const language = languages[document.language];
		if (language === undefined) return [];
		const facts: EnvFact[] = [];
		const emit = (fact: EnvFact): void => void facts.push(fact);
		const own = ownWords(language, document, words);
		if ('extractText' in language) {
			if (own.length > 0 || language.reads?.(document) === true) language.extractText({ document, words: own, emit });
		} else if (isCalled || isMarked(language, document, words)) {
			const root = tree()?.root;
			if (root !== undefined)
				language.extract({ document, reader: readerFor(document.language), root, words: own, emit });
		} else collectConstants({ document, emit });
		return facts;
	},
};

/**
 * Whether a file holds a read by its own words. Parsing is the slow part: a file that only calls functions is parsed when one
 * of them turns out to read what it is given, and one that only holds constants is not.
 */
const isMarked = (language: EnvLanguage, document: TextDocument, words: readonly Span[]): boolean =>
	(language.markers.length === 0 || ownWords(language, document, words).length > 0) &&
	language.needs.test(document.text);

/** The markers of the document's own language; those of others are common words here. */
const ownWords = (
	{ markers }: EnvLanguage | EnvTextLanguage,
	{ text }: TextDocument,
	words: readonly Span[],
): readonly Span[] => words.filter(({ start, end }) => markers.includes(text.slice(start, end).toLowerCase()));
