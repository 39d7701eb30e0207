import type { Service } from '../service';
import { applyEdits } from '../text/edits';
import type { TextSource } from '../text/document';
import type { Finding, Fix, TextEdit } from './rule';

export interface FixAllOptions {
	/** What fixes are made of, as the caller's `read` port gives it; undefined for a file that does not exist. */
	readonly read: (uri: string) => Promise<TextSource | undefined>;
	/** Takes a changed text, so that `read` gives it from now on. */
	readonly write: (source: TextSource) => void;
	/** Whether a file may be changed. */
	readonly mayChange: (uri: string) => boolean;
	/** The source of a file that does not exist yet. */
	readonly create: (uri: string) => TextSource | undefined;
}

/** Fixes of fixes come to rest soon, or never. */
const maxRounds = 10;

/**
 * Makes every safe fix. A round makes those that do not overlap and looks again, until nothing is left to make.
 * Returns the findings that were fixed.
 */
export async function fixAll(service: Service, options: FixAllOptions): Promise<readonly Finding[]> {
	const fixed: Finding[] = [];
	for (let round = 0; round < maxRounds; round++) {
		const edits: TextEdit[] = [];
		const made: Finding[] = [];
		for (const finding of [...(await service.findings()).values()].flat()) {
			const fix = await safeFix(service, finding, options);
			if (fix === undefined || fix.edits.some((edit) => edits.some((other) => clash(edit, other)))) continue;
			edits.push(...fix.edits);
			made.push(finding);
		}
		const changed = await apply(service, edits, options);
		if (!changed) break;
		fixed.push(...made);
	}
	return fixed;
}

async function safeFix(service: Service, finding: Finding, { mayChange }: FixAllOptions): Promise<Fix | undefined> {
	if (!mayChange(finding.uri)) return undefined;
	const fix = (await service.fixes(finding)).find(({ safety }) => safety === 'safe');
	return fix?.edits.every(({ uri }) => mayChange(uri)) === true ? fix : undefined;
}

async function apply(service: Service, edits: readonly TextEdit[], options: FixAllOptions): Promise<boolean> {
	let changed = false;
	for (const uri of new Set(edits.map((edit) => edit.uri))) {
		const source = (await options.read(uri)) ?? options.create(uri);
		if (source === undefined) continue;
		const own = edits.filter((edit) => edit.uri === uri);
		const { text } = applyEdits(source.text, own);
		if (text === source.text) continue;
		changed = true;
		const next = { ...source, text };
		options.write(next);
		await service.update(next);
	}
	return changed;
}

/** Two edits of one place, or two that touch: which of them comes first would change the result. */
function clash(a: TextEdit, b: TextEdit): boolean {
	return a.uri === b.uri && !isBefore(a.range.end, b.range.start) && !isBefore(b.range.end, a.range.start);
}

const isBefore = (a: TextEdit['range']['end'], b: TextEdit['range']['end']): boolean =>
	a.line < b.line || (a.line === b.line && a.character < b.character);
