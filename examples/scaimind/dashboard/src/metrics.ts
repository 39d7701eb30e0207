export interface Metric {
  readonly step: number;
  readonly loss: number;
}

/** Draws the loss while the job runs. */
export async function followMetrics(jobId: string, onMetric: (metric: Metric) => void): Promise<void> {
  const response = await fetch(`/v1/streams/metrics/${jobId}`, { headers: { Accept: 'text/event-stream' } });
  const reader = response.body!.pipeThrough(new TextDecoderStream()).getReader();
  let rest = '';
  for (;;) {
    const { done, value } = await reader.read();
    if (done) return;
    const blocks = (rest + value).split('\n\n');
    rest = blocks.pop() ?? '';
    for (const block of blocks) {
      if (block.startsWith('data: ')) onMetric(JSON.parse(block.slice(6)));
    }
  }
}
