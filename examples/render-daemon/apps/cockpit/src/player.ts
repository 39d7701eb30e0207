import { authFetch } from './api';

const player = document.querySelector<HTMLAudioElement>('#player')!;
let current: string | undefined;

export async function play(id: string): Promise<void> {
  const res = await authFetch(`/api/renders/${id}/audio.wav`);
  if (!res.ok) {
    return;
  }
  if (current !== undefined) URL.revokeObjectURL(current);
  current = URL.createObjectURL(await res.blob());
  player.src = current;
  await player.play();
}
