import { commands } from './commands';
import { exitCodes, UsageError, type ExitCode, type Host } from './host';
import { product } from './product';

/** Carries out a command line. Never throws; an error is one message on standard error. */
export async function run(args: readonly string[], host: Host): Promise<ExitCode> {
	const [name, ...rest] = args;
	if (name === undefined || name === 'help' || name === '--help' || name === '-h') {
		const command = commands[rest[0] ?? ''];
		(name === undefined ? host.stderr : host.stdout)(`${command?.help ?? overview()}\n`);
		return name === undefined ? exitCodes.failure : exitCodes.clean;
	}
	if (name === '--version' || name === '-v') {
		host.stdout(`${product.version}\n`);
		return exitCodes.clean;
	}
	const command = Object.hasOwn(commands, name) ? commands[name] : undefined;
	if (command === undefined) {
		host.stderr(`runbook-lens: there is no command ${name}.\n\n${overview()}\n`);
		return exitCodes.failure;
	}
	if (rest.includes('--help') || rest.includes('-h')) {
		host.stdout(`${command.help}\n`);
		return exitCodes.clean;
	}
	try {
		return await command.run(rest, host);
	} catch (error) {
		const text = error instanceof Error && !(error instanceof UsageError) ? (error.stack ?? error.message) : undefined;
		host.stderr(`runbook-lens: ${text ?? (error instanceof Error ? error.message : String(error))}\n`);
		return exitCodes.failure;
	}
}

function overview(): string {
	const width = Math.max(...Object.keys(commands).map((name) => name.length));
	const list = Object.entries(commands).map(([name, { summary }]) => `  ${name.padEnd(width)}  ${summary}`);
	return `runbook-lens COMMAND [OPTIONS] [PATH…]

${list.join('\n')}

  --help, --version; \`runbook-lens COMMAND --help\` for its options

Exits with 0 when all is clean, 1 on findings of level warning or above, 2 on a mistake in usage or a crash.`;
}
