import { EventEmitter, Uri, workspace, type Event, type LogOutputChannel } from 'vscode';
import type { Disposable } from './disposable';
import type { LoadedCatalog } from '../core/catalog/load';
import { mergeConfig } from '../core/config/model';
import type { Finding } from '../core/rules/rule';
import { createService, type Service } from '../core/service';
import { createParser } from '../core/syntax/parser';
import type { Assets } from './assets';
import { exists, readSource, sizeOf, sourceOf } from './files';
import type { Guard } from './guard';
import { pageLink } from './pageLink';
import { readProject } from './project';
import { scanWorkspace } from './scan';
import { readSettings, type Settings } from './settings';
import { section } from './names';

export type State =
	| { readonly kind: 'starting' }
	| { readonly kind: 'scanning'; readonly files: number }
	| { readonly kind: 'ready'; readonly files: number; readonly capped: boolean };

/** The engine over the open workspace, kept up to date. */
export interface Session extends Disposable {
	readonly service: Service;
	readonly settings: Settings;
	/** Resolves when catalogues and configuration are read. */
	readonly ready: Promise<void>;
	readonly findings: ReadonlyMap<string, readonly Finding[]>;
	readonly onDidChangeFindings: Event<void>;
	readonly state: State;
	readonly onDidChangeState: Event<void>;
	/** Reads configuration, catalogues and files again. */
	restart(): Promise<void>;
}

/** How long after a keystroke the findings are computed again. */
const editDelay = 200;
/** File events come in bursts: a branch switch, an install. */
const fileDelay = 300;
const openSchemes = new Set([
	'file',
	'untitled',
	'vscode-remote',
	'vscode-vfs',
	'vscode-test-web',
	'vscode-notebook-cell',
	'memfs',
	'github',
]);

export function createSession(assets: Assets, log: LogOutputChannel, guard: Guard): Session {
	const changedFindings = new EventEmitter<void>();
	const changedState = new EventEmitter<void>();
	const disposables: Disposable[] = [changedFindings, changedState];
	const service = createService({
		parser: createParser(assets.grammar, (message) => log.warn(message)),
		read: (uri) => readSource(Uri.parse(uri)),
		log: (message) => log.error(message),
		sizeOf: (uri) => sizeOf(Uri.parse(uri)),
		exists: (uri) => exists(Uri.parse(uri)),
		linkTo: pageLink,
		linkToPlace: (uri, line) => `${uri}#L${line + 1}`,
	});

	let bundled: Promise<LoadedCatalog[]> | undefined;
	let settings = readSettings(log);
	let findings: ReadonlyMap<string, readonly Finding[]> = new Map();
	let state: State = { kind: 'starting' };
	/** Grows with each restart; work of an earlier run stops when it sees that it is not the newest. */
	let run = 0;
	let computing: Promise<void> | undefined;
	let stale = false;
	const pending = new Map<string, Uri>();
	let timer: ReturnType<typeof setTimeout> | undefined;

	function setState(next: State): void {
		state = next;
		changedState.fire();
	}

	/** Computes findings once for all requests that come while it is busy. */
	function compute(): Promise<void> {
		stale = true;
		computing ??= (async () => {
			while (stale) {
				stale = false;
				findings = await service.findings();
			}
			computing = undefined;
			changedFindings.fire();
		})();
		return computing;
	}

	function schedule(uri: Uri, delay: number): void {
		pending.set(uri.toString(), uri);
		clearTimeout(timer);
		timer = setTimeout(() => void guard('update', undefined, applyPending), delay);
	}

	async function applyPending(): Promise<void> {
		const uris = [...pending.values()];
		pending.clear();
		if (uris.some((uri) => isProjectFile(uri))) {
			await restart();
			return;
		}
		for (const uri of uris) {
			const source = await readSource(uri);
			if (source === undefined) service.remove(uri.toString());
			else await service.update(source);
		}
		await compute();
	}

	async function restart(): Promise<void> {
		const mine = ++run;
		const isCurrent = (): boolean => mine === run;
		setState({ kind: 'starting' });
		settings = readSettings(log);
		const project = await readProject(await (bundled ??= assets.catalogs()), settings.config.runbooks ?? [], log);
		if (!isCurrent()) return;
		service.configure(project.catalogs, mergeConfig(settings.config, project.config));
		for (const document of workspace.textDocuments) {
			if (openSchemes.has(document.uri.scheme)) await service.update(sourceOf(document));
		}
		await compute();
		if (settings.scan) {
			const { files, capped } = await scanWorkspace({
				service,
				isCurrent,
				exclude: [...(settings.config.exclude ?? []), ...(project.config.exclude ?? [])],
				maxFiles: settings.maxFiles,
				onProgress: (count) => setState({ kind: 'scanning', files: count }),
			});
			if (!isCurrent()) return;
			if (capped)
				log.warn(`The workspace has more than ${settings.maxFiles} files; the rest is read when it is opened.`);
			await compute();
			setState({ kind: 'ready', files, capped });
		} else setState({ kind: 'ready', files: service.index.size, capped: false });
	}

	const watcher = workspace.createFileSystemWatcher('**/*');
	const onFile = (uri: Uri): void => {
		if (settings.scan && !/\/(?:node_modules|\.git)\//.test(uri.path)) schedule(uri, fileDelay);
	};
	disposables.push(
		watcher,
		watcher.onDidCreate(onFile),
		watcher.onDidChange(onFile),
		watcher.onDidDelete(onFile),
		workspace.onDidOpenTextDocument(({ uri }) => {
			if (openSchemes.has(uri.scheme)) schedule(uri, 0);
		}),
		workspace.onDidChangeTextDocument(({ document, contentChanges }) => {
			if (contentChanges.length > 0 && openSchemes.has(document.uri.scheme)) schedule(document.uri, editDelay);
		}),
		workspace.onDidCloseTextDocument(({ uri }) => {
			if (openSchemes.has(uri.scheme)) schedule(uri, 0);
		}),
		workspace.onDidChangeWorkspaceFolders(() => void guard('folders', undefined, restart)),
		workspace.onDidChangeConfiguration((event) => {
			if (event.affectsConfiguration(section)) void guard('settings', undefined, restart);
		}),
	);

	const ready = guard('start', undefined, async () => {
		bundled = assets.catalogs();
		await bundled;
	});
	void guard('scan', undefined, restart);

	return {
		service,
		get settings() {
			return settings;
		},
		ready,
		get findings() {
			return findings;
		},
		onDidChangeFindings: changedFindings.event,
		get state() {
			return state;
		},
		onDidChangeState: changedState.event,
		restart,
		dispose() {
			run++;
			clearTimeout(timer);
			for (const disposable of disposables) disposable.dispose();
		},
	};
}

const isProjectFile = (uri: Uri): boolean => /\/runbook-lens\.jsonc$|\.runbook\.jsonc$/.test(uri.path);
