import type { Range } from 'vscode-languageserver-types';
import type { CatalogSet } from '../../catalog/set';
import type { TextDocument } from '../../text/document';
import type { Span } from '../../text/lines';
import { Digest } from './digest';
import { credentialKind, isPlaceholder, isRandom, isSecret } from './secrets';

/**
 * What a value looks like. `absent`: a key that takes its value from elsewhere; `reference`: a value with `$NAME`, `${{ … }}`
 * or a template in it, which is known only when it runs.
 */
export type EnvValueShape =
	'absent' | 'empty' | 'reference' | 'number' | 'boolean' | 'url' | 'path' | 'word' | 'list' | 'placeholder' | 'text';

/** A value as far as it may be known: its looks always, its text only where it is harmless. */
export interface EnvValue {
	readonly shape: EnvValueShape;
	/** Characters of the value. */
	readonly length: number;
	/** The text, when name and catalogue don't call it a secret and it is a number, a word, an address or a path. */
	readonly literal?: string;
	/** The variables that a reference names. */
	readonly references?: readonly string[];
	/** The form of a real credential. */
	readonly credential?: 'known' | 'random';
	/** Without the quotes. */
	readonly range: Range;
	readonly quote: string;
	/** Compares values that may not be kept. Absent from JSON. */
	readonly digest?: Digest;
}

interface RawValue extends Span {
	/** The value that a program gets; undefined for a key without one. */
	readonly text: string | undefined;
	readonly quote: string;
	/** References in it are not resolved, as in single quotes. */
	readonly verbatim?: boolean;
}

export function readValue(document: TextDocument, catalogs: CatalogSet, name: string, raw: RawValue): EnvValue {
	const range = document.range(raw);
	const { quote } = raw;
	if (raw.text === undefined) return { shape: 'absent', length: 0, range, quote };
	const { text } = raw;
	const shape = shapeOf(text, raw.verbatim === true);
	const credential = credentialKind(name, text);
	const isHarmless = credential === undefined && keepable.has(shape) && !isSecret(catalogs, name) && !isRandom(text);
	return {
		shape,
		length: text.length,
		range,
		quote,
		...(isHarmless ? { literal: text } : {}),
		...(shape === 'reference' ? { references: referencesIn(text) } : {}),
		...(credential === undefined ? {} : { credential }),
		...(text === '' || shape === 'reference' ? {} : { digest: new Digest(text) }),
	};
}

const keepable: ReadonlySet<EnvValueShape> = new Set<EnvValueShape>([
	'number',
	'boolean',
	'url',
	'path',
	'word',
	'list',
]);

const referencesIn = (text: string): string[] => [
	...new Set([...text.matchAll(/\$\{?([A-Za-z_]\w*)/g)].map((match) => match[1] ?? '')),
];

const reference = /\$(?:\{|\(|[A-Za-z_])|\{\{|<%|%\w+%/;
const number = /^[+-]?(?:\d+(?:\.\d+)?|\.\d+)(?:e[+-]?\d+)?$/i;
const boolean = /^(?:true|false|yes|no|on|off)$/i;
const word = /^(?:[A-Za-z][\w.:@-]{0,39}|\*)$/;
const path = /^(?:\.{0,2}\/|[A-Za-z]:\\)?[\w.-]+(?:[/\\][\w.*-]+)*\/?$/;
/** An address without user, password, query and long opaque segments. */
const url = /^[a-z][a-z0-9+.-]*:\/\/(?![^/?#]*@)[^\s?#]*$/i;

function shapeOf(text: string, verbatim: boolean): EnvValueShape {
	if (text === '') return 'empty';
	if (!verbatim && reference.test(text)) return 'reference';
	if (number.test(text)) return 'number';
	if (boolean.test(text)) return 'boolean';
	if (url.test(text)) return text.split('/').some(isRandom) ? 'text' : 'url';
	if (isPlaceholder(text) && !/[/,]/.test(text)) return word.test(text) ? 'word' : 'placeholder';
	if (word.test(text)) return 'word';
	if (/[/\\]/.test(text) && path.test(text)) return text.split(/[/\\]/).some(isRandom) ? 'text' : 'path';
	if (/,/.test(text) && text.split(',').every((item) => isListItem(item.trim()))) return 'list';
	return 'text';
}

const isListItem = (item: string): boolean =>
	!isRandom(item) && (item === '' || number.test(item) || word.test(item) || url.test(item) || item === '*');
