import { authFetch } from './api';

async function decode(context: AudioContext, id: string): Promise<AudioBuffer> {
  const res = await authFetch(`/api/renders/${id}/audio.wav`);
  return context.decodeAudioData(await res.arrayBuffer());
}

/** Draws both waveforms; the canvas stays empty when one of them does not decode. */
export async function compare(canvas: HTMLCanvasElement, left: string, right: string): Promise<void> {
  const context = new AudioContext();
  const buffers = await Promise.all([decode(context, left), decode(context, right)]);
  const pen = canvas.getContext('2d');
  if (pen === null) return;
  buffers.forEach((buffer, index) => {
    const samples = buffer.getChannelData(0);
    for (let x = 0; x < canvas.width; x += 1) {
      const level = Math.abs(samples[Math.floor((x / canvas.width) * samples.length)] ?? 0);
      pen.fillRect(x, (index + 1) * (canvas.height / 2) - level * 40, 1, level * 40);
    }
  });
}
