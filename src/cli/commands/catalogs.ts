import type { LoadedCatalog } from '../../core/catalog/load';
import { tokensOf } from '../../core/catalog/tokens';
import { readArguments, workspaceHelp, workspaceOptions, type Command } from '../command';
import { exitCodes, UsageError } from '../host';
import type { Names } from '../read';
import { createPaint, printable } from '../report/paint';
import { prepareWorkspace } from '../workspace';

const help = `runbook-lens catalogs

Lists the catalogues that answer in this workspace: bundled ones and the team's own.

  --json               all of their entries and tokens
${workspaceHelp}`;

export const catalogs: Command = {
	summary: 'the catalogues, their entries and tokens',
	help,
	run(args, host) {
		const { values, positionals } = readArguments(args, {
			...workspaceOptions,
			json: { type: 'boolean', default: false },
		});
		if (positionals[0] !== undefined) throw new UsageError(`catalogs takes no argument ${positionals[0]}.`);
		const workspace = prepareWorkspace(host, { paths: [], config: values.config });
		const listed = workspace.catalogs.map((loaded) => describe(loaded, workspace.names));
		if (values.json) host.stdout(`${JSON.stringify({ catalogs: listed }, undefined, 2)}\n`);
		else host.stdout(toText(listed, host.color));
		return Promise.resolve(exitCodes.clean);
	},
};

function describe({ catalog, origin, uri }: LoadedCatalog, names: Names) {
	const { id, title, standard = false, source, entries, variables = [], permissions = [], payloads = [] } = catalog;
	return {
		id,
		title,
		origin,
		standard,
		file: origin === 'team' ? names.file(uri) : uri,
		source,
		tokens: tokensOf(catalog).length,
		entries: entries.map((entry) => ({
			id: entry.id,
			title: entry.title,
			tokens: entry.match.map(({ kind, token }) => ({ kind, token })),
		})),
		variables: variables.map(({ name }) => name),
		permissions: permissions.map(({ key }) => key),
		payloads: payloads.map((payload) => `${id}/${payload.id}`),
	};
}

function toText(listed: readonly ReturnType<typeof describe>[], color: boolean): string {
	const { bold, dim } = createPaint(color);
	const width = Math.max(0, ...listed.map(({ id }) => id.length));
	return listed
		.map(({ id, title, entries, tokens, variables, permissions, file }) => {
			const counts = `${entries.length} entries, ${tokens} tokens, ${variables.length} variables, ${permissions.length} permissions`;
			return `${bold(id.padEnd(width))}  ${printable(title)}: ${counts}  ${dim(printable(file))}\n`;
		})
		.join('');
}
