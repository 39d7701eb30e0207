import type { FileFacts } from '../../facts/model';

/** The files of the workspace that a module's name in JavaScript can mean; empty when it is none of them. */
export type FindModules = (source: string, from: string) => readonly string[];

/**
 * Finds modules by their paths: relative ones exactly, others by the end of the path (`@server/env` is `server/env.ts`), with
 * the first name left out when it is an alias or a scope (`@acme/core/env` is `packages/core/env.ts`).
 */
export function createModuleFinder(files: Iterable<FileFacts>): FindModules {
	const byLast = new Map<string, { readonly path: string; readonly stem: string }[]>();
	for (const { path } of files) {
		if (!/\.(?:[cm]?[jt]sx?|vue|svelte|astro)$/.test(path)) continue;
		const stem = stemOf(path);
		const last = stem.slice(stem.lastIndexOf('/') + 1);
		byLast.set(last, [...(byLast.get(last) ?? []), { path, stem }]);
	}
	const ending = (parts: readonly string[]): string[] => {
		const end = parts.join('/');
		const all = byLast.get(parts.at(-1) ?? '') ?? [];
		return all.filter(({ stem }) => stem === end || stem.endsWith(`/${end}`)).map(({ path }) => path);
	};

	return (source, from) => {
		const bare = stemOf(source);
		if (bare.startsWith('.')) {
			const stem = joined(from, bare);
			return (byLast.get(stem.slice(stem.lastIndexOf('/') + 1)) ?? [])
				.filter((item) => item.stem === stem)
				.map(({ path }) => path);
		}
		const parts = bare
			.split('/')
			.map((part) => part.replace(/^[@~#$]/, ''))
			.filter((part) => part !== '');
		const whole = ending(parts);
		return whole.length > 0 || parts.length < 2 ? whole : ending(parts.slice(1));
	};
}

const stemOf = (path: string): string =>
	path.replace(/\.(?:[cm]?[jt]sx?|vue|svelte|astro)$/, '').replace(/\/index$/, '');

function joined(from: string, relative: string): string {
	const parts = from.split('/').slice(0, -1);
	for (const part of relative.split('/')) {
		if (part === '..') parts.pop();
		else if (part !== '.' && part !== '') parts.push(part);
	}
	return parts.join('/');
}
