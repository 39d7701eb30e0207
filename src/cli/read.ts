import { closeSync, fstatSync, openSync, readSync, statSync } from 'node:fs';
import path from 'node:path';
import { fileURLToPath, pathToFileURL } from 'node:url';
import { maxFileSize } from '../core/files/select';
import { decodeFile, type DecodedFile } from '../core/text/decode';
import type { TextSource } from '../core/text/document';
import { reasonOf } from './files';
import { toSlashes } from './root';

/** Size and time of a file's last change: equal means that it need not be read again. */
export interface Stamp {
	readonly size: number;
	readonly time: number;
}

export type ReadResult =
	| { readonly kind: 'text'; readonly file: DecodedFile; readonly bytes: Uint8Array; readonly stamp: Stamp }
	| { readonly kind: 'binary' }
	| { readonly kind: 'large'; readonly size: number }
	| { readonly kind: 'unreadable'; readonly reason: string };

/** The names of one workspace's files: an address for the core, a path below the root for people. */
export interface Names {
	readonly root: string;
	uri(file: string): string;
	file(uri: string): string;
	absolute(uri: string): string;
}

export function createNames(root: string): Names {
	const absolute = (uri: string): string => fileURLToPath(uri);
	return {
		root,
		uri: (file) => pathToFileURL(path.join(root, file)).href,
		file: (uri) => toSlashes(path.relative(root, absolute(uri))),
		absolute,
	};
}

/** Of a file that is not there, one that no file has. */
export function stampOf(absolute: string): Stamp {
	const stats = statSync(absolute, { throwIfNoEntry: false });
	return { size: stats?.size ?? -1, time: stats?.mtimeMs ?? 0 };
}

/** Reads a file unless it is too large; what it was when it was opened decides. */
export function readFile(absolute: string): ReadResult {
	let handle: number | undefined;
	try {
		handle = openSync(absolute, 'r');
		const { size, mtimeMs } = fstatSync(handle);
		if (size > maxFileSize(absolute)) return { kind: 'large', size };
		const bytes = readBytes(handle, size);
		const file = decodeFile(bytes);
		return file === undefined ? { kind: 'binary' } : { kind: 'text', file, bytes, stamp: { size, time: mtimeMs } };
	} catch (error) {
		return { kind: 'unreadable', reason: reasonOf(error) };
	} finally {
		if (handle !== undefined) closeSync(handle);
	}
}

/** At most `size` bytes: a file that grows meanwhile is not followed, one that shrinks ends earlier. */
function readBytes(handle: number, size: number): Uint8Array {
	const buffer = Buffer.allocUnsafe(size);
	let length = 0;
	while (length < size) {
		const read = readSync(handle, buffer, length, size - length, length);
		if (read === 0) break;
		length += read;
	}
	return buffer.subarray(0, length);
}

/** A file as the core takes it, or undefined when it has no text or cannot be read. */
export function readSource(names: Names, uri: string): TextSource | undefined {
	const result = readFile(names.absolute(uri));
	return result.kind === 'text' ? { uri, path: names.file(uri), text: result.file.text } : undefined;
}
