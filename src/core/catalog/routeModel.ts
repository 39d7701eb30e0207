import * as v from 'valibot';
import { described, entryReference, text } from './fields';

const path = text(
	'The path below any host and prefix: `/stream/transcribe`, `/renders/{id}/audio.wav`; `**` at the end for all below.',
);
const entry = v.optional(entryReference('The entry that explains it.'));

export const socketRoute = v.strictObject({
	path,
	query: v.optional(text('The query parameter that must carry the token; absent when none is needed.')),
	frames: v.optional(described(v.picklist(['binary', 'any']), 'How media must be sent. Default `any`.')),
	entry,
});
export type CatalogSocket = v.InferOutput<typeof socketRoute>;

export const streamRoute = v.strictObject({ path, entry });
export type CatalogStream = v.InferOutput<typeof streamRoute>;

export const guardedRoute = v.strictObject({ path, entry });
export type CatalogGuardedRoute = v.InferOutput<typeof guardedRoute>;
