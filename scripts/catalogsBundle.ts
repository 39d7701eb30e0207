import { mkdirSync, writeFileSync } from 'node:fs';
import { stringifyBundle } from '../src/core/catalog/bundle';
import { readBundledCatalogs } from './catalogs';
import { inRoot } from './paths.mjs';

/** Validates every catalogue under `catalogs/` and writes them as the one file that the extension and the command line read. */
const catalogs = readBundledCatalogs();
const text = stringifyBundle(catalogs);
mkdirSync(inRoot('dist'), { recursive: true });
writeFileSync(inRoot('dist', 'catalogs.json'), text);
console.log(`${catalogs.length} catalogues: dist/catalogs.json ${Math.ceil(text.length / 1024)} KB`);
