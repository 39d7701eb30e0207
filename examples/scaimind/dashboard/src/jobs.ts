export type JobState = 'PENDING' | 'QUEUED' | 'RUNNING' | 'COMPLETED' | 'FAILED' | 'CANCELLED' | 'PREEMPTED';

export interface Job {
  readonly id: string;
  readonly name: string;
  readonly state: JobState;
  readonly error_type?: string;
  readonly error_message?: string;
}

const api = '/v1/modules/scaimind';

export async function listJobs(): Promise<Job[]> {
  const response = await fetch(`${api}/jobs`);
  if (response.status === 503) throw new Error('The coordinator is not reachable.');
  if (response.status === 504) throw new Error('The coordinator is overloaded; see the queue.');
  return response.json();
}

/** Starts the failed job again on a bigger GPU. */
export function retryBigger(job: Job): Promise<Response> {
  return fetch(`${api}/jobs/${job.id}/retry`, {
    method: 'POST',
    headers: { 'Content-Type': 'application/json' },
    body: JSON.stringify({ modify_resources: { gpu_count: 2, gpu_type: 'H100' } }),
  });
}

export function describe(job: Job): string {
  switch (job.state) {
    case 'PENDING':
    case 'QUEUED':
      return 'Waiting for capacity';
    case 'FAILED':
      return `${job.error_type}: ${job.error_message}`;
    default:
      return job.state.toLowerCase();
  }
}
