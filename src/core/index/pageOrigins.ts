import type { Range } from 'vscode-languageserver-types';
import { derived } from './derived';
import { packagesOf } from './packages';
import { realmOf } from './realm';

/** Where the pages of a package come from during development. */
export interface PageOrigin {
	readonly directory: string;
	readonly realm: string;
	readonly port: number;
	readonly uri: string;
	readonly range: Range;
}

const command =
	/\b(?:vite|next dev|ng serve|vue-cli-service serve|nuxt dev|astro dev|react-scripts start|rsbuild dev|parcel)\b[^&|;]*?(?:--port[= ]|\s-p[= ]?)(\d{2,5})\b|\bPORT=(\d{2,5})\s+(?:react-scripts start|next dev|vite)\b/;

/** The ports that packages of the workspace serve their pages from, where configuration or a script names one. */
export const pageOriginsOf = derived(['page-origin', 'manifest'], (index): readonly PageOrigin[] => {
	const found: PageOrigin[] = [];
	for (const { file, fact } of index.facts('page-origin')) {
		const realm = realmOf(file.path);
		const directory = packagesOf(index).of(file.path)?.directory ?? '';
		if (realm !== undefined && !fact.proxied)
			found.push({ directory, realm, port: fact.port, uri: file.uri, range: fact.range });
	}
	for (const { file, fact } of index.facts('manifest')) {
		const realm = realmOf(file.path);
		const proxied = [...index.facts('page-origin')].some(
			(item) => item.fact.proxied && packagesOf(index).of(item.file.path)?.directory === fact.directory,
		);
		if (realm === undefined || proxied) continue;
		for (const script of fact.scripts) {
			const match = command.exec(script.command);
			const port = Number(match?.[1] ?? match?.[2]);
			if (match === null) continue;
			found.push({ directory: fact.directory, realm, port, uri: file.uri, range: script.commandRange });
		}
	}
	return found;
});
