import { daemonUrl, storedToken } from './api';

export async function joinLive(onStatus: (text: string) => void): Promise<WebSocket> {
  const context = new AudioContext();
  await context.audioWorklet.addModule('/pcm-worklet.js');
  const player = new AudioWorkletNode(context, 'pcm-player');
  player.connect(context.destination);

  const url = `${daemonUrl.replace(/^http/, 'ws')}/ws?token=${encodeURIComponent(storedToken())}`;
  const socket = new WebSocket(url);
  socket.binaryType = 'arraybuffer';
  socket.addEventListener('message', ({ data }) => {
    if (typeof data === 'string') {
      const reply = JSON.parse(data);
      if (reply.code === 'INVALID_MESSAGE' || reply.code === 'PARSE_ERROR') onStatus(reply.message);
      return;
    }
    player.port.postMessage(new Float32Array(data));
  });
  socket.addEventListener('close', (event) => onStatus(event.reason || 'Disconnected'));

  if ('requestMIDIAccess' in navigator) {
    const midi = await navigator.requestMIDIAccess();
    for (const input of midi.inputs.values()) {
      input.onmidimessage = (event) => {
        const [status = 0, pitch, velocity] = event.data ?? [];
        if (status >> 4 === 9) socket.send(JSON.stringify({ type: 'note-on', pitch, velocity }));
      };
    }
  }
  return socket;
}
