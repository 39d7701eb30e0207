import { createHash } from 'node:crypto';
import { mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { homedir } from 'node:os';
import path from 'node:path';
import type { LoadedCatalog } from '../core/catalog/load';
import type { Config } from '../core/config/model';
import type { FileFacts } from '../core/facts/model';
import { isCacheable, readCache, writeCache, type CachedFile } from '../core/index/cache';
import type { WorkspaceIndex } from '../core/index/workspaceIndex';
import { hashText } from '../core/text/hash';
import { reasonOf } from './files';
import type { Host } from './host';
import { product } from './product';
import type { Names, Stamp } from './read';

/** What earlier runs have read. */
export interface FactCache {
	/** The facts of a file whose size and time are what they were. */
	byStamp(file: string, stamp: Stamp): FileFacts | undefined;
	/** The facts of a file whose bytes are what they were. */
	byBytes(file: string, stamp: Stamp, bytes: Uint8Array): FileFacts | undefined;
	/** Keeps what the index holds of the files that were asked for. */
	save(index: WorkspaceIndex): void;
}

/** A file that changed so shortly before the cache is written may change again without a new time. */
const youngest = 2000;

export function openCache(file: string, key: string, names: Names, warn: (message: string) => void): FactCache {
	const known = readCache(readText(file), key);
	const seen = new Map<string, Omit<CachedFile, 'facts'>>();
	let isDirty = false;
	const factsOf = (name: string, cached: CachedFile): FileFacts => ({
		uri: names.uri(name),
		path: name,
		...cached.facts,
	});

	return {
		byStamp(name, { size, time }) {
			const cached = known.get(name);
			if (cached === undefined || cached.size !== size || cached.time !== time) return undefined;
			seen.set(name, cached);
			return factsOf(name, cached);
		},
		byBytes(name, { size, time }, bytes) {
			isDirty = true;
			const hash = createHash('sha1').update(bytes).digest('base64');
			seen.set(name, { size, time, hash });
			const cached = known.get(name);
			return cached?.hash === hash ? factsOf(name, cached) : undefined;
		},
		save(index) {
			if (!isDirty && seen.size === known.size) return;
			const now = Date.now();
			const files: [string, CachedFile][] = [];
			for (const [name, { size, time, hash }] of seen) {
				const facts = index.file(names.uri(name));
				if (facts === undefined || !isCacheable(facts)) continue;
				files.push([name, { size, time: now - time < youngest ? 0 : time, hash, facts: withoutPlace(facts) }]);
			}
			try {
				mkdirSync(path.dirname(file), { recursive: true });
				writeFileSync(file, writeCache(files, key));
			} catch (error) {
				warn(`The cache ${file} cannot be written: ${reasonOf(error)}.`);
			}
		},
	};
}

function withoutPlace({ language, facts, evidence, deferred, awake, awaits }: FileFacts): CachedFile['facts'] {
	return { language, facts, evidence, deferred, awake, awaits };
}

/** What facts depend on beside their file: the build, the team's catalogues, and which catalogues are switched off. */
export function cacheKey(host: Host, team: readonly LoadedCatalog[], config: Config): string {
	const parts = [product.version, host.assets.build, team.map(({ catalog }) => catalog), config.catalogs];
	return hashText(JSON.stringify(parts));
}

/** Where the cache of a workspace lies: not in the workspace, unless it is asked for. */
export function cacheFile({ env, cwd }: Host, root: string, option: string | true): string {
	if (option !== true) return path.resolve(cwd, option);
	const home = env['HOME'] ?? homedir();
	const base =
		env['XDG_CACHE_HOME'] ??
		(process.platform === 'win32' ? (env['LOCALAPPDATA'] ?? home) : undefined) ??
		(process.platform === 'darwin' ? path.join(home, 'Library', 'Caches') : path.join(home, '.cache'));
	return path.join(base, product.name, `${hashText(root)}.json`);
}

function readText(file: string): string {
	try {
		return readFileSync(file, 'utf8');
	} catch {
		return ''; // the first run
	}
}
