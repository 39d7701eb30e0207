import * as v from 'valibot';
import { compilePattern } from '../text/pattern';
import { described, entryReference, id, list, scalar, severities, text, texts } from './fields';

/** The part of a catalogue's model that constrains request bodies. */

const path = text(
	'Dotted path from the body; `[]` is any item of a list and `*` any key: `interfaces[].bridge_name`, `*.world_size`.',
);
const paths = (about: string) =>
	described(
		v.union([path, v.pipe(v.array(path), v.minLength(1), v.readonly())]),
		`${about} Several paths are alternatives, the first that exists counts.`,
	);
const pattern = (about: string) =>
	described(
		v.pipe(
			v.string(),
			v.nonEmpty('must not be empty'),
			v.check((source) => compilePattern(source) !== undefined, 'must be a regular expression in RE2 syntax'),
		),
		about,
	);

const factor = v.strictObject({
	path: paths('A number in the body.'),
	default: v.optional(described(v.number(), 'What an absent number means; without it an absent number is unknown.')),
});

const tests = {
	present: v.optional(described(v.boolean(), 'The path exists (true) or does not (false).')),
	empty: v.optional(described(v.boolean(), 'The value is an empty string, list or object (true), or is not.')),
	equals: v.optional(described(scalar, 'The literal value.')),
	oneOf: v.optional(list(scalar, 'One of these literal values.')),
	noneOf: v.optional(list(scalar, 'A literal value that is none of these.')),
	above: v.optional(described(v.number(), 'A number literal greater than this.')),
	atMost: v.optional(described(v.number(), 'A number literal not greater than this.')),
	matches: v.optional(pattern('A string literal that this regular expression (RE2 syntax) finds a match in.')),
	notProductOf: v.optional(list(factor, 'A number literal that is not the product of these numbers of the body.')),
};

const condition = v.pipe(
	v.strictObject({
		path: paths('What is tested.'),
		default: v.optional(described(scalar, 'What the absent value means to the API. Without it an absent value fails.')),
		...tests,
	}),
	v.check(
		(value) => Object.keys(value).filter((key) => key in tests).length === 1,
		'must hold `path` and exactly one test (`present`, `equals`, …)',
	),
);
export type PayloadCondition = v.InferOutput<typeof condition>;

const edit = v.pipe(
	v.strictObject({
		remove: v.optional(paths('The property to remove.')),
		set: v.optional(
			paths('The value to set. When no path exists, the property is inserted by the first whose parent exists.'),
		),
		value: v.optional(described(v.unknown(), 'The JSON value for `set`.')),
		code: v.optional(
			described(
				v.strictObject({
					javascript: v.optional(text('For JavaScript and TypeScript.')),
					python: v.optional(text('For Python.')),
				}),
				'An expression that stands for `value` in code of that language; it must need no import.',
			),
		),
		times: v.optional(described(v.number(), 'Or: the present number times this, at least 1.')),
		default: v.optional(described(v.number(), 'The number that `times` takes an absent one for.')),
		product: v.optional(list(factor, 'Or: the product of these numbers.')),
		replace: v.optional(
			list(
				v.strictObject({
					pattern: pattern('A regular expression (RE2 syntax).'),
					with: described(v.string(), 'What stands for each match; `$1` is a group.'),
				}),
				'Or: the present string after these replacements, one after the other.',
			),
		),
	}),
	v.check(({ remove, set, ...value }) => {
		const ways = ['value', 'times', 'product', 'replace'].filter((key) => key in value).length;
		return remove === undefined ? set !== undefined && ways === 1 : set === undefined && ways === 0;
	}, 'must hold `remove`, or `set` and exactly one of `value`, `times`, `product` and `replace`'),
);
export type PayloadEdit = v.InferOutput<typeof edit>;

const fix = v.strictObject({
	title: text('The title of the quick fix.'),
	safety: described(v.picklist(['safe', 'suggestion']), '`safe` fixes join fix-all.'),
	edits: described(v.pipe(v.array(edit), v.minLength(1), v.readonly()), 'What the fix changes, all of it at once.'),
});
export type PayloadFix = v.InferOutput<typeof fix>;

const body = v.pipe(
	v.strictObject({
		keys: v.optional(
			list(
				list(v.union([text('A key.'), condition]), 'Keys that occur together, or conditions on them.'),
				'The object holds all of one of these groups.',
			),
		),
		endpoint: v.optional(texts('Or the object is sent to one of these: `POST /bunkers/{id}/exec`.')),
		call: v.optional(
			texts(
				'Or it is handed to a function of one of these names, whatever their case and underscores: `drain_node`, `cluster.drain`.',
			),
		),
	}),
	v.check((value) => Object.keys(value).length > 0, 'must hold `keys`, `endpoint` or `call`'),
);

export const payload = v.strictObject({
	id: id('Rule id below the catalogue: `interfaces-not-allowed` is reported as `catalog/interfaces-not-allowed`.'),
	severity: described(v.picklist(severities), 'How bad it is.'),
	message: text('One short sentence: what is wrong, why, what to do. `{value}` stands for the number or word found.'),
	body: described(body, 'What makes an object literal this body. A stranger with one equal key never matches.'),
	when: described(
		v.pipe(v.array(condition), v.minLength(1), v.readonly()),
		'The finding is reported when every one of these holds. A value that is not a literal is unknown: nothing is reported.',
	),
	at: paths('What is marked: with `[]` each item that meets a condition; the object when no path exists.'),
	mark: v.optional(described(v.picklist(['value', 'key']), 'Whether the value (default) or its key is marked.')),
	fixes: v.optional(list(fix, 'Quick fixes, best first.')),
	entry: v.optional(entryReference('The entry that explains it.')),
	docs: v.optional(
		v.strictObject({
			what: text('What is reported, in one sentence.'),
			why: text('Why it matters.'),
			fix: text('What to do.'),
			bad: list(v.unknown(), 'Bodies that are reported; run by a test.'),
			good: list(v.unknown(), 'Bodies that are not; run by a test.'),
		}),
	),
});
export type CatalogPayload = v.InferOutput<typeof payload>;
