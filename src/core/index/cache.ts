import { Digest } from '../facts/definitions/digest';
import type { FileFacts } from '../facts/model';

/** What was read of a file, and by what it is known that the file is still the same. */
export interface CachedFile {
	/** Bytes, and the time of the last change; 0 when the time is too young to be trusted. */
	readonly size: number;
	readonly time: number;
	/** Of the file's bytes. */
	readonly hash: string;
	readonly facts: Omit<FileFacts, 'uri' | 'path'>;
}

interface CacheFile {
	readonly key: string;
	readonly files: Readonly<Record<string, CachedFile>>;
}

/** The files of a cache by path. Empty when it is broken, or when it was written by another build or for other catalogues. */
export function readCache(text: string, key: string): Map<string, CachedFile> {
	try {
		const cache = JSON.parse(text) as Partial<CacheFile>;
		const files = cache.key === key ? Object.entries(cache.files ?? {}) : [];
		return new Map(files.filter(([, { facts }]) => Array.isArray(facts.facts)));
	} catch {
		return new Map(); // half-written, or no cache at all
	}
}

export function writeCache(files: Iterable<readonly [string, CachedFile]>, key: string): string {
	return JSON.stringify({ key, files: Object.fromEntries(files) } satisfies CacheFile);
}

/** Facts that compare secrets are not written anywhere: their files are read again. */
export const isCacheable = ({ facts }: FileFacts): boolean => !holdsDigest(facts);

function holdsDigest(value: unknown): boolean {
	if (typeof value !== 'object' || value === null) return false;
	return value instanceof Digest || Object.values(value).some(holdsDigest);
}
