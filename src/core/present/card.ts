import type { Catalog, CatalogEntry, CatalogPermission, CatalogVariable } from '../catalog/model';
import type { CatalogSet } from '../catalog/set';
import { targetId, type Target } from '../catalog/tokens';
import { code, escapeMarkdown, link } from './markdown';

/** How a link to another entry is written; the adapter decides what it opens. Undefined leaves the title as text. */
export type LinkTo = (targetId: string) => string | undefined;

export const noLinks: LinkTo = () => undefined;

/** The first line: what it is. */
export function titleOf(target: Target): string {
	switch (target.kind) {
		case 'entry':
			return target.entry.title;
		case 'variable':
			return target.variable.name;
		case 'permission':
			return target.permission.key;
	}
}

/** The card of a target as Markdown: what it is, causes and what to do, facts, links. */
export function cardOf(target: Target, catalogs: CatalogSet, linkTo: LinkTo): string {
	switch (target.kind) {
		case 'entry':
			return entryCard(target.catalog, target.entry, catalogs, linkTo);
		case 'variable':
			return variableCard(target.catalog, target.variable, catalogs, linkTo);
		case 'permission':
			return permissionCard(target.catalog, target.permission, catalogs, linkTo);
	}
}

function entryCard(catalog: Catalog, entry: CatalogEntry, catalogs: CatalogSet, linkTo: LinkTo): string {
	const blocks = [heading(entry.title, catalog)];
	if (entry.symptom !== undefined) blocks.push(escapeMarkdown(entry.symptom));
	if (entry.causes.length > 0) blocks.push(causesOf(entry));
	if (entry.next !== undefined) blocks.push(`**Next step:** ${escapeMarkdown(entry.next)}`);
	const facts = [...statusFacts(entry), ...(entry.facts ?? [])];
	if (entry.since !== undefined) facts.push({ name: 'Since', value: entry.since });
	if (facts.length > 0) blocks.push(`**Facts**\n\n${factList(facts)}`);
	blocks.push(...linksOf(entry, catalog, catalogs, linkTo));
	return blocks.join('\n\n');
}

function causesOf(entry: CatalogEntry): string {
	return entry.causes
		.map(({ cause, do: steps }) => {
			const [first, ...more] = steps.map(escapeMarkdown);
			if (first === undefined) return `- **${escapeMarkdown(cause)}**`;
			const rest = more.map((step) => `\n  - ${step}`).join('');
			return more.length === 0
				? `- **${escapeMarkdown(cause)}** ${first}`
				: `- **${escapeMarkdown(cause)}**\n  - ${first}${rest}`;
		})
		.join('\n');
}

interface NamedFact {
	readonly name: string;
	readonly value: string;
}

function statusFacts(entry: CatalogEntry): NamedFact[] {
	const codes = entry.match.filter((token) => token.status !== undefined);
	if (codes.length === 1) return [{ name: 'HTTP status', value: String(codes[0]?.status) }];
	return codes.map(({ token, status }) => ({ name: `HTTP status of \`${token}\``, value: String(status) }));
}

const factList = (facts: readonly NamedFact[]): string =>
	facts.map(({ name, value }) => `- ${escapeMarkdown(name)}: ${escapeMarkdown(value)}`).join('\n');

function linksOf(entry: CatalogEntry, catalog: Catalog, catalogs: CatalogSet, linkTo: LinkTo): string[] {
	const related = (entry.related ?? []).flatMap((reference) => {
		const found = catalogs.entry(reference, catalog);
		return found === undefined ? [] : [entryLink({ kind: 'entry', ...found }, linkTo)];
	});
	const blocks: string[] = [];
	if (related.length > 0) blocks.push(`See also: ${related.join(' · ')}`);
	if (entry.links !== undefined) blocks.push(entry.links.map(({ title, url }) => link(title, url)).join(' · '));
	return blocks;
}

function entryLink(target: Target, linkTo: LinkTo): string {
	const address = linkTo(targetId(target));
	const title = escapeMarkdown(titleOf(target));
	return address === undefined ? title : `[${title}](${address})`;
}

function variableCard(catalog: Catalog, variable: CatalogVariable, catalogs: CatalogSet, linkTo: LinkTo): string {
	const blocks = [`**${code(variable.name)}** · ${escapeMarkdown(catalog.title)}`, escapeMarkdown(variable.summary)];
	blocks.push(factList(variableFacts(variable)));
	const explained = variable.entry === undefined ? undefined : catalogs.entry(variable.entry, catalog);
	if (explained !== undefined) blocks.push(`See also: ${entryLink({ kind: 'entry', ...explained }, linkTo)}`);
	return blocks.join('\n\n');
}

/** The documented facts of a variable, in the order people ask for them. */
export function variableFacts(variable: CatalogVariable): NamedFact[] {
	const unit = variable.unit === undefined ? '' : ` ${variable.unit}`;
	const facts: NamedFact[] = [{ name: 'Type', value: variable.type }];
	const add = (name: string, value: string | undefined): void => {
		if (value !== undefined) facts.push({ name, value });
	};
	add('Default', variable.default === undefined ? undefined : `\`${variable.default}\`${unit}`);
	add('Range', rangeText(variable.min, variable.max, unit));
	add('Allowed', variable.enum?.map((value) => `\`${value}\``).join(', '));
	add('Length', variable.minLength === undefined ? undefined : `at least ${variable.minLength} characters`);
	add('Pattern', variable.pattern === undefined ? undefined : `\`${variable.pattern}\``);
	add('At most', variable.atMost === undefined ? undefined : `the value of \`${variable.atMost}\``);
	add(
		'Required',
		variable.required === undefined ? undefined : variable.required === 'always' ? 'yes' : 'in production',
	);
	add('Fallback', variable.explicit === true ? 'none: set it explicitly' : undefined);
	add('Secret', variable.secret === true ? 'yes; its value is never shown' : undefined);
	add('Services', variable.services?.join(', '));
	add('Must match', variable.mustMatch === true ? 'the same value in each of these services' : undefined);
	add('Its limit raises', variable.triggers?.map((name) => `\`${name}\``).join(', '));
	add('Also called', variable.aliases?.map((name) => `\`${name}\``).join(', '));
	return facts;
}

function rangeText(min: number | undefined, max: number | undefined, unit: string): string | undefined {
	if (min !== undefined && max !== undefined) return `${min} to ${max}${unit}`;
	if (min !== undefined) return `at least ${min}${unit}`;
	return max === undefined ? undefined : `at most ${max}${unit}`;
}

function permissionCard(catalog: Catalog, permission: CatalogPermission, catalogs: CatalogSet, linkTo: LinkTo): string {
	const blocks = [`**${code(permission.key)}** · ${escapeMarkdown(catalog.title)}`, escapeMarkdown(permission.grants)];
	const explained = permission.entry === undefined ? undefined : catalogs.entry(permission.entry, catalog);
	if (explained !== undefined) {
		blocks.push(entryCard(explained.catalog, explained.entry, catalogs, linkTo));
	}
	return blocks.join('\n\n');
}

const heading = (title: string, catalog: Catalog): string =>
	`**${escapeMarkdown(title)}** · ${escapeMarkdown(catalog.title)}`;
