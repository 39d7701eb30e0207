import { fixAll } from '../../core/rules/fixAll';
import { createChanges } from '../changes';
import { readArguments, workspaceHelp, workspaceOptions, type Command } from '../command';
import { exitCodes, type ExitCode } from '../host';
import { openWorkspace, type Workspace } from '../workspace';

const help = `runbook-lens fix [PATH…]

Makes the safe fixes: those that repair the finding and change nothing else that the program means. The others are shown by
\`runbook-lens check --format json\` and in the editor.

  --dry-run            prints a unified diff and changes nothing; secrets in it are masked
${workspaceHelp}

Exits with 0 when no finding of level warning or above is left, 1 when one is, 2 when the fixes could not be made.`;

export const fix: Command = {
	summary: 'makes the safe fixes; `--dry-run` prints a unified diff',
	help,
	async run(args, host) {
		const { values, positionals } = readArguments(args, {
			...workspaceOptions,
			'dry-run': { type: 'boolean', default: false },
		});
		const workspace = await openWorkspace(host, { paths: positionals, config: values.config });
		const before = await exitCodeOf(workspace);
		const changes = createChanges(workspace);
		const fixed = await fixAll(workspace.service, {
			read: (uri) => Promise.resolve(workspace.read(uri)),
			write: changes.write,
			create: (uri) => ({ uri, path: workspace.names.file(uri), text: '' }),
			mayChange: changes.mayChange,
		});
		if (values['dry-run']) {
			host.stdout(changes.diff());
			return before;
		}
		const isSaved = changes.save();
		const files = changes.count();
		host.stdout(
			files === 0 ? 'Nothing to fix.\n' : `Fixed ${plural(fixed.length, 'problem')} in ${plural(files, 'file')}.\n`,
		);
		return isSaved ? exitCodeOf(workspace) : exitCodes.failure;
	},
};

const plural = (count: number, noun: string): string => `${count} ${noun}${count === 1 ? '' : 's'}`;

async function exitCodeOf({ service, names, isReported }: Workspace): Promise<ExitCode> {
	for (const [uri, findings] of await service.findings()) {
		if (!isReported(names.file(uri))) continue;
		if (findings.some(({ severity }) => severity === 'error' || severity === 'warning')) return exitCodes.findings;
	}
	return exitCodes.clean;
}
