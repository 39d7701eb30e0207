import { documentedVariables } from '../../env/documented';
import { isDevelopmentPath, isTestPath } from '../../env/paths';
import type { EnvReadFact } from '../../facts/envRead';
import { envReadKinds, resolveEnvReads } from '../../index/envReads';
import { defineRule, type Report } from '../rule';

export const hardcodedFallback = defineRule({
	id: 'env/hardcoded-fallback',
	scope: 'workspace',
	severity: 'warning',
	reads: [...envReadKinds, 'manifest'],
	docs: {
		what: 'Code falls back to a built-in value for a variable that its document wants to be set explicitly.',
		why: 'Where the variable is forgotten the program talks to the wrong server instead of failing clearly.',
		fix: 'Remove the fallback and fail when the variable is absent. The quick fix removes it.',
		bad: [
			{ 'smart-interview-ui/a.js': "const url = process.env.REACT_APP_LIVEKIT_WS_URL || ‹'ws://10.0.0.1:7880'›;\n" },
		],
		good: [{ 'smart-interview-ui/a.js': 'const url = process.env.REACT_APP_LIVEKIT_WS_URL;\n' }],
	},
	messages: {
		fallback: '`{name}` must be set in each environment, but is `{value}` here when it is not. Remove the fallback.',
	},
	*detect(context) {
		for (const { file, fact } of resolveEnvReads(context.index)) {
			if (fact.default === undefined || fact.default === '' || fact.source !== 'code' || fact.test === true) continue;
			if (isTestPath(file.path) || isDevelopmentPath(file.path)) continue;
			for (const { variable, entry } of documentedVariables(context, fact.name, file)) {
				if (variable.explicit !== true) continue;
				yield {
					messageId: 'fallback',
					data: { name: fact.name, value: fact.default },
					uri: file.uri,
					range: literalRange(fact, fact.default),
					entry,
				};
				break;
			}
		}
	},
	fix({ uri, range }, { index }) {
		const read = resolveEnvReads(index).find(
			({ file, fact }) =>
				file.uri === uri && fact.default !== undefined && sameStart(literalRange(fact, fact.default), range),
		);
		const fallback = read?.fact.fallbackRange;
		if (fallback === undefined) return Promise.resolve([]);
		return Promise.resolve([
			{ title: 'Remove the fallback', safety: 'suggestion', edits: [{ uri, range: fallback, newText: '' }] },
		]);
	},
});

/** The fallback's literal with its quotes, which ends where the fallback does; the whole read when it stands elsewhere. */
function literalRange({ fallbackRange, range }: EnvReadFact, text: string): Report['range'] {
	if (fallbackRange === undefined) return range;
	const { start, end } = fallbackRange;
	const from = end.character - text.length - 2;
	return start.line === end.line && from >= start.character
		? { start: { line: end.line, character: from }, end }
		: fallbackRange;
}

const sameStart = (a: Report['range'], b: Report['range']): boolean =>
	a.start.line === b.start.line && a.start.character === b.start.character;
