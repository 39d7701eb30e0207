import path from 'node:path';
import { ruleLevels, type Config, type RuleLevel } from '../../core/config/model';
import { openBaseline, type BaselineFile } from '../baselineFile';
import { changedFiles, takeChanged } from '../changed';
import { readArguments, workspaceHelp, workspaceOptions, type Command } from '../command';
import { exitCodes, UsageError, type ExitCode, type Host } from '../host';
import { collectFindings, createReport } from '../report/create';
import { formatNames, formats, type FormatName } from '../report';
import type { Report } from '../report/model';
import { findRepository, toSlashes } from '../root';
import { keepWatching } from '../session';
import { openWorkspace, type Workspace, type WorkspaceOptions } from '../workspace';

const help = `runbook-lens check [PATH…]

Reports what the rules find. Paths narrow the report; rules that compare files still see the whole workspace.

  --format FORMAT      ${formatNames.join(', ')}; default stylish
  --rule ID=LEVEL      level of a rule, \`area/rule\` or \`area/*\`: ${ruleLevels.join(', ')}; can be given again
${workspaceHelp}
  --max-warnings N     how many warnings are let pass; default 0
  --changed [BASE]     only files that changed since BASE; default HEAD, which is what is not committed
  --baseline FILE      known findings, which are not reported; default runbook-lens.baseline.json
  --update-baseline    writes what is found into the baseline
  --cache              keeps what was read of each file for the next run
  --cache-file FILE    the same, in this file
  --watch              checks again whenever a file changes
  --threads N          how many threads beside the first read files; by processors and files when left out

Exits with 0 when there is no finding of level warning or above, 1 when there is, 2 when the check could not be made.`;

interface CheckOptions extends WorkspaceOptions {
	readonly format: FormatName;
	readonly maxWarnings: number;
	readonly base: string | undefined;
	readonly baseline: string | undefined;
	readonly updateBaseline: boolean;
}

export const check: Command = {
	summary: 'all rules over a workspace',
	help,
	async run(args, host) {
		const { options, watch } = readOptions(args, host);
		const workspace = await openWorkspace(host, options);
		const code = await checkOnce(workspace, options, host);
		workspace.cache?.save(workspace.service.index);
		if (!watch) return code;
		const again = { ...options, updateBaseline: false }; // written each time, it would be watched and written again
		await keepWatching(workspace, host, again, (current) => checkOnce(current, again, host));
		return exitCodes.clean;
	},
};

function readOptions(given: readonly string[], host: Host): { options: CheckOptions; watch: boolean } {
	const { args, base } = takeChanged(given, host.cwd);
	const { values, positionals } = readArguments(args, {
		...workspaceOptions,
		format: { type: 'string', default: 'stylish' },
		rule: { type: 'string', multiple: true, default: [] },
		'max-warnings': { type: 'string', default: '0' },
		baseline: { type: 'string' },
		'update-baseline': { type: 'boolean', default: false },
		cache: { type: 'boolean', default: false },
		'cache-file': { type: 'string' },
		watch: { type: 'boolean', default: false },
		threads: { type: 'string' },
	});
	const format = formatNames.find((name) => name === values.format);
	if (format === undefined) throw new UsageError(`--format must be one of ${formatNames.join(', ')}.`);
	const options = {
		paths: positionals,
		config: values.config,
		rules: Object.fromEntries(values.rule.map(readRule)),
		cache: values['cache-file'] ?? values.cache,
		format,
		maxWarnings: readCount('max-warnings', values['max-warnings']),
		threads: values.threads === undefined ? undefined : readCount('threads', values.threads),
		base,
		baseline: values.baseline,
		updateBaseline: values['update-baseline'],
	};
	return { options, watch: values.watch };
}

function readCount(option: string, text: string): number {
	if (!/^\d{1,9}$/.test(text)) throw new UsageError(`--${option} must be a whole number.`);
	return Number(text);
}

function readRule(text: string): [string, RuleLevel] {
	const equals = text.lastIndexOf('=');
	const id = text.slice(0, equals);
	const level = ruleLevels.find((item) => item === text.slice(equals + 1));
	if (equals < 0 || level === undefined) {
		throw new UsageError(`--rule ${text} must be ID=LEVEL, with a level of ${ruleLevels.join(', ')}.`);
	}
	return [id, level];
}

async function checkOnce(workspace: Workspace, options: CheckOptions, host: Host): Promise<ExitCode> {
	const { names } = workspace;
	assertRules(options.rules ?? {}, workspace);
	const changed = options.base === undefined ? undefined : changedFiles(names.root, options.base);
	const looksAt = (file: string): boolean => workspace.isReported(file) && changed?.has(file) !== false;
	const baseline = openBaseline(names.root, host.cwd, options.baseline, options.updateBaseline);
	const found = await collectFindings(workspace, looksAt);
	if (options.updateBaseline) {
		baseline.update(found, looksAt);
		host.stderr(`${baseline.name} holds ${found.length} findings of the files that were looked at.\n`);
	}
	const report = await createReport(workspace, baseline.compare(found, looksAt));
	host.stdout(
		formats[options.format](report, {
			color: host.color,
			prefix: prefixOf(names.root),
			rules: workspace.service.rules,
		}),
	);
	tellStale(report, options.format, baseline, host);
	const { errors, warnings } = report.summary;
	return errors > 0 || warnings > options.maxWarnings ? exitCodes.findings : exitCodes.clean;
}

/** A misspelled id would silence nothing and go unnoticed. */
function assertRules(levels: Config['rules'], { service }: Workspace): void {
	const ids = service.rules.map((rule) => rule.id as string);
	for (const id of Object.keys(levels)) {
		const isKnown = id.endsWith('/*') ? ids.some((known) => known.startsWith(id.slice(0, -1))) : ids.includes(id);
		if (!isKnown) throw new UsageError(`--rule ${id}: there is no such rule.`);
	}
}

/** The formats for machines do not say it where people look. */
function tellStale({ summary }: Report, format: FormatName, { name }: BaselineFile, host: Host): void {
	if (summary.stale === 0 || format === 'stylish') return;
	host.stderr(`${name}: ${summary.stale} findings are no longer there; run \`check --update-baseline\`.\n`);
}

function prefixOf(root: string): string {
	const below = toSlashes(path.relative(findRepository(root) ?? root, root));
	return below === '' ? '' : `${below}/`;
}
