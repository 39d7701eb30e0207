import type { LanguageId } from '../syntax/languages';
import { lineText, type TextDocument } from '../text/document';
import { hashText } from '../text/hash';
import type { Finding } from './rule';

/** A finding and the name that it keeps while lines above it come and go. */
export interface Fingerprinted {
	readonly finding: Finding;
	/** Path below the workspace root. */
	readonly file: string;
	readonly fingerprint: string;
}

/** Files of values: what stands behind a key there may be a secret, so nothing is derived from it. */
const valueLanguages: ReadonlySet<LanguageId> = new Set<LanguageId>([
	'dotenv',
	'properties',
	'yaml',
	'json',
	'toml',
	'xml',
	'hcl',
	'dockerfile',
	'shell',
	'makefile',
	'log',
	'http',
	'plaintext',
]);

/**
 * Names the findings of one file, given in order of place. A name is made of rule, path and the words of the line, and the
 * how-manieth of its kind it is.
 */
export function fingerprints(findings: readonly Finding[], document: TextDocument): Fingerprinted[] {
	const seen = new Map<string, number>();
	return findings.map((finding) => {
		const line = lineText(document, finding.range.start.line);
		const words = (valueLanguages.has(document.language) ? keyOf(line) : line).trim().replace(/\s+/g, ' ');
		const name = `${finding.ruleId}\n${document.path}\n${words}`;
		const count = seen.get(name) ?? 0;
		seen.set(name, count + 1);
		return { finding, file: document.path, fingerprint: hashText(`${name}\n${count}`) };
	});
}

/** `KEY` of `export KEY=value` and of `- KEY: value`. */
const keyOf = (line: string): string => /^[^=:]*/.exec(line)?.[0] ?? '';
