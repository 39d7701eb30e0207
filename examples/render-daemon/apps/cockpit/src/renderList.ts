import { daemonUrl, listRenders, type RenderSummary } from './api';
import { play } from './player';

function row(render: RenderSummary): HTMLLIElement {
  const item = document.createElement('li');
  item.textContent = `${render.name} by ${render.createdBy}`;

  const preview = document.createElement('audio');
  preview.preload = 'none';
  preview.controls = true;
  preview.src = `${daemonUrl}/api/renders/${render.id}/audio.wav`;

  const open = document.createElement('button');
  open.textContent = 'Open';
  open.addEventListener('click', () => void play(render.id));

  item.append(preview, open);
  return item;
}

export async function showRenders(list: HTMLUListElement): Promise<void> {
  list.replaceChildren(...(await listRenders()).map(row));
}
