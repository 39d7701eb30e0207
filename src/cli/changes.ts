import { lstatSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { maskSecrets } from '../core/features/mask';
import { encodeFile, isLossless, type DecodedFile } from '../core/text/decode';
import type { TextSource } from '../core/text/document';
import { unifiedDiff, type ShownText } from './diff';
import { reasonOf } from './files';
import { readFile } from './read';
import { isInside } from './root';
import type { Workspace } from './workspace';

/** The texts that fixes have changed and that are not yet on disk. */
export interface Changes {
	/** Whether a file may be changed: a link may lead anywhere, and other encodings would be written back as something else. */
	readonly mayChange: (uri: string) => boolean;
	readonly write: (source: TextSource) => void;
	/** How many files have changed. */
	readonly count: () => number;
	/** All of it as a unified diff. */
	readonly diff: () => string;
	/** Writes it to disk. False when a file could not be written. */
	readonly save: () => boolean;
}

/** What a file held before it was changed. */
interface Original extends DecodedFile {
	readonly bytes: Uint8Array;
	readonly shown: ShownText;
}

export function createChanges(workspace: Workspace): Changes {
	const { names, service, overlay, warn } = workspace;
	/** What is on disk, by URI; undefined for a file that is to be created. */
	const originals = new Map<string, Original | undefined>();
	const allowed = new Map<string, boolean>();

	function mayChange(uri: string): boolean {
		const known = allowed.get(uri) ?? canChange(uri);
		allowed.set(uri, known);
		return known;
	}

	function canChange(uri: string): boolean {
		const file = names.file(uri);
		const absolute = names.absolute(uri);
		if (!isInside(names.root, absolute) || !workspace.isReported(file)) return false;
		const stats = lstatSync(absolute, { throwIfNoEntry: false });
		if (stats === undefined) return true;
		const result = stats.isFile() ? readFile(absolute) : undefined;
		if (result?.kind !== 'text') return false;
		if (isLossless(result.bytes, result.file)) return true;
		warn(`${file} is left as it is: it is not valid UTF-8.`);
		return false;
	}

	/** With the facts of the text that the service knows at this moment. */
	const shown = (uri: string, text: string): ShownText => ({
		text,
		masked: maskSecrets(text, service.index.file(uri)),
	});

	function remember(uri: string): void {
		if (originals.has(uri)) return;
		const result = readFile(names.absolute(uri));
		const original =
			result.kind === 'text' ? { ...result.file, bytes: result.bytes, shown: shown(uri, result.file.text) } : undefined;
		originals.set(uri, original);
	}

	function save(uri: string): boolean {
		const original = originals.get(uri);
		const text = overlay.get(uri)?.text ?? '';
		const absolute = names.absolute(uri);
		try {
			if (original === undefined) mkdirSync(path.dirname(absolute), { recursive: true });
			else if (!readFileSync(absolute).equals(original.bytes)) throw new Error('it was changed meanwhile');
			const bytes = encodeFile(text, original ?? { encoding: 'utf-8', byteOrderMark: false });
			writeFileSync(absolute, bytes, { flag: original === undefined ? 'wx' : 'w' });
			return true;
		} catch (error) {
			warn(`${names.file(uri)} cannot be written: ${reasonOf(error)}.`);
			return false;
		}
	}

	return {
		mayChange,
		write(source) {
			remember(source.uri);
			overlay.set(source.uri, source);
		},
		count: () => originals.size,
		diff: () =>
			[...originals]
				.sort(([a], [b]) => (a < b ? -1 : 1))
				.map(([uri, original]) =>
					unifiedDiff(names.file(uri), original?.shown, shown(uri, overlay.get(uri)?.text ?? '')),
				)
				.join(''),
		save: () => [...originals.keys()].map(save).every(Boolean),
	};
}
