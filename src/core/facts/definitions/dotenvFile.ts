import type { DotenvEntry, DotenvFile, EnvFile } from '../../dotenv';
import type { TextDocument } from '../../text/document';
import { lineText } from '../../text/document';
import type { EnvDefinitionFact, EnvDefinitionFacts } from '../envDefinition';
import type { ExtractContext } from '../extractor';
import { parseAll, problemsOf, readingsOf } from './syntax';
import { readValue } from './value';

/** The keys of a `.env` file, commented ones included, and how loaders differ about it. */
export function* dotenvDefinitions(
	{ document, catalogs }: ExtractContext,
	{ role, mode }: EnvFile,
): Generator<EnvDefinitionFacts> {
	const files = parseAll(document.text);
	const node = files.get('node-dotenv');
	if (node === undefined) return;
	const named = mode === undefined ? {} : { mode };
	yield {
		kind: 'env-file',
		role,
		...named,
		range: document.range({ start: 0, end: 0 }),
		problems: problemsOf(document, files),
		readings: readingsOf(document, files),
	};
	const entries = [...node.entries, ...bareKeys(node, files.get('python-dotenv')), ...node.commentedEntries];
	for (const entry of entries.sort((a, b) => a.range.start - b.range.start)) {
		const documentation = role === 'example' || entry.commented ? documentationOf(document, entry) : '';
		const fact: EnvDefinitionFact = {
			kind: 'env-definition',
			name: entry.key,
			role,
			...named,
			range: document.range(entry.keyRange),
			statement: document.range(entry.range),
			value: readValue(document, catalogs, entry.key, {
				...entry.rawValueRange,
				text: entry.value === null ? undefined : entry.literal,
				quote: entry.quote,
				verbatim: entry.quote === "'",
			}),
			...(entry.exported ? { exported: true } : {}),
			...(entry.commented ? { commented: true } : {}),
			...(documentation === '' ? {} : { documentation }),
		};
		yield fact;
	}
}

/** `KEY` alone, which Compose and Python take from the process and Node drops. */
function bareKeys(node: DotenvFile, python: DotenvFile | undefined): readonly DotenvEntry[] {
	const known = new Set(node.entries.map(({ key }) => key));
	return (python?.entries ?? []).filter(
		({ key, value }) => value === null && !known.has(key) && /^[A-Za-z_]\w*$/.test(key),
	);
}

const assignment = /^\s*#+\s*(?:export\s+)?[A-Za-z_]\w*\s*=/;

/** The comment lines right above a key and the comment behind it. */
function documentationOf(document: TextDocument, entry: DotenvEntry): string {
	const lines: string[] = [];
	for (let line = document.positionAt(entry.range.start).line - 1; line >= 0 && lines.length < 8; line--) {
		const text = lineText(document, line);
		if (!/^\s*#/.test(text) || assignment.test(text)) break;
		lines.unshift(text.replace(/^\s*#+\s?/, '').trim());
	}
	if (entry.comment !== undefined) {
		lines.push(document.text.slice(entry.comment.start, entry.comment.end).replace(/^#+\s*/, ''));
	}
	const prose = lines.filter((line) => /\p{L}/u.test(line));
	return prose.join(' ').slice(0, 400);
}
