import { parseJsonc, type Problem } from '../text/jsonc';
import { projectSchema, type Config } from './model';

export interface ProjectResult {
	/** What the file says; empty when it is broken, so that the defaults stand. */
	readonly config: Partial<Config>;
	readonly problems: readonly Problem[];
}

/** Reads `runbook-lens.jsonc`. Never throws. */
export function readProject(text: string, uri: string): ProjectResult {
	const { value, problems } = parseJsonc(text, uri, projectSchema);
	if (value === undefined) return { config: {}, problems };
	const { catalogs, runbooks, rules, exclude, ignore } = value;
	return {
		config: {
			...(catalogs === undefined ? {} : { catalogs }),
			...(runbooks === undefined ? {} : { runbooks }),
			...(rules === undefined ? {} : { rules }),
			...(exclude === undefined ? {} : { exclude }),
			...(ignore === undefined ? {} : { ignore }),
		},
		problems,
	};
}
