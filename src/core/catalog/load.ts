import { findNodeAtLocation, type Node } from 'jsonc-parser';
import { parseJsonc, problemAt, type Problem } from '../text/jsonc';
import { catalogSchema, type Catalog } from './model';

/** A catalogue and where it was written, so that an entry can be opened there. */
export interface LoadedCatalog {
	readonly catalog: Catalog;
	/** `team` catalogues win over bundled ones that explain the same token. */
	readonly origin: 'bundled' | 'team';
	readonly uri: string;
	/** UTF-16 offset of each entry's `id` value, by entry id. */
	readonly offsets: ReadonlyMap<string, number>;
}

export interface LoadResult {
	readonly loaded?: LoadedCatalog;
	readonly problems: readonly Problem[];
}

/** Reads one JSONC catalogue. Never throws: a bad file yields no catalogue and at least one problem. */
export function loadCatalog(text: string, uri: string, origin: LoadedCatalog['origin']): LoadResult {
	const parsed = parseJsonc(text, uri, catalogSchema);
	if (parsed.value === undefined) return parsed;
	const { value: catalog, root } = parsed;
	const duplicate = firstDuplicate(catalog, root);
	if (duplicate !== undefined) {
		const { node, pointer, message } = duplicate;
		return { problems: [problemAt(text, uri)(node.offset, node.offset + node.length, pointer, message)] };
	}
	const offsets = new Map(
		catalog.entries.map(({ id }, index) => [id, findNodeAtLocation(root, ['entries', index, 'id'])?.offset ?? 0]),
	);
	return { loaded: { catalog, origin, uri, offsets }, problems: [] };
}

function firstDuplicate(catalog: Catalog, root: Node): { node: Node; pointer: string; message: string } | undefined {
	const groups = [
		['entries', 'id', catalog.entries.map((item) => item.id)],
		['variables', 'name', (catalog.variables ?? []).map((item) => item.name)],
		['permissions', 'key', (catalog.permissions ?? []).map((item) => item.key)],
		['payloads', 'id', (catalog.payloads ?? []).map((item) => item.id)],
		['services', 'id', (catalog.services ?? []).map((item) => item.id)],
	] as const;
	for (const [group, key, names] of groups) {
		const index = names.findIndex((name, position) => names.indexOf(name) !== position);
		if (index < 0) continue;
		const node = findNodeAtLocation(root, [group, index, key]) ?? root;
		return { node, pointer: `/${group}/${index}/${key}`, message: `\`${names[index] ?? ''}\` is already used above.` };
	}
	return undefined;
}
