import type { Explanation } from '../../core/present/explain';
import { readArguments, workspaceHelp, workspaceOptions, type Command } from '../command';
import { exitCodes, UsageError, type Host } from '../host';
import { createPaint, printable } from '../report/paint';
import { prepareWorkspace, type Workspace } from '../workspace';

const help = `runbook-lens explain TOKEN…|-

Prints the card of a code, variable, permission, status or state; \`-\` reads an error envelope or log lines from standard input
and explains every token in them. Team catalogues of the workspace answer too.

  --json               one object a token: {"token", "matches": [{"catalog", "entry", "kind", "title", "markdown", …}]}
  --catalog ID         only this catalogue answers
${workspaceHelp}`;

export const explain: Command = {
	summary: 'the card for a code, variable, permission or status; `-` reads an envelope or log lines',
	help,
	async run(args, host) {
		const { values, positionals } = readArguments(args, {
			...workspaceOptions,
			json: { type: 'boolean', default: false },
			catalog: { type: 'string' },
		});
		if (positionals.length === 0) throw new UsageError('explain needs a token, or `-` to read standard input.');
		const workspace = prepareWorkspace(host, { paths: [], config: values.config });
		assertCatalog(workspace, values.catalog);
		for (const token of tokensOf(positionals, workspace)) {
			const text = token === '-' ? await host.readStdin() : token;
			const matches = workspace.service.explain(text, values.catalog);
			host.stdout(values.json ? `${JSON.stringify({ token, matches })}\n` : toText(token, matches, host));
		}
		return exitCodes.clean;
	},
};

/** `POST /transcribe` is one token, quoted or not. */
function tokensOf(words: readonly string[], { service }: Workspace): readonly string[] {
	const joined = words.join(' ');
	return words.length > 1 && service.catalogs.byText(joined).length > 0 ? [joined] : words;
}

function assertCatalog({ service }: Workspace, id: string | undefined): void {
	if (id === undefined || service.catalogs.catalog(id) !== undefined) return;
	const known = service.catalogs.catalogs.map(({ catalog }) => catalog.id);
	throw new UsageError(`--catalog ${id}: there is no such catalogue. There are ${known.join(', ')}.`);
}

function toText(token: string, matches: readonly Explanation[], { color }: Host): string {
	if (matches.length === 0) {
		return `${token === '-' ? 'Nothing in the text is documented.' : `${printable(token)} is not documented.`}\n`;
	}
	const { bold, dim } = createPaint(color);
	const cards = matches.map(
		({ token: text, catalog, entry, markdown }) =>
			`${bold(printable(text))} ${dim(`${catalog}/${entry}`)}\n\n${markdown.trimEnd()}\n`,
	);
	return cards.join('\n');
}
