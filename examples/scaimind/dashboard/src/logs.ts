/** Follows the log of a job; the browser reconnects by itself, `tail` fills the gap. */
export function followLogs(jobId: string, onLine: (line: string) => void, onEnd: () => void): () => void {
  const source = new EventSource(`/v1/streams/logs/${jobId}?tail=200`);
  source.addEventListener('message', ({ data }) => onLine(JSON.parse(data).line));
  source.addEventListener('error', (event) => {
    if (event instanceof MessageEvent && JSON.parse(event.data).error === 'stream ended') {
      source.close();
      onEnd();
    }
  });
  return () => source.close();
}
