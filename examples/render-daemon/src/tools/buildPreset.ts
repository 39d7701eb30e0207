import { createHash } from 'node:crypto';
import { readdir, readFile, writeFile } from 'node:fs/promises';
import path from 'node:path';

const folder = process.argv[2];
if (folder === undefined) {
  throw new Error('usage: npm run build-preset -- presets/<id>');
}
const assets = (await readdir(folder)).filter((name) => name.endsWith('.f32')).sort();
const hash = createHash('sha256');
for (const name of assets) hash.update(await readFile(path.join(folder, name)));
const manifest = { id: path.basename(folder), formatVersion: 3, assets, assetsHash: hash.digest('hex') };
await writeFile(path.join(folder, 'manifest.json'), `${JSON.stringify(manifest, null, 2)}\n`);
