import { readFileSync } from 'node:fs';
import path from 'node:path';
import { loadTeamCatalogs, type TeamSource } from '../core/catalog/team';
import type { LoadedCatalog } from '../core/catalog/load';
import { projectFileName, type Config } from '../core/config/model';
import { createPathMatcher } from '../core/config/paths';
import { readProject } from '../core/config/project';
import { decodeText } from '../core/text/decode';
import { problemText, type Problem } from '../core/text/jsonc';
import { reasonOf } from './files';
import { UsageError } from './host';
import type { Names } from './read';

/** What the project file says. A broken one ends the command: its findings would not be the team's. */
export function readProjectFile(root: string, cwd: string, option: string | undefined): Partial<Config> {
	const file = option === undefined ? path.join(root, projectFileName) : path.resolve(cwd, option);
	const shown = path.relative(cwd, file);
	let text: string;
	try {
		text = decodeText(readFileSync(file)) ?? '';
	} catch (error) {
		if (option === undefined && (error as NodeJS.ErrnoException).code === 'ENOENT') return {};
		throw new UsageError(`${shown} cannot be read: ${reasonOf(error)}.`);
	}
	const { config, problems } = readProject(text, shown);
	if (problems.length > 0) throw new UsageError(problems.map(problemText).join('\n'));
	return config;
}

/** The team catalogues among the files of a workspace: those of the usual name, and those that the project file names. */
export function readTeamCatalogs(
	names: Names,
	candidates: { readonly named: readonly string[]; readonly files: readonly string[] },
	config: Config,
	bundled: readonly LoadedCatalog[],
): { readonly catalogs: readonly LoadedCatalog[]; readonly warnings: readonly string[] } {
	const isRunbook = createPathMatcher(config.runbooks);
	const files = [...candidates.named, ...candidates.files.filter(isRunbook)];
	const sources: TeamSource[] = [];
	const warnings: string[] = [];
	for (const file of new Set(files)) {
		try {
			const text = decodeText(readFileSync(path.join(names.root, file)));
			sources.push({ uri: names.uri(file), text: text ?? '' });
		} catch (error) {
			warnings.push(`${file} cannot be read: ${reasonOf(error)}.`);
		}
	}
	const { loaded, problems } = loadTeamCatalogs(sources, bundled);
	const broken = [...new Set(problems.map(({ uri }) => uri))];
	for (const uri of broken) {
		const own = problems
			.filter((problem) => problem.uri === uri)
			.map((problem) => ({ ...problem, uri: names.file(uri) }));
		warnings.push(firstProblem(own));
	}
	return { catalogs: loaded, warnings };
}

/** One line a file: what is wrong at a place, rather than what is missing in the whole. */
function firstProblem(problems: readonly Problem[]): string {
	const first = problems.find(({ start }) => start > 0) ?? problems[0];
	const more = problems.length > 1 ? ` (and ${problems.length - 1} more)` : '';
	return first === undefined ? '' : problemText(first) + more;
}
