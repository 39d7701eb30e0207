import { isTestPath } from '../files/testPath';
import { ancestors, type SyntaxNode } from '../syntax/node';
import { readerFor } from '../syntax/read';
import type { Span } from '../text/lines';
import type { ExtractContext, Extractor } from './extractor';
import { directoryOf } from './manifest';
import type { FactBase } from './model';

/** A version of Python that something asks for. Its range is the version, without quotes. */
export interface PythonVersionFact extends FactBase {
	readonly kind: 'python-version';
	/** `requires` is a range of versions, all else one version. */
	readonly source: 'requires' | 'file' | 'image' | 'workflow';
	readonly version: string;
	/** The folder it is for. */
	readonly directory: string;
}

const versionFile = /(?:^|\/)(?:\.python-version|runtime\.txt|\.tool-versions)$/;
const requiresFile = /(?:^|\/)(?:pyproject\.toml|setup\.(?:cfg|py)|Pipfile)$/;

export const pythonVersionExtractor: Extractor = {
	kinds: ['python-version'],
	markers: ['python', 'python_version', 'python_requires'],
	reads: ({ path }) => path.endsWith('.python-version'),
	*extract(context) {
		const { path, language } = context.document;
		if (isTestPath(path)) return;
		if (versionFile.test(path)) yield* inText(context, 'file', /^(?:python[- \t]+)?(\d+\.\d+(?:\.\d+)?)[ \t]*$/gm);
		else if (requiresFile.test(path))
			yield* inText(
				context,
				'requires',
				/^[ \t]*(?:requires-python|python_requires|python_version|python)[ \t]*=[ \t]*["']?([^"'\r\n#]+?)["']?,?[ \t]*(?:#.*)?$/gm,
			);
		else if (language === 'dockerfile') yield* inImage(context);
		else if (language === 'yaml' && /(?:^|\/)\.(?:github|gitea|forgejo)\/workflows\//.test(path))
			yield* inWorkflow(context);
	},
};

function* inText(
	{ document }: ExtractContext,
	source: PythonVersionFact['source'],
	pattern: RegExp,
): Generator<PythonVersionFact> {
	for (const match of document.text.matchAll(pattern)) {
		const version = match[1] ?? '';
		const start = match.index + match[0].lastIndexOf(version);
		const range = document.range({ start, end: start + version.length });
		yield { kind: 'python-version', source, version, range, directory: directoryOf(document.path) };
	}
}

function* inImage(context: ExtractContext): Generator<PythonVersionFact> {
	yield* inText(context, 'image', /^[ \t]*FROM[ \t]+(?:--\S+[ \t]+)*(?:[\w.:-]+\/)*python:(\d+\.\d+(?:\.\d+)?)/gim);
	if (/^[ \t]*FROM[ \t]+(?:--\S+[ \t]+)*(?:[\w.:-]+\/)*python:\$\{?PYTHON_VERSION/im.test(context.document.text))
		yield* inText(context, 'image', /^[ \t]*ARG[ \t]+PYTHON_VERSION=["']?(\d+\.\d+(?:\.\d+)?)/gim);
}

/** `python-version: "3.13"` of a job whose steps run in one folder. */
function* inWorkflow({ document, tree, words }: ExtractContext): Generator<PythonVersionFact> {
	const root = tree()?.root;
	for (const word of root === undefined ? [] : words) {
		const node = root?.descendantForIndex(word.start) ?? undefined;
		const job = node === undefined ? undefined : jobAround(node);
		const value = node === undefined ? undefined : versionAt(node, word);
		if (job === undefined || value === undefined) continue;
		const folders = new Set(
			[...job.text.matchAll(/working-directory:[ \t]*["']?([\w./-]+)/g)].map((match) => match[1] ?? ''),
		);
		const [folder = ''] = folders;
		if (folders.size > 1) continue;
		const literal = readerFor('yaml').string(value);
		const span = literal ?? { value: value.text, start: value.startIndex, end: value.endIndex };
		if (!/^\d+\.\d+(?:\.\d+)?$/.test(span.value)) continue;
		const directory = folder.replace(/^\.\/|\/$/g, '').replace(/^\.$/, '');
		yield { kind: 'python-version', source: 'workflow', version: span.value, range: document.range(span), directory };
	}
}

function versionAt(node: SyntaxNode, word: Span): SyntaxNode | undefined {
	const reader = readerFor('yaml');
	const pair = node.parent === null ? undefined : reader.keyValue(node.parent);
	return pair?.key === 'python-version' && pair.keyNode.startIndex === word.start ? pair.value : undefined;
}

/** The mapping of `jobs.<name>`. */
function jobAround(node: SyntaxNode): SyntaxNode | undefined {
	const reader = readerFor('yaml');
	const pairs = [...ancestors(node)].filter((item) => reader.is(item, 'pair'));
	const jobs = pairs.findIndex((pair) => reader.keyValue(pair)?.key === 'jobs');
	return jobs > 0 ? pairs[jobs - 1] : undefined;
}
