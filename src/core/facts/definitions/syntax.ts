import type { Range } from 'vscode-languageserver-types';
import {
	dotenvDialects,
	parseDotenv,
	type DotenvDialect,
	type DotenvEntry,
	type DotenvFile,
	type DotenvProblemKind,
	type EnvFileRole,
} from '../../dotenv';
import type { TextDocument } from '../../text/document';
import type { FactBase } from '../model';

/** Something that at least one loader cannot take. */
export interface EnvSyntaxProblem {
	readonly problem: DotenvProblemKind;
	readonly range: Range;
	readonly dialects: readonly DotenvDialect[];
	/** The loaders that give up the whole file for it. */
	readonly rejectedBy: readonly DotenvDialect[];
}

/** A key that loaders read differently. Loaders with the same number agree. */
export interface EnvReading {
	readonly name: string;
	readonly range: Range;
	readonly valueRange: Range;
	readonly groups: Readonly<Partial<Record<DotenvDialect, number>>>;
	/** Groups in which the key gets no value at all. */
	readonly unset: readonly number[];
}

/** A `.env` file as every loader sees it. */
export interface EnvFileFact extends FactBase {
	readonly kind: 'env-file';
	readonly role: EnvFileRole;
	readonly mode?: string;
	readonly problems: readonly EnvSyntaxProblem[];
	readonly readings: readonly EnvReading[];
}

/** Larger files are data, whatever their name says. */
const maxLength = 200_000;

/** The file by each loader. */
export function parseAll(text: string): ReadonlyMap<DotenvDialect, DotenvFile> {
	const dialects = text.length > maxLength ? (['node-dotenv'] as const) : dotenvDialects;
	return new Map(dialects.map((dialect) => [dialect, parseDotenv(text, dialect)]));
}

export function problemsOf(document: TextDocument, files: ReadonlyMap<DotenvDialect, DotenvFile>): EnvSyntaxProblem[] {
	const problems = new Map<string, { -readonly [K in keyof EnvSyntaxProblem]: EnvSyntaxProblem[K] }>();
	for (const [dialect, file] of files) {
		for (const { kind, range } of [...file.problems, ...(file.error === undefined ? [] : [file.error])]) {
			const key = `${kind} ${range.start} ${range.end}`;
			const known = problems.get(key) ?? { problem: kind, range: document.range(range), dialects: [], rejectedBy: [] };
			if (!known.dialects.includes(dialect)) known.dialects = [...known.dialects, dialect];
			const fatal = file.error?.kind === kind && file.error.range.start === range.start;
			if (fatal) known.rejectedBy = [...known.rejectedBy, dialect];
			problems.set(key, known);
		}
	}
	return [...problems.values()];
}

/** The keys on which at least two loaders differ. */
export function readingsOf(document: TextDocument, files: ReadonlyMap<DotenvDialect, DotenvFile>): EnvReading[] {
	const byKey = new Map<string, Map<DotenvDialect, DotenvEntry>>();
	for (const [dialect, { entries, error }] of files) {
		if (error !== undefined) continue;
		for (const entry of entries) {
			const readings = byKey.get(entry.key) ?? new Map<DotenvDialect, DotenvEntry>();
			byKey.set(entry.key, readings.set(dialect, entry));
		}
	}
	return [...byKey].flatMap(([name, readings]) => {
		const values: (string | null | undefined)[] = [];
		const groups: Partial<Record<DotenvDialect, number>> = {};
		for (const [dialect, { error }] of files) {
			if (error !== undefined) continue;
			const value = readings.get(dialect)?.value;
			const group = values.indexOf(value);
			groups[dialect] = group < 0 ? values.push(value) - 1 : group;
		}
		const [first] = readings.values();
		if (values.length < 2 || first === undefined) return [];
		return [
			{
				name,
				range: document.range(first.keyRange),
				valueRange: document.range(first.rawValueRange),
				groups,
				unset: values.flatMap((value, index) => (value === undefined || value === null ? [index] : [])),
			},
		];
	});
}
