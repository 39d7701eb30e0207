import { readdir, readFile, rm, stat } from 'node:fs/promises';
import path from 'node:path';
import type { Response } from 'express';
import { config } from './config.js';
import { ApiError } from './envelope.js';

const renderId = /^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$/;

export function renderPath(id: string, asset = ''): string {
  if (!renderId.test(id)) {
    throw new ApiError('INVALID_RENDER_ID', 'Not a render id.', 'Use an id that /api/renders returned.');
  }
  return path.join(config.storeDir, id, asset);
}

export async function usedMb(): Promise<number> {
  let bytes = 0;
  for (const id of await readdir(config.storeDir)) {
    bytes += (await stat(path.join(config.storeDir, id, 'audio.wav'))).size;
  }
  return bytes / 1_048_576;
}

/** False, and an answer sent, when the store has no room for `sizeMb` more. */
export async function reserve(res: Response, sizeMb: number): Promise<boolean> {
  if ((await usedMb()) + sizeMb <= config.storeBudgetMb) {
    return true;
  }
  res.status(507).json({
    ok: false,
    code: 'RENDER_STORE_FUL',
    message: 'Render store budget exceeded.',
    hint: 'Delete or unpin older renders before saving a new one.',
    requestId: res.locals.requestId,
  });
  return false;
}

export async function readAsset(id: string, asset: 'audio.wav' | 'telemetry.json' | 'score.json'): Promise<Buffer> {
  try {
    return await readFile(renderPath(id, asset));
  } catch (error) {
    if (error instanceof ApiError) throw error;
    throw new ApiError('READ_ERROR', `Could not read ${asset}.`, 'Check disk health and that the render still exists.');
  }
}

export async function listRenders(): Promise<unknown[]> {
  const ids = (await readdir(config.storeDir)).filter((name) => renderId.test(name));
  return Promise.all(ids.map(async (id) => JSON.parse(await readFile(renderPath(id, 'render.json'), 'utf8'))));
}

export const removeRender = (id: string): Promise<void> => rm(renderPath(id), { recursive: true });
