import { randomUUID } from 'node:crypto';
import { EventEmitter } from 'node:events';

export interface Job {
  readonly id: string;
  readonly renderId: string;
  readonly owner: string;
  readonly events: EventEmitter;
  readonly presetId: string;
  readonly score: unknown;
}

const jobs = new Map<string, Job>();
const owners = new Map<string, string>();

export const queueDepth = (): number => jobs.size;
export const ownerOf = (renderId: string): string | undefined => owners.get(renderId);
export const jobEvents = (jobId: string): EventEmitter | undefined => jobs.get(jobId)?.events;

export function enqueue(presetId: string, score: unknown, owner: string): Job {
  const job: Job = { id: randomUUID(), renderId: randomUUID(), owner, events: new EventEmitter(), presetId, score };
  jobs.set(job.id, job);
  owners.set(job.renderId, owner);
  return job;
}

export function cancelJob(jobId: string): void {
  jobs.get(jobId)?.events.emit('cancelled');
  jobs.delete(jobId);
}

export function cancelAll(): void {
  for (const id of [...jobs.keys()]) cancelJob(id);
}
