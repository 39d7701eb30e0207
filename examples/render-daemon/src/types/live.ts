import { z } from 'zod';

export const liveMessage = z.discriminatedUnion('type', [
  z.object({ type: z.literal('note-on'), pitch: z.number().int().min(0).max(127), velocity: z.number() }),
  z.object({ type: z.literal('note-off'), pitch: z.number().int().min(0).max(127) }),
  z.object({ type: z.literal('latency'), profile: z.enum(['low', 'balanced', 'safe']) }),
  z.object({ type: z.literal('record-start') }),
  z.object({ type: z.literal('record-stop') }),
]);

export type LiveMessage = z.infer<typeof liveMessage>;

/** Longest live recording; bounds the buffer that a session holds in memory. */
export const recordingCapSeconds = 60;
