import { ancestors, type SyntaxTree } from '../syntax/node';
import { readerFor } from '../syntax/read';
import { besides, type TextDocument } from '../text/document';
import type { Span } from '../text/lines';
import { isMarked, isProse, type Site } from './site';
import { tableOf } from './toml';

const access =
	/(?:\benv\b|\benviron\b|\bENV\b|getenv|lookupenv|\benv_var\b|env::var(?:_os)?|\$_ENV|\$_SERVER|GetEnvironmentVariable|Deno\.env|Bun\.env|\benv!|\bsecrets|\bvars)(?:\??\.|\.get|\.fetch|\.setdefault|\(|\[|\s*[,:])*\s*["'(`[]*$/i;
/** `const { PORT = 3000, HOST } = process.env` from behind the name. */
const destructured = /^[^{};]{0,500}\}\s*(?::[^=;]{0,80})?=\s*(?:[\w.]+\.)?env\b/;
const assigned = /^\s*(?:[-*>]\s*)?(?:export\s+)?$/;
const expanded = /\$[{(]?$/;
/** Keys of manifests, compose files, workflows and launch configurations that hold variables. */
const block =
	/^(?:env(?:ironment|s|[-_]?vars|[-_]?variables)?|containerEnv|remoteEnv|vars|variables|secrets|build-?args|args)$/i;

/** Whether a common name such as `PORT` stands where an environment variable is read or set. */
export function isEnvironmentName(
	document: TextDocument,
	tree: SyntaxTree | undefined,
	span: Span,
	site: Site,
): boolean {
	const { before } = besides(document, span);
	const { language } = document;
	if (language === 'dotenv') return site.place === 'key' || expanded.test(before);
	if (language === 'dockerfile' || language === 'shell') {
		return (site.place !== 'comment' && site.place !== 'name') || expanded.test(before) || assigned.test(before);
	}
	if (language === 'makefile') return expanded.test(before) || assigned.test(before);
	if (language === 'yaml' || language === 'json') {
		return expanded.test(before) || inVariablesBlock(document, tree, span);
	}
	if (language === 'toml') {
		return site.place === 'key' && block.test(tableOf(document, span.start).at(-1) ?? '');
	}
	if (language === 'properties' || language === 'xml') return /\$\{$/.test(before);
	if (isProse(language)) {
		const sets = document.text.charAt(span.end) === '=' && assigned.test(before);
		return sets || expanded.test(before) || isMarked(document, span);
	}
	if (site.place === 'comment') return false;
	return access.test(before) || destructured.test(document.text.slice(span.end, span.end + 600));
}

function inVariablesBlock(document: TextDocument, tree: SyntaxTree | undefined, span: Span): boolean {
	const node = tree?.root.descendantForIndex(span.start, Math.max(span.start, span.end - 1));
	if (node === null || node === undefined) return false;
	const reader = readerFor(document.language);
	let depth = 0;
	for (const current of ancestors(node)) {
		if (++depth > 8) return false;
		const pair = reader.keyValue(current);
		if (pair?.key !== undefined && pair.keyNode.startIndex !== node.startIndex && block.test(pair.key)) return true;
	}
	return false;
}
