import type { LoadedCatalog } from '../../src/core/catalog/load';
import type { Catalog } from '../../src/core/catalog/model';
import { doNotEdit, table } from './markdown';

/** The page of the bundled catalogues: what each explains. */
export function catalogsPage(catalogs: readonly LoadedCatalog[]): string {
	const sections = catalogs.map(({ catalog, uri }) =>
		[
			`## ${catalog.title}`,
			`\`${catalog.id}\` · [${uri}](../${uri.replaceAll('\\', '/')}) · ${sourceOf(catalog)}`,
			table(
				['Entry', 'Title', 'Tokens'],
				catalog.entries.map((entry) => [
					`\`${entry.id}\``,
					entry.title,
					entry.match.map(({ token }) => `\`${token}\``).join(' '),
				]),
			),
			...listOf(
				'Variables',
				(catalog.variables ?? []).map(({ name, summary }) => [`\`${name}\``, summary]),
			),
			...listOf(
				'Permissions',
				(catalog.permissions ?? []).map(({ key, grants }) => [`\`${key}\``, grants]),
			),
		].join('\n\n'),
	);
	return `${[doNotEdit, '# Catalogues', catalogTable(catalogs), ...sections].join('\n\n')}\n`;
}

const sourceOf = ({ source: { title, url } }: Catalog): string => (url === undefined ? title : `[${title}](${url})`);

const listOf = (title: string, rows: readonly (readonly string[])[]): string[] =>
	rows.length === 0 ? [] : [table([title, 'What'], rows)];

/** The bundled catalogues with their sizes. */
export function catalogTable(catalogs: readonly LoadedCatalog[]): string {
	const rows = catalogs.map(({ catalog }) => [
		`\`${catalog.id}\``,
		catalog.title,
		String(catalog.entries.length),
		String(catalog.entries.reduce((sum, entry) => sum + entry.match.length, 0)),
		String(catalog.variables?.length ?? 0),
		String(catalog.permissions?.length ?? 0),
	]);
	return table(['Catalogue', 'Explains', 'Entries', 'Tokens', 'Variables', 'Permissions'], rows);
}
