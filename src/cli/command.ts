import { parseArgs, type ParseArgsConfig } from 'node:util';
import { UsageError, type ExitCode, type Host } from './host';

export interface Command {
	/** One line for the list of commands. */
	readonly summary: string;
	/** What `--help` prints. */
	readonly help: string;
	readonly run: (args: readonly string[], host: Host) => Promise<ExitCode>;
}

type Options = NonNullable<ParseArgsConfig['options']>;
type Config<O extends Options> = { options: O; allowPositionals: true; strict: true; args: string[] };

/** Reads a command's arguments; what does not fit is the user's mistake. */
export function readArguments<const O extends Options>(
	args: readonly string[],
	options: O,
): ReturnType<typeof parseArgs<Config<O>>> {
	try {
		return parseArgs({ args: [...args], options, allowPositionals: true, strict: true });
	} catch (error) {
		throw new UsageError(error instanceof Error ? (error.message.split('. To specify')[0] ?? '') : String(error));
	}
}

/** Options of every command that looks at a workspace. */
export const workspaceOptions = { config: { type: 'string' } } as const satisfies Options;

export const workspaceHelp = `  --config FILE        read this project file instead of runbook-lens.jsonc`;
