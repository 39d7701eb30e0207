import { Uri, workspace } from 'vscode';
import { parseBundle } from '../core/catalog/bundle';
import type { LoadedCatalog } from '../core/catalog/load';
import type { ReadAsset } from '../core/syntax/parser';

/** Reads what is shipped beside the bundle; the same in Node and in a web worker. */
export interface Assets {
	readonly grammar: ReadAsset;
	catalogs(): Promise<LoadedCatalog[]>;
}

export function createAssets(extensionUri: Uri): Assets {
	const read = async (...path: string[]): Promise<Uint8Array> =>
		workspace.fs.readFile(Uri.joinPath(extensionUri, 'dist', ...path));
	return {
		grammar: (name) => read('grammars', name),
		catalogs: async () => parseBundle(new TextDecoder().decode(await read('catalogs.json'))),
	};
}
