import { ancestors, type SyntaxNode } from '../../../syntax/node';
import type { EnvContext, EnvLanguage } from '../context';
import { publicDefault } from '../defaults';
import { isFailing } from '../presence/step';
import type { EnvPresence } from '../types';
import { isExternal, referencesIn } from './references';

const assignment = /(?:^|[\s;&|({])(?:(?:export|local|declare|readonly|typeset)\s+(?:-\w+\s+)*)?([A-Za-z_]\w*)\+?=/gm;
const otherAssignment =
	/\b(?:for|read(?:\s+-\w+(?:\s+(?=["'-])\S+)?)*|mapfile(?:\s+-\w+)*|getopts\s+\S+|select)\s+((?:[A-Za-z_]\w*[ \t]*)+)/g;

/** Shell scripts: `$X` and `${X:-default}`, but for names that the script assigns itself. */
export const shell: EnvLanguage = {
	markers: [],
	needs: /\$/,
	extract(context) {
		const { document, root } = context;
		const { text } = document;
		const assigned = assignedIn(text);
		const seen = new Set<string>();
		for (const reference of referencesIn(text)) {
			const { name, presence, start, span } = reference;
			if (!isExternal(name)) continue;
			const node = root.descendantForIndex(span.start, span.end);
			if (node === null || isQuoted(node)) continue;
			// X=${X:-default} takes the variable from outside.
			const own = assigned.get(name);
			if (own !== undefined && !isOwnDefault(node, name) && start > Math.min(...own)) continue;
			if (own !== undefined && presence === 'plain') continue;
			const tested = presence === 'plain' ? testOf(node) : presence;
			const key = `${name} ${start}`;
			if (seen.has(key)) continue;
			seen.add(key);
			const shown = reference.default === undefined ? undefined : publicDefault(reference.default, name);
			context.emit({
				kind: 'env-read',
				name,
				range: document.range(span),
				presence: tested,
				via: 'shell',
				source: 'infrastructure',
				...(shown === undefined ? {} : { default: shown }),
				...(reference.fallbackSpan === undefined ? {} : { fallbackRange: document.range(reference.fallbackSpan) }),
			});
		}
		readSets(context);
	},
};

export function assignedIn(text: string): ReadonlyMap<string, readonly number[]> {
	const assigned = new Map<string, number[]>();
	const add = (name: string, at: number): void => void assigned.set(name, [...(assigned.get(name) ?? []), at]);
	for (const match of text.matchAll(assignment)) add(match[1] ?? '', match.index);
	for (const match of text.matchAll(otherAssignment))
		for (const name of (match[1] ?? '').trim().split(/\s+/)) add(name, match.index);
	return assigned;
}

/** Comments, single quotes and quoted here-documents keep a `$` as it is. */
const isQuoted = (node: SyntaxNode): boolean =>
	/^(?:comment|raw_string|heredoc_body|ansi_c_string)$/.test(node.type) &&
	node.childForFieldName('name') === null &&
	!/expansion/.test(node.type);

const isOwnDefault = (node: SyntaxNode, name: string): boolean =>
	[...ancestors(node)]
		.slice(0, 6)
		.some(
			(outer) =>
				(outer.type === 'variable_assignment' && outer.childForFieldName('name')?.text === name) ||
				(outer.type === 'expansion' && /^\$\{\w+:?=/.test(outer.text.trim())),
		);

/** `[ -z "$X" ]`, and whether the script stops on it. */
function testOf(node: SyntaxNode): EnvPresence {
	for (const outer of ancestors(node)) {
		if (outer.type === 'test_command') {
			const holder = outer.parent;
			if (
				holder !== null &&
				/^(?:list|if_statement|negated_command)$/.test(holder.type) &&
				/-[zn]\b/.test(outer.text) &&
				isFailing(holder)
			)
				return 'assumes';
			return 'guarded';
		}
		if (outer.type === 'command') return 'plain';
	}
	return 'plain';
}

/** `export X=1` sets a variable for what the script starts. */
function readSets({ document, emit }: EnvContext): void {
	for (const match of document.text.matchAll(/^[ \t]*export\s+([A-Z_][A-Z0-9_]*)=/gm)) {
		const name = match[1] ?? '';
		const start = match.index + match[0].length - 1 - name.length;
		emit({
			kind: 'env-set',
			name,
			range: document.range({ start, end: start + name.length }),
			how: 'assign',
			via: 'shell',
		});
	}
}
