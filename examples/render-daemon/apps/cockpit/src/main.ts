import { daemonUrl } from './api';
import { joinLive } from './live';
import { startMeter } from './meter.js';
import { showRenders } from './renderList';

const badge = document.querySelector<HTMLSpanElement>('#health')!;

async function poll(): Promise<void> {
  const healthy = await fetch(`${daemonUrl}/api/health`).then((res) => res.ok, () => false);
  badge.classList.toggle('red', !healthy);
}

setInterval(() => void poll(), 5000);
startMeter(document.querySelector('#level'));
void showRenders(document.querySelector<HTMLUListElement>('#renders')!);

document.querySelector('#btn-record')?.addEventListener('click', async () => {
  const socket = await joinLive((text) => (badge.title = text));
  socket.addEventListener('open', () => socket.send(JSON.stringify({ type: 'record-start' })));
});
