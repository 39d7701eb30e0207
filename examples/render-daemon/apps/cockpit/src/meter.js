import { daemonUrl, storedToken } from './api';

/** Level meter in the header: a second, listen-only connection beside the live tab. */
export function startMeter(meter) {
  const url = `${daemonUrl.replace(/^http/, 'ws')}/ws`;
  const socket = new WebSocket(url, { headers: { Authorization: `Bearer ${storedToken()}` } });
  socket.binaryType = 'arraybuffer';
  socket.addEventListener('message', ({ data }) => {
    if (data instanceof ArrayBuffer) {
      meter.value = Math.max(...new Float32Array(data).map(Math.abs));
    }
  });
  return () => socket.close();
}
