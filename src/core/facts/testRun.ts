import { isTestPath } from '../files/testPath';
import { lineText } from '../text/document';
import { commandsOf } from '../text/shell';
import type { Extractor } from './extractor';
import type { FactBase } from './model';

/** `npm test` outside of a manifest, where nothing sets `CI`. Its range is the command. */
export interface TestRunFact extends FactBase {
	readonly kind: 'test-run';
	readonly command: string;
}

/** Pipelines that set `CI=true` themselves; there a test runs once. */
const setsCi =
	/(?:^|\/)(?:\.(?:github|gitea|forgejo)\/workflows\/[^/]+|\.gitlab-ci[^/]*|\.circleci\/[^/]+|\.travis|bitbucket-pipelines|appveyor|netlify|vercel)\.\w+$/;
const pipelines =
	/(?:^|\/)(?:azure-pipelines[^/]*|buildspec[^/]*|cloudbuild[^/]*|\.drone|\.woodpecker[^/]*|amplify|app-spec)\.ya?ml$/;
const isOn = /\bCI\b["']?\s*[:=]\s*["']?(?:true|1)\b/;
const isOff = /\bCI\b["']?\s*[:=]\s*["']?(?:false|0)\b/;

/** Runs of a package's tests in images, scripts and pipelines. */
export const testRunExtractor: Extractor = {
	kinds: ['test-run'],
	markers: ['npm', 'yarn', 'pnpm'],
	*extract({ document, words }) {
		const { path, language, text } = document;
		if (isTestPath(path)) return;
		const isPipeline = pipelines.test(path) || (setsCi.test(path) && isOff.test(text));
		const isScript =
			language === 'dockerfile' || language === 'makefile' || language === 'groovy' || language === 'shell';
		if (!isPipeline && !isScript && !/(?:^|\/)\.husky\/[\w-]+$/.test(path)) return;
		if (isOn.test(text)) return;
		const lines = new Set(words.map(({ start }) => document.positionAt(start).line));
		for (const line of lines) {
			const whole = lineText(document, line);
			const lead =
				/^\s*(?:RUN\s+|CMD\s+|@|-\s+(?:(?:run|script|bash):\s+)?|(?:run|script|bash):\s+|(?:sh|bat)\s*\(?\s*["']+)?/.exec(
					whole,
				)?.[0].length ?? 0;
			const body = whole.slice(lead).replace(/["')\s\\]+$/, '');
			if (/^(?:#|\/\/|REM\b)/.test(body)) continue;
			for (const { text: command, start } of commandsOf(body)) {
				if (!testCommand.test(command)) continue;
				const from = { line, character: lead + start };
				const range = { start: from, end: { line, character: from.character + command.length } };
				yield { kind: 'test-run', command, range };
			}
		}
	},
};

/** `npm test`, `CI=false yarn test --coverage` */
export const testCommand =
	/^(?:cross-env\s+)?(?:\w+=\S*\s+)*(?:(?:npm|pnpm)\s+(?:t|tst|test|run\s+test)|(?:yarn|bun)\s+(?:run\s+)?test)(?=\s|$)/;
