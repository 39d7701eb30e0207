import path from 'node:path';
import { fileURLToPath } from 'node:url';

/** The repository's root. */
export const root = path.resolve(path.dirname(fileURLToPath(import.meta.url)), '..');

/** What tests and `npm start` fetch or write; git ignores it, and it can be deleted at any time. */
export const cache = path.join(root, '.vscode-test');

/** An absolute path below the root. */
export const inRoot = (...parts) => path.join(root, ...parts);

/** An absolute path below the cache. */
export const inCache = (...parts) => path.join(cache, ...parts);
