import type { Position, Range } from 'vscode-languageserver-types';
import type { LoadedCatalog } from './catalog/load';
import { createCatalogSet, type CatalogSet } from './catalog/set';
import { defaultConfig, type Config } from './config/model';
import { createFactReader, type FactReader } from './facts/read';
import type { FileFacts } from './facts/model';
import { completeVariables, type VariableProposal } from './features/completeVariables';
import { placesToRename, variableAt, variablePlaces, type VariablePlaces } from './features/variables';
import { createIndex, type WorkspaceIndex } from './index/workspaceIndex';
import { createSettler } from './index/settle';
import { measureFiles } from './index/localFiles';
import { lookForPaths } from './index/namedPaths';
import { createRelevance, type Relevance } from './index/relevance';
import { cardOf, noLinks, type LinkTo } from './present/card';
import { explain, type Explanation } from './present/explain';
import { hoverAt, type Hover } from './present/hover';
import { withVariable, type LinkToPlace } from './present/variableHover';
import { allRules } from './rules';
import { createEngine, type Engine } from './rules/engine';
import { messageOf, type Finding, type Fix, type FixContext, type Rule, type TextEdit } from './rules/rule';
import { languageOf } from './syntax/languages';
import { createOpenDocuments } from './syntax/openDocuments';
import type { SyntaxParser } from './syntax/parser';
import { createDocument, textIn, type TextDocument, type TextSource } from './text/document';

/** What the host lends the core. */
export interface Ports {
	readonly parser: SyntaxParser;
	/** The current text of a file of the workspace, or undefined when it cannot be read. */
	readonly read: (uri: string) => Promise<TextSource | undefined>;
	/** One line for the log; never a value from a file. */
	readonly log: (message: string) => void;
	/** How a link to an entry's page is written; absent where nothing can open one. */
	readonly linkTo?: LinkTo;
	/** How a link to a 0-based line of a file is written. */
	readonly linkToPlace?: LinkToPlace;
	/** Bytes of a file of the workspace, undefined when there is none. Absent: sizes are unknown. */
	readonly sizeOf?: (uri: string) => Promise<number | undefined>;
	/** Whether there is a file or folder at an address. Absent: only files that were read are known. */
	readonly exists?: (uri: string) => Promise<boolean>;
	/** Reads facts, too, that no other file of the workspace gives a use. */
	readonly readsAll?: boolean;
}

/** Everything that an adapter can ask. Positions are 0-based, in UTF-16 code units. */
export interface Service {
	readonly catalogs: CatalogSet;
	readonly index: WorkspaceIndex;
	/** Every rule, those that catalogues bring included, sorted by id. */
	readonly rules: readonly Rule[];
	/** Replaces catalogues and configuration. The files that were read are read again by the caller. */
	configure(catalogs: readonly LoadedCatalog[], config: Config): void;
	/** Reads a file, new or changed. */
	update(source: TextSource): Promise<void>;
	/** Takes facts that were read from the same text before. */
	restore(facts: FileFacts): void;
	remove(uri: string): void;
	/** Reads the files again that were read before it was known which catalogues the workspace has to do with. */
	settle(): Promise<void>;
	/** The findings of the workspace by file, settled. */
	findings(): Promise<ReadonlyMap<string, readonly Finding[]>>;
	messageOf(finding: Finding): string;
	fixes(finding: Finding): Promise<readonly Fix[]>;
	hover(source: TextSource, position: Position): Promise<Hover | undefined>;
	/** The variable at a position, with every place that sets or reads it; `range` is its name's. */
	variable(source: TextSource, position: Position): (VariablePlaces & { readonly range: Range }) | undefined;
	/** Edits that give a variable another name wherever its package sets or reads it under this one. */
	renameVariable(source: TextSource, position: Position, newName: string): Promise<TextEdit[]>;
	/** Names that can stand at a position in an env file or in an access to the environment. */
	completeVariables(source: TextSource, position: Position): VariableProposal[];
	explain(text: string, catalog?: string): Explanation[];
	/** The page of an entry, a variable or a permission, by its id. */
	page(targetId: string): string | undefined;
	isRelevant(catalogId: string): boolean;
}

export function createService(ports: Ports): Service {
	const index = createIndex();
	const { parser, linkTo = noLinks } = ports;
	const openDocuments = createOpenDocuments(parser);
	const onError = (where: string, error: unknown): void =>
		ports.log(`Failed ${where}: ${error instanceof Error ? (error.stack ?? error.message) : String(error)}`);

	let catalogs: CatalogSet;
	let config: Config;
	let reader: FactReader;
	let relevance: Relevance;
	let engine: (Engine & { readonly relevant: string }) | undefined;
	configure([], defaultConfig);

	function configure(loaded: readonly LoadedCatalog[], newConfig: Config): void {
		const active = loaded.filter(({ catalog }) => newConfig.catalogs[catalog.id] !== 'off');
		config = newConfig;
		catalogs = createCatalogSet([...active].sort(teamFirst));
		reader = createFactReader(catalogs, parser, onError);
		relevance = createRelevance(catalogs, config);
		index.clear();
		engine = undefined;
	}

	const isRelevant = (id: string): boolean => relevance.isRelevant(id);
	const relevantIds = (): string =>
		catalogs.catalogs
			.map(({ catalog }) => catalog.id)
			.filter(isRelevant)
			.join(' ');

	function store(facts: FileFacts): void {
		remove(facts.uri);
		index.set(facts);
		relevance.add(facts);
		settler.touch(facts.uri);
	}

	function remove(uri: string): void {
		const old = index.file(uri);
		if (old !== undefined) relevance.remove(old);
	}

	function readFacts(source: TextSource, old?: FileFacts): Promise<FileFacts> {
		const document = createDocument(source);
		return old === undefined ? reader.read(document, settler.view) : reader.resume(document, settler.view, old);
	}

	const settler = createSettler({
		index,
		isRelevant,
		relevantIds,
		readsAll: ports.readsAll === true,
		async reread(file, resume) {
			const source = await ports.read(file.uri);
			if (source !== undefined) store(await readFacts(source, resume ? file : undefined));
			else index.set({ ...file, deferred: [], awake: [], awaits: [] });
		},
	});

	const fixContext: FixContext = {
		get index() {
			return index;
		},
		get catalogs() {
			return catalogs;
		},
		isRelevant,
		async document(uri): Promise<TextDocument | undefined> {
			const source = await ports.read(uri);
			return source === undefined ? undefined : createDocument(source);
		},
	};

	function variable(source: TextSource, position: Position): (VariablePlaces & { readonly range: Range }) | undefined {
		const found = variableAt(index, source.uri, position);
		return found === undefined ? undefined : { ...variablePlaces(index, found.name, source.path), range: found.range };
	}

	return {
		get catalogs() {
			return catalogs;
		},
		index,
		get rules() {
			return allRules(catalogs);
		},
		configure,
		async update(source) {
			store(await readFacts(source));
		},
		restore: store,
		settle: settler.settle,
		remove(uri) {
			remove(uri);
			index.delete(uri);
		},
		async findings() {
			await settler.settle();
			if (ports.sizeOf !== undefined) await measureFiles(index, ports.sizeOf);
			if (ports.exists !== undefined) await lookForPaths({ index, catalogs, isRelevant }, ports.exists);
			const relevant = relevantIds();
			if (engine?.relevant !== relevant) {
				engine = {
					...createEngine({ rules: allRules(catalogs), index, catalogs, isRelevant, config, onError }),
					relevant,
				};
			}
			return engine.run();
		},
		messageOf(finding) {
			const rule = allRules(catalogs).find((item) => item.id === finding.ruleId);
			return rule === undefined ? '' : messageOf(rule, finding);
		},
		async fixes(finding) {
			const rule = allRules(catalogs).find((item) => item.id === finding.ruleId);
			return (await rule?.fix?.(finding, fixContext)) ?? [];
		},
		async hover(source, position) {
			await parser.prepare(languageOf(source.path, source.languageId));
			const { document, tree } = openDocuments.open(source);
			const hover = hoverAt(document, document.offsetAt(position), {
				catalogs,
				isRelevant,
				weight: (id) => relevance.weight(id),
				tree,
				linkTo,
			});
			return withVariable(hover, variable(source, position), ports.linkToPlace ?? (() => undefined));
		},
		variable,
		async renameVariable(source, position, newName) {
			const found = variable(source, position);
			if (found === undefined) return [];
			const edits: TextEdit[] = [];
			for (const { uri, range } of placesToRename(index, found.name, source.path)) {
				const text = uri === source.uri ? source : await ports.read(uri);
				if (text === undefined || textIn(createDocument(text), range) !== found.name) continue; // a field that maps to the name
				edits.push({ uri, range, newText: newName });
			}
			return edits;
		},
		completeVariables: (source, position) =>
			completeVariables(createDocument(source), position, index, catalogs, isRelevant),
		explain: (text, catalog) => explain(text, catalogs, { catalog, linkTo, weight: (id) => relevance.weight(id) }),
		page(id) {
			const target = catalogs.target(id);
			return target === undefined ? undefined : cardOf(target, catalogs, linkTo);
		},
		isRelevant,
	};
}

const teamFirst = (a: LoadedCatalog, b: LoadedCatalog): number =>
	Number(a.origin === 'bundled') - Number(b.origin === 'bundled');
