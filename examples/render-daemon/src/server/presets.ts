import { createHash } from 'node:crypto';
import { readdir, readFile } from 'node:fs/promises';
import path from 'node:path';
import { Router } from 'express';
import { config } from './config.js';
import { ApiError } from './envelope.js';

const engineFormatVersion = 3;

async function presetIds(): Promise<string[]> {
  try {
    return await readdir(config.presetDir);
  } catch {
    throw new ApiError('PRESET_LIST_FAILED', 'Could not list the presets.', 'Check that PRESET_DIR exists and is readable.');
  }
}

export async function loadPreset(id: string): Promise<{ id: string; assets: Buffer[] }> {
  if (!/^[a-z0-9-]+$/.test(id)) {
    throw new ApiError('INVALID_PRESET_ID', 'Not a preset id.', 'Use an id that /api/presets returned.');
  }
  const available = await presetIds();
  if (!available.includes(id)) {
    throw new ApiError('PRESET_NOT_FOUND', `No preset ${id}.`, undefined, { available });
  }
  const folder = path.join(config.presetDir, id);
  const manifest = JSON.parse(await readFile(path.join(folder, 'manifest.json'), 'utf8'));
  if (manifest.formatVersion > engineFormatVersion) {
    throw new ApiError('UNSUPPORTED_PRESET_VERSION', `Preset format ${manifest.formatVersion} is newer than this engine.`);
  }
  const assets = await Promise.all(
    manifest.assets.map((name: string) =>
      readFile(path.join(folder, name)).catch(() => {
        throw new ApiError('ASSET_NOT_FOUND', `Asset ${name} is not on disk.`, 'Rebuild the preset with build-preset.');
      }),
    ),
  );
  const hash = createHash('sha256');
  for (const asset of assets) hash.update(asset);
  if (hash.digest('hex') !== manifest.assetsHash) {
    throw new ApiError('ASSET_INTEGRITY_MISMATCH', `Assets of ${id} do not match the manifest.`);
  }
  return { id, assets };
}

export const presets = Router();
presets.get('/', async (_req, res) => res.json({ ok: true, presets: await presetIds() }));
