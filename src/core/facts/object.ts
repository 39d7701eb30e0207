import type { Range } from 'vscode-languageserver-types';
import { compilePayloads } from '../payload/compile';
import type { LanguageId } from '../syntax/languages';
import type { Extractor } from './extractor';
import type { FactBase } from './model';
import { readObjects } from './objects/read';

/**
 * An object literal that is one of the bodies which a catalogue constrains: JSON, YAML, an object or a dictionary in code,
 * the arguments of `dict(…)`, the data of a `curl`, the body in an `.http` file or in a fence of Markdown. Only what
 * constraints name is kept of it, and of a string no more than whether it is one that a catalogue spells out.
 */
export interface ObjectFact extends FactBase {
	readonly kind: 'object';
	/** Its first line. */
	readonly range: Range;
	/** The constraints whose body it is: `scaibunker/short-exec-timeout`. */
	readonly payloads: readonly string[];
	/** The documented endpoints that it is sent to, where that can be told: `POST /bunkers/{id}/exec`. */
	readonly endpoints: readonly string[];
	/** The language it is written in: JSON for the data of a `curl`. */
	readonly language: LanguageId;
	/** True where its quotes are escaped, so that nothing can simply be written into it. */
	readonly escaped?: true;
	readonly root: ObjectValue;
}

export type DataValue = ObjectValue | ListValue | StringValue | PlainValue;

export interface ObjectValue {
	readonly kind: 'object';
	readonly range: Range;
	/** True when it may hold more than is written: it spreads another, or other code adds to it. */
	readonly open: boolean;
	/** The pairs that constraints name. */
	readonly pairs: readonly ObjectPair[];
	/** The last pair of all, whose style a new one follows. */
	readonly last?: { readonly key: Range; readonly value: Range };
	/** Where the last child of all ends. */
	readonly end?: Range['end'];
}

export interface ObjectPair {
	readonly key: string;
	readonly keyRange: Range;
	/** Key and value. */
	readonly range: Range;
	readonly value: DataValue;
}

export interface ListValue {
	readonly kind: 'list';
	readonly range: Range;
	readonly open: boolean;
	readonly items: readonly DataValue[];
}

export interface StringValue {
	readonly kind: 'string';
	readonly range: Range;
	/** Kept only when a catalogue spells it out or it is empty. */
	readonly value?: string;
	/** The expressions of catalogues that find a match in it. */
	readonly matches: readonly string[];
	/** True when a part of it is computed. */
	readonly partial: boolean;
}

export type PlainValue =
	| { readonly kind: 'number'; readonly range: Range; readonly value: number }
	| { readonly kind: 'boolean'; readonly range: Range; readonly value: boolean }
	| { readonly kind: 'null'; readonly range: Range }
	| { readonly kind: 'unknown'; readonly range: Range };

/** Object literals that catalogues constrain. */
export const objectExtractor: Extractor = {
	kinds: ['object'],
	markers: (catalogs) => compilePayloads(catalogs).markers,
	extract: readObjects,
};
