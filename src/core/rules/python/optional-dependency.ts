import { lineEndOf } from '../../env/lines';
import type { ManifestDependency, ManifestFact } from '../../facts/manifest';
import { installId, type PackageUseFact } from '../../facts/packageUse';
import { isBelow, packagesOf, type Package } from '../../index/packages';
import type { IndexedFact, WorkspaceIndex } from '../../index/workspaceIndex';
import { lineText, type TextDocument } from '../../text/document';
import { defineRule, type TextEdit } from '../rule';

export const optionalDependency = defineRule({
	id: 'python/optional-dependency',
	scope: 'workspace',
	severity: 'warning',
	reads: ['package-use', 'manifest'],
	docs: {
		what: 'Code uses a feature whose packages the requirements do not install.',
		why: 'The deployment starts and answers 501, because the packages are optional.',
		fix: 'Add the package to the requirements. The quick fix does.',
		bad: [
			{
				'app/sessions.py': 'from ‹aiortc› import RTCPeerConnection\n',
				'requirements.txt': 'fastapi==0.115.6\nav==14.0.1\n',
			},
		],
		good: [
			{
				'app/sessions.py': 'from aiortc import RTCPeerConnection\n',
				'requirements.txt': 'aiortc==1.9.0\nav==14.0.1\nfastapi==0.115.6\n',
			},
		],
	},
	messages: {
		missing: '`{name}` is used here, but `{manifest}` does not install it, so the deployment answers 501. Add it.',
		companion:
			'`{name}` goes with what is used here, but `{manifest}` does not name it. Add it, so that it stays installed.',
	},
	*detect({ index, catalogs, isRelevant }) {
		for (const { catalog } of catalogs.catalogs) {
			if (!isRelevant(catalog.id)) continue;
			for (const { packages, entry } of catalog.installs ?? []) {
				for (const [home, use] of firstUses(index, installId(catalog.id, packages), packages[0])) {
					if (home.names.some((name) => packages.includes(name))) continue;
					const missing = packages.filter((name) => !isInstalled(index, home, name));
					const manifest = manifestOf(home);
					const isFirst = missing[0] === packages[0];
					for (const name of missing) {
						if (manifest === undefined) continue;
						yield {
							messageId: isFirst ? 'missing' : 'companion',
							data: { name, manifest: manifest.file.path.slice(manifest.file.path.lastIndexOf('/') + 1) },
							uri: use.file.uri,
							range: use.fact.range,
							related: [
								{ uri: manifest.file.uri, range: manifest.fact.range, message: 'The packages are listed here.' },
							],
							...(isFirst ? {} : { severity: 'information', confidence: 'inferred' }),
							entry: entry === undefined ? undefined : `${catalog.id}/${entry}`,
						};
					}
				}
			}
		}
	},
	async fix({ uri, data }, { index, document: read }) {
		const home = homeOf(index, index.file(uri)?.path ?? '');
		const manifest = home === undefined ? undefined : manifestOf(home);
		const document = manifest === undefined ? undefined : await read(manifest.file.uri);
		const edit =
			document === undefined || manifest === undefined
				? undefined
				: addition(document, manifest.fact, String(data['name']));
		if (edit === undefined) return [];
		const title = `Add \`${String(data['name'])}\` to \`${String(data['manifest'])}\``;
		return [{ title, safety: 'suggestion', edits: [edit] }];
	},
});

const isPython = ({ ecosystems }: Package): boolean => ecosystems.has('python');

const homeOf = (index: WorkspaceIndex, path: string): Package | undefined =>
	packagesOf(index).enclosing(path).find(isPython);

/** For each package with such code the import of the main package, or else the route, that comes first. */
function firstUses(
	index: WorkspaceIndex,
	group: string,
	main: string | undefined,
): Map<Package, IndexedFact<'package-use'>> {
	const order: readonly PackageUseFact['via'][] = ['import', 'route'];
	const uses = new Map<Package, IndexedFact<'package-use'>>();
	for (const via of order) {
		for (const item of index.facts('package-use')) {
			if (item.fact.group !== group || item.fact.via !== via) continue;
			if (via === 'import' && item.fact.name !== main) continue;
			const home = homeOf(index, item.file.path);
			if (home !== undefined && !uses.has(home)) uses.set(home, item);
		}
	}
	return uses;
}

/** In a manifest of the package or above it, or by an image or a script in its folder. */
function isInstalled(index: WorkspaceIndex, home: Package, name: string): boolean {
	const path = home.directory === '' ? 'x' : `${home.directory}/x`;
	const declared = packagesOf(index)
		.enclosing(path)
		.flatMap(({ manifests }) => manifests.flatMap(({ fact }) => fact.dependencies));
	if (declared.some((item) => item.name.toLowerCase() === name)) return true;
	for (const { file, fact } of index.facts('package-use'))
		if (fact.via === 'install' && fact.name === name && isBelow(file.path, home.directory)) return true;
	return false;
}

/** The manifest that a package is added to: the one that names most of what runs. */
function manifestOf({ manifests }: Package): IndexedFact<'manifest'> | undefined {
	const running = ({ fact }: IndexedFact<'manifest'>): number => fact.dependencies.filter(isRunning).length;
	const python = manifests.filter(({ fact }) => fact.ecosystem === 'python' && fact.dependencies.some(isRunning));
	return [...python].sort((a, b) => running(b) - running(a))[0];
}

const isRunning = ({ development }: ManifestDependency): boolean => development !== true;

/** A line after the package that comes before it in the alphabet, or after the last one. */
function addition(document: TextDocument, { dependencies }: ManifestFact, name: string): TextEdit | undefined {
	const running = dependencies.filter(isRunning);
	const isSorted = running.every(
		(item, index) => index === 0 || (running[index - 1]?.name ?? '').toLowerCase() <= item.name.toLowerCase(),
	);
	const smaller = isSorted ? running.filter((item) => item.name.toLowerCase() < name) : running;
	const before = smaller.at(-1) ?? running[0];
	if (before === undefined) return undefined;
	const { line } = before.range.start;
	const text = lineText(document, line);
	const eol = lineEndOf(document);
	const insert = (character: number, newText: string): TextEdit => {
		const position = { line, character };
		return { uri: document.uri, range: { start: position, end: position }, newText };
	};
	const isList = /["']/.test(text.charAt(before.range.start.character - 1));
	const quote = isList ? text.charAt(before.range.start.character - 1) : '';
	const indent = /^\s*/.exec(text)?.[0] ?? '';
	const opening = before.range.start.character - quote.length;
	const isAlone = text.slice(0, opening).trim() === '';
	if (smaller.length === 0) {
		const item = isList ? `${quote}${name}${quote},` : entryLike(text, name);
		return isAlone ? insert(0, `${indent}${item}${eol}`) : insert(opening, `${item} `);
	}
	if (!isList) return insert(text.length, `${eol}${indent}${entryLike(text, name)}`);
	const end = text.indexOf(quote, before.range.end.character) + 1;
	if (!isAlone) return insert(end, `, ${quote}${name}${quote}`);
	const comma = text.charAt(end) === ',';
	return comma
		? insert(text.length, `${eol}${indent}${quote}${name}${quote},`)
		: insert(end, `,${eol}${indent}${quote}${name}${quote}`);
}

/** `name = "*"` in Poetry's tables, the name elsewhere. */
const entryLike = (line: string, name: string): string =>
	/^\s*[\w.-]+\s*=\s*["{]/.test(line) ? `${name} = "*"` : name;
