import { factsOf } from '../../facts/model';
import { defineRule } from '../rule';

export const misspelled = defineRule({
	id: 'code/misspelled',
	scope: 'file',
	severity: 'warning',
	reads: ['misspelled'],
	docs: {
		what: 'A word in an error context is one or two edits from a documented error code.',
		why: 'Whoever compares with the documented spelling, a client or an alert, never sees this error.',
		fix: 'Use the documented spelling. The quick fix replaces the word.',
		notWhen: 'The code is new and only looks alike: document it.',
		bad: [
			{ 'src/a.ts': "reply.code(507).send({ code: '‹RENDER_STORE_FUL›' });\n// RENDER_STORE_FULL is documented\n" },
		],
		good: [{ 'src/a.ts': "reply.code(507).send({ code: 'RENDER_STORE_FULL' });\n" }],
	},
	messages: {
		misspelled: '`{name}` is not documented; `{meant}` is, and clients compare with that. Use `{meant}`.',
	},
	*detect(file, { catalogs, isRelevant }) {
		for (const { name, meant, target, range } of factsOf(file, 'misspelled')) {
			const catalog = catalogs.target(target)?.catalog;
			if (catalog === undefined || !isRelevant(catalog.id)) continue;
			yield {
				messageId: 'misspelled',
				data: { name, meant },
				uri: file.uri,
				range,
				confidence: 'inferred',
				entry: target,
			};
		}
	},
	fix({ data, uri, range }) {
		const newText = String(data['meant']);
		return Promise.resolve([{ title: `Change to \`${newText}\``, safety: 'safe', edits: [{ uri, range, newText }] }]);
	},
});
