import { wholeLines } from '../../env/lines';
import { isTestPath } from '../../env/paths';
import type { EnvDefinitionFact } from '../../facts/envDefinition';
import { factsOf } from '../../facts/model';
import { lineText } from '../../text/document';
import { defineRule } from '../rule';

/** Where the same key twice is a mistake; a manifest may hold a container a key. */
const roles = new Set(['base', 'local', 'mode', 'mode-local', 'example', 'compose']);

export const duplicateKey = defineRule({
	id: 'env/duplicate-key',
	scope: 'file',
	severity: 'warning',
	reads: ['env-definition'],
	docs: {
		what: 'A key is set twice in one env file or compose service.',
		why: 'Every loader takes the last one, so whoever edits the earlier line changes nothing.',
		fix: 'Keep one of the two. The quick fix removes the earlier line, unless a comment would go with it.',
		bad: [{ '.env': '‹PORT›=3000\nHOST=localhost\nPORT=8080\n' }],
		good: [{ '.env': 'PORT=3000\n# PORT=8080\n' }, { '.env': 'NAME=app\nNAME=$NAME-dev\n' }],
	},
	messages: {
		duplicate: '`{name}` is set again on line {last}, so this value is never used. Keep one of the two.',
		same: '`{name}` is set to the same value again on line {last}. Keep one of the two.',
	},
	*detect(file) {
		if (isTestPath(file.path)) return;
		const last = new Map<string, EnvDefinitionFact>();
		for (const fact of factsOf(file, 'env-definition').reverse()) {
			if (fact.commented === true || !roles.has(fact.role)) continue;
			const key = `${fact.service ?? ''} ${fact.name}`;
			const later = last.get(key);
			if (later === undefined) {
				last.set(key, fact);
				continue;
			}
			const between = factsOf(file, 'env-definition').filter(({ range }) => isBetween(range, fact, later));
			if ([...between, later].some(({ value }) => value.references?.includes(fact.name) === true)) continue;
			const same =
				fact.value.digest !== undefined &&
				later.value.digest !== undefined &&
				fact.value.digest.equals(later.value.digest);
			yield {
				messageId: same ? 'same' : 'duplicate',
				data: { name: fact.name, last: later.range.start.line + 1 },
				uri: file.uri,
				range: fact.range,
				related: [{ uri: file.uri, range: later.range, message: `\`${fact.name}\` is set here again.` }],
			};
		}
	},
	async fix({ uri, range, messageId }, { document, index }) {
		const text = await document(uri);
		const file = index.file(uri);
		const fact = factsOf(file ?? { facts: [] }, 'env-definition').find(
			(item) => item.range.start.line === range.start.line && item.range.start.character === range.start.character,
		);
		if (text === undefined || fact === undefined) return [];
		const { statement } = fact;
		const around = lineText(text, statement.start.line).slice(0, statement.start.character);
		if (!/^[ \t-]*$/.test(around) || /#/.test(lineText(text, statement.end.line).slice(fact.value.range.end.character)))
			return [];
		return [
			{
				title: 'Remove this line',
				safety: messageId === 'same' ? 'safe' : 'suggestion',
				edits: [{ uri, range: wholeLines(text, statement), newText: '' }],
			},
		];
	},
});

const isBetween = (
	{ start }: EnvDefinitionFact['range'],
	first: EnvDefinitionFact,
	second: EnvDefinitionFact,
): boolean => start.line > first.range.start.line && start.line < second.range.start.line;
