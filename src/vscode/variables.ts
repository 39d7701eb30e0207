import {
	CompletionItem,
	CompletionItemKind,
	DocumentSymbol,
	languages,
	Location,
	SymbolKind,
	Uri,
	WorkspaceEdit,
	type Position,
	type TextDocument,
} from 'vscode';
import type { VariablePlace } from '../core/features/variables';
import { factsOf } from '../core/facts/model';
import { toRange } from './convert';
import type { Disposable } from './disposable';
import { sourceOf } from './files';
import type { Guard } from './guard';
import type { Session } from './session';

/** By name, because editors disagree about the language of `.env` files. */
const envFiles = [{ pattern: '**/.env*' }, { pattern: '**/*.env' }, { pattern: '**/env.*' }, { pattern: '**/*.env.*' }];
const everywhere = { pattern: '**' };
const triggers = ['.', '"', "'", '`', '[', '(', '{'];

/** Completion, definition, references and rename of environment variables, and the outline of env files. */
export function registerVariables(session: Session, guard: Guard): Disposable {
	const { service } = session;
	const found = (document: TextDocument, position: Position) => service.variable(sourceOf(document), position);
	const locations = (places: readonly VariablePlace[]) =>
		places.map(({ uri, range }) => new Location(Uri.parse(uri), toRange(range)));

	const registrations = [
		languages.registerCompletionItemProvider(
			everywhere,
			{
				provideCompletionItems: (document, position, token) =>
					guard('completion', [], () => completions(session, document, position), token),
			},
			...triggers,
		),
		languages.registerDefinitionProvider(everywhere, {
			provideDefinition: (document, position, token) =>
				guard('definition', [], () => locations(found(document, position)?.definitions ?? []), token),
		}),
		languages.registerReferenceProvider(everywhere, {
			provideReferences: (document, position, { includeDeclaration }, token) =>
				guard(
					'references',
					[],
					() => {
						const places = found(document, position);
						return locations([...(includeDeclaration ? (places?.definitions ?? []) : []), ...(places?.reads ?? [])]);
					},
					token,
				),
		}),
		languages.registerRenameProvider(everywhere, {
			prepareRename(document, position) {
				const range = found(document, position)?.range;
				if (range === undefined) throw new Error('No environment variable stands here.');
				return toRange(range);
			},
			provideRenameEdits: (document, position, name, token) =>
				guard('rename', undefined, () => rename(session, document, position, name), token),
		}),
		languages.registerDocumentSymbolProvider(envFiles, {
			provideDocumentSymbols: (document, token) => guard('outline', [], () => outline(session, document), token),
		}),
	];
	return {
		dispose() {
			for (const registration of registrations) registration.dispose();
		},
	};
}

function completions({ service }: Session, document: TextDocument, position: Position): CompletionItem[] {
	return service.completeVariables(sourceOf(document), position).map(({ name, newText, range, detail }) => {
		const item = new CompletionItem(name, CompletionItemKind.Variable);
		item.insertText = newText;
		item.range = toRange(range);
		item.detail = detail;
		return item;
	});
}

async function rename(
	{ service }: Session,
	document: TextDocument,
	position: Position,
	name: string,
): Promise<WorkspaceEdit> {
	const edit = new WorkspaceEdit();
	for (const { uri, range, newText } of await service.renameVariable(sourceOf(document), position, name)) {
		edit.replace(Uri.parse(uri), toRange(range), newText);
	}
	return edit;
}

function outline({ service }: Session, document: TextDocument): DocumentSymbol[] {
	const file = service.index.file(document.uri.toString());
	return file === undefined
		? []
		: factsOf(file, 'env-definition')
				.filter(({ commented }) => commented !== true)
				.map(
					({ name, statement, range }) =>
						new DocumentSymbol(name, '', SymbolKind.Variable, toRange(statement), toRange(range)),
				);
}
