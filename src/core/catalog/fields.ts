import * as v from 'valibot';

/** Pieces that the model of a catalogue is made of; every piece says what it is for, and the JSON schema repeats it. */

export const severities = ['error', 'warning', 'information', 'hint'] as const;
export type Severity = (typeof severities)[number];

export const described = <const S extends v.GenericSchema>(schema: S, text: string) =>
	v.pipe(schema, v.description(text));
export const text = (about: string) => described(v.pipe(v.string(), v.trim(), v.nonEmpty('must not be empty')), about);
export const texts = (about: string) => described(v.pipe(v.array(text('One item.')), v.readonly()), about);
export const list = <const S extends v.GenericSchema>(item: S, about: string) =>
	described(v.pipe(v.array(item), v.readonly()), about);

export const id = (about: string) =>
	described(v.pipe(v.string(), v.regex(/^[a-z0-9]+(?:-[a-z0-9]+)*$/, 'must be lower-case words joined by `-`')), about);
export const entryReference = (about: string) =>
	described(
		v.pipe(
			v.string(),
			v.regex(/^(?:[a-z0-9-]+\/)?[a-z0-9-]+$/, 'must be an entry id, or `catalog/entry` for another catalogue'),
		),
		about,
	);
export const scalar = v.union([v.string(), v.number(), v.boolean()]);
