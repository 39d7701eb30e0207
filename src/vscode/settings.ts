import { workspace, type LogOutputChannel, type WorkspaceConfiguration } from 'vscode';
import { catalogModes, ruleLevels, type Config } from '../core/config/model';
import { section } from './names';

export interface Settings {
	readonly config: Partial<Config>;
	/** How many problems are shown at most. */
	readonly maxProblems: number;
	/** Whether the whole workspace is read, or only what is open. */
	readonly scan: boolean;
	/** How many files are read at most. */
	readonly maxFiles: number;
}

export const defaultSettings = { maxProblems: 1000, scan: true, maxFiles: 20_000 } as const;

/** Reads every setting with its default in place of what cannot be used; each such key is logged once. */
export function readSettings(log: LogOutputChannel): Settings {
	const values = workspace.getConfiguration(section);
	const bad = (key: string, expected: string): void => log.warn(`The setting ${section}.${key} must be ${expected}.`);
	return {
		config: {
			catalogs: record(values, 'catalogs', catalogModes, bad),
			rules: record(values, 'rules', ruleLevels, bad),
			runbooks: list(values, 'runbooks', bad),
			exclude: list(values, 'exclude', bad),
		},
		maxProblems: count(values, 'maxProblems', defaultSettings.maxProblems, bad),
		maxFiles: count(values, 'maxFiles', defaultSettings.maxFiles, bad),
		scan: flag(values, 'scanWorkspace', defaultSettings.scan, bad),
	};
}

type Complain = (key: string, expected: string) => void;

function record<const T extends string>(
	values: WorkspaceConfiguration,
	key: string,
	allowed: readonly T[],
	bad: Complain,
): Record<string, T> {
	const value: unknown = values.get(key);
	if (value === undefined || value === null) return {};
	if (typeof value !== 'object' || Array.isArray(value)) {
		bad(key, 'an object');
		return {};
	}
	const known: Record<string, T> = {};
	for (const [name, level] of Object.entries(value)) {
		const match = allowed.find((item) => item === level);
		if (match === undefined) bad(`${key}.${name}`, `one of ${allowed.join(', ')}`);
		else known[name] = match;
	}
	return known;
}

function list(values: WorkspaceConfiguration, key: string, bad: Complain): string[] {
	const value: unknown = values.get(key);
	if (value === undefined || value === null) return [];
	if (Array.isArray(value) && value.every((item) => typeof item === 'string')) return value;
	bad(key, 'a list of strings');
	return [];
}

function count(values: WorkspaceConfiguration, key: string, fallback: number, bad: Complain): number {
	const value: unknown = values.get(key) ?? fallback;
	if (typeof value === 'number' && Number.isInteger(value) && value >= 0) return value;
	bad(key, 'a whole number');
	return fallback;
}

function flag(values: WorkspaceConfiguration, key: string, fallback: boolean, bad: Complain): boolean {
	const value: unknown = values.get(key) ?? fallback;
	if (typeof value === 'boolean') return value;
	bad(key, 'true or false');
	return fallback;
}
