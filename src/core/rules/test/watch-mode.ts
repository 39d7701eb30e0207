import type { Range } from 'vscode-languageserver-types';
import type { ManifestFact, ManifestScript } from '../../facts/manifest';
import { testCommand } from '../../facts/testRun';
import { packagesOf } from '../../index/packages';
import type { WorkspaceIndex } from '../../index/workspaceIndex';
import { commandsOf } from '../../text/shell';
import { defineRule, type Report } from '../rule';

/** Test runners that watch unless the environment says `CI`. */
const watches = /\b(?:react-scripts|craco|react-app-rewired|razzle)\s+(?:--\S+\s+)*test\b/;
const direct = new RegExp(`^(?:cross-env\\s+)?(?:\\w+=\\S*\\s+)*(?:npx\\s+)?${watches.source}`);
const runsOnce = /--watch(?:All)?[= ]false\b|--no-watch\b/;
const isCi = /(?:^|\s)CI=(?!false\b|0\b|\s|$)/;
const elsewhere = /\s(?:-w|--workspace|--workspaces|--prefix|-C|--cwd|--filter|-r)\b/;
/** Scripts that something other than a person waits for. */
const waited = /^(?:pre|post)|(?:^|:|-)(?:ci|verify|validate|check|release|deploy|publish|commit|push)(?:$|:|-)/;

export const watchMode = defineRule({
	id: 'test/watch-mode',
	scope: 'workspace',
	severity: 'warning',
	reads: ['manifest', 'test-run'],
	docs: {
		what: 'A script, an image or a pipeline runs tests whose runner watches by default, without `CI=true`.',
		why: 'The runner waits for changes and never exits, so what comes after it never runs.',
		fix: 'Prefix the command with `CI=true`. The quick fix does, with `cross-env` where the package uses it.',
		notWhen: 'The pipeline sets `CI` itself, as GitHub Actions and GitLab do: nothing is reported there.',
		bad: [
			{
				'package.json':
					'{ "scripts": { "test": "react-scripts test", "verify": "npm run lint && ‹npm test› && npm run build" } }\n',
			},
			{ Dockerfile: 'RUN npm ci && ‹npm test›\n', 'package.json': '{ "scripts": { "test": "react-scripts test" } }\n' },
		],
		good: [
			{
				'package.json':
					'{ "scripts": { "test": "react-scripts test", "verify": "npm run lint && CI=true npm test && npm run build" } }\n',
			},
		],
	},
	messages: {
		watches:
			'`{command}` watches by default and never exits here, so what follows never runs. Prefix it with `CI=true`.',
	},
	*detect({ index, isRelevant }) {
		const entry = isRelevant('interview-platform') ? 'interview-platform/watch-mode-tests' : undefined;
		const report = (uri: string, range: Range, command: string, prefix: string): Report => ({
			messageId: 'watches',
			data: { command, prefix },
			uri,
			range,
			entry,
		});
		for (const { file, fact } of index.facts('manifest')) {
			for (const script of fact.ecosystem === 'node' ? fact.scripts : []) {
				for (const { range, command } of waitingRuns(script, fact))
					yield report(file.uri, range, command, prefixOf(fact));
			}
		}
		for (const { file, fact } of index.facts('test-run')) {
			const manifest = manifestAt(index, file.path);
			if (manifest === undefined || !isWatching(manifest) || isHandled(fact.command)) continue;
			yield report(file.uri, fact.range, fact.command, 'CI=true ');
		}
	},
	fix({ data, uri, range }) {
		const off = /^CI=(?:false|0)\s+/.exec(String(data['command']))?.[0].length ?? 0;
		const end = { line: range.start.line, character: range.start.character + off };
		const edits = [{ uri, range: { start: range.start, end }, newText: String(data['prefix']) }];
		return Promise.resolve([{ title: 'Run the tests once (`CI=true`)', safety: 'suggestion', edits }]);
	},
});

const isHandled = (command: string): boolean => isCi.test(command) || runsOnce.test(command) || elsewhere.test(command);

function isWatching({ scripts }: ManifestFact): boolean {
	const command = scripts.find(({ name }) => name === 'test')?.command ?? '';
	return watches.test(command) && !isHandled(command);
}

const prefixOf = ({ dependencies }: ManifestFact): string =>
	dependencies.some(({ name }) => name === 'cross-env') ? 'cross-env CI=true ' : 'CI=true ';

/** The commands of a script that others wait for, and that watch. */
function waitingRuns(script: ManifestScript, manifest: ManifestFact): { range: Range; command: string }[] {
	const { command, commandRange, name } = script;
	const commands = commandsOf(command);
	return commands.flatMap(({ text, start, operator }) => {
		const isTest = direct.test(text) || (testCommand.test(text) && isWatching(manifest) && name !== 'test');
		if (!isTest || isHandled(text) || operator === '&' || operator === '|') return [];
		if (operator === '' && !(commands.length > 1 && waited.test(name))) return [];
		return [{ command: text, range: within(commandRange, command, start, text.length) }];
	});
}

/** A part of a script; all of it when escapes make its offsets unsure. */
function within(range: Range, command: string, start: number, length: number): Range {
	const { line, character } = range.start;
	if (range.end.line !== line || range.end.character - character !== command.length) return range;
	return { start: { line, character: character + start }, end: { line, character: character + start + length } };
}

const manifestAt = (index: WorkspaceIndex, path: string): ManifestFact | undefined =>
	packagesOf(index)
		.enclosing(path)
		.flatMap(({ manifests }) => manifests.map(({ fact }) => fact))
		.find(({ ecosystem }) => ecosystem === 'node');
