import type { Range } from 'vscode-languageserver-types';
import { envFile, type EnvFileRole } from '../dotenv';
import { composeDefinitions, isYamlWithEnvironment, manifestDefinitions } from './definitions/yaml';
import { dockerfileDefinitions } from './definitions/dockerfile';
import { dotenvDefinitions } from './definitions/dotenvFile';
import { jsonDefinitions, isSettingsJson } from './definitions/json';
import type { EnvFileFact } from './definitions/syntax';
import type { EnvValue } from './definitions/value';
import type { Extractor } from './extractor';
import type { FactBase } from './model';

export type { EnvFileFact } from './definitions/syntax';
export type { EnvValue, EnvValueShape } from './definitions/value';

/**
 * Where a variable is defined: one of the kinds of `.env` file, a compose service, an image, another deployment manifest, a
 * workflow, or a settings file whose keys the environment overrides.
 */
export type EnvDefinitionRole = EnvFileRole | 'compose' | 'image' | 'manifest' | 'workflow' | 'settings';

/** A place that gives a variable a value, or documents that it takes one. The range is the key's. */
export interface EnvDefinitionFact extends FactBase {
	readonly kind: 'env-definition';
	readonly name: string;
	readonly role: EnvDefinitionRole;
	/** `production` of `.env.production`. */
	readonly mode?: string;
	/** The compose service, the container or the job. */
	readonly service?: string;
	readonly value: EnvValue;
	/** The whole statement, from `export` or the key to the end of the value or comment. */
	readonly statement: Range;
	readonly exported?: true;
	/** `# KEY=`: documents the key and sets nothing. */
	readonly commented?: true;
	/** The comment above it and behind it, in example files and for commented keys. */
	readonly documentation?: string;
}

/** A file that is loaded for a service: compose `env_file`. */
export interface EnvFileUseFact extends FactBase {
	readonly kind: 'env-file-use';
	readonly service: string;
	/** As written, relative to the file. */
	readonly path: string;
}

export type EnvDefinitionFacts = EnvDefinitionFact | EnvFileFact | EnvFileUseFact;

/** Where environment variables get their values. */
export const envDefinitionExtractor: Extractor = {
	kinds: ['env-definition', 'env-file', 'env-file-use'],
	markers: [],
	reads: ({ path, language, text }) =>
		envFile(path) !== undefined ||
		language === 'dockerfile' ||
		(language === 'yaml' && isYamlWithEnvironment(text)) ||
		(language === 'json' && isSettingsJson(path)),
	*extract(context) {
		const { document } = context;
		const file = envFile(document.path);
		if (file !== undefined) yield* dotenvDefinitions(context, file);
		else if (document.language === 'dockerfile') yield* dockerfileDefinitions(context);
		else if (document.language === 'yaml') {
			yield* composeDefinitions(context);
			yield* manifestDefinitions(context);
		} else yield* jsonDefinitions(context);
	},
};
