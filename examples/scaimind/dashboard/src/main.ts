import { describe, listJobs } from './jobs';
import { followLogs } from './logs';
import { followMetrics } from './metrics';

const list = document.querySelector('#jobs')!;
const log = document.querySelector('#log')!;
const loss = document.querySelector('#loss')!;
let stop: () => void = () => undefined;

for (const job of await listJobs()) {
  const item = document.createElement('li');
  item.textContent = `${job.name}: ${describe(job)}`;
  item.addEventListener('click', () => {
    stop();
    log.textContent = '';
    stop = followLogs(job.id, (line) => log.append(`${line}\n`), () => log.append('End of log.\n'));
    void followMetrics(job.id, (metric) => (loss.textContent = metric.loss.toFixed(4)));
  });
  list.append(item);
}
