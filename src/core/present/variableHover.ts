import type { VariableDefinition, VariablePlace, VariablePlaces } from '../features/variables';
import type { Range } from 'vscode-languageserver-types';
import type { Hover } from './hover';
import { code, escapeMarkdown } from './markdown';

/** The address of a place in a file; undefined where nothing can open one. */
export type LinkToPlace = (uri: string, line: number) => string | undefined;

const shown = 5;

/** A hover with what the workspace says of the variable below the catalogue's card, if either has anything to say. */
export function withVariable(
	hover: Hover | undefined,
	variable: (VariablePlaces & { readonly range: Range }) | undefined,
	linkTo: LinkToPlace,
): Hover | undefined {
	const markdown = variable === undefined ? undefined : variableMarkdown(variable, hover !== undefined, linkTo);
	if (variable === undefined || markdown === undefined) return hover;
	if (hover === undefined) return { markdown, range: variable.range, targets: [] };
	return { ...hover, markdown: `${hover.markdown}\n\n---\n\n${markdown}` };
}

/**
 * Where a variable is set, the winner first, and where it is read. No value is shown, whatever it is.
 * @param isDocumented true when a card of a catalogue stands above
 */
function variableMarkdown(places: VariablePlaces, isDocumented: boolean, linkTo: LinkToPlace): string | undefined {
	const { name, definitions, reads } = places;
	const blocks: string[] = [];
	if (!isDocumented) blocks.push(`**${code(name)}** · environment variable`);
	const documentation = definitions.find(({ fact }) => fact.documentation !== undefined)?.fact.documentation;
	if (!isDocumented && documentation !== undefined) blocks.push(escapeMarkdown(documentation));
	const facts = [setIn(definitions, linkTo), ...documentedIn(definitions, linkTo), readIn(reads, linkTo)];
	blocks.push(facts.map((fact) => `- ${fact}`).join('\n'));
	return definitions.length + reads.length === 0 ? undefined : blocks.join('\n\n');
}

const isSilent = ({ role, fact }: VariableDefinition): boolean => role === 'example' || fact.commented === true;

function setIn(definitions: readonly VariableDefinition[], linkTo: LinkToPlace): string {
	const setting = definitions.filter((definition) => !isSilent(definition));
	const [winner, ...rest] = setting;
	if (winner === undefined) return 'Set in no file of the workspace';
	const others = list(rest, linkTo);
	return `Set in ${place(winner, linkTo)}${rest.length === 0 ? '' : `, which wins over ${others}`}`;
}

function documentedIn(definitions: readonly VariableDefinition[], linkTo: LinkToPlace): string[] {
	const examples = definitions.filter(isSilent);
	return examples.length === 0 ? [] : [`Documented in ${list(examples, linkTo)}`];
}

function readIn(reads: readonly VariablePlace[], linkTo: LinkToPlace): string {
	if (reads.length === 0) return 'Read nowhere in the workspace';
	return `Read in ${reads.length} ${reads.length === 1 ? 'place' : 'places'}: ${list(reads, linkTo)}`;
}

function list(places: readonly VariablePlace[], linkTo: LinkToPlace): string {
	const more = places.length > shown ? `, and ${places.length - shown} more` : '';
	return (
		places
			.slice(0, shown)
			.map((item) => place(item, linkTo))
			.join(', ') + more
	);
}

function place({ uri, path, range }: VariablePlace, linkTo: LinkToPlace): string {
	const address = linkTo(uri, range.start.line);
	const text = code(`${path}:${range.start.line + 1}`);
	return address === undefined ? text : `[${text}](${address})`;
}
