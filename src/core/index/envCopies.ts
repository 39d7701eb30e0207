import { envFileRole } from '../dotenv';
import type { ManifestScript } from '../facts/manifest';
import { derived } from './derived';
import { joinPath } from './packages';

/** A package script that writes one env file over another: `"use:dev": "cp .env.dev .env"`. */
export interface EnvCopy {
	readonly from: string;
	readonly to: string;
	readonly script: ManifestScript;
	/** The manifest. */
	readonly uri: string;
}

const copy = /(?:^|[\s;&|(])(?:cp|copy|copyfiles|cpy|shx cp|ln|mv|install)\s+((?:-[\w-]+\s+|\/[yY]\s+)*)(\S+)\s+(\S+)/g;
const redirected = /(?:^|[\s;&|(])(?:cat|envsubst\s*<)\s+(\S+)\s*>\s*(\S+)/g;

export const envCopiesOf = derived(['manifest'], (index): readonly EnvCopy[] =>
	[...index.facts('manifest')].flatMap(({ file, fact }) =>
		fact.scripts.flatMap((script) =>
			[...script.command.matchAll(copy), ...script.command.matchAll(redirected)].flatMap((match) => {
				const [from, to] = [match.at(-2), match.at(-1)].map((path) =>
					joinPath(fact.directory, (path ?? '').replace(/^["']|["';&|)]+$/g, '')),
				);
				if (from === undefined || to === undefined || from === to) return [];
				return envFileRole(from) === undefined || envFileRole(to) === undefined
					? []
					: [{ from, to, script, uri: file.uri }];
			}),
		),
	),
);
