import { readFileSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import {
	baselineFileName,
	compareBaseline,
	readBaseline,
	writeBaseline,
	type Baseline,
	type BaselineResult,
} from '../core/rules/baseline';
import type { Fingerprinted } from '../core/rules/fingerprint';
import { problemText } from '../core/text/jsonc';
import { reasonOf } from './files';
import { UsageError } from './host';

/** The baseline of a workspace on disk. */
export interface BaselineFile {
	/** As people call it: the path from the working directory. */
	readonly name: string;
	compare(found: readonly Fingerprinted[], looksAt: (file: string) => boolean): BaselineResult;
	/** Holds what was found from now on. */
	update(found: readonly Fingerprinted[], looksAt: (file: string) => boolean): void;
}

/** @param option the file that was asked for; it must exist unless it is to be written. */
export function openBaseline(root: string, cwd: string, option: string | undefined, mayBeNew: boolean): BaselineFile {
	const file = option === undefined ? path.join(root, baselineFileName) : path.resolve(cwd, option);
	const name = path.relative(cwd, file);
	let baseline = readExisting(file, name, option === undefined || mayBeNew);
	return {
		name,
		compare: (found, looksAt) => compareBaseline(baseline ?? { version: 1, findings: [] }, found, looksAt),
		update(found, looksAt) {
			const text = writeBaseline(baseline, found, looksAt);
			try {
				writeFileSync(file, text);
			} catch (error) {
				throw new UsageError(`${name} cannot be written: ${reasonOf(error)}.`);
			}
			baseline = readBaseline(text, name).baseline;
		},
	};
}

function readExisting(file: string, name: string, mayBeAbsent: boolean): Baseline | undefined {
	let text: string;
	try {
		text = readFileSync(file, 'utf8');
	} catch (error) {
		if (mayBeAbsent && (error as NodeJS.ErrnoException).code === 'ENOENT') return undefined;
		throw new UsageError(`${name} cannot be read: ${reasonOf(error)}.`);
	}
	const { baseline, problems } = readBaseline(text, name);
	if (problems.length > 0) throw new UsageError(problems.map(problemText).join('\n'));
	return baseline;
}
