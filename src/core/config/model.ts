import * as v from 'valibot';
import { severities } from '../catalog/model';

const globs = (about: string) =>
	v.pipe(v.array(v.pipe(v.string(), v.nonEmpty('must not be empty'))), v.readonly(), v.description(about));

export const ruleLevels = [...severities, 'off'] as const;
export type RuleLevel = (typeof ruleLevels)[number];

export const catalogModes = ['auto', 'on', 'off'] as const;
export type CatalogMode = (typeof catalogModes)[number];

/** The project file `runbook-lens.jsonc`, which editor and command line share. */
export const projectSchema = v.strictObject({
	$schema: v.optional(v.string()),
	catalogs: v.optional(
		v.pipe(
			v.record(v.string(), v.picklist(catalogModes)),
			v.description(
				'Catalogues by id: `on` explains its common words everywhere, `off` silences it, `auto` (default) waits for evidence in the workspace.',
			),
		),
	),
	runbooks: v.optional(globs('Team catalogues to read, as globs below this file. `*.runbook.jsonc` is always read.')),
	rules: v.optional(
		v.pipe(
			v.record(
				v.pipe(v.string(), v.regex(/^[a-z0-9-]+\/(?:[a-z0-9-]+|\*)$/, 'must be `area/rule` or `area/*`')),
				v.picklist(ruleLevels),
			),
			v.description('Severity of a rule, `area/rule` or `area/*`; `off` silences it.'),
		),
	),
	exclude: v.optional(globs('Files that are not read, as globs below this file.')),
	ignore: v.optional(
		v.pipe(
			v.array(
				v.strictObject({
					rules: v.optional(
						v.pipe(v.array(v.string()), v.readonly(), v.description('Rule ids or `area/*`; all rules when absent.')),
					),
					files: globs('Files in which the rules are silent, as globs below this file.'),
					reason: v.optional(v.pipe(v.string(), v.description('Why.'))),
				}),
			),
			v.readonly(),
			v.description('Findings that the team has accepted.'),
		),
	),
});
export type ProjectFile = v.InferOutput<typeof projectSchema>;

export const projectFileName = 'runbook-lens.jsonc';

/** What settings and project file amount to. */
export interface Config {
	readonly catalogs: Readonly<Record<string, CatalogMode>>;
	readonly runbooks: readonly string[];
	readonly rules: Readonly<Record<string, RuleLevel>>;
	readonly exclude: readonly string[];
	readonly ignore: NonNullable<ProjectFile['ignore']>;
}

export const defaultConfig: Config = { catalogs: {}, runbooks: [], rules: {}, exclude: [], ignore: [] };

/** The later one wins key by key; lists are joined. Settings come first, the project file after them. */
export function mergeConfig(...parts: readonly Partial<Config>[]): Config {
	return parts.reduce<Config>(
		(merged, part) => ({
			catalogs: { ...merged.catalogs, ...part.catalogs },
			runbooks: [...merged.runbooks, ...(part.runbooks ?? [])],
			rules: { ...merged.rules, ...part.rules },
			exclude: [...merged.exclude, ...(part.exclude ?? [])],
			ignore: [...merged.ignore, ...(part.ignore ?? [])],
		}),
		defaultConfig,
	);
}

/** The level a configuration gives a rule, or undefined when it leaves the rule's own. */
export function levelOf(config: Config, ruleId: string): RuleLevel | undefined {
	return config.rules[ruleId] ?? config.rules[`${ruleId.slice(0, ruleId.indexOf('/'))}/*`];
}
