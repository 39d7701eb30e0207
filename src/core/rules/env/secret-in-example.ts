import { isTestPath } from '../../env/paths';
import { envFilesOf } from '../../index/envFiles';
import { defineRule } from '../rule';

export const secretInExample = defineRule({
	id: 'env/secret-in-example',
	scope: 'workspace',
	severity: 'warning',
	reads: ['env-definition', 'env-file', 'manifest', 'git-ignore', 'env-load'],
	docs: {
		what: 'An example file that is shared with everyone holds what looks like a real credential.',
		why: 'It is in the history of the repository for good, and people copy it into their own files.',
		fix: 'Revoke the credential and put a placeholder there. The quick fix empties the value.',
		notWhen: 'The value is a made-up one for local development: say so in the value, for example `dev-only-…`.',
		bad: [{ '.env.example': 'AWS_ACCESS_KEY_ID=‹AKIAZ7Q2WERTYU3PLMNB›\n' }],
		good: [{ '.env.example': 'AWS_ACCESS_KEY_ID=AKIAIOSFODNN7EXAMPLE\nSESSION_SECRET=change-me\n' }],
	},
	messages: {
		known:
			'`{name}` holds what has the form of a real credential, in a file that everyone gets. Revoke it and empty the value.',
		random: '`{name}` holds a random value, in a file that everyone gets. If it is in use anywhere, replace it there.',
	},
	*detect({ index }) {
		for (const { file, shared, definitions } of envFilesOf(index).all) {
			if (!shared || isTestPath(file.path)) continue;
			for (const { name, value } of definitions) {
				if (value.credential === undefined) continue;
				const known = value.credential === 'known';
				yield {
					messageId: value.credential,
					data: { name },
					uri: file.uri,
					range: value.range,
					...(known ? {} : { severity: 'information', confidence: 'inferred' }),
				};
			}
		}
	},
	fix({ uri, range, data }) {
		return Promise.resolve([
			{ title: `Empty \`${String(data['name'])}\``, safety: 'suggestion', edits: [{ uri, range, newText: '' }] },
		]);
	},
});
