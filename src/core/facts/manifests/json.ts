import { namedChildren, type SyntaxNode, type SyntaxTree } from '../../syntax/node';
import { readerFor, type KeyValue } from '../../syntax/read';
import type { TextDocument } from '../../text/document';
import type { ManifestDependency, ManifestParts, ManifestScript } from '../manifest';

const reader = readerFor('json');
const pairsOf = (node: SyntaxNode | undefined): readonly KeyValue[] => (node === undefined ? [] : reader.pairs(node));
const textOf = (node: SyntaxNode | undefined): string | undefined =>
	node === undefined ? undefined : reader.string(node)?.value;

function rootPairs(tree: SyntaxTree | undefined): ReadonlyMap<string, SyntaxNode> {
	const root = tree === undefined ? undefined : namedChildren(tree.root)[0];
	const pairs = pairsOf(root).flatMap(({ key, value }) =>
		key === undefined || value === undefined ? [] : [[key, value] as const],
	);
	return new Map(pairs);
}

/** `package.json`, with npm's, Yarn's and Bun's workspaces. */
export function readPackageJson(document: TextDocument, tree: () => SyntaxTree | undefined): ManifestParts {
	const root = rootPairs(tree());
	const workspaces = root.get('workspaces');
	const nested = pairsOf(workspaces).find(({ key }) => key === 'packages')?.value;
	return {
		...nameOf(document, root.get('name')),
		dependencies: [
			...dependenciesOf(document, root.get('dependencies')),
			...dependenciesOf(document, root.get('peerDependencies')),
			...dependenciesOf(document, root.get('optionalDependencies')),
			...dependenciesOf(document, root.get('devDependencies'), true),
		],
		scripts: scriptsOf(document, root.get('scripts')),
		engines: enginesOf(root.get('engines')),
		workspaces: strings(nested ?? workspaces),
	};
}

export function readComposer(document: TextDocument, tree: () => SyntaxTree | undefined): ManifestParts {
	const root = rootPairs(tree());
	const php = pairsOf(root.get('require')).find(({ key }) => key === 'php')?.value;
	return {
		...nameOf(document, root.get('name')),
		dependencies: [
			...dependenciesOf(document, root.get('require')),
			...dependenciesOf(document, root.get('require-dev'), true),
		],
		scripts: scriptsOf(document, root.get('scripts')),
		engines: { ...(textOf(php) === undefined ? {} : { php: textOf(php) ?? '' }) },
	};
}

export function readPnpmWorkspace(_: TextDocument, tree: () => SyntaxTree | undefined): ManifestParts {
	return { workspaces: strings(rootPairs(tree()).get('packages')) };
}

function nameOf(document: TextDocument, node: SyntaxNode | undefined): ManifestParts {
	const literal = node === undefined ? undefined : reader.string(node);
	return literal === undefined || literal.value === ''
		? {}
		: { name: literal.value, nameRange: document.range(literal) };
}

function dependenciesOf(
	document: TextDocument,
	node: SyntaxNode | undefined,
	development = false,
): ManifestDependency[] {
	return pairsOf(node).flatMap(({ keyNode, value }) => {
		const key = reader.string(keyNode);
		const version = textOf(value);
		if (key === undefined) return [];
		return [
			{
				name: key.value,
				range: document.range(key),
				...(version === undefined ? {} : { version }),
				...(development ? { development } : {}),
			},
		];
	});
}

/** The text of a JSON string as a shell gets it. */
const unescaped = (text: string): string => text.replace(/\\(["\\/])/g, '$1').replace(/\\[nt]/g, ' ');

function scriptsOf(document: TextDocument, node: SyntaxNode | undefined): ManifestScript[] {
	return pairsOf(node).flatMap(({ keyNode, value }) => {
		const key = reader.string(keyNode);
		if (key === undefined || value === undefined) return [];
		return [value, ...(reader.items(value) ?? [])].flatMap((item) => {
			const command = reader.string(item);
			if (command === undefined) return [];
			const ranges = { range: document.range(key), commandRange: document.range(command) };
			return [{ name: key.value, command: unescaped(command.value), ...ranges }];
		});
	});
}

const enginesOf = (node: SyntaxNode | undefined): Record<string, string> =>
	Object.fromEntries(
		pairsOf(node).flatMap(({ key, value }) => {
			const version = textOf(value);
			return key === undefined || version === undefined ? [] : [[key, version]];
		}),
	);

const strings = (node: SyntaxNode | undefined): string[] =>
	((node === undefined ? undefined : reader.items(node)) ?? []).flatMap((item) => textOf(item) ?? []);
