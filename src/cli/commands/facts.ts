import type { Fact } from '../../core/facts/model';
import { extractors } from '../../core/facts';
import { readArguments, workspaceHelp, workspaceOptions, type Command } from '../command';
import { exitCodes, UsageError } from '../host';
import { toReportRange } from '../report/model';
import { openWorkspace } from '../workspace';

const kinds = [...new Set(extractors.flatMap((extractor) => extractor.kinds as readonly string[]))].sort();

const help = `runbook-lens facts [PATH…]

Prints what was read, one JSON object a line: {"kind", "name", "file", "line", "column", "endLine", "endColumn", …}. Lines and
columns count from 1; files are paths below the workspace root. No secret's value is in it.

  --kind KIND          only facts of this kind; can be given again: ${kinds.join(', ')}
${workspaceHelp}`;

export const facts: Command = {
	summary: 'what was read, one JSON object a line',
	help,
	async run(args, host) {
		const { values, positionals } = readArguments(args, {
			...workspaceOptions,
			kind: { type: 'string', multiple: true, default: [] },
		});
		const unknown = values.kind.find((kind) => !kinds.includes(kind));
		if (unknown !== undefined) {
			throw new UsageError(`--kind ${unknown}: there is no such kind. There are ${kinds.join(', ')}.`);
		}
		const { service, isReported } = await openWorkspace(host, {
			paths: positionals,
			config: values.config,
			readsAll: true,
		});
		await service.settle();
		const files = [...service.index.files()].filter(({ path }) => isReported(path));
		for (const { path, facts: all } of files.sort((a, b) => (a.path < b.path ? -1 : 1))) {
			const wanted = values.kind.length === 0 ? all : all.filter(({ kind }) => values.kind.includes(kind));
			host.stdout(wanted.map((fact) => `${JSON.stringify(toLine(fact, path))}\n`).join(''));
		}
		return exitCodes.clean;
	},
};

function toLine(fact: Fact, file: string): object {
	const { kind, range, name = '', ...rest } = { name: undefined, ...fact };
	const { start, end } = toReportRange(range);
	const place = { file, line: start.line, column: start.column, endLine: end.line, endColumn: end.column };
	return { kind, name, ...place, ...(countFromOne(rest) as object) };
}

/** Ranges inside a fact count from one as its own does. */
function countFromOne(value: unknown): unknown {
	if (Array.isArray(value)) return value.map(countFromOne);
	if (typeof value !== 'object' || value === null || 'toJSON' in value) return value;
	if (isRange(value)) return toReportRange(value);
	// How long a secret is would say something about it.
	const isHidden = 'digest' in value && !('literal' in value);
	const entries = Object.entries(value).filter(([key]) => !isHidden || key !== 'length');
	return Object.fromEntries(entries.map(([key, item]) => [key, countFromOne(item)]));
}

function isRange(value: object): value is Parameters<typeof toReportRange>[0] {
	if (!('start' in value) || !('end' in value)) return false;
	const { start } = value;
	return typeof start === 'object' && start !== null && 'character' in start;
}
