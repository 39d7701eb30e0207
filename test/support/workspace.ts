import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { dirname, join } from 'node:path';
import { readBundledCatalogs } from '../../scripts/catalogs';
import type { LoadedCatalog } from '../../src/core/catalog/load';
import { mergeConfig, type Config } from '../../src/core/config/model';
import type { Finding, Fix } from '../../src/core/rules/rule';
import { createService, type Service } from '../../src/core/service';
import { createParser, type SyntaxParser } from '../../src/core/syntax/parser';
import { applyEdits } from '../../src/core/text/edits';
import { lineStarts, offsetAt, positionAt } from '../../src/core/text/lines';

const grammars = dirname(createRequire(import.meta.url).resolve('@vscode/tree-sitter-wasm'));

/** One parser for all tests: loading a grammar is the slow part. */
export const testParser: SyntaxParser = createParser(
	(name) => Promise.resolve(readFileSync(join(grammars, name))),
	(message) => {
		throw new Error(message);
	},
);

export const bundledCatalogs: readonly LoadedCatalog[] = readBundledCatalogs();

export interface WorkspaceOptions {
	readonly catalogs?: readonly LoadedCatalog[];
	readonly config?: Partial<Config>;
	/** Bytes of files that are there, but not read, by path. */
	readonly sizes?: Readonly<Record<string, number>>;
}

export interface TestWorkspace {
	readonly service: Service;
	/** What the service logged. */
	readonly logged: readonly string[];
	text(path: string): string;
	/** Writes a file, new or changed. */
	write(path: string, text: string): Promise<void>;
	remove(path: string): void;
	/** All findings, or those of one rule, by path and place. */
	findings(ruleId?: string): Promise<readonly Finding[]>;
	/** Applies a fix to the files. */
	apply(fix: Fix): Promise<void>;
	/** The hover's Markdown at the first occurrence of `word` in the file, plus `shift` characters. */
	hover(path: string, word: string, shift?: number): Promise<string | undefined>;
}

export const uriOf = (path: string): string => `test:/${path}`;
export const pathOf = (uri: string): string => uri.slice('test:/'.length);

/** An in-memory workspace over the real engine. */
export async function createWorkspace(
	files: Readonly<Record<string, string>>,
	{ catalogs = bundledCatalogs, config = {}, sizes = {} }: WorkspaceOptions = {},
): Promise<TestWorkspace> {
	const texts = new Map<string, string>();
	const logged: string[] = [];
	const sourceOf = (path: string) => ({ uri: uriOf(path), path, text: texts.get(path) ?? '' });
	const service = createService({
		parser: testParser,
		read: (uri) => Promise.resolve(texts.has(pathOf(uri)) ? sourceOf(pathOf(uri)) : undefined),
		log: (message) => logged.push(message),
		sizeOf: (uri) => Promise.resolve(sizes[pathOf(uri)] ?? texts.get(pathOf(uri))?.length),
	});
	service.configure(catalogs, mergeConfig(config));

	const workspace: TestWorkspace = {
		service,
		logged,
		text: (path) => {
			const text = texts.get(path);
			if (text === undefined) throw new Error(`There is no ${path} in the test's workspace.`);
			return text;
		},
		async write(path, text) {
			texts.set(path, text);
			await service.update(sourceOf(path));
		},
		remove(path) {
			texts.delete(path);
			service.remove(uriOf(path));
		},
		async findings(ruleId) {
			const all = [...(await service.findings()).values()].flat();
			return all
				.filter((finding) => ruleId === undefined || finding.ruleId === ruleId)
				.sort(
					(a, b) =>
						(a.uri < b.uri ? -1 : a.uri > b.uri ? 1 : 0) ||
						a.range.start.line - b.range.start.line ||
						a.range.start.character - b.range.start.character,
				);
		},
		async apply(fix) {
			for (const uri of new Set(fix.edits.map((edit) => edit.uri))) {
				const edits = fix.edits.filter((edit) => edit.uri === uri);
				const { text, skipped } = applyEdits(texts.get(pathOf(uri)) ?? '', edits);
				if (skipped > 0) throw new Error(`The fix «${fix.title}» has overlapping edits.`);
				await workspace.write(pathOf(uri), text);
			}
		},
		async hover(path, word, shift = 0) {
			const text = workspace.text(path);
			const offset = text.indexOf(word);
			if (offset < 0) throw new Error(`«${word}» is not in ${path}.`);
			const hover = await service.hover(sourceOf(path), positionAt(lineStarts(text), offset + shift));
			return hover?.markdown;
		},
	};
	for (const [path, text] of Object.entries(files)) await workspace.write(path, text);
	return workspace;
}

/** Text with `‹›` marks taken out, and the ranges that they marked. */
export function unmark(marked: string): { text: string; ranges: Finding['range'][] } {
	const parts = marked.split(/([‹›])/);
	const spans: { start: number; end: number }[] = [];
	const open: number[] = [];
	let text = '';
	for (const part of parts) {
		if (part === '‹') open.push(text.length);
		else if (part === '›') spans.push({ start: open.pop() ?? 0, end: text.length });
		else text += part;
	}
	const starts = lineStarts(text);
	const ranges = spans
		.sort((a, b) => a.start - b.start || a.end - b.end)
		.map(({ start, end }) => ({ start: positionAt(starts, start), end: positionAt(starts, end) }));
	return { text, ranges };
}

export function slice(text: string, range: Finding['range']): string {
	const starts = lineStarts(text);
	return text.slice(offsetAt(starts, range.start, text.length), offsetAt(starts, range.end, text.length));
}
