import { readFile, stat } from 'node:fs/promises';
import { call } from './bunkers';

const inlineLimit = 10 * 1024 * 1024;

/** Small files travel in the request; larger ones go to S3 and the worker fetches them from there. */
export async function putFile(bunker: string, from: string, to: string): Promise<void> {
  const { size } = await stat(from);
  const content = await readFile(from);
  if (size < inlineLimit) {
    await call('PUT', `/bunkers/${bunker}/files${to}`, { content: content.toString('base64') });
    return;
  }
  const { url, key } = await call<{ url: string; key: string }>('POST', '/files/upload');
  await fetch(url, { method: 'PUT', body: content });
  await call('POST', '/files/commit', { key, dest_path: to });
}
